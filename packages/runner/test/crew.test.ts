import { createReplicator, replicate, summarise, type Study } from '@percall/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type Crew } from '../src/index.ts';
import { digestOfResults, digestOfShard } from './support/bytes.ts';
import { crews } from './support/crews.ts';
import { smallDocument } from './support/documents.ts';

const { study } = compile(smallDocument());
const other = compile(smallDocument(), { seed: 'other' }).study;
const exact = compile(smallDocument({ 'contactTypes.service.volume': 300 }), { floor: 'calls' }).study;
const results = digestOfResults(summarise(study, [replicate(study, 0, 128)]));
const known = new Map<string, string>();

/** Digest of what the engine itself gives, in one go. */
function expected(of: Study, from: number, to: number, models?: readonly number[]): string {
  const key = JSON.stringify([of.seed, of.floor, from, to, models]);
  const digest = known.get(key) ?? digestOfShard(createReplicator(of)(from, to, models));
  known.set(key, digest);
  return digest;
}

/** A study that no replicator can be made of, and that a worker takes all the same. */
const broken: Study = { ...study, models: [{ ...study.models[0]!, contactTypes: null as never }] };

describe.each(crews)('$name', ({ name, start }) => {
  let crew: Crew;
  beforeAll(() => {
    crew = start();
  });
  afterAll(() => crew.close());

  it('gives the bits that the engine gives', async () => {
    const shard = await crew.replicate({ study, from: 0, to: 128 });
    expect(digestOfShard(shard)).toBe(expected(study, 0, 128));
    expect(digestOfResults(summarise(study, [shard]))).toBe(results);
    expect(digestOfShard(shard)).not.toBe(expected(other, 0, 128));
  });

  it('gives them on the exact floor, by all scenarios and by some, of several tasks at the same time', async () => {
    const [whole, some] = await Promise.all([
      crew.replicate({ study: exact, from: 0, to: 16 }),
      crew.replicate({ study: exact, from: 5, to: 12, models: [2, 3] }),
    ]);
    expect(digestOfShard(whole)).toBe(expected(exact, 0, 16));
    expect(digestOfShard(some)).toBe(expected(exact, 5, 12, [2, 3]));
    expect(digestOfShard(whole)).not.toBe(expected(study, 0, 16));
  });

  it('rejects with what onProgress throws, and works on', async () => {
    const onProgress = (): void => {
      throw new Error('not that far');
    };
    await expect(crew.replicate({ study, from: 0, to: 64, onProgress })).rejects.toThrow('not that far');
    expect(digestOfShard(await crew.replicate({ study, from: 0, to: 16 }))).toBe(expected(study, 0, 16));
  });

  it('runs any range, whatever the chunks', async () => {
    for (const [from, to] of [
      [3, 21],
      [1000, 1001],
      [16, 16],
    ] as const)
      expect(digestOfShard(await crew.replicate({ study, from, to }))).toBe(expected(study, from, to));
  });

  it('runs the wanted models, and leaves the others empty', async () => {
    const shard = await crew.replicate({ study, from: 0, to: 64, models: [2] });
    expect(digestOfShard(shard)).toBe(expected(study, 0, 64, [2]));
    expect(shard.totals.map(({ length }) => length > 0)).toEqual([false, false, true, false]);
    expect(shard.totals[2]).toEqual(replicate(study, 0, 64).totals[2]);
  });

  it('keeps tasks apart that run at the same time', async () => {
    const shards = await Promise.all(
      [study, other, study].map((each, index) => crew.replicate({ study: each, from: index * 8, to: index * 8 + 80 })),
    );
    expect(shards.map(digestOfShard)).toEqual([expected(study, 0, 80), expected(other, 8, 88), expected(study, 16, 96)]);
  });

  it('tells its progress, which only grows, and to the end', async () => {
    const seen: number[] = [];
    await crew.replicate({ study, from: 8, to: 100, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(92);
    expect(seen.length).toBeGreaterThan(5);
  });

  it('stops at a signal, with its reason and at once, and works on', async () => {
    await expect(crew.replicate({ study, from: 0, to: 64, signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
    const controller = new AbortController();
    const stopping = crew.replicate({ study, from: 0, to: 1_000_000, signal: controller.signal });
    let aborted = NaN;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort(new Error('enough'));
    }, 100);
    await expect(stopping).rejects.toThrow('enough');
    // A chunk takes 6 ms here; the rest is for a machine that has other things to do.
    expect(performance.now() - aborted).toBeLessThan(500);
    expect(digestOfShard(await crew.replicate({ study, from: 0, to: 64 }))).toBe(expected(study, 0, 64));
  });

  it('leaves its thread room for timers', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await crew.replicate({ study, from: 0, to: 256 });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(2);
  });

  it('rejects with a fault of the program, and works on', async () => {
    await expect(crew.replicate({ study, from: 0, to: 64, models: [9] })).rejects.toThrow(/has no model 9/);
    await expect(crew.replicate({ study: broken, from: 0, to: 64 })).rejects.toThrow();
    await expect(crew.replicate({ study: broken, from: 0, to: 64 })).rejects.toThrow();
    expect(digestOfShard(await crew.replicate({ study, from: 0, to: 64 }))).toBe(expected(study, 0, 64));
  });

  if (name !== 'in line')
    it('twin: a study that cannot cross a boundary fails, and nothing hangs', async () => {
      const uncloneable: Study = { ...study, models: [...study.models.slice(1), { ...study.models[0]!, name: (() => {}) as never }] };
      await expect(crew.replicate({ study: uncloneable, from: 0, to: 64 })).rejects.toThrow(/could not be cloned/);
      expect(digestOfShard(await crew.replicate({ study, from: 0, to: 64 }))).toBe(expected(study, 0, 64));
    });

  // The last of the crew's tests: a second crew would take its time to start.
  it('rejects what runs when it is closed, and all that comes after', async () => {
    const running = crew.replicate({ study, from: 0, to: 65_536 });
    const ended = expect(running).rejects.toThrow('the crew has been closed');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await crew.close();
    await ended;
    await expect(crew.replicate({ study, from: 0, to: 64 })).rejects.toThrow('the crew has been closed');
  });
});

it('twin: the digest sees one bit, and one replication in the place of another', () => {
  const shard = replicate(study, 0, 64);
  const length = shard.totals[0]!.length / 64;
  const swapped = shard.totals.map((totals) => Float64Array.from(totals));
  swapped[0]!.copyWithin(0, length, 2 * length);
  expect(digestOfShard({ ...shard, totals: swapped })).not.toBe(digestOfShard(shard));
  const flipped = shard.totals.map((totals) => Float64Array.from(totals));
  new Int32Array(flipped[1]!.buffer)[200]! ^= 1;
  expect(digestOfShard({ ...shard, totals: flipped })).not.toBe(digestOfShard(shard));
});
