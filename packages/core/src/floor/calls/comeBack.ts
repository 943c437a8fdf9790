import { fillLog } from '../../random/durations/fillExpAndLog.ts';
import type { Model } from '../../model/model.ts';
import type { FloorCalendar } from './floorCalendar.ts';

/** When customers come back: on which day, and at what time of it. */
export interface ComeBack {
  readonly calendar: FloorCalendar;
  readonly types: number;
  /** [interval][contactType] share of its day's long-run needs that has arisen by its end; 0 all day where there are none. */
  readonly arisen: Float64Array;
}

export function planComeBack(model: Model, calendar: FloorCalendar): ComeBack {
  const types = model.contactTypes.length;
  const { firstInterval, days, intervals } = model.calendar;
  const arisen = new Float64Array(intervals * types);
  model.contactTypes.forEach(({ profile }, type) => {
    for (let day = 0; day < days; day++) {
      const from = firstInterval[day]!;
      const to = firstInterval[day + 1]!;
      let whole = 0;
      for (let interval = from; interval < to; interval++) whole += profile[interval]!;
      let sum = 0;
      for (let interval = from; interval < to; interval++) {
        sum += profile[interval]!;
        arisen[interval * types + type] = whole > 0 ? sum / whole : 0;
      }
    }
  });
  return { calendar, types, arisen };
}

/**
 * The day on which a customer of `day` comes back: the first later open day, with needs of the type, whose distance in civil days is at least an
 * exponential time, of the quantile in register[0] and the mean in register[1]; -1: after the clock has stopped. As on the instant floor, whose day takes its share of all who wait to.
 */
export function dayOfReturn({ calendar, types, arisen }: ComeBack, type: number, day: number, register: Float64Array): number {
  const { days, dayNumber, firstPeriod, interval } = calendar;
  const meanDays = register[1]!;
  fillLog(register, 0, 1);
  const distance = meanDays > 0 ? -register[0]! * meanDays : 0;
  for (let later = day + 1; later < days; later++) {
    if (dayNumber[later]! - dayNumber[day]! < distance) continue;
    if (arisen[interval[firstPeriod[later + 1]! - 1]! * types + type]! > 0) return later;
  }
  return -1;
}

/** The time of day, spread like the day's long-run needs, at the quantile in register[0]: writes it there and returns its period. */
export function timeOfReturn({ calendar, types, arisen }: ComeBack, type: number, day: number, register: Float64Array): number {
  const { firstPeriod, interval, start, end } = calendar;
  const uniform = register[0]!;
  const last = firstPeriod[day + 1]! - 1;
  let period = firstPeriod[day]!;
  let before = 0;
  while (period < last && arisen[interval[period]! * types + type]! <= uniform) before = arisen[interval[period++]! * types + type]!;
  const share = arisen[interval[period]! * types + type]! - before;
  register[0] = start[period]! + (share > 0 ? (uniform - before) / share : 0) * (end[period]! - start[period]!);
  return period;
}
