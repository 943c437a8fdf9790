import type { ModelCalendar } from '../../model/model.ts';

const secondsPerDay = 86_400;

/**
 * The time that the exact floor runs through: a warm-up week, the horizon and a run-off week. The first is a copy of the horizon's first
 * week (the same open hours, rates, busyness and staff, other customers), the last one of its last; neither is counted. A period is an open interval,
 * and the clock starts with the warm-up week.
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
  /** [period] intervals since the start of the horizon, open or not; below 0 in the warm-up week. */
  readonly slot: Int32Array;
  /** [period] seconds on the clock. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Periods of the horizon: [from, to). */
  readonly countedFrom: number;
  readonly countedTo: number;
  /** When the clock stops. */
  readonly endSeconds: number;
}

export function floorCalendar(calendar: ModelCalendar): FloorCalendar {
  const { intervalSeconds, weeks, week, dayOffset, firstInterval, slot } = calendar;
  const slotsPerDay = Math.round(secondsPerDay / intervalSeconds);
  const all = Array.from({ length: calendar.days }, (_, day) => day);
  /** A model's day, and by how many days it is moved. */
  const open = [
    ...all.filter((day) => week[day] === 0).map((day) => ({ day, moved: -7, isCounted: false })),
    ...all.map((day) => ({ day, moved: 0, isCounted: true })),
    ...all.filter((day) => week[day] === weeks - 1).map((day) => ({ day, moved: 7, isCounted: false })),
  ];
  const periods = open.flatMap(({ day, moved, isCounted }, place) =>
    Array.from({ length: firstInterval[day + 1]! - firstInterval[day]! }, (_, at) => {
      const interval = firstInterval[day]! + at;
      return { day: place, interval, isCounted, slot: (dayOffset[day]! + moved) * slotsPerDay + slot[interval]! };
    }),
  );
  const startOf = (number: number): number => (number + 7 * slotsPerDay) * intervalSeconds;
  const countedFrom = periods.findIndex(({ isCounted }) => isCounted);
  return {
    days: open.length,
    firstPeriod: Int32Array.from({ length: open.length + 1 }, (_, day) => {
      const first = periods.findIndex((period) => period.day === day);
      return first < 0 ? periods.length : first;
    }),
    dayNumber: Int32Array.from(open, ({ day, moved }) => dayOffset[day]! + moved + 7),
    modelDay: Int32Array.from(open, ({ day }) => day),
    interval: Int32Array.from(periods, ({ interval }) => interval),
    day: Int32Array.from(periods, ({ day }) => day),
    slot: Int32Array.from(periods, ({ slot }) => slot),
    start: Float64Array.from(periods, ({ slot }) => startOf(slot)),
    end: Float64Array.from(periods, ({ slot }) => startOf(slot + 1)),
    countedFrom: Math.max(0, countedFrom),
    countedTo: Math.max(0, countedFrom) + calendar.intervals,
    endSeconds: (calendar.horizonDays + 14) * secondsPerDay,
  };
}
