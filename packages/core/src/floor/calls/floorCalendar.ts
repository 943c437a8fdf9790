import { log } from '@percall/numeric';
import type { Model } from '../../model/model.ts';

const secondsPerDay = 86_400;

/**
 * The time that the exact floor runs through: a warm-up, the horizon and a run-off. The first is a week, or several, like the horizon's first
 * (the same open hours, rates, busyness and staff, other customers), the last as many like its last; neither is counted. A period is an open
 * interval, and the clock starts with the warm-up.
 */
export interface FloorCalendar {
  /** Open days. */
  readonly days: number;
  /** [day + 1] first period of each. */
  readonly firstPeriod: Int32Array;
  /** [day] civil days since the clock started. */
  readonly dayNumber: Int32Array;
  /** [day] day of the model's calendar that it is, or is a copy of. */
  readonly modelDay: Int32Array;
  /** [period] interval of the model's calendar that it is, or is a copy of. */
  readonly interval: Int32Array;
  /** [period] */
  readonly day: Int32Array;
  /** [period] intervals since the start of the horizon, open or not; below 0 in the warm-up. */
  readonly slot: Int32Array;
  /** [period] seconds on the clock. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** When the horizon starts. */
  readonly horizonStartSeconds: number;
  /** Periods of the horizon: [from, to). */
  readonly countedFrom: number;
  readonly countedTo: number;
  /** When the clock stops. */
  readonly endSeconds: number;
}

/** Most weeks of warm-up: beyond, who comes back does so after a fortnight or more, and a longer horizon is the answer. */
const mostWeeks = 8;

/**
 * Weeks until 99 in 100 of those who come back have: the mean of their delay, exponential, x ln 100, of the contact type whose customers take longest, at
 * central values. The horizon then opens with as many about to come back as leave it.
 */
export function warmUpWeeks({ contactTypes, leaves }: Model): number {
  const days = contactTypes.map(({ repeat }) => (leaves[repeat.share]!.central > 0 ? leaves[repeat.after]!.central / secondsPerDay : 0));
  return Math.min(mostWeeks, Math.max(1, Math.ceil((Math.max(...days) * log(100)) / 7)));
}

export function floorCalendar(model: Model): FloorCalendar {
  const { calendar } = model;
  const { intervalSeconds, weeks, week, dayOffset, firstInterval, slot } = calendar;
  const slotsPerDay = Math.round(secondsPerDay / intervalSeconds);
  const more = warmUpWeeks(model);
  const all = Array.from({ length: calendar.days }, (_, day) => day);
  const copies = (ofWeek: number, byWeeks: readonly number[]) =>
    byWeeks.flatMap((by) => all.filter((day) => week[day] === ofWeek).map((day) => ({ day, moved: 7 * by, isCounted: false })));
  const upTo = Array.from({ length: more }, (_, at) => at + 1);
  /** A model's day, and by how many days it is moved. */
  const open = [
    ...copies(
      0,
      upTo.map((by) => by - more - 1),
    ),
    ...all.map((day) => ({ day, moved: 0, isCounted: true })),
    ...copies(weeks - 1, upTo),
  ];
  const periods = open.flatMap(({ day, moved, isCounted }, place) =>
    Array.from({ length: firstInterval[day + 1]! - firstInterval[day]! }, (_, at) => {
      const interval = firstInterval[day]! + at;
      return { day: place, interval, isCounted, slot: (dayOffset[day]! + moved) * slotsPerDay + slot[interval]! };
    }),
  );
  const startOf = (number: number): number => (number + 7 * more * slotsPerDay) * intervalSeconds;
  const countedFrom = Math.max(
    0,
    periods.findIndex(({ isCounted }) => isCounted),
  );
  return {
    days: open.length,
    firstPeriod: Int32Array.from({ length: open.length + 1 }, (_, day) => {
      const first = periods.findIndex((period) => period.day === day);
      return first < 0 ? periods.length : first;
    }),
    dayNumber: Int32Array.from(open, ({ day, moved }) => dayOffset[day]! + moved + 7 * more),
    modelDay: Int32Array.from(open, ({ day }) => day),
    interval: Int32Array.from(periods, ({ interval }) => interval),
    day: Int32Array.from(periods, ({ day }) => day),
    slot: Int32Array.from(periods, ({ slot }) => slot),
    start: Float64Array.from(periods, ({ slot }) => startOf(slot)),
    end: Float64Array.from(periods, ({ slot }) => startOf(slot + 1)),
    horizonStartSeconds: 7 * more * secondsPerDay,
    countedFrom,
    countedTo: countedFrom + calendar.intervals,
    endSeconds: (calendar.horizonDays + 14 * more) * secondsPerDay,
  };
}
