import { createReplicator, type Replicator, type Study } from '@percall/core';
import { macrotask } from './macrotask.ts';

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
  #prepared: { readonly study: number; readonly replicate: Replicator } | null = null;
  readonly #pending = new Set<{ readonly run: number; cancelled: boolean }>();

  /** Prepares a study, under a key by which orders name it. */
  init(study: number, content: Study): void {
    this.#prepared = { study, replicate: createReplicator(content) };
  }

  /** Totals by model; null: cancelled. */
  async run({ run, study, from, to, models }: Order): Promise<readonly Float64Array[] | null> {
    // Taken before the wait below, in which the study of the next order may come.
    const prepared = this.#prepared;
    if (prepared?.study !== study) throw new Error(`study ${study} is not prepared here`);
    const pending = { run, cancelled: false };
    this.#pending.add(pending);
    // Lets a cancellation in that was sent while the order before this one was worked on.
    await macrotask();
    this.#pending.delete(pending);
    if (pending.cancelled) return null;
    return prepared.replicate(from, to, models).totals;
  }

  /** Orders of that run which are here and not begun end with null. Messages keep their order: none can come later. */
  cancel(run: number): void {
    for (const pending of this.#pending) if (pending.run === run) pending.cancelled = true;
  }
}
