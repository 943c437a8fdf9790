import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { compileStudy, replicate, totalsLayout } from '@percall/core';
import { parseScenario } from '@percall/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures, percall } from './percall.ts';

const small = path.join(fixtures, 'small.yaml');

interface File {
  readonly seed: string;
  readonly shard: object;
  readonly blocks: readonly { readonly run: string; readonly from: number; readonly to: number; readonly totals: readonly string[] }[];
  readonly [key: string]: unknown;
}

/** A folder with all shards of the small study: a-1.json, a-2.json ... */
async function shards(of: number, ...flags: string[]): Promise<{ readonly cwd: string; readonly files: readonly string[] }> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'percall-shards-'));
  const files = Array.from({ length: of }, (_, at) => `a-${at + 1}.json`);
  for (const [at, file] of files.entries()) {
    const ended = await percall(['run', small, '--shard', `${at + 1}/${of}`, '--quiet', '--out', file, ...flags], { cwd });
    expect(ended).toEqual({ code: 0, out: '', err: '' });
  }
  return { cwd, files };
}

const contentsOf = (cwd: string, file: string): File => JSON.parse(readFileSync(path.join(cwd, file), 'utf8')) as File;

/** Writes changed contents with the checksum that belongs to them, as somebody would who wants to be believed. */
function forge(cwd: string, file: string, change: (contents: File) => object): void {
  const contents = Object.entries(contentsOf(cwd, file)).filter(([key]) => key !== 'checksum');
  const changed = change(Object.fromEntries(contents) as unknown as File);
  const checksum = createHash('sha256').update(JSON.stringify(changed)).digest('hex');
  writeFileSync(path.join(cwd, file), JSON.stringify({ ...changed, checksum }));
}

describe('shards that are merged', () => {
  it.each(['table', 'json', 'ndjson', 'csv', 'md'])(
    'give the bytes of the whole study, as %s, whatever the order of files',
    async (format) => {
      const { cwd, files } = await shards(3, '--replications', '72');
      const whole = await percall(['run', small, '--replications', '72', '--format', format]);
      expect(await percall(['merge', ...files, '--format', format], { cwd })).toEqual(whole);
      expect(await percall(['merge', files[2]!, files[0]!, files[1]!, '--format', format], { cwd })).toEqual(whole);
      expect(await percall(['merge', ...files, '--format', format, '--out', 'merged'], { cwd })).toMatchObject({ code: 0, out: '' });
      expect(readFileSync(path.join(cwd, 'merged'), 'utf8')).toBe(whole.out);
    },
  );

  it('do so with changed values, another period and its warnings, another seed, on the exact floor and over threads', async () => {
    const flags = ['--set', 'period=year', '--set', 'contactTypes.service.volume=300 per week', '--seed', 'other', '--floor', 'calls'];
    const { cwd, files } = await shards(2, ...flags, '--workers', '2');
    const whole = await percall(['run', small, ...flags, '--format', 'json']);
    expect(await percall(['merge', ...files, '--format', 'json'], { cwd })).toEqual(whole);
    // The warnings of a changed period are in the bytes.
    const loud = await percall(['run', small, '--set', 'period=year', '--format', 'json']);
    const quiet = await shards(2, '--set', 'period=year');
    const merged = await percall(['merge', ...quiet.files, '--format', 'json'], { cwd: quiet.cwd });
    expect(merged).toEqual(loud);
    expect(merged.err).toMatch(/^warning: /);
  });

  it('may be of different cuts, where every future is there once', async () => {
    const halves = await shards(2, '--replications', '128');
    const quarters = await shards(4, '--replications', '128');
    const files = [path.join(halves.cwd, 'a-1.json'), ...['a-4.json', 'a-3.json'].map((file) => path.join(quarters.cwd, file))];
    const whole = await percall(['run', small, '--replications', '128', '--format', 'csv']);
    expect(await percall(['merge', ...files, '--format', 'csv'])).toEqual(whole);
  });

  it('are judged as a run is', async () => {
    const { cwd, files } = await shards(2);
    const assertion = ['--assert', 'cpc.handled.mean < 0.01', '--format', 'csv'];
    const whole = await percall(['run', small, ...assertion]);
    expect(whole.code).toBe(99);
    expect(await percall(['merge', ...files, ...assertion], { cwd })).toEqual(whole);
    expect((await percall(['merge', ...files, '--assert', 'serviceLevl.phone.p50 >= 0.8'], { cwd })).code).toBe(2);
  });

  it('hold the bits of the engine’s totals: read here by what the format says', async () => {
    const { cwd, files } = await shards(2, '--replications', '128', '--floor', 'erlang');
    const parsed = parseScenario(readFileSync(small, 'utf8'));
    if (!parsed.ok) throw new Error();
    const compiled = compileStudy(parsed.document);
    if (!compiled.ok) throw new Error();
    const { models } = compiled.study;
    for (const [at, file] of files.entries()) {
      const { blocks } = contentsOf(cwd, file);
      // The second is the first futures on other days, cut into as many parts.
      expect(blocks.map(({ run, from, to }) => [run, from, to])).toEqual([
        ['study', at * 64, at * 64 + 64],
        ['days', at * 16, at * 16 + 16],
      ]);
      const { totals } = replicate(compiled.study, at * 64, at * 64 + 64);
      models.forEach((model, index) => {
        const bytes = inflateRawSync(Buffer.from(blocks[0]!.totals[index]!, 'base64'));
        expect(bytes.length).toBe(8 * 64 * totalsLayout(model).length);
        totals[index]!.forEach((sum, place) => {
          if (!Object.is(bytes.readDoubleLE(8 * place), sum)) throw new Error(`${file}, model ${index}, sum ${place}`);
        });
      });
    }
  });

  it('are the same bytes when they are run again, on any number of threads', async () => {
    const once = await shards(2);
    const again = await shards(2, '--workers', '2');
    for (const file of once.files)
      expect(readFileSync(path.join(again.cwd, file), 'utf8')).toBe(readFileSync(path.join(once.cwd, file), 'utf8'));
  });

  it('do not hold again what a variant in prices alone has of another', async () => {
    const prices = '[{ "name": "Cheaper", "changes": { "costs.technology": "900 per week" } }]';
    const flags = ['--set', `variants=${prices}`];
    const { cwd, files } = await shards(2, ...flags);
    expect(contentsOf(cwd, files[0]!).blocks[0]!.totals.map((text) => text.length > 0)).toEqual([true, false]);
    const whole = await percall(['run', small, ...flags, '--format', 'json']);
    expect(await percall(['merge', ...files, '--format', 'json'], { cwd })).toEqual(whole);
  });
});

describe('merge refuses, with 4 and by name,', () => {
  let cwd: string;
  const merging = (...files: string[]) => percall(['merge', ...files, '--format', 'csv'], { cwd });
  const refused = async (why: RegExp | string, ...files: string[]): Promise<void> => {
    const { code, out, err } = await merging(...files);
    expect([code, out]).toEqual([4, '']);
    expect(err).toMatch(why);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  };
  beforeAll(async () => {
    ({ cwd } = await shards(4, '--replications', '128'));
    const text = readFileSync(path.join(cwd, 'a-2.json'), 'utf8');
    writeFileSync(path.join(cwd, 'cut.json'), text.slice(0, text.length / 2));
    writeFileSync(path.join(cwd, 'empty.json'), '');
    // One digit of the totals: base64 has no check of its own.
    const at = text.indexOf('"totals"') + 60;
    writeFileSync(path.join(cwd, 'flipped.json'), text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));
    writeFileSync(path.join(cwd, 'newer.json'), text.replace(/"engineVersion": "[^"]*"/, '"engineVersion": "7.0.0"'));
    writeFileSync(path.join(cwd, 'scenario.yaml'), readFileSync(small));
    writeFileSync(path.join(cwd, 'results.json'), (await percall(['run', small, '--format', 'json'])).out);
  });

  it('what is missing, by the number of its shard', async () => {
    await refused(/^error: shard 3\/4 is missing\n$/, 'a-1.json', 'a-2.json', 'a-4.json');
    await refused(/^error: shards 1\/4, 4\/4 are missing\n$/, 'a-3.json', 'a-2.json');
  });

  it('what is missing where files are of different cuts, by its futures', async () => {
    const { cwd: halves } = await shards(2, '--replications', '128');
    await refused(/^error: futures 64 to 95 are missing\n$/, path.join(halves, 'a-1.json'), 'a-4.json');
  });

  it('what is there twice', async () => {
    await refused(/^error: a-2\.json is given twice\n$/, 'a-1.json', 'a-2.json', 'a-3.json', 'a-4.json', 'a-2.json');
    const { cwd: halves } = await shards(2, '--replications', '128');
    const half = path.join(halves, 'a-1.json');
    await refused(/a-1\.json and a-2\.json hold the same futures: merge one of them\n$/, half, 'a-2.json', 'a-3.json', 'a-4.json');
  });

  it.each([
    ['cut.json', /^error: cut\.json is damaged or cut: it is no whole JSON document\. Run its shard again\n$/],
    ['empty.json', /^error: empty\.json is empty: run its shard again\n$/],
    ['flipped.json', /^error: flipped\.json is damaged: its checksum is of other contents\. Run its shard again\n$/],
    [
      'newer.json',
      /^error: newer\.json must be made by version 0\.1\.0, which is to merge it, not by 7\.0\.0: other versions give other numbers\n$/,
    ],
    ['scenario.yaml', /^error: scenario\.yaml is not a shard file: those are what percall run --shard i\/n writes\n$/],
    ['results.json', /^error: results\.json is not a shard file/],
  ])('%s', async (file, why) => {
    await refused(why, 'a-1.json', file, 'a-3.json', 'a-4.json');
  });

  it.each([
    [['--seed', 'other'], /a-2\.json is of another study than a-1\.json: its seed is "other", not "small"\n$/],
    [['--replications', '256'], /a-2\.json is of another study than a-1\.json: it has 256 futures, not 128\n$/],
    [
      ['--floor', 'calls', '--set', 'contactTypes.service.volume=300'],
      /a-2\.json is of another study than a-1\.json: its floor is calls, not auto\n$/,
    ],
    [['--set', 'levers.ivr.time=25s'], /a-2\.json is of another document than a-1\.json: they differ at levers\.ivr\.time\n$/],
  ])('a shard of another study: %j', async (flags, why) => {
    await percall(['run', small, '--shard', '2/4', '--replications', '128', '--quiet', '--out', path.join(cwd, 'a-2.json'), ...flags]);
    await refused(why, 'a-1.json', 'a-2.json', 'a-3.json', 'a-4.json');
    await percall(['run', small, '--shard', '2/4', '--replications', '128', '--quiet', '--out', path.join(cwd, 'a-2.json')]);
    expect((await merging('a-1.json', 'a-2.json', 'a-3.json', 'a-4.json')).code).toBe(0);
  });

  it('contents that do not fit the study, though their checksum is right', async () => {
    const { cwd: forged } = await shards(2, '--replications', '128');
    const forging = async (change: (contents: File) => object): Promise<string> => {
      const before = readFileSync(path.join(forged, 'a-1.json'));
      forge(forged, 'a-1.json', change);
      const { code, out, err } = await percall(['merge', 'a-1.json', 'a-2.json'], { cwd: forged });
      expect([code, out]).toEqual([4, '']);
      writeFileSync(path.join(forged, 'a-1.json'), before);
      return err;
    };
    const [block, ...others] = contentsOf(forged, 'a-1.json').blocks;
    expect(await forging((contents) => ({ ...contents, blocks: [{ ...block, totals: ['', ''] }, ...others] }))).toContain(
      'does not hold the totals of',
    );
    expect(await forging((contents) => ({ ...contents, blocks: [{ ...block, totals: ['A', block!.totals[1]] }, ...others] }))).toContain(
      'does not hold',
    );
    expect(await forging((contents) => ({ ...contents, blocks: [{ ...block, to: 72 }, ...others] }))).toContain('hold the same futures');
    expect(await forging((contents) => ({ ...contents, blocks: {} }))).toContain('is not a shard file that this version can read');
    expect(await forging((contents) => ({ ...contents, inputsHash: '0' }))).toContain('is of another study than');
  });

  it('and a file that is not there with 2, as everywhere; and an --out that is one of the shards', async () => {
    expect(await merging('a-1.json', 'absent.json')).toMatchObject({
      code: 2,
      err: 'error: cannot read absent.json: no such file or folder\n',
    });
    const before = readFileSync(path.join(cwd, 'a-1.json'), 'utf8');
    const lost = await percall(['merge', 'a-1.json', '--out', 'a-1.json'], { cwd });
    expect(lost).toMatchObject({ code: 2, err: 'error: --out a-1.json is one of the shards, which would be lost\n' });
    expect(readFileSync(path.join(cwd, 'a-1.json'), 'utf8')).toBe(before);
  });

  it('twin: the same four files, undamaged, are taken', async () => {
    expect(await merging('a-1.json', 'a-2.json', 'a-3.json', 'a-4.json')).toMatchObject({ code: 0, err: '' });
  });
});

describe('--shard', () => {
  it.each(['0/4', '5/4', 'a/b', '1', '1/0', '-1/4', '1.5/4', '1/4/4', ''])('%j ends with 2 and says what is wanted', async (shard) => {
    const { code, out, err } = await percall(['run', small, `--shard=${shard}`]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`error: --shard wants i/n, part i of n with i from 1 to n, e.g. 3/64, not ${JSON.stringify(shard)}\n`);
  });

  it.each([
    ['--assert', 'p(holds) > 0', /^error: --assert cannot stand beside --shard: it is judged on all futures: give it to percall merge\n$/],
    ['--precision', 'cpc.handled.p50 < 1%', /^error: --precision cannot stand beside --shard: it decides how many futures there are/],
    ['--log', 'log.csv', /^error: --log cannot stand beside --shard: it writes one future, which needs no parts/],
    ['--format', 'json', /^error: --format cannot stand beside --shard: it says what results look like, and a part has none yet/],
  ])('refuses %s beside it, by name and with a reason', async (option, value, why) => {
    const { code, out, err } = await percall(['run', small, '--shard', '1/2', option, value]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });

  it('refuses more parts than there are eights of futures', async () => {
    const { code, err } = await percall(['run', small, '--shard', '9/9', '--replications', '64']);
    expect([code, err]).toEqual([2, 'error: --shard 9/9: 64 futures can be cut into 8 parts at most, of 8 each\n']);
  });

  it('refuses parts of more futures than are merged', async () => {
    const { code, out, err } = await percall(['run', small, '--shard', '1/64', '--replications', '131072']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'error: --shard 1/64: percall merge keeps all futures of a study, 65,536 at most, and this one has 131,072: run it whole\n',
    );
  });

  it('shows its progress, over the futures of its part', async () => {
    const { err } = await percall(['run', small, '--shard', '1/2', '--replications', '256'], { stderrIsTerminal: true });
    expect(err).toMatch(/\r█+ 128 \/ 128\r +\r$/);
    const told = await percall(['run', small, '--shard', '2/4', '--replications', '8192']);
    expect(told.err).toBe('projecting 2,048 futures of 2 scenarios\n');
  });
});
