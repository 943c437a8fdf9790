import { describe, expect, it } from 'vitest';
import { createFrontDoor } from '../../src/frontDoor/frontDoor.ts';
import { comingBack, daysSinceNeeds, daysSinceOpen, openComingBack, selfServiceReturnDays } from '../../src/frontDoor/returns.ts';
import { tinyModel } from '../support/tinyModel.ts';
import type { ModelCalendar } from '../../src/model/model.ts';

/** Two weeks, open from Tuesday to Saturday but not on Thursdays; one interval a day. */
const calendar: ModelCalendar = (() => {
  const dayOffset = Int32Array.of(1, 2, 4, 5, 8, 9, 11, 12);
  const days = dayOffset.length;
  return {
    ...tinyModel().calendar,
    horizonDays: 14,
    weeks: 2,
    days,
    intervals: days,
    firstInterval: Int32Array.from({ length: days + 1 }, (_, day) => day),
    dayOffset,
    weekday: dayOffset.map((offset) => offset % 7),
    week: dayOffset.map((offset) => Math.floor(offset / 7)),
  };
})();
/** Nobody contacts on Saturdays, so nobody comes back on them. */
const needs = Float64Array.of(100, 90, 80, 0, 100, 90, 80, 0);
const door = { ...createFrontDoor(), offered: 0.8, selfServiceReturned: 0.05 };
const returning = 0.3;
const repeatDays = 2;

/** The stocks on the first Tuesday of the last of many weeks like the first, customer mass by customer mass. */
function afterWeeks(weeks: number): { repeats: number; returners: number } {
  const stock = { repeats: 0, returners: 0 };
  // From Friday to Tuesday: the Saturday between takes nobody.
  const gaps = [4, 1, 2];
  for (let day = 0; day < 3 * weeks; day++) {
    const sinceLast = gaps[day % 3]!;
    const arise = needs[day % 3]!;
    const repeats = stock.repeats * comingBack(sinceLast, repeatDays);
    const returners = stock.returners * comingBack(sinceLast, selfServiceReturnDays);
    stock.repeats += returning * (arise * door.offered + repeats + returners) - repeats;
    stock.returners += arise * door.selfServiceReturned - returners;
  }
  return stock;
}

describe('who is about to come back when the horizon opens', () => {
  it('is who would be after many weeks like the first', () => {
    const stock = { repeats: 0, returners: 0 };
    openComingBack(stock, calendar, needs, 1, 0, door, returning, repeatDays);
    const long = afterWeeks(300);
    expect(stock.repeats / long.repeats).toBeCloseTo(1, 10);
    expect(stock.returners / long.returners).toBeCloseTo(1, 10);
  });

  it('twin: and not who would be after two', () => {
    const stock = { repeats: 0, returners: 0 };
    openComingBack(stock, calendar, needs, 1, 0, door, returning, repeatDays);
    expect(afterWeeks(2).repeats / stock.repeats).toBeLessThan(0.999);
  });

  it('counts the days since the last open one, and on the first day since that of the week before', () => {
    expect([0, 1, 2, 3, 4].map((day) => daysSinceOpen(calendar, day))).toEqual([3, 1, 2, 1, 3]);
  });

  it('counts the days since the last one on which the queue has needs too', () => {
    const since = (of: Float64Array) => [0, 1, 2, 4, 5].map((day) => daysSinceNeeds(calendar, of, 1, 0, day));
    expect(since(needs)).toEqual([4, 1, 2, 4, 1]);
    // As if Saturdays were open like other days: what `daysSinceOpen` says.
    expect(since(needs.map((each) => each + 1))).toEqual([3, 1, 2, 3, 1]);
    // On Wednesdays alone, and never.
    expect(since(Float64Array.of(0, 90, 0, 0, 0, 90, 0, 0))).toEqual([6, 7, 2, 6, 7]);
    expect(since(new Float64Array(8))).toEqual([0, 0, 0, 0, 0]);
  });

  it('is nobody where nobody comes', () => {
    const stock = { repeats: 1, returners: 1 };
    openComingBack(stock, calendar, new Float64Array(8), 1, 0, door, returning, repeatDays);
    expect(stock).toEqual({ repeats: 0, returners: 0 });
  });
});
