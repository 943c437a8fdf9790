import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import ts from 'typescript';
import * as erlang from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]!);

test('the README has examples', () => expect(blocks.length).toBeGreaterThanOrEqual(4));

test.each(blocks.map((block, i) => [i + 1, block] as const))('README example %d prints what it says', (_, block) => {
  const said = [...block.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]!);
  const printed: string[] = [];
  const code = ts.transpileModule(block, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  runInNewContext(code, {
    exports: {},
    require: (name: string) => (name === '@percall/erlang' ? erlang : undefined),
    console: { log: (...values: unknown[]) => printed.push(values.map(String).join(' ')) },
  });
  expect(said.length).toBeGreaterThan(0);
  expect(printed).toEqual(said);
});
