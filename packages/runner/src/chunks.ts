import type { Study } from '@percall/core';

/** Replications that a worker is given at a time: enough that messages are few, few enough that all workers end together. */
export const chunkSize = 8;

/** Intervals of a pool that take some three milliseconds. */
const intervalsAtOnce = 2000;

/** Replications between two looks at what has come in: a few milliseconds of work, since whoever moves a slider waits for them. */
export function replicationsAtOnce({ models, floor }: Study, wanted: readonly number[] = models.map((_, model) => model)): number {
  if (floor === 'calls') return 1;
  let intervals = 0;
  models.forEach(({ calendar, groups }, model) => {
    if (wanted.includes(model)) intervals += calendar.intervals * groups.length;
  });
  return Math.min(chunkSize, Math.max(1, Math.floor(intervalsAtOnce / intervals)));
}
