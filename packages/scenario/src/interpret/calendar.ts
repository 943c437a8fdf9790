import { shapeWeights, type DayShapeName } from '../calendar/dayShapes.ts';
import { minutesPerDay } from '../calendar/openHours.ts';
import { weekdays, type Calendar, type OpenHours } from '../scenario.ts';
import type { CurveTyped } from '../schema/calendar.ts';
import type { Draft } from '../schema/root.ts';
import { centralValue } from '../schema/readLeaf.ts';

/** Whether contacts are taken in an interval of the day. */
const isOpen = (spans: readonly OpenHours[], fromMinute: number): boolean =>
  spans.some((span) => fromMinute >= span.fromMinute && fromMinute < span.toMinute);

/** One value per interval of the day, zero where closed; typed for the whole day or for its open intervals only. */
export function perInterval(typed: readonly number[], spans: readonly OpenHours[], intervalMinutes: number): number[] {
  const count = minutesPerDay / intervalMinutes;
  const values: number[] = [];
  let nextOpen = 0;
  for (let i = 0; i < count; i += 1) {
    const open = isOpen(spans, i * intervalMinutes);
    values.push(open ? (typed[typed.length === count ? i : nextOpen] ?? 0) : 0);
    if (open) nextOpen += 1;
  }
  return values;
}

function curve(typed: CurveTyped | null, spans: readonly OpenHours[], intervalMinutes: number): number[] {
  const whole = typeof typed === 'string' || typed === null ? shapeWeights((typed ?? 'flat') as DayShapeName, intervalMinutes) : typed;
  return perInterval(whole, spans, intervalMinutes);
}

/** The calendar of a draft: one object for all drafts that share theirs. */
export function interpretCalendar(draft: Draft['calendar']): Calendar {
  let calendar = interpreted.get(draft);
  if (calendar === undefined) interpreted.set(draft, (calendar = calendarOf(draft)));
  return calendar;
}

const interpreted = new WeakMap<Draft['calendar'], Calendar>();

function calendarOf(draft: Draft['calendar']): Calendar {
  return {
    intervalMinutes: draft.interval,
    weekStarts: weekdays.find((day) => draft.weekStarts.startsWith(day))!,
    open: draft.open,
    closeGraceSeconds: centralValue(draft.closeGrace.distribution),
    holidays: draft.holidays,
    dayWeights: draft.open.map((spans, day) => (spans.length === 0 ? 0 : (draft.dayWeights[day] ?? 1))),
    dayShape: draft.open.map((spans, day) => curve(draft.dayShape[day] ?? null, spans, draft.interval)),
    seasons: draft.seasons,
    events: draft.events.map(({ name, days, volume, handleTime, contactTypes }) => ({
      name,
      from: days.from,
      to: days.to,
      volume,
      handleTime,
      contactTypes,
    })),
  };
}
