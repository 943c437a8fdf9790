import { totalsLayout, type Shard } from '@percall/core';
import type { Task } from './crew.ts';

/** A Shard that is filled chunk by chunk, in any order. */
export interface Gathering {
  /** Puts the totals of replications [from, ...) by model in their place. */
  readonly place: (from: number, totals: readonly Float64Array[]) => void;
  readonly shard: Shard;
  /** All that was wanted of replications [from, to) is in its place. */
  readonly finish: (from: number, to: number) => void;
  /** Replications that are finished without a gap from the first on, as views of the shard. */
  readonly ready: () => Shard;
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
  /** Where what is finished without a gap ends, and what is finished beyond it: [from] to. */
  let end = from;
  const beyond = new Map<number, number>();
  return {
    finish: (first, last) => {
      beyond.set(first, last);
      for (let next = beyond.get(end); next !== undefined; next = beyond.get(end)) {
        beyond.delete(end);
        end = next;
      }
    },
    ready: () => ({ from, to: end, totals: all.map((totals, model) => totals.subarray(0, (end - from) * lengths[model]!)) }),
    place: (first, totals) => totals.forEach((part, model) => all[model]!.set(part, (first - from) * lengths[model]!)),
    shard: { from, to, totals: all },
  };
}
