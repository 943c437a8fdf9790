import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { bin, requireBuilt } from './built.ts';
import { blocksOf, commandsOf, matches, type Block } from './docBlocks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const source = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const built = pathToFileURL(fileURLToPath(new URL('../dist/index.js', import.meta.url))).href;

const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((page) => path.join('docs', page)),
]
  .filter((page) => page.endsWith('.md') && existsSync(path.join(root, page)))
  .sort();

/** Blocks that are shown and not run, over all pages. A change here is a decision, so the number is written down. */
const exceptions = 0;

/** With PERCALL_DOCS=update the pages are given what the commands say, for people to read and to commit. */
const update = process.env['PERCALL_DOCS'] === 'update';

/** A folder as a reader of the page has it: the examples, and `percall` (also as `npx percall`) on the path. */
function readersFolder(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = mkdtempSync(path.join(tmpdir(), 'percall-docs-'));
  const tools = path.join(cwd, '.tools');
  mkdirSync(tools);
  if (existsSync(path.join(root, 'examples'))) cpSync(path.join(root, 'examples'), path.join(cwd, 'examples'), { recursive: true });
  const script = (name: string, text: string) => writeFileSync(path.join(tools, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  script('percall', `exec "${process.execPath}" "${bin}" "$@"`);
  script('npx', `[ "$1" = percall ] || { echo "only npx percall can be run" >&2; exit 1; }\nshift\nexec percall "$@"`);
  return { cwd, env: { ...process.env, PATH: `${tools}${path.delimiter}${process.env['PATH']}`, NO_COLOR: '1' } };
}

interface Run {
  readonly block: Block;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the page's commands and programs from top to bottom in one folder. */
async function runPage(blocks: readonly Block[]): Promise<Run[]> {
  const { cwd, env } = readersFolder();
  const runs: Run[] = [];
  for (const block of blocks) {
    if (block.exception !== null) continue;
    if (block.language === 'sh') runs.push({ block, ...(await ended('sh', ['-c', commandsOf(block)], cwd, env)) });
    if (block.language === 'ts')
      runs.push({ block, ...(await ended(process.execPath, ['--input-type=module', '-e', transpiled(block)], cwd, env)) });
  }
  return runs;
}

async function ended(command: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Omit<Run, 'block'>> {
  const child = spawn(command, argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { status, stdout, stderr };
}

const transpiled = (block: Block): string =>
  ts
    .transpileModule(block.text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } })
    .outputText.replaceAll("'percall'", JSON.stringify(built));

/** What the compiler says of a page's programs, each a module of its own. */
function typeFaults(blocks: readonly Block[]): string[] {
  const programs = new Map(
    blocks
      .filter(({ language, exception }) => language === 'ts' && exception === null)
      .map((block) => [path.join(path.dirname(bin), `docs-line-${block.line}.ts`), block.text]),
  );
  if (programs.size === 0) return [];
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.base.json'), (file) => readFileSync(file, 'utf8')) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(bin));
  const own: ts.CompilerOptions = { ...options, noEmit: true, types: ['node'], paths: { percall: [source] } };
  const host = ts.createCompilerHost(own);
  const disk = { ...host };
  host.fileExists = (file) => programs.has(file) || disk.fileExists(file);
  host.readFile = (file) => programs.get(file) ?? disk.readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = programs.get(file);
    return text === undefined ? disk.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...programs.keys()], own, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

describe('the documentation', () => {
  beforeAll(requireBuilt);

  // Five pages at a time: each of them lasts as long as all five take.
  it.concurrent.each(pages)('%s does what it shows', { timeout: 900_000 }, async (page) => {
    const file = path.join(root, page);
    const markdown = readFileSync(file, 'utf8');
    const blocks = blocksOf(markdown);
    expect(typeFaults(blocks)).toEqual([]);
    const lines = markdown.split('\n');
    for (const { block, status, stdout, stderr } of (await runPage(blocks)).reverse()) {
      expect([block.line, status, status === 0 ? '' : stderr]).toEqual([block.line, 0, '']);
      const shown = blocks[blocks.indexOf(block) + 1];
      if (shown?.language !== 'text') continue;
      if (matches(shown.text, stdout)) continue;
      if (update) lines.splice(shown.line, shown.lines, ...stdout.trimEnd().split('\n'));
      else expect(stdout, `${page}, line ${shown.line}`).toBe(shown.text);
    }
    if (update) writeFileSync(file, lines.join('\n'));
  });

  it('runs all of its blocks but those that say why not', () => {
    const reasons = pages.flatMap((page) =>
      blocksOf(readFileSync(path.join(root, page), 'utf8')).flatMap(({ exception }) => exception ?? []),
    );
    expect(reasons).toHaveLength(exceptions);
  });
});

describe('a page', () => {
  it('is compared line by line, and "..." stands for any lines', () => {
    expect(matches('a\n...\nd', 'a\nb\nc\nd\n')).toBe(true);
    expect(matches('a\n...\nd', 'a\nd\n')).toBe(true);
    expect(matches('a  \nb', 'a\nb  \n')).toBe(true);
    expect(matches('a\n...\nd', 'a\nb\nc\n')).toBe(false);
    expect(matches('a', 'a\nb')).toBe(false);
  });

  it('has commands after "$ ", reasons above what is not run, and blocks that end', () => {
    const blocks = blocksOf('<!-- not run: starts a server -->\n\n```sh\n$ npm start\n```\n\n```sh\n$ a \\\n  b\n$ c\n```\n');
    expect(blocks.map(({ exception }) => exception)).toEqual(['starts a server', null]);
    expect(commandsOf(blocks[1]!)).toBe('a \\\n  b\nc');
    expect(() => commandsOf({ ...blocks[1]!, text: 'c' })).toThrow('without "$ "');
    expect(() => blocksOf('```sh\n$ a')).toThrow('without an end');
  });
});
