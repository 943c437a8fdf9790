import { interpret, type Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { arrivalProfile, compileCalendar } from '../../src/model/calendar.ts';
import { documentWith } from '../support/document.ts';

function compiled(topLevel: Readonly<Record<string, Json>>, changes: Readonly<Record<string, Json>> = {}) {
  const { scenario } = interpret(documentWith(changes, topLevel)).scenarios[0]!;
  const calendar = compileCalendar(scenario);
  return { calendar, profile: arrivalProfile(scenario, calendar) };
}
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe('the calendar', () => {
  it('lays out the open intervals of open days, holidays left out', () => {
    const { calendar } = compiled(
      {
        horizon: { start: '2026-01-05', weeks: 2 },
      },
      {
        'calendar.open': { 'mon-fri': '08:00-20:00', sat: '09:00-14:00' },
        'calendar.holidays': ['2026-01-08'],
        'calendar.dayShape': 'flat',
      },
    );
    // Ten weekdays and two Saturdays, less one Thursday; 24 and 10 half-hours.
    expect(calendar.days).toBe(11);
    expect(calendar.intervals).toBe(9 * 24 + 2 * 10);
    expect([...calendar.weekday]).toEqual([0, 1, 2, 4, 5, 0, 1, 2, 3, 4, 5]);
    expect([...calendar.dayOffset]).toEqual([0, 1, 2, 4, 5, 7, 8, 9, 10, 11, 12]);
    expect([...calendar.week]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(calendar.slot[0]).toBe(16);
    expect(calendar.firstInterval[11]).toBe(calendar.intervals);
  });

  it('starts on any day of the week, in a leap year too', () => {
    const { calendar } = compiled({ horizon: { start: '2028-02-29', weeks: 1 } });
    // 2028-02-29 is a Tuesday: Tuesday to Friday, then Monday.
    expect([...calendar.weekday]).toEqual([1, 2, 3, 4, 0]);
  });
});

describe('the arrival profile', () => {
  it('sums to the horizon over the period: 4 weeks of a month', () => {
    const { profile } = compiled(
      {
        period: 'month',
        horizon: { start: '2026-01-05', weeks: 4 },
      },
      {
        'calendar.dayWeights': { mon: 1.2, tue: 1.1, wed: 1, thu: 0.9, fri: 0.8 },
        'calendar.seasons': [1, 1.02, 1.1, 0.97],
      },
    );
    expect(sum(profile)).toBeCloseTo(28 / (365.25 / 12), 12);
  });

  it('follows weekday, season and interval weights', () => {
    const { calendar, profile } = compiled(
      {
        horizon: { start: '2026-01-05', weeks: 2 },
      },
      {
        'calendar.open': { 'mon-fri': '08:00-09:00' },
        'calendar.dayShape': [1, 3],
        'calendar.dayWeights': { mon: 2, tue: 1, wed: 1, thu: 1, fri: 1 },
        'calendar.seasons': [1, 1.5],
      },
    );
    const day = (index: number): number => sum(profile.slice(calendar.firstInterval[index], calendar.firstInterval[index + 1]));
    expect(day(0) / day(1)).toBeCloseTo(2, 12);
    expect(day(5) / day(0)).toBeCloseTo(1.5, 12);
    expect(profile[1]! / profile[0]!).toBeCloseTo(3, 12);
  });
});
