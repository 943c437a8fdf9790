import { interpret, type Json } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDays, dayPlanOf, daysOf, daysRun, runOf } from '../../src/floor/dayPlan.ts';
import type { Model } from '../../src/index.ts';
import { compileModel, asTyped } from '../../src/model/compileModel.ts';
import { documentWith, studyOf } from '../support/document.ts';

const open = { 'mon-fri': '08:00-12:00', sat: '09:00-11:00' };
const modelOf = (weeks: number, calendar: Readonly<Record<string, Json>> = {}): Model => {
  const document = documentWith(
    {},
    { horizon: { start: '2026-01-05', weeks }, calendar: { interval: '30 min', open, dayShape: 'flat', ...calendar } },
  );
  return compileModel('', interpret(document).scenarios[0]!.scenario, asTyped(1));
};

describe('strata of days', () => {
  it('hold every open day once: of one weekday, one stretch, in time order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (weeks) => {
        const model = modelOf(weeks);
        const { strata, stratumOf } = dayPlanOf(model);
        const all = strata.flatMap((days) => [...days]).sort((one, other) => one - other);
        expect(all).toEqual(Array.from({ length: model.calendar.days }, (_, day) => day));
        strata.forEach((days, stratum) => {
          expect(new Set([...days].map((day) => model.calendar.weekday[day]!)).size).toBe(1);
          // No stretch is longer than the root of the weeks, but for what a division leaves over.
          const span = model.calendar.week[days.at(-1)!]! - model.calendar.week[days[0]!]! + 1;
          expect(span).toBeLessThanOrEqual(Math.ceil(weeks / Math.ceil(Math.sqrt(weeks))));
          for (const day of days) expect(stratumOf[day]).toBe(stratum);
        });
      }),
      { numRuns: 60, seed: 20_261_125 },
    );
  });

  it('of a year are 48 of six or seven days: a seventh of them is run', () => {
    const { strata } = dayPlanOf(modelOf(52));
    const ordinary = strata.filter(({ length }) => length > 2);
    expect(ordinary.length).toBe(48);
    for (const days of ordinary) expect(days.length).toBeGreaterThanOrEqual(5);
    for (const days of ordinary) expect(days.length).toBeLessThanOrEqual(7);
  });

  it('run the days of a short event, and those beside a holiday, every time', () => {
    const model = modelOf(26, { holidays: ['2026-03-04'], events: [{ name: 'storm', days: '2026-04-14..2026-04-16', volume: 'x2' }] });
    const { calendar } = model;
    const always = ['2026-03-03', '2026-03-05', '2026-04-14', '2026-04-15', '2026-04-16'].map((date) => {
      const offset = (Date.parse(date) - Date.parse('2026-01-05')) / 86_400_000;
      return calendar.dayOffset.indexOf(offset);
    });
    expect(Math.min(...always)).toBeGreaterThanOrEqual(0);
    const runs = new Uint8Array(calendar.days);
    for (let replication = 0; replication < 64; replication++) {
      chooseDays(runs, dayPlanOf(model), replication);
      expect(always.map((day) => runs[day])).toEqual(always.map(() => 1));
    }
  });

  it('keep days of an event that lasts apart from the others', () => {
    const model = modelOf(26, { events: [{ name: 'season', days: '2026-03-02..2026-04-26', volume: 'x1.5' }] });
    const inForce = (day: number): number => model.contactTypes[0]!.eventVolume[day]!.length;
    for (const days of dayPlanOf(model).strata) expect(new Set([...days].map(inForce)).size).toBe(1);
  });
});

describe('the days of a replication', () => {
  const model = modelOf(52);
  const plan = dayPlanOf(model);
  const runs = new Uint8Array(model.calendar.days);

  it('are one of each stratum, and all of a small one', () => {
    for (let replication = 0; replication < 100; replication++) {
      chooseDays(runs, plan, replication);
      for (const days of plan.strata) expect([...days].filter((day) => runs[day] === 1).length).toBe(runOf(days.length));
    }
  });

  it('come alike in every scramble: each day of a stratum of N once in N points', () => {
    for (let scramble = 0; scramble < 8; scramble++)
      for (const days of plan.strata) {
        const seen = new Map<number, number>();
        for (let point = 0; point < 3 * days.length; point++) {
          chooseDays(runs, plan, 8 * point + scramble);
          for (const day of days) seen.set(day, (seen.get(day) ?? 0) + runs[day]!);
        }
        const times = runOf(days.length) === days.length ? 3 * days.length : 3;
        expect([...seen.values()]).toEqual([...days].map(() => times));
      }
  });

  it('are not tied to the digits of a point: every 8th point of a scramble runs each day of seven about as often', () => {
    const days = plan.strata.find(({ length }) => length === 7)!;
    const counts = [...days].map(() => 0);
    const points = 7 * 400;
    for (let point = 0; point < points; point++) {
      chooseDays(runs, plan, 8 * 8 * point);
      days.forEach((day, at) => (counts[at]! += runs[day]!));
    }
    // Each of 400 expected with a standard deviation below 20, chi-squared with 6 degrees of freedom: 27.9 is passed once in 10,000.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it('are as many as strata ask for, whatever came before', () => {
    chooseDays(runs, plan, 77);
    const once = runs.slice();
    chooseDays(runs, plan, 3);
    chooseDays(runs, plan, 77);
    expect(runs).toEqual(once);
  });
});

describe('which days a study runs', () => {
  const short = modelOf(8);
  const long = modelOf(9);

  it('are all of eight weeks, and strata of nine', () => {
    expect(daysOf([short], 'erlang')).toBe('all');
    expect(daysOf([long], 'erlang')).toBe('strata');
    expect(daysOf([long], 'erlang', 'all')).toBe('all');
    expect(daysOf([short], 'erlang', 'strata')).toBe('strata');
  });

  it('are all where contacts are run one by one, or the worst week is asked for', () => {
    expect(daysOf([long], 'calls', 'strata')).toBe('all');
    const judged = studyOf(
      documentWith(
        { 'targets.abandonment': { phone: { atMost: '5%', every: 'week' } } },
        { horizon: { start: '2026-01-05', weeks: 9 }, calendar: { interval: '60 min', open: { mon: '08:00-10:00' } } },
      ),
    );
    expect(judged.days).toBe('all');
    expect(daysOf(judged.models, 'erlang', 'strata')).toBe('all');
  });

  it('are all of a scenario with callbacks, and all where no scenario is without', () => {
    const withCallbacks = { ...long, callback: {} as NonNullable<typeof long.callback> };
    expect(daysRun(withCallbacks, 'strata')).toBe('all');
    expect(daysOf([withCallbacks], 'erlang')).toBe('all');
    expect(daysOf([long, withCallbacks], 'erlang')).toBe('strata');
  });
});
