import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, inLineCrew, mergeShards, mostShards, runShard, runStudy, shardRange } from '../src/index.ts';
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
  const compiled = compile(document, { replications: 136 });
  const crew = inLineCrew();
  const run = (index: number, of: number) => runShard(compiled, crew, shardRange(index, of, 136));

  it('come to the bytes of the whole study, in any order', async () => {
    const whole = await runStudy(document, { replications: 136 });
    const shards = [await run(2, 3), await run(3, 3), await run(1, 3)];
    const merged = mergeShards(compiled, shards);
    expect(digestOfResults(merged.results)).toBe(digestOfResults(whole.results));
    expect([merged.replications, merged.of, merged.seed, merged.warnings]).toEqual([136, 136, 'small', whole.warnings]);
    expect(merged.variant('Verified').cpc.handled.quantile(0.42)).toEqual(whole.variant('Verified').cpc.handled.quantile(0.42));
    // The fourth scenario is the baseline at another price: nothing was run for it.
    expect(shards[0]!.totals.map(({ length }) => length > 0)).toEqual([true, true, true, false]);
  });

  it('that do not hold every replication once are refused', async () => {
    const [one, two] = [await run(1, 2), await run(2, 2)];
    expect(() => mergeShards(compiled, [two])).toThrow('Replications 0 to 63 are missing.');
    expect(() => mergeShards(compiled, [one, two, two])).toThrow('Replication 64 comes twice.');
    expect(() => mergeShards(compiled, [one])).toThrow('The shards hold 64 replications, and the study has 136.');
    expect(() => mergeShards(compiled, [{ ...one, totals: one.totals.slice(1) }, two])).toThrow(RangeError);
  });

  it('twin: totals of one replication in the place of another are other bytes', async () => {
    const [one, two] = [await run(1, 2), await run(2, 2)];
    const swapped = one.totals.map((totals) => totals.copyWithin(0, totals.length / 64, totals.length / 32));
    const merged = mergeShards(compiled, [{ ...one, totals: swapped }, two]);
    expect(digestOfResults(merged.results)).not.toBe(digestOfResults((await runStudy(document, { replications: 136 })).results));
  });
});
