import { Worker } from 'node:worker_threads';
import { createReplicator, replicate, type Shard } from '@percall/core';
import { afterEach, describe, expect, it } from 'vitest';
import { compile, type Crew } from '../src/index.ts';
import { threadCrew, threadOf } from '../src/node.ts';
import { createPool, type PoolWorker, type Watch } from '../src/pool.ts';
import type { Order } from '../src/replicationService.ts';
import { digestOfShard } from './support/bytes.ts';
import { bankDocument, smallDocument } from './support/documents.ts';
import { bundledCrew, startBundled } from './support/threads.ts';

const { study } = compile(smallDocument());
const expected = digestOfShard(replicate(study, 0, 128));
const all = { study, from: 0, to: 128 };

let crew: Crew;
afterEach(() => crew.close());

/** Lets what has been answered arrive. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A watch that looks when the test says so. */
function handWatch() {
  let looking: (() => void) | null = null;
  const watch: Watch = (look) => {
    looking = look;
    return () => (looking = null);
  };
  return { watch, look: () => looking?.(), isOn: () => looking !== null };
}

describe('threads that go wrong', () => {
  let threads: Worker[];

  /** A pool whose first threads have these faults at their third order; those after them are sound. */
  function poolOf(
    workers: number,
    faults: readonly ('exit' | 'midway' | 'uncaught' | 'hang' | 'stuck' | 'load')[],
    at = 3,
    watch?: Watch,
  ): void {
    threads = [];
    crew = createPool(
      () => {
        const fault = faults[threads.length];
        if (fault === undefined) return threadOf(startBundled('sound'));
        const thread = startBundled('faulty', { workerData: { fault, at }, stderr: true });
        threads.push(thread);
        return threadOf(thread);
      },
      workers,
      watch,
    );
  }

  it.each(['exit', 'uncaught'] as const)('one that ends by itself (%s) is replaced, with the same answer', async (fault) => {
    poolOf(2, [fault]);
    expect(digestOfShard(await crew.replicate(all))).toBe(expected);
    expect(digestOfShard(await crew.replicate(all))).toBe(expected);
  });

  it('one that ends after half a chunk is replaced, with the same answer', async () => {
    const bank = compile(bankDocument()).study;
    poolOf(2, ['midway', 'midway']);
    const shard = await crew.replicate({ study: bank, from: 0, to: 24 });
    expect(digestOfShard(shard)).toBe(digestOfShard(replicate(bank, 0, 24)));
  });

  it.each([
    ['threadCrew(1)', () => threadCrew(1)],
    ['two threads of a bundle', () => bundledCrew(2)],
  ])('one of %s that is ended in the middle of its work is replaced, with the same answer', async (_, start) => {
    const begun: Worker[] = [];
    const see = (thread: Worker) => begun.push(thread);
    process.on('worker', see);
    crew = start();
    const running = crew.replicate({ ...all, onProgress: (done) => done === 64 && void begun[0]!.terminate() });
    expect(digestOfShard(await running)).toBe(expected);
    expect(begun).toHaveLength(crew.workers + 1);
    process.off('worker', see);
  });

  it('one that is terminated while it works is replaced, with the same answer', async () => {
    poolOf(1, ['hang']);
    const running = crew.replicate({ ...all, onProgress: (done) => done === 16 && setTimeout(() => void threads[0]!.terminate(), 50) });
    expect(digestOfShard(await running)).toBe(expected);
  });

  it('one that falls silent is replaced, with the same answer', async () => {
    const { watch, look } = handWatch();
    poolOf(1, ['stuck'], 3, watch);
    const lookOften = (): void => {
      for (let i = 0; i < 13; i++) look();
    };
    // The third order comes when the first is done, and stops the thread over the second.
    const running = crew.replicate({ ...all, onProgress: (done) => done === 8 && setTimeout(lookOften, 50) });
    expect(digestOfShard(await running)).toBe(expected);
  });

  it('a chunk that ends worker after worker is given up with an error, and the crew works on', async () => {
    poolOf(1, ['exit', 'exit', 'exit'], 1);
    await expect(crew.replicate(all)).rejects.toThrow('replications 0 to 7 ended 3 workers: a worker thread ended with code 3');
    expect(threads).toHaveLength(3);
    expect(digestOfShard(await crew.replicate(all))).toBe(expected);
  });

  it('threads that cannot load reject, and say why', async () => {
    poolOf(1, ['load', 'load', 'load']);
    await expect(crew.replicate(all)).rejects.toThrow(/^no worker could be started: made not to load$/);
  });

  it('a file that is not there rejects', async () => {
    crew = createPool(() => threadOf(new Worker(new URL('./workers/absent.mjs', import.meta.url))), 2);
    await expect(crew.replicate(all)).rejects.toThrow(/^no worker could be started: Cannot find module .*absent\.mjs/);
  });

  it('a thread that no order reaches any more does not keep a stopped run', async () => {
    poolOf(1, ['hang'], 1);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(crew.replicate({ ...all, signal: controller.signal })).rejects.toThrow('enough');
  });
});

it('workers that cannot even be made reject', async () => {
  crew = createPool(() => {
    throw new Error('not allowed here');
  }, 2);
  await expect(crew.replicate(all)).rejects.toThrow(/^no worker could be started: not allowed here$/);
});

/** Orders of workers that answer when the test says so. */
interface Held {
  readonly worker: number;
  readonly order: Order;
  readonly answer: (totals?: readonly Float64Array[] | null) => void;
}

/** A pool of workers in this thread, their orders, and what they were told to leave off. */
function heldPool(workers: number, watch?: Watch, early?: number) {
  const orders: Held[] = [];
  const cancelled: number[] = [];
  const prepared: number[] = [];
  const kill: ((reason: Error) => void)[] = [];
  const pings: { readonly worker: number; readonly answer: () => void }[] = [];
  let made = 0;
  const engine = createReplicator(study);
  const spawn = (): PoolWorker => {
    const worker = made++;
    return {
      service: {
        init: (key) => Promise.resolve(void prepared.push(key)),
        run: (order) =>
          new Promise((resolve) =>
            orders.push({
              worker,
              order,
              answer: (totals = engine(order.from, order.to, order.models).totals) => resolve(totals),
            }),
          ),
        cancel: (run) => Promise.resolve(void cancelled.push(run)),
        ping: () => new Promise((answer) => pings.push({ worker, answer })),
      },
      failed: new Promise<never>((_, reject) => (kill[worker] = reject)),
      terminate: () => {},
    };
  };
  crew = createPool(spawn, workers, watch, early);
  return { orders, cancelled, prepared, kill, pings, made: () => made };
}

async function answerAll(orders: Held[]): Promise<void> {
  while (orders.length > 0) {
    // Last first: the order of answers must not matter.
    orders.pop()!.answer();
    await settle();
  }
}

describe('workers that are started early', () => {
  it('do the first task alone, and all do the next', async () => {
    const { orders, made } = heldPool(3, undefined, 1);
    expect(made()).toBe(1);
    const first = crew.replicate(all);
    expect(new Set(orders.map(({ worker }) => worker))).toEqual(new Set([0]));
    await answerAll(orders);
    expect(digestOfShard(await first)).toBe(expected);
    expect(made()).toBe(1);
    const second = crew.replicate(all);
    expect(new Set(orders.map(({ worker }) => worker))).toEqual(new Set([0, 1, 2]));
    await answerAll(orders);
    expect(digestOfShard(await second)).toBe(expected);
  });

  it('are all given work at once where none is', () => {
    const { orders, made } = heldPool(3);
    expect(made()).toBe(0);
    crew.replicate(all).catch(() => {});
    expect(new Set(orders.map(({ worker }) => worker))).toEqual(new Set([0, 1, 2]));
  });
});

describe('workers that are taken away without a word', () => {
  it('are replaced when they have been silent for long, and only they', async () => {
    const { watch, look, isOn } = handWatch();
    const { orders, pings } = heldPool(2, watch);
    expect(isOn()).toBe(false);
    const running = crew.replicate({ study, from: 0, to: 32 });
    for (let i = 0; i < 13; i++) {
      look();
      for (const { worker, answer } of pings) if (worker === 1) answer();
      await settle();
    }
    // The first one's two chunks go to its successor, the other keeps its own.
    expect(orders.map(({ worker, order }) => [worker, order.from])).toEqual([
      [0, 0],
      [1, 8],
      [0, 16],
      [1, 24],
      [2, 0],
      [2, 16],
    ]);
    await answerAll(orders.filter(({ worker }) => worker > 0));
    expect(digestOfShard(await running)).toBe(digestOfShard(replicate(study, 0, 32)));
    expect(isOn()).toBe(false);
  });

  it('are not taken for those that work for long: whoever answers between replications stays', async () => {
    const { watch, look } = handWatch();
    const { orders, pings } = heldPool(1, watch);
    const running = crew.replicate({ study, from: 0, to: 16 });
    for (let i = 0; i < 100; i++) {
      look();
      // One replication of eleven looks' length after the other.
      if (i % 11 === 10) for (const { answer } of pings.splice(0)) answer();
      await settle();
    }
    expect(orders.map(({ worker }) => worker)).toEqual([0, 0]);
    await answerAll(orders);
    expect(digestOfShard(await running)).toBe(digestOfShard(replicate(study, 0, 16)));
  });

  it('and whose successors fall silent too end the run', async () => {
    const { watch, look } = handWatch();
    heldPool(1, watch);
    const running = crew.replicate({ study, from: 0, to: 16 });
    const ended = expect(running).rejects.toThrow('replications 0 to 7 ended 3 workers: a worker gave no sign of life for 60 seconds');
    for (let i = 0; i < 3 * 13; i++) look();
    await ended;
  });
});

describe('how work is shared out', () => {
  it('64 replications are spread over all of seven workers', async () => {
    const { orders } = heldPool(7);
    const running = crew.replicate({ study, from: 0, to: 64 });
    expect(new Set(orders.map(({ worker }) => worker)).size).toBe(7);
    expect(orders.map(({ order }) => order.from)).toEqual([0, 8, 16, 24, 32, 40, 48, 56]);
    await answerAll(orders);
    expect(digestOfShard(await running)).toBe(digestOfShard(replicate(study, 0, 64)));
  });

  it('a fast worker takes what a slow one has not begun', async () => {
    const { orders } = heldPool(2);
    const running = crew.replicate({ study, from: 0, to: 160 });
    const done: number[] = [];
    for (;;) {
      const at = orders.findIndex(({ worker }) => worker === 1);
      if (at < 0) break;
      const [held] = orders.splice(at, 1);
      done.push(held!.order.from);
      held!.answer();
      await settle();
    }
    // Worker 0 holds two chunks of twenty, and the other has done the rest.
    expect(done).toHaveLength(18);
    await answerAll(orders);
    expect(digestOfShard(await running)).toBe(digestOfShard(replicate(study, 0, 160)));
  });

  it('what is ready has no gaps, and is not written any more', async () => {
    const { orders } = heldPool(4);
    const seen: [number, number][] = [];
    const digests: [Shard, string][] = [];
    const onProgress = (done: number, ready: () => Shard) => {
      const shard = ready();
      seen.push([done, shard.to]);
      digests.push([shard, digestOfShard(shard)]);
    };
    const running = crew.replicate({ study, from: 64, to: 96, onProgress });
    const held = orders.splice(0);
    for (const from of [72, 88, 64, 80]) {
      held.find(({ order }) => order.from === from)!.answer();
      await settle();
    }
    expect(seen).toEqual([
      [8, 64],
      [16, 64],
      [24, 80],
      [32, 96],
    ]);
    await running;
    for (const [shard, digest] of digests) {
      expect(digestOfShard(shard)).toBe(digest);
      expect(digest).toBe(digestOfShard(replicate(study, 64, shard.to)));
    }
  });

  it('a study is sent to a worker once, however many tasks it has', async () => {
    const { orders, prepared } = heldPool(2);
    for (const to of [64, 128]) {
      const running = crew.replicate({ study, from: 0, to });
      await answerAll(orders);
      await running;
    }
    expect(prepared).toHaveLength(2);
    const running = crew.replicate({ study: { ...study }, from: 0, to: 64 });
    await answerAll(orders);
    await running;
    expect(prepared).toHaveLength(4);
  });

  it('workers are told to leave off a stopped run, and what they still answer is dropped', async () => {
    const { orders, cancelled } = heldPool(2);
    const controller = new AbortController();
    const seen: number[] = [];
    const older = crew.replicate({ study, from: 0, to: 64, signal: controller.signal, onProgress: (done) => seen.push(done) });
    const late = orders.splice(0);
    controller.abort(new Error('enough'));
    await expect(older).rejects.toThrow('enough');
    expect(cancelled).toEqual([1, 1]);
    const newer = crew.replicate({ study, from: 64, to: 128 });
    expect(orders).toHaveLength(4); // given at once: the workers begin when they have left off
    for (const { answer } of late) answer(study.models.map(() => new Float64Array(8).fill(NaN)));
    await settle();
    await answerAll(orders);
    expect(digestOfShard(await newer)).toBe(digestOfShard(replicate(study, 64, 128)));
    expect(seen).toEqual([]);
  });

  it('what a worker answers after it was given up is dropped: its chunks are others’ now', async () => {
    const { orders, kill } = heldPool(1);
    const running = crew.replicate({ study, from: 0, to: 64 });
    const lost = orders.splice(0);
    kill[0]!(new Error('gone'));
    await settle();
    expect(orders.map(({ worker, order }) => [worker, order.from])).toEqual([
      [1, 0],
      [1, 8],
    ]);
    for (const { answer } of lost) answer(study.models.map(() => new Float64Array(8).fill(NaN)));
    await settle();
    await answerAll(orders);
    expect(digestOfShard(await running)).toBe(digestOfShard(replicate(study, 0, 64)));
  });

  it('only the chunk that was worked on is blamed for a death', async () => {
    const { orders, kill } = heldPool(1);
    const running = crew.replicate({ study, from: 0, to: 24 });
    // Each worker answers its first chunk and dies over its second, which becomes the first of the next: two deaths, of different chunks.
    for (const worker of [0, 1]) {
      const [first] = orders.splice(0);
      first!.answer();
      await settle();
      orders.length = 0;
      kill[worker]!(new Error('gone'));
      await settle();
    }
    await answerAll(orders);
    expect(digestOfShard(await running)).toBe(digestOfShard(replicate(study, 0, 24)));
  });

  it('twin: a worker that takes one replication for another is found by the digest', async () => {
    const { orders } = heldPool(1);
    const running: Promise<Shard> = crew.replicate({ study, from: 0, to: 16 });
    const [first, second] = orders.splice(0);
    first!.answer(replicate(study, 8, 16).totals);
    second!.answer(replicate(study, 0, 8).totals);
    await settle();
    expect(digestOfShard(await running)).not.toBe(digestOfShard(replicate(study, 0, 16)));
  });
});
