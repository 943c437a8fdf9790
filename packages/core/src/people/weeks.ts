import type { ModelCalendar } from '../model/model.ts';

/** Calendars are frozen, so what follows from one is worked out once. */
const known = new WeakMap<ModelCalendar, Int32Array>();

/** [week + 1] first open interval of each week of the horizon; the last entry is the number of intervals. A week without open hours begins where the next does. */
export function firstOfWeek(calendar: ModelCalendar): Int32Array {
  let first = known.get(calendar);
  if (first === undefined) {
    first = new Int32Array(calendar.weeks + 1).fill(calendar.intervals);
    for (let day = calendar.days - 1; day >= 0; day--) first[calendar.week[day]!] = calendar.firstInterval[day]!;
    for (let week = calendar.weeks - 1; week >= 0; week--) first[week] = Math.min(first[week]!, first[week + 1]!);
    known.set(calendar, first);
  }
  return first;
}
