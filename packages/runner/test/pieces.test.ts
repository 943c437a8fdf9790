import { createReplicator, type Replicator, type Study } from '@percall/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../src/index.ts';
import { gather } from '../src/gather.ts';
import { macrotask } from '../src/macrotask.ts';
import { runInPieces } from '../src/pieces.ts';
import { digestOfShard } from './support/bytes.ts';
import { smallDocument } from './support/documents.ts';

const { study } = compile(smallDocument(), { floor: 'calls' });
const other = compile(smallDocument(), { floor: 'calls', seed: 'other' }).study;
const all = [0, 1, 2, 3];

/** Work on replications [from, to), with what was begun and how often it rested. */
function work(of: Study, from: number, to: number, rest: (rests: number) => Promise<void> = macrotask, models = all) {
  const { place, shard } = gather({ study: of, from, to, models });
  const replicate = createReplicator(of);
  const seen = { begun: 0, rests: 0, done: [] as number[] };
  const counted: Replicator = (...order) => {
    seen.begun += 1;
    return replicate(...order);
  };
  const run = () =>
    runInPieces({
      study: of,
      replicate: counted,
      from,
      to,
      models,
      place,
      rest: () => rest(++seen.rests),
      onDone: (next) => seen.done.push(next),
    });
  return { run, shard, seen };
}

const expected = (of: Study, from: number, to: number, models = all): string => digestOfShard(createReplicator(of)(from, to, models));

describe('work on the exact floor, by a clock that goes on 7 ms whenever it is read', () => {
  beforeEach(() => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 7));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('rests in the middle of each scenario of a replication, to the same bits', async () => {
    const { run, shard, seen } = work(study, 3, 5);
    await run();
    expect(digestOfShard(shard)).toBe(expected(study, 3, 5));
    expect(seen.done).toEqual([4, 5]);
    // A look for each of 21 days of four scenarios, of which each third is a rest.
    expect(seen.rests).toBeGreaterThan((2 * 4 * 21) / 4);
  });

  it('runs a scenario with its baseline’s roster alone', async () => {
    const { run, shard, seen } = work(study, 3, 4, macrotask, [2]);
    await run();
    expect(digestOfShard(shard)).toBe(expected(study, 3, 4, [2]));
    expect(seen.rests).toBeGreaterThan(3);
  });

  it('ends at the rest in which it is told to, within a replication: nothing more is begun, and the thread is free', async () => {
    const enough = new Error('enough');
    const { run, seen } = work(study, 0, 1000, (rests) => (rests === 5 ? Promise.reject(enough) : macrotask()));
    await expect(run()).rejects.toBe(enough);
    const { begun } = seen;
    await macrotask();
    await macrotask();
    expect([seen.begun, seen.rests, seen.done]).toEqual([begun, 5, []]);
    const next = work(other, 0, 2);
    await next.run();
    expect(digestOfShard(next.shard)).toBe(expected(other, 0, 2));
  });

  it('keeps apart what runs at the same time', async () => {
    const works = [work(study, 0, 2), work(other, 0, 2), work(study, 1, 3)];
    await Promise.all(works.map(({ run }) => run()));
    expect(works.map(({ shard }) => digestOfShard(shard))).toEqual([expected(study, 0, 2), expected(other, 0, 2), expected(study, 1, 3)]);
  });

  it('twin: a rest in which somebody else has the floor is seen, since the scenario begins anew', async () => {
    const undisturbed = work(study, 0, 1, macrotask, [0]);
    await undisturbed.run();
    const replicate = createReplicator(other);
    const disturbed = work(study, 0, 1, (rests) => macrotask().then(() => void (rests === 4 && replicate(0, 1, [0]))), [0]);
    await disturbed.run();
    expect(disturbed.seen.rests).toBeGreaterThan(undisturbed.seen.rests);
    expect(digestOfShard(disturbed.shard)).toBe(digestOfShard(undisturbed.shard));
  });
});

it('on the instant floor a piece is whole replications', async () => {
  const instant = compile(smallDocument()).study;
  const { run, shard, seen } = work(instant, 0, 20);
  await run();
  expect(digestOfShard(shard)).toBe(expected(instant, 0, 20));
  expect([seen.begun, seen.rests]).toEqual([seen.done.length, seen.done.length]);
  expect(seen.done.at(-1)).toBe(20);
});
