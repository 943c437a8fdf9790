import type { Study } from '@percall/core';

/** Most replications that a worker is given at a time: one row of all scrambles, which an answer on the way grows by. */
const most = 8;

/** Intervals of a pool that take some three milliseconds, and those that take some twenty-five. */
const intervalsAtOnce = 2000;
const intervalsInChunk = 16_000;

/**
 * Replications that a worker is given at a time: enough that messages are few, few enough that all workers end together and answers on the way need not
 * wait. One of the exact floor takes a good part of a second, or some.
 */
export const chunkSize = (study: Study, wanted?: readonly number[]): number =>
  study.floor === 'calls' ? 1 : replicationsIn(intervalsInChunk, study, wanted);

/** Replications of the instant floor between two looks at what has come in: a few milliseconds of work, since whoever moves a slider waits for them. */
export const replicationsAtOnce = (study: Study, wanted?: readonly number[]): number => replicationsIn(intervalsAtOnce, study, wanted);

function replicationsIn(mostIntervals: number, { models }: Study, wanted: readonly number[] = models.map((_, model) => model)): number {
  let intervals = 0;
  models.forEach(({ calendar, groups }, model) => {
    if (wanted.includes(model)) intervals += calendar.intervals * groups.length;
  });
  return Math.min(most, Math.max(1, Math.floor(mostIntervals / intervals)));
}
