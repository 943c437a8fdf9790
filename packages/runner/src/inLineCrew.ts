import { createReplicator, type Replicator, type Shard, type Study } from '@percall/core';
import { replicationsAtOnce } from './chunks.ts';
import type { Crew, Task } from './crew.ts';
import { gather } from './gather.ts';
import { macrotask } from './macrotask.ts';

/** This thread, in pieces of a few milliseconds that leave its event loop room. */
export const inLineCrew = (): Crew => createInLineCrew(createReplicator);

/** A crew in this thread, from whatever prepares a study. The last study stays prepared. */
export function createInLineCrew(prepare: (study: Study) => Replicator): Crew {
  const closing = new AbortController();
  let prepared: { readonly study: Study; readonly replicate: Replicator } | null = null;

  async function replicate(task: Task): Promise<Shard> {
    const { study, from, to, models, signal, onProgress } = task;
    const throwIfEnded = (): void => {
      closing.signal.throwIfAborted();
      signal?.throwIfAborted();
    };
    throwIfEnded();
    if (prepared?.study !== study) prepared = { study, replicate: prepare(study) };
    const run = prepared.replicate;
    const { place, shard } = gather(task);
    const atOnce = replicationsAtOnce(study, models);
    for (let next = from; next < to; next += atOnce) {
      const end = Math.min(next + atOnce, to);
      place(next, run(next, end, models).totals);
      onProgress?.(end - from);
      await macrotask();
      throwIfEnded();
    }
    return shard;
  }

  return {
    workers: 0,
    replicate,
    close: () => Promise.resolve(closing.abort(new Error('the crew has been closed'))),
  };
}
