import type { Shard, Study } from '@percall/core';
import { chunkSize } from './chunks.ts';
import type { Crew, Task } from './crew.ts';
import { gather, type Gathering } from './gather.ts';
import type { Order } from './replicationService.ts';

/** A worker as the pool sees it. */
export interface PoolWorker {
  /** The ReplicationService in it, from afar. */
  readonly service: {
    readonly init: (study: number, content: Study) => Promise<void>;
    readonly run: (order: Order) => Promise<readonly Float64Array[] | null>;
    readonly cancel: (run: number) => Promise<void>;
    readonly ping: () => Promise<void>;
  };
  /** Rejects when the worker is gone, with WorkerNotStarted when it never came up: comlink itself would wait for ever. */
  readonly failed: Promise<never>;
  readonly terminate: () => unknown;
}

/** A worker never came up: its file is to blame, and not what it was given. */
export class WorkerNotStarted extends Error {
  override readonly name = 'WorkerNotStarted';

  constructor(reason: unknown) {
    super(`no worker could be started: ${messageOf(reason)}`, { cause: reason });
  }
}

/** Has somebody look every so often, until the function that it returns is called. */
export type Watch = (look: () => void) => () => void;

interface Chunk {
  readonly job: Job;
  readonly from: number;
  readonly to: number;
  /** Workers that died over it. */
  deaths: number;
}

/** A task under way. */
interface Job {
  /** By which workers are told to leave off. */
  readonly run: number;
  readonly task: Task;
  readonly gathering: Gathering;
  /** Given out before and lost with a worker. */
  readonly again: Chunk[];
  /** First replication that has not been given out, and how many have come back. */
  next: number;
  done: number;
  readonly resolve: (shard: Shard) => void;
  readonly reject: (reason: unknown) => void;
  readonly onAbort: () => void;
}

/** A place in the crew; the worker in it may change. */
interface Seat {
  worker: PoolWorker | null;
  /** The study that this worker holds. */
  study: Study | null;
  /** Given to this worker, neither answered nor given up, in order: it works on the first. */
  readonly chunks: Chunk[];
  /** Looks since this worker gave a sign of life. */
  silent: number;
}

/** Chunks that a worker has before it: one that it works on, and the next, so that it need not wait for a message. */
const ahead = 2;

/** Workers that may die over one chunk before it is given up: the first may have been out of luck, the third was not. */
const mostDeaths = 3;

const secondsBetweenLooks = 5;

/**
 * Looks, a minute in all, after which a silent worker is taken for dead. It answers when it has loaded, and between two pieces of its work, which
 * take some tens of milliseconds. Looks are counted and not time, which goes on while a computer sleeps.
 */
const mostSilent = 12;

const everyFewSeconds: Watch = (look) => {
  const timer = setInterval(look, secondsBetweenLooks * 1000);
  return () => clearInterval(timer);
};

/**
 * A crew of workers. Each takes the next few replications when it has done its last, so that all are busy to the end, whatever their speed;
 * what comes back lies by replication, so that neither their number nor their pace can be seen in it. Tasks are served in order.
 *
 * Workers are started when first needed. The first few (`early`) are started at once, so that they have read their file when that is, and do the first task alone:
 * where cores are few, each that begins beside them keeps compilers from their work, and the first answer comes later, not sooner. One that fails is replaced, and its chunks are given out again; so is one that falls silent: a
 * browser that takes a worker away tells nobody.
 */
export function createPool(spawn: () => PoolWorker, workers: number, watch: Watch = everyFewSeconds, early = 0): Crew {
  const seats = Array.from({ length: workers }, (): Seat => ({ worker: null, study: null, chunks: [], silent: 0 }));
  const jobs = new Set<Job>();
  const studyKeys = new WeakMap<Study, number>();
  let studies = 0;
  let runs = 0;
  let isClosed = false;
  /** Seats that are given work. */
  let open = early > 0 ? Math.min(early, workers) : workers;
  /** Ends the watch over the workers; null: nothing runs, and nobody looks. */
  let endWatch: (() => void) | null = null;

  const closed = (): Error => new Error('the crew has been closed');

  function replicate(task: Task): Promise<Shard> {
    const { from, to, signal } = task;
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(closed());
      signal?.throwIfAborted();
      const gathering = gather(task);
      if (from === to) return resolve(gathering.shard);
      const onAbort = (): void => fail(job, signal?.reason);
      const job: Job = { run: ++runs, task, gathering, again: [], next: from, done: 0, resolve, reject, onAbort };
      signal?.addEventListener('abort', onAbort, { once: true });
      jobs.add(job);
      endWatch ??= watch(look);
      giveOut();
    });
  }

  /** Fills every seat's first place before any second one, so that few chunks are spread over all workers. */
  function giveOut(): void {
    if (isClosed) return;
    for (let place = 1; place <= ahead; place++)
      for (const seat of seats.slice(0, open)) {
        if (seat.chunks.length >= place) continue;
        const chunk = takeChunk();
        if (chunk === null) return;
        give(seat, chunk);
      }
  }

  function takeChunk(): Chunk | null {
    for (const job of jobs) {
      const lost = job.again.shift();
      if (lost !== undefined) return lost;
      const from = job.next;
      if (from >= job.task.to) continue;
      job.next = Math.min(from + chunkSize(job.task.study, job.task.models), job.task.to);
      return { job, from, to: job.next, deaths: 0 };
    }
    return null;
  }

  function give(seat: Seat, chunk: Chunk): void {
    seat.chunks.push(chunk);
    let worker: PoolWorker;
    try {
      worker = seat.worker ?? hire(seat);
    } catch (error) {
      replace(seat, new WorkerNotStarted(error));
      return;
    }
    const { job, from, to } = chunk;
    const { study, models } = job.task;
    if (seat.study !== study) {
      seat.study = study;
      worker.service.init(keyOf(study), study).catch((error: unknown) => {
        if (seat.worker !== worker) return;
        if (seat.study === study) seat.study = null;
        fail(job, error);
      });
    }
    const answered = (then: () => void): void => {
      // A worker that has been replaced may still have had an answer under way: its chunk is another's now.
      if (seat.worker !== worker) return;
      seat.silent = 0;
      const place = seat.chunks.indexOf(chunk);
      // Given up by then: its place went to another.
      if (place < 0) return;
      seat.chunks.splice(place, 1);
      then();
      giveOut();
    };
    worker.service.run({ run: job.run, study: keyOf(study), from, to, models }).then(
      (totals) => answered(() => totals !== null && land(chunk, totals)),
      (error: unknown) => answered(() => fail(job, error)),
    );
  }

  function keyOf(study: Study): number {
    const key = studyKeys.get(study) ?? ++studies;
    studyKeys.set(study, key);
    return key;
  }

  function hire(seat: Seat): PoolWorker {
    const worker = spawn();
    seat.worker = worker;
    seat.study = null;
    seat.silent = 0;
    worker.failed.catch((reason: unknown) => {
      if (seat.worker === worker) replace(seat, reason);
    });
    return worker;
  }

  /** Asks workers that have work for a sign of life, and replaces those that have not given any for long. */
  function look(): void {
    for (const seat of seats) {
      const { worker } = seat;
      if (worker === null || seat.chunks.length === 0) continue;
      if (seat.silent === mostSilent) {
        replace(seat, new Error(`a worker gave no sign of life for ${mostSilent * secondsBetweenLooks} seconds`));
        continue;
      }
      const heard = (): void => {
        if (seat.worker === worker) seat.silent = 0;
      };
      if (seat.silent === 0) worker.service.ping().then(heard, () => {});
      seat.silent += 1;
    }
  }

  function land({ job, from, to }: Chunk, totals: readonly Float64Array[]): void {
    if (!jobs.has(job)) return;
    const { task, gathering } = job;
    gathering.place(from, totals);
    gathering.finish(from, to);
    job.done += to - from;
    const isDone = job.done === task.to - task.from;
    try {
      task.onProgress?.(job.done, gathering.ready);
    } catch (error) {
      fail(job, error);
      return;
    }
    // Whoever was told may have ended it.
    if (!isDone || !jobs.has(job)) return;
    end(job);
    open = workers;
    job.resolve(gathering.shard);
  }

  /** The worker is gone. What it worked on is to blame; what lay beside that only goes elsewhere. */
  function replace(seat: Seat, reason: unknown): void {
    const worker = seat.worker;
    seat.worker = null;
    void worker?.terminate();
    const lost = seat.chunks.splice(0).filter(({ job }) => jobs.has(job));
    const [suspect] = lost;
    if (suspect !== undefined) suspect.deaths += 1;
    for (const chunk of lost.reverse()) chunk.job.again.unshift(chunk);
    if (suspect === undefined || suspect.deaths < mostDeaths) giveOut();
    else fail(suspect.job, reason instanceof WorkerNotStarted ? reason : endedBy(suspect, reason));
  }

  function fail(job: Job, reason: unknown): void {
    if (!jobs.has(job)) return;
    end(job);
    for (const { worker, chunks } of seats) {
      if (worker === null || !chunks.some((chunk) => chunk.job === job)) continue;
      worker.service.cancel(job.run).catch(() => {});
      // Messages keep their order: what is given next is begun when this is left off, without asking whether it was.
      chunks.splice(0, Infinity, ...chunks.filter((chunk) => chunk.job !== job));
    }
    job.reject(reason);
    giveOut();
  }

  function end(job: Job): void {
    jobs.delete(job);
    job.task.signal?.removeEventListener('abort', job.onAbort);
    if (jobs.size > 0) return;
    endWatch?.();
    endWatch = null;
  }

  async function close(): Promise<void> {
    isClosed = true;
    for (const job of jobs) fail(job, closed());
    await Promise.all(
      seats.map((seat) => {
        const worker = seat.worker;
        seat.worker = null;
        seat.chunks.length = 0;
        return worker?.terminate();
      }),
    );
  }

  for (const seat of seats.slice(0, early)) {
    try {
      hire(seat);
    } catch {
      // Whoever needs it tries again, and says what is wrong.
    }
  }
  return { workers, replicate, close };
}

function endedBy({ from, to }: Chunk, reason: unknown): Error {
  const named = to === from + 1 ? `replication ${from}` : `replications ${from} to ${to - 1}`;
  return new Error(`${named} ended ${mostDeaths} workers: ${messageOf(reason)}`, { cause: reason });
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
