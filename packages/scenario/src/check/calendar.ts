import { dayNumber, readDays, weekdayOf } from '../calendar/dates.ts';
import { minutesPerDay, readOpenHours } from '../calendar/openHours.ts';
import { readWeekdays } from '../calendar/weekdays.ts';
import type { Json } from '../document.ts';
import { isList, isObject, type Path } from '../paths.ts';
import { mustText } from '../mustTexts.ts';
import { daysPer, weekdays, type OpenHours, type Period } from '../scenario.ts';
import { readIntervalMinutes } from '../schema/calendar.ts';
import { mostWeeks } from '../schema/root.ts';
import type { View } from './view.ts';

/** Open hours, curves, weeks, dates and period fit each other. */
export function checkCalendar(view: View): void {
  const interval = readIntervalMinutes(view.at(['calendar', 'interval']) ?? '30 min');
  if (typeof interval === 'number') {
    checkOpenHours(view, interval);
    checkCurves(view, interval);
  }
  checkDates(view);
  checkPeriod(view);
}

/** Open hours by weekday; null where they cannot be read: the schema has said so. */
export function openByDay(view: View): readonly (readonly OpenHours[])[] | null {
  const open = view.at(['calendar', 'open']);
  if (!isObject(open)) return null;
  const byDay: (readonly OpenHours[])[] = Array<readonly OpenHours[]>(7).fill([]);
  for (const [key, typed] of Object.entries(open)) {
    const days = readWeekdays(key);
    const spans = readOpenHours(typed);
    if (days === null || spans === null) return null;
    for (const day of days) byDay[day] = spans;
  }
  return byDay;
}

function checkOpenHours(view: View, interval: number): void {
  const open = view.at(['calendar', 'open']);
  if (!isObject(open)) return;
  for (const [key, typed] of Object.entries(open)) {
    const spans = readOpenHours(typed) ?? [];
    if (spans.some((span) => span.fromMinute % interval !== 0 || span.toMinute % interval !== 0))
      view.report(['calendar', 'open', key], { code: 'structure', must: mustText('wholeIntervals', { minutes: interval }), got: typed });
  }
}

/** One value per interval: of the whole day, or of the open hours of every day it is meant for. */
function checkLength(
  view: View,
  path: Path,
  typed: Json,
  days: readonly number[],
  interval: number,
  open: readonly (readonly OpenHours[])[],
): void {
  if (!isList(typed)) return;
  const perDay = minutesPerDay / interval;
  const lengths = days
    .map((day) => open[day]!.reduce((sum, span) => sum + (span.toMinute - span.fromMinute) / interval, 0))
    .filter((length) => length > 0);
  if (typed.length === perDay || (lengths.length > 0 && lengths.every((length) => length === typed.length))) return;
  const openIntervals = [...new Set(lengths)].join(' / ');
  const must = mustText('oneWeightPerInterval', { day: perDay, open: openIntervals });
  view.report(path, { code: 'structure', must, got: typed.length });
}

const everyDay = [0, 1, 2, 3, 4, 5, 6];

function checkCurves(view: View, interval: number): void {
  const open = openByDay(view);
  if (open === null) return;
  const shape = view.at(['calendar', 'dayShape']);
  if (isList(shape)) checkLength(view, ['calendar', 'dayShape'], shape, everyDay, interval, open);
  else if (isObject(shape))
    for (const [key, typed] of Object.entries(shape))
      checkLength(view, ['calendar', 'dayShape', key], typed, readWeekdays(key) ?? [], interval, open);
  for (const group of view.names(['staffing', 'roster'])) {
    const roster = view.at(['staffing', 'roster', group]);
    if (isObject(roster))
      for (const [key, typed] of Object.entries(roster))
        checkLength(view, ['staffing', 'roster', group, key], typed, readWeekdays(key) ?? [], interval, open);
  }
  const weights = view.at(['calendar', 'dayWeights']);
  if (isObject(weights) && Object.keys(weights).length > 0) {
    const given = new Map<number, Json>();
    for (const [key, typed] of Object.entries(weights)) for (const day of readWeekdays(key) ?? []) given.set(day, typed);
    const openDays = everyDay.filter((day) => open[day]!.length > 0);
    if (openDays.length > 0 && openDays.every((day) => given.get(day) === 0))
      view.report(['calendar', 'dayWeights'], { code: 'range', must: mustText('somePositive'), got: weights });
    for (const [key, typed] of Object.entries(weights)) {
      const days = readWeekdays(key) ?? [];
      if (typeof typed === 'number' && typed > 0 && days.length > 0 && days.every((day) => open[day]!.length === 0) && openDays.length > 0)
        view.report(['calendar', 'dayWeights', key], {
          code: 'unused',
          must: { rule: 'oneOf', names: openDays.map((day) => weekdays[day]!) },
          got: typed,
          severity: 'warning',
        });
    }
  }
}

interface Horizon {
  readonly from: number;
  readonly weeks: number;
}

function horizonOf(view: View): Horizon | null {
  const start = view.at(['horizon', 'start']);
  const weeks = view.at(['horizon', 'weeks']) ?? 4;
  const from = typeof start === 'string' ? dayNumber(start) : null;
  return from === null || typeof weeks !== 'number' || !Number.isInteger(weeks) || weeks < 1 || weeks > mostWeeks ? null : { from, weeks };
}

const days = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function checkDates(view: View): void {
  const horizon = horizonOf(view);
  if (horizon === null) return;
  const { from, weeks } = horizon;
  const to = from + weeks * 7 - 1;
  const start = view.at(['horizon', 'start']) as string;
  const outside = (path: Path, got: string, first: number, last: number): void => {
    if (last >= from && first <= to) return;
    view.report(path, { code: 'unused', must: mustText('insideHorizon', { from: start, weeks }), got, severity: 'warning' });
  };
  const seasons = view.at(['calendar', 'seasons']);
  if (isList(seasons) && seasons.length > 0 && seasons.length !== weeks)
    view.report(['calendar', 'seasons'], { code: 'structure', must: mustText('oneWeightPerWeek', { weeks }), got: seasons.length });
  const byDay = openByDay(view);
  // Where no weekday is open, or nobody can read which are, that is the problem, and the schema has said it.
  const known = byDay?.some((spans) => spans.length > 0) === true ? byDay : null;
  const openOn = (day: number): boolean => known === null || known[weekdayOf(day)]!.length > 0;
  const closed = new Set<number>();
  const holidays = view.at(['calendar', 'holidays']);
  if (isList(holidays))
    holidays.forEach((date, i) => {
      const day = typeof date === 'string' ? dayNumber(date) : null;
      if (day === null) return;
      const path = ['calendar', 'holidays', i];
      outside(path, date as string, day, day);
      if (day < from || day > to) return;
      closed.add(day);
      if (!openOn(day)) view.report(path, { code: 'unused', must: mustText('onOpenDay'), got: date, severity: 'warning' });
    });
  const openDays = days(from, to).filter((day) => openOn(day) && !closed.has(day));
  if (openDays.length === 0 && closed.size > 0)
    view.report(['calendar', 'holidays'], { code: 'structure', must: mustText('someOpenDay'), got: holidays });
  const events = view.at(['calendar', 'events']);
  if (isList(events))
    events.forEach((event, i) => {
      if (!isObject(event)) return;
      const path = ['calendar', 'events', i];
      if (event['volume'] === undefined && event['handleTime'] === undefined)
        view.report(path, { code: 'unused', must: mustText('changesSomething'), got: event, severity: 'warning' });
      const typed = event['days'];
      const span = typeof typed === 'string' ? readDays(typed) : null;
      if (span === null) return;
      const first = dayNumber(span.from)!;
      const last = dayNumber(span.to)!;
      outside([...path, 'days'], typed as string, first, last);
      if (first > last || last < from || first > to || openDays.some((day) => day >= first && day <= last)) return;
      view.report([...path, 'days'], { code: 'unused', must: mustText('onOpenDay'), got: typed, severity: 'warning' });
    });
  const variants = view.at(['variants']);
  if (isList(variants))
    variants.forEach((variant, i) => {
      const date = isObject(variant) ? variant['starts'] : undefined;
      const day = typeof date === 'string' ? dayNumber(date) : null;
      // Levers that start before the horizon are simply in force; after its end they never are.
      if (day !== null && day > to) outside(['variants', i, 'starts'], date as string, day, day);
    });
}

function checkPeriod(view: View): void {
  const horizon = horizonOf(view);
  const period = view.at(['period']) ?? 'month';
  if (horizon === null || typeof period !== 'string' || !Object.hasOwn(daysPer, period)) return;
  // Four weeks stand for a month to every planner; a month for a year do not.
  const weeks = Math.ceil(daysPer[period as Period] / (7 * 1.1));
  if (horizon.weeks >= weeks) return;
  view.report(['horizon', 'weeks'], {
    code: 'structure',
    must: mustText('extrapolated', { period, weeks }),
    got: horizon.weeks,
    severity: 'warning',
  });
}
