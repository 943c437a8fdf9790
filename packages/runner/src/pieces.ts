import { untilPaused, type Replicator, type Study } from '@percall/core';
import { replicationsAtOnce } from './chunks.ts';
import type { Gathering } from './gather.ts';

/** Replications of a study that are run on this thread, and where their totals go. */
export interface Work {
  readonly study: Study;
  readonly replicate: Replicator;
  readonly from: number;
  readonly to: number;
  readonly models: readonly number[];
  readonly place: Gathering['place'];
  /** Lets in what waits for this thread: a cancellation, a click. Rejects where the work is to end. */
  readonly rest: () => Promise<void>;
  /** Replications are done up to this one. */
  readonly onDone?: (next: number) => void;
}

/**
 * Milliseconds of the exact floor between two rests. A rest takes some hundredths of one, and what is drawn anew after it some tenths.
 */
const atOnce = 20;

/**
 * Runs the work in pieces of some milliseconds, with a rest after each, so that whoever shares the thread waits no longer than that. On the instant
 * floor a piece is a few replications. On the exact one, where one scenario of a month takes 40 ms to more than a second, it ends wherever it is after
 * 20 ms, and goes on from there: the same bits.
 */
export const runInPieces = (work: Work): Promise<void> => (work.study.floor === 'calls' ? runByTime(work) : runByCount(work));

async function runByCount({ study, replicate, from, to, models, place, rest, onDone }: Work): Promise<void> {
  const count = replicationsAtOnce(study, models);
  for (let next = from; next < to; next += count) {
    const end = Math.min(next + count, to);
    place(next, replicate(next, end, models).totals);
    onDone?.(end);
    await rest();
  }
}

/** Whether some work is in the middle of a world. The exact floor of a thread holds one: another would take its place, and the first begin anew. */
let isTaken = false;

async function runByTime({ replicate, from, to, models, place, rest, onDone }: Work): Promise<void> {
  let end = performance.now() + atOnce;
  const isDue = (): boolean => performance.now() >= end;
  const restAndGoOn = async (): Promise<void> => {
    await rest();
    end = performance.now() + atOnce;
  };
  for (let next = from; next < to; next++) {
    // One scenario at a time: of several, those before the one that is paused would be run again.
    for (const model of models) {
      while (isTaken) await restAndGoOn();
      isTaken = true;
      try {
        while (!untilPaused(isDue, () => place(next, replicate(next, next + 1, [model]).totals))) await restAndGoOn();
      } finally {
        isTaken = false;
      }
    }
    onDone?.(next + 1);
    if (isDue()) await restAndGoOn();
  }
  await rest();
}
