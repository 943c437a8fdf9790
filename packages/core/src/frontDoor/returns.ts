import { expm1 } from '@percall/numeric';
import type { FrontDoor } from '../frontDoor/frontDoor.ts';
import type { ModelCalendar } from '../model/model.ts';

/** Mean days until a customer of self-service who comes back does so: uniform over 72 hours. */
export const selfServiceReturnDays = 1.5;

/** Share of those about to come back who do so within `days`, at a mean delay of `mean` days: exponential. */
export const comingBack = (days: number, mean: number): number => (mean > 0 ? -expm1(-days / mean) : 1);

/**
 * Repeats per day when as many come back as are created and nobody abandons: handled = (offered + returners) / (1 - returning), of
 * which the share `returning` comes back.
 */
export function stationaryRepeats(needsPerDay: number, door: FrontDoor, returning: number): number {
  const first = needsPerDay * (door.offered + door.selfServiceReturned);
  return returning < 1 ? (first * returning) / (1 - returning) : first;
}

/**
 * Mean handle time in seconds of all that ask for an agent in the long run: first contacts, their repeats and self-service's returners, in the
 * proportions of `stationaryRepeats`. Repeats may take longer than first contacts, so a plan for first contacts alone is short.
 */
export function longRunHandleSeconds(door: FrontDoor, returning: number): number {
  const repeats = stationaryRepeats(1, door, returning);
  const contacts = door.offered + repeats + door.selfServiceReturned;
  const work =
    door.offered * door.handleSeconds + repeats * door.repeatHandleSeconds + door.selfServiceReturned * door.returnedHandleSeconds;
  return contacts > 0 ? work / contacts : door.handleSeconds;
}

/** Civil days since the last open day; of the horizon's first, since the last open one of a week before that was like its own. */
export function daysSinceOpen({ dayOffset, days, week }: ModelCalendar, day: number): number {
  if (day > 0) return dayOffset[day]! - dayOffset[day - 1]!;
  let last = 0;
  while (last + 1 < days && week[last + 1] === week[0]) last++;
  return dayOffset[0]! + 7 - dayOffset[last]!;
}

/**
 * Civil days since the last day on which the queue has needs: nobody comes back on a day without. On the first such day of the horizon, since the last one of a
 * week before that was like its own; 0 where there is none.
 *
 * @param needs [interval][queue] long-run needs
 */
export function daysSinceNeeds(calendar: ModelCalendar, needs: Float64Array, queues: number, queue: number, day: number): number {
  const { dayOffset, days, week } = calendar;
  for (let before = day - 1; before >= 0; before--)
    if (hasNeeds(calendar, needs, queues, queue, before)) return dayOffset[day]! - dayOffset[before]!;
  for (let last = days - 1; last >= day; last--)
    if (week[last] === week[0] && hasNeeds(calendar, needs, queues, queue, last)) return dayOffset[day]! + 7 - dayOffset[last]!;
  return 0;
}

/** Whether a queue has needs on a day: most often seen at its first interval. */
function hasNeeds({ firstInterval }: ModelCalendar, needs: Float64Array, queues: number, queue: number, day: number): boolean {
  for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++)
    if (needs[interval * queues + queue]! > 0) return true;
  return false;
}

/** Customers of a queue who are about to come back as a day opens: unresolved ones, and those whom self-service has helped. */
export interface ComingBack {
  repeats: number;
  returners: number;
}

/**
 * Those about to come back when the horizon opens: as if weeks like its first had gone before for ever, and nobody had abandoned.
 *
 * A day takes its share 1 - e^(-gap / mean) of a stock and adds to it, so a week turns a stock x into a x + b: the one sought is b / (1 - a).
 * Where more come back than there were, every week, there is none: it is what one week leaves.
 *
 * @param needs [interval][queue] long-run needs
 */
export function openComingBack(
  stock: ComingBack,
  calendar: ModelCalendar,
  needs: Float64Array,
  queues: number,
  queue: number,
  door: FrontDoor,
  returning: number,
  repeatDays: number,
): void {
  let returnersKept = 1;
  let returners = 0;
  for (let day = 0; day < calendar.days && calendar.week[day] === calendar.week[0]; day++) {
    const dayNeeds = needsOfDay(calendar, needs, queues, queue, day);
    if (dayNeeds <= 0) continue;
    const back = comingBack(daysSinceNeeds(calendar, needs, queues, queue, day), selfServiceReturnDays);
    returnersKept *= 1 - back;
    returners = returners * (1 - back) + dayNeeds * door.selfServiceReturned;
  }
  stock.returners = returnersKept < 1 ? returners / (1 - returnersKept) : 0;

  let kept = 1;
  let repeats = 0;
  let alsoReturning = stock.returners;
  for (let day = 0; day < calendar.days && calendar.week[day] === calendar.week[0]; day++) {
    const dayNeeds = needsOfDay(calendar, needs, queues, queue, day);
    if (dayNeeds <= 0) continue;
    const gap = daysSinceNeeds(calendar, needs, queues, queue, day);
    const returnersToday = alsoReturning * comingBack(gap, selfServiceReturnDays);
    alsoReturning += dayNeeds * door.selfServiceReturned - returnersToday;
    // Who comes back is handled, and a part of them comes back again.
    const stays = 1 - comingBack(gap, repeatDays) * (1 - returning);
    kept *= stays;
    repeats = repeats * stays + (dayNeeds * door.offered + returnersToday) * returning;
  }
  stock.repeats = kept < 1 ? repeats / (1 - kept) : repeats;
}

/** Long-run needs of a queue on a day. */
export function needsOfDay({ firstInterval }: ModelCalendar, needs: Float64Array, queues: number, queue: number, day: number): number {
  let sum = 0;
  for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++) sum += needs[interval * queues + queue]!;
  return sum;
}
