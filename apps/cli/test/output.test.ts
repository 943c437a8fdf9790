import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileReason } from '../src/fileReason.ts';
import { fixtures, percall } from './percall.ts';

const small = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');
const csvHead = /^scenario,period,channel/;

/** A folder with the scenario in it, and the command line there. */
function folderWith(): {
  folder: string;
  at: (name: string) => string;
  out: (file: string, source?: string) => ReturnType<typeof percall>;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'percall-'));
  writeFileSync(path.join(folder, 'small.yaml'), small);
  return {
    folder,
    at: (name) => path.join(folder, name),
    out: (file, source = 'small.yaml') => percall(['run', source, '--format', 'csv', '--out', file], { cwd: folder }),
  };
}
const done = { code: 0, out: '', err: '' };

describe('--out', () => {
  it('replaces a file, keeps its mode, and leaves nothing beside it', async () => {
    const { folder, at, out } = folderWith();
    writeFileSync(at('rows.csv'), 'old');
    chmodSync(at('rows.csv'), 0o640);
    expect(await out('rows.csv')).toEqual(done);
    expect(readFileSync(at('rows.csv'), 'utf8')).toMatch(csvHead);
    expect(statSync(at('rows.csv')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['rows.csv', 'small.yaml']);
  });

  it.each(['there', 'not there yet'])('keeps a link to a file that is %s, and writes the file', async (when) => {
    const { folder, at, out } = folderWith();
    mkdirSync(at('data'));
    if (when === 'there') writeFileSync(at('data/rows.csv'), 'old');
    symlinkSync('data/rows.csv', at('latest.csv'));
    expect(await out('latest.csv')).toEqual(done);
    expect(lstatSync(at('latest.csv')).isSymbolicLink()).toBe(true);
    expect(lstatSync(at('data/rows.csv')).isFile()).toBe(true);
    expect(readFileSync(at('data/rows.csv'), 'utf8')).toMatch(csvHead);
    expect([readdirSync(folder).sort(), readdirSync(at('data'))]).toEqual([['data', 'latest.csv', 'small.yaml'], ['rows.csv']]);
  });

  // The system's own devices are left alone: a fault here, run as root, would replace them for everyone.
  it('writes into a pipe, which stays one, as does all that is no regular file', async () => {
    const { at, out } = folderWith();
    execFileSync('mkfifo', [at('pipe')]);
    const [read, ended] = await Promise.all([readFile(at('pipe'), 'utf8'), out('pipe')]);
    expect(ended).toEqual(done);
    expect(read).toMatch(csvHead);
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  it('takes - for stdout', async () => {
    const { folder, out } = folderWith();
    const ended = await out('-');
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).toMatch(csvHead);
    expect(readdirSync(folder)).toEqual(['small.yaml']);
  });

  it('never replaces the scenario that it runs, under whatever name', async () => {
    const { at, out } = folderWith();
    symlinkSync('small.yaml', at('same.csv'));
    linkSync(at('small.yaml'), at('too.csv'));
    for (const file of ['small.yaml', './small.yaml', at('small.yaml'), 'same.csv', 'too.csv']) {
      const ended = await out(file);
      expect(ended).toEqual({ code: 2, out: '', err: `error: --out ${file} is the scenario itself, which would be lost\n` });
    }
    expect(readFileSync(at('small.yaml'), 'utf8')).toBe(small);
  });

  it.each([
    ['', /^error: --out wants a file, or - for stdout\n$/],
    ['absent/rows.csv', /^error: cannot write absent\/rows\.csv: its folder: no such file or folder\n$/],
    ['small.yaml/rows.csv', /^error: cannot write small\.yaml\/rows\.csv: a part of its path is not a folder\n$/],
    ['.', /^error: cannot write \.: it names a folder\n$/],
    ['absent/', /^error: cannot write absent\/: it names a folder\n$/],
    ['circle', /^error: cannot write circle: its links go round in a circle\n$/],
    [`${'n'.repeat(300)}`, /^error: cannot write n+: its name is too long\n$/],
  ])('%j ends with 2 before anything runs', async (file, said) => {
    const { folder, at } = folderWith();
    symlinkSync('circle', at('circle'));
    const bar: string[] = [];
    const ended = await percall(['run', 'small.yaml', '--out', file], {
      cwd: folder,
      stderrIsTerminal: true,
      stderr: (text) => void bar.push(text),
    });
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(bar.join('')).toMatch(said);
    expect(readdirSync(folder).sort()).toEqual(['circle', 'small.yaml']);
  });

  it('looks at the place of an opened link before it recomputes', async () => {
    const address = (await percall(['link', 'small.yaml', '--set', 'replications=64'])).out.trim();
    expect(await percall(['open', address, '--out', 'absent/opened.json'])).toEqual({
      code: 2,
      out: '',
      err: 'error: cannot write absent/opened.json: its folder: no such file or folder\n',
    });
  });
});

it('a reason has no code and no name of a temporary file', () => {
  const said = (code: string, message: string): string => fileReason(Object.assign(new Error(message), { code }));
  expect(said('ENOSPC', 'ENOSPC: no space left on device, write')).toBe('no room is left');
  expect(said('EBUSY', "EBUSY: resource busy or locked, rename '/a/.b.tmp' -> '/a/b'")).toBe('resource busy or locked');
  expect(said('EIO', 'EIO: i/o error, write')).toBe('i/o error');
});
