import type { Study } from '@percall/core';

/**
 * Replications that a worker is given at a time: enough that messages are few, few enough that all workers end together. One of the exact floor takes
 * a good part of a second, or some.
 */
export const chunkSize = ({ floor }: Study): number => (floor === 'calls' ? 1 : most);

const most = 8;

/** Intervals of a pool that take some three milliseconds. */
const intervalsAtOnce = 2000;

/** Replications of the instant floor between two looks at what has come in: a few milliseconds of work, since whoever moves a slider waits for them. */
export function replicationsAtOnce({ models }: Study, wanted: readonly number[]): number {
  let intervals = 0;
  models.forEach(({ calendar, groups }, model) => {
    if (wanted.includes(model)) intervals += calendar.intervals * groups.length;
  });
  return Math.min(most, Math.max(1, Math.floor(intervalsAtOnce / intervals)));
}
