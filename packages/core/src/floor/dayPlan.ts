import type { Model } from '../model/model.ts';
import { scrambles } from '../random/sobol.ts';
import { threefry4x32 } from '../random/threefry.ts';
import type { FloorName } from './floorInput.ts';

/** Which open days of the horizon a replication runs its live queues on: every one, or some of each stratum of days that are alike. */
export type Days = 'all' | 'strata';

/**
 * Strata of a model's open days: days of one weekday in one stretch of the horizon, with the same events in force, as long since the open day before
 * and until the next one. So seasons, ramps and staff on their way are followed from stretch to stretch, and the days of a short event or around
 * a holiday have strata of their own.
 */
export interface DayPlan {
  /** [stratum] its days, in time order. */
  readonly strata: readonly Int32Array[];
  /** [day] */
  readonly stratumOf: Int32Array;
  /** [stratum] weekday and stretch: strata of several models that agree in them and in their size choose alike. */
  readonly keys: Int32Array;
}

/** Longest horizon, in weeks, of which every day is run. */
export const mostWeeksRunWhole = 8;

/** Strata up to this size are run whole: one day of two saves little and stands for the other alone. */
const mostRunWhole = 2;

/** The days that one scenario of a study runs. Callbacks are work that may outlast the day, or pile up for weeks: strata would say nothing of them. */
export const daysRun = ({ callback }: Model, days: Days): Days => (callback === null ? days : 'all');

/**
 * The days that a study runs where nobody says: all of a horizon of up to eight weeks, of one in which the worst week or interval is asked for, and on the exact
 * floor; strata of a longer one where some scenario can run them (`daysRun`). The worst of those that happen to be run is no worst of all, so where one is asked for strata are not to be had.
 */
export function daysOf(models: readonly Model[], floor: FloorName, wanted: Days | 'auto' = 'auto'): Days {
  if (wanted === 'all' || floor === 'calls' || models.some(({ targets }) => targets.extremes.length > 0)) return 'all';
  if (models.every((model) => daysRun(model, 'strata') === 'all')) return 'all';
  return wanted === 'strata' || models.some(({ calendar }) => calendar.weeks > mostWeeksRunWhole) ? 'strata' : 'all';
}

/**
 * Stretches of a horizon: as many as each has weeks, or more. What is left to chance falls with the root of the days that are run, so a longer horizon may run a
 * smaller part of them.
 */
const stretchesOf = (weeks: number): number => Math.ceil(Math.sqrt(weeks));

/** Models are frozen, so what follows from one is worked out once. */
const known = new WeakMap<Model, DayPlan>();

/** The strata of a model's open days, by their first one. */
export function dayPlanOf(model: Model): DayPlan {
  const found = known.get(model);
  if (found !== undefined) return found;
  const { calendar, contactTypes } = model;
  const { days, weeks, week, weekday, dayOffset } = calendar;
  const stretches = stretchesOf(weeks);
  const byKey = new Map<string, { days: number[]; key: number }>();
  for (let day = 0; day < days; day++) {
    const stretch = Math.floor((week[day]! * stretches) / weeks);
    const events = contactTypes.map(({ eventVolume, eventHandleTime }) => [eventVolume[day], eventHandleTime[day]]);
    const before = day > 0 ? dayOffset[day]! - dayOffset[day - 1]! : null;
    const after = day + 1 < days ? dayOffset[day + 1]! - dayOffset[day]! : null;
    const text = JSON.stringify([weekday[day], stretch, events, before, after]);
    const stratum = byKey.get(text) ?? { days: [], key: weekday[day]! + 7 * stretch };
    stratum.days.push(day);
    byKey.set(text, stratum);
  }
  const strata = [...byKey.values()];
  const stratumOf = new Int32Array(days);
  strata.forEach(({ days: own }, at) => own.forEach((day) => (stratumOf[day] = at)));
  const plan = {
    strata: strata.map(({ days: own }) => Int32Array.from(own)),
    stratumOf,
    keys: Int32Array.from(strata, ({ key }) => key),
  };
  known.set(model, plan);
  return plan;
}

/** Days of a stratum of this size that one replication runs. */
export const runOf = (size: number): number => (size <= mostRunWhole ? size : 1);

/** What the choice is drawn with. It is of the design and not of a study: worlds and the days run in them have nothing to do with each other. */
const designKey = Int32Array.of(0x64617973, 0x73747261, 0x7461, 1);
const words = new Int32Array(4);

/**
 * Marks the days that a replication runs: `runs` [day] 1, others 0.
 *
 * Point p of a scramble (replication = 8 p + scramble) runs day (p + start) mod N of a stratum of N days, and `start` is drawn anew every N points, by
 * scramble and stratum. So N points of a scramble run each day once; and which of them does is not tied to the points of the sequence, whose digits
 * go by their number too.
 */
export function chooseDays(runs: Uint8Array, { strata, keys }: DayPlan, replication: number): void {
  runs.fill(0);
  const point = Math.floor(replication / scrambles);
  for (let stratum = 0; stratum < strata.length; stratum++) {
    const days = strata[stratum]!;
    const size = days.length;
    if (runOf(size) === size) {
      for (let at = 0; at < size; at++) runs[days[at]!] = 1;
      continue;
    }
    threefry4x32(words, designKey, replication % scrambles, Math.floor(point / size), keys[stratum]!, size);
    runs[days[((words[0]! >>> 1) + point) % size]!] = 1;
  }
}
