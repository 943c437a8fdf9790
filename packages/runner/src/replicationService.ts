import { createReplicatorOn, type Replicator, type Study } from '@percall/core';
import { gather } from './gather.ts';
import { macrotask } from './macrotask.ts';
import { runInPieces } from './pieces.ts';

/** Replications [from, to) of the study that was sent under that key, for one run. */
export interface Order {
  readonly run: number;
  readonly study: number;
  readonly from: number;
  readonly to: number;
  readonly models?: readonly number[] | undefined;
}

/**
 * What lives in a worker. It holds one prepared study at a time: the last that it was sent.
 *
 * Totals are copied on their way out, not transferred. Transferring detaches a buffer, and from the first detached buffer on V8 checks every
 * access to every typed array of that thread: 512 replications of the bank preset then took 3.2 s instead of 2.7 s, and the copies nothing
 * that could be measured.
 */
export class ReplicationService {
  #prepared: { readonly key: number; readonly study: Study; readonly replicate: Promise<Replicator> } | null = null;
  readonly #pending = new Set<{ readonly run: number; cancelled: boolean }>();
  /** Ends with the last order that is here: they are worked on one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** Prepares a study, under a key by which orders name it. */
  async init(key: number, study: Study): Promise<void> {
    const replicate = prepare(study);
    // At once: the first order comes before this is through.
    this.#prepared = { key, study, replicate };
    await replicate;
  }

  /** Totals by model; null: cancelled. */
  async run({ run, study: key, from, to, models }: Order): Promise<readonly Float64Array[] | null> {
    // Taken before the wait below, in which the study of the next order may come.
    const prepared = this.#prepared;
    if (prepared?.key !== key) throw new Error(`study ${key} is not prepared here`);
    const { study } = prepared;
    const pending = { run, cancelled: false };
    this.#pending.add(pending);
    const work = async (): Promise<readonly Float64Array[] | null> => {
      const { place, shard } = gather({ study, from, to, models });
      // Lets a cancellation in, and the orders that follow it.
      const rest = async (): Promise<void> => {
        await macrotask();
        if (pending.cancelled) throw cancelled;
      };
      try {
        await rest();
        const replicate = await prepared.replicate;
        await runInPieces({ study, replicate, from, to, models: models ?? study.models.map((_, model) => model), place, rest });
      } catch (fault) {
        if (fault === cancelled) return null;
        throw fault;
      }
      return shard.totals;
    };
    const done = this.#last.then(work).finally(() => this.#pending.delete(pending));
    this.#last = done.catch(() => {});
    return done;
  }

  /** Answered between two pieces of work, as everything is: the worker is alive. */
  ping(): void {}

  /** Orders of that run which are here end with null, begun or not. Messages keep their order: none can come later. */
  cancel(run: number): void {
    for (const pending of this.#pending) if (pending.run === run) pending.cancelled = true;
  }
}

/** Ends the work on an order from within. */
const cancelled = new Error('cancelled');

/** The exact floor is fetched when the first study wants it. */
async function prepare(study: Study): Promise<Replicator> {
  return createReplicatorOn(study, study.floor === 'calls' ? (await import('@percall/core/exactFloor')).createExactFloor : null);
}
