import { totalsLayout, type Shard } from '@percall/core';
import type { Task } from './crew.ts';

/** A Shard that is filled chunk by chunk, in any order. */
export interface Gathering {
  /** Puts the totals of replications [from, ...) by model in their place. */
  readonly place: (from: number, totals: readonly Float64Array[]) => void;
  readonly shard: Shard;
}

/** An empty Shard for a task: [replication - from][totals] of each wanted model, nothing of the others. */
export function gather({
  study,
  from,
  to,
  models,
}: Pick<Task, 'study' | 'from' | 'to'> & { readonly models?: readonly number[] | undefined }): Gathering {
  const lengths = study.models.map((model, index) => (models === undefined || models.includes(index) ? totalsLayout(model).length : 0));
  const all = lengths.map((length) => new Float64Array(length * (to - from)));
  return {
    place: (first, totals) => totals.forEach((part, model) => all[model]!.set(part, (first - from) * lengths[model]!)),
    shard: { from, to, totals: all },
  };
}
