import { daysPer, type Calendar, type Scenario } from '@percall/scenario';
import type { ModelCalendar } from './model.ts';

const millisecondsPerDay = 86_400_000;

/** Days from 1970-01-01 to a civil date "YYYY-MM-DD": local wall clock, no time zone, no daylight saving. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year!, month! - 1, day) / millisecondsPerDay;
}

/** Monday = 0. 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The calendar of a model, and the share of a volume that arrives in each of its intervals. */
export interface LaidOut {
  readonly calendar: ModelCalendar;
  /** [interval] as `arrivalProfile` says. */
  readonly profile: Float64Array;
}

/** Scenarios of one document share a calendar, and documents that follow each other do until somebody edits it: it is laid out once. */
export function layOut(scenario: Scenario): LaidOut {
  const { horizon, period } = scenario;
  const key = `${horizon.start} ${horizon.weeks} ${period}`;
  const known = laidOut.get(scenario.calendar);
  if (known?.key === key) return known;
  const calendar = compileCalendar(scenario);
  const made = { key, calendar, profile: arrivalProfile(scenario, calendar) };
  laidOut.set(scenario.calendar, made);
  return made;
}

const laidOut = new WeakMap<Calendar, LaidOut & { readonly key: string }>();

/** The open intervals of the horizon, in time order. */
export function compileCalendar(scenario: Scenario): ModelCalendar {
  const { calendar, horizon } = scenario;
  const start = dayNumber(horizon.start);
  const horizonDays = horizon.weeks * 7;
  const holidays = new Set(calendar.holidays.map(dayNumber));
  const firstInterval = [0];
  const dayOffset: number[] = [];
  const weekday: number[] = [];
  const week: number[] = [];
  const slot: number[] = [];
  for (let offset = 0; offset < horizonDays; offset++) {
    if (holidays.has(start + offset)) continue;
    const slots = openSlots(calendar, weekdayOf(start + offset));
    if (slots.length === 0) continue;
    slot.push(...slots);
    dayOffset.push(offset);
    weekday.push(weekdayOf(start + offset));
    week.push(Math.floor(offset / 7));
    firstInterval.push(slot.length);
  }
  return {
    intervalSeconds: calendar.intervalMinutes * 60,
    horizonDays,
    weeks: horizon.weeks,
    intervals: slot.length,
    days: dayOffset.length,
    firstInterval: Int32Array.from(firstInterval),
    dayOffset: Int32Array.from(dayOffset),
    weekday: Int32Array.from(weekday),
    week: Int32Array.from(week),
    slot: Int32Array.from(slot),
    closeGraceSeconds: calendar.closeGraceSeconds,
  };
}

/** Intervals of the day, from midnight, in which a weekday is open. */
function openSlots(calendar: Calendar, weekday: number): number[] {
  const slots: number[] = [];
  for (const { fromMinute, toMinute } of calendar.open[weekday]!)
    for (let minute = fromMinute; minute < toMinute; minute += calendar.intervalMinutes) slots.push(minute / calendar.intervalMinutes);
  return slots;
}

/**
 * [interval] share of one period's volume that arrives in each interval, before events.
 *
 * A volume "per P" over a horizon of D days scales by D / days(P); day and season weights are normalised to mean 1 over the open
 * days; the day shape to sum 1 over the open intervals of its day. So the profile sums to D / days(P).
 */
export function arrivalProfile(scenario: Scenario, calendar: ModelCalendar): Float64Array {
  const { dayWeights, dayShape, seasons } = scenario.calendar;
  const weights = Array.from(
    { length: calendar.days },
    (_, day) => dayWeights[calendar.weekday[day]!]! * (seasons?.[calendar.week[day]!] ?? 1),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const profile = new Float64Array(calendar.intervals);
  if (!(total > 0)) return profile;
  const perHorizon = calendar.horizonDays / daysPer[scenario.period];
  weights.forEach((weight, day) => {
    const shape = dayShape[calendar.weekday[day]!]!;
    const from = calendar.firstInterval[day]!;
    const to = calendar.firstInterval[day + 1]!;
    let sum = 0;
    for (let interval = from; interval < to; interval++) sum += shape[calendar.slot[interval]!]!;
    // A day whose open intervals all weigh nothing is flat: its day weight still holds.
    for (let interval = from; interval < to; interval++) {
      const share = sum > 0 ? shape[calendar.slot[interval]!]! / sum : 1 / (to - from);
      profile[interval] = (perHorizon * weight * share) / total;
    }
  });
  return profile;
}
