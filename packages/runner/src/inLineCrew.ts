import { createReplicator, type Replicator, type Shard, type Study } from '@percall/core';
import type { Crew, Task } from './crew.ts';
import { gather } from './gather.ts';
import { macrotask } from './macrotask.ts';
import { runInPieces } from './pieces.ts';

/** This thread, in pieces of a few milliseconds that leave its event loop room. */
export const inLineCrew = (): Crew => createInLineCrew(createReplicator);

/** A crew in this thread, from whatever prepares a study. The last study stays prepared. */
export function createInLineCrew(prepare: (study: Study) => Replicator): Crew {
  const closing = new AbortController();
  let prepared: { readonly study: Study; readonly replicate: Replicator } | null = null;

  async function run(task: Task): Promise<Shard> {
    const { study, from, to, models, signal, onProgress } = task;
    const throwIfEnded = (): void => {
      closing.signal.throwIfAborted();
      signal?.throwIfAborted();
    };
    throwIfEnded();
    if (prepared?.study !== study) prepared = { study, replicate: prepare(study) };
    const { replicate } = prepared;
    const { place, finish, ready, shard } = gather(task);
    let done = from;
    await runInPieces({
      study,
      replicate,
      from,
      to,
      models: models ?? study.models.map((_, model) => model),
      place,
      onDone: (next) => {
        finish(done, next);
        done = next;
        onProgress?.(done - from, ready);
      },
      rest: async () => {
        await macrotask();
        throwIfEnded();
      },
    });
    return shard;
  }

  return {
    workers: 0,
    replicate: run,
    close: () => Promise.resolve(closing.abort(new Error('the crew has been closed'))),
  };
}
