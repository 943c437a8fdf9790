import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shard } from '@percall/core';
import {
  compile,
  inLineCrew,
  mergeShards,
  mostShards,
  partOf,
  runShard,
  runsOf,
  runStudy,
  shardRange,
  type Compiled,
  type StudyRuns,
} from '../src/index.ts';
import { digestOfResults } from './support/bytes.ts';
import { smallDocument } from './support/documents.ts';

describe('the range of a shard', () => {
  it('shards 1 to n hold every replication once, in eights, and differ by eight at most (seed 1)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 131_072 }), fc.integer({ min: 1, max: 200 }), (rows, wanted) => {
        const replications = 8 * rows;
        const of = Math.min(wanted, mostShards(replications));
        let next = 0;
        const sizes: number[] = [];
        for (let index = 1; index <= of; index++) {
          const { from, to } = shardRange(index, of, replications);
          expect([from, from % 8, to % 8]).toEqual([next, 0, 0]);
          sizes.push(to - from);
          next = to;
        }
        expect(next).toBe(replications);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(8);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it.each([
    [0, 4],
    [5, 4],
    [1.5, 4],
    [1, 0],
    [9, 9],
    [NaN, 4],
  ])('there is no shard %d of %d of 64 replications', (index, of) => {
    expect(() => shardRange(index, of, 64)).toThrow(RangeError);
  });
});

describe('shards', () => {
  const document = smallDocument();
  const crew = inLineCrew();

  /** Shards of every run of a study, by its name. */
  const shardsOf = async (compiled: Compiled, ...parts: readonly (readonly [index: number, of: number])[]) => {
    const shards = new Map<StudyRuns['name'], readonly Shard[]>();
    for (const run of runsOf(compiled)) {
      const of: Shard[] = [];
      for (const [index, count] of parts) {
        const range = partOf(index, count, run.replications);
        if (range.to > range.from) of.push(await runShard(run, crew, range));
      }
      shards.set(run.name, of);
    }
    return shards;
  };
  const merge = (compiled: Compiled, shards: ReadonlyMap<StudyRuns['name'], readonly Shard[]>) =>
    mergeShards(compiled, ({ name }) => shards.get(name) ?? []);
  const instant = compile(document, { replications: 136, floor: 'erlang' });

  it.each([
    ['erlang', document, 136],
    // Contacts few enough that the exact floor runs more than a future of each scramble, or all of them.
    ['auto', smallDocument({ 'contactTypes.service.volume': '1k ±10%' }), 320],
    ['calls', smallDocument({ 'contactTypes.service.volume': '300 ±10%' }), 64],
  ] as const)('%s: come to the bytes of the whole study, in any order', async (floor, document, replications) => {
    const options = { replications, floor };
    const compiled = compile(document, options);
    const whole = await runStudy(document, options);
    const shards = await shardsOf(compiled, [2, 3], [3, 3], [1, 3]);
    const merged = merge(compiled, shards);
    expect(digestOfResults(merged.results)).toBe(digestOfResults(whole.results));
    expect([merged.replications, merged.of, merged.seed, merged.warnings]).toEqual([
      options.replications,
      options.replications,
      'small',
      whole.warnings,
    ]);
    expect(merged.variant('Verified').cpc.handled.quantile(0.42)).toEqual(whole.variant('Verified').cpc.handled.quantile(0.42));
    // The fourth scenario is the baseline at another price: nothing was run for it.
    expect(shards.get(null)![0]!.totals.map(({ length }) => length > 0)).toEqual([true, true, true, false]);
    expect([...shards.keys()]).toEqual(
      { erlang: [null, 'days'], auto: [null, 'exact', 'days', 'customers'], calls: [null, 'days', 'customers'] }[floor],
    );
  });

  it('that do not hold every replication once are refused', async () => {
    const both = await shardsOf(instant, [1, 2], [2, 2]);
    const [one, two] = both.get(null)! as [Shard, Shard];
    const days = both.get('days')!;
    const merged = (...of: readonly Shard[]) => merge(instant, new Map([[null, of] as const, ['days', days] as const]));
    expect(() => merged(two)).toThrow('Replications 0 to 63 are missing.');
    expect(() => merged(one, two, two)).toThrow('Replication 64 comes twice.');
    expect(() => merged(one)).toThrow('The shards hold 64 replications, and the study has 136.');
    expect(() => merged({ ...one, totals: one.totals.slice(1) }, two)).toThrow(RangeError);
    expect(() => merge(instant, new Map([[null, [one, two]]]))).toThrow();
  });

  it('twin: totals of one replication in the place of another are other bytes', async () => {
    const both = await shardsOf(instant, [1, 2], [2, 2]);
    const [one, two] = both.get(null)! as [Shard, Shard];
    const swapped = one.totals.map((totals) => totals.copyWithin(0, totals.length / 64, totals.length / 32));
    const merged = merge(instant, new Map([...both, [null, [{ ...one, totals: swapped }, two]]]));
    const whole = await runStudy(document, { replications: 136, floor: 'erlang' });
    expect(digestOfResults(merged.results)).not.toBe(digestOfResults(whole.results));
  });
});
