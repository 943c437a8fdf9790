import type { ModelCalendar } from '../model/model.ts';

/** Calendars are frozen, so what follows from two is worked out once. */
const known = new WeakMap<ModelCalendar, { readonly other: ModelCalendar; readonly at: Int32Array }>();

/** [open interval of a calendar] the interval of another that is open when it begins, by the clock of the same horizon; -1: it is closed then. */
export function atTheTime(calendar: ModelCalendar, other: ModelCalendar): Int32Array {
  const found = known.get(calendar);
  if (found?.other === other) return found.at;
  const slots = Math.ceil(86_400 / other.intervalSeconds);
  const intervalOf = new Map<number, number>();
  for (let day = 0; day < other.days; day++)
    for (let interval = other.firstInterval[day]!; interval < other.firstInterval[day + 1]!; interval++)
      intervalOf.set(other.dayOffset[day]! * slots + other.slot[interval]!, interval);
  const at = new Int32Array(calendar.intervals).fill(-1);
  for (let day = 0; day < calendar.days; day++)
    for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++) {
      const slot = Math.floor((calendar.slot[interval]! * calendar.intervalSeconds) / other.intervalSeconds);
      at[interval] = intervalOf.get(calendar.dayOffset[day]! * slots + slot) ?? -1;
    }
  known.set(calendar, { other, at });
  return at;
}
