import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costCategories, type Model } from '../../src/index.ts';
import { ledgerLines } from '../../src/ledger/ledgerLines.ts';
import { priceTotals } from '../../src/ledger/priceTotals.ts';
import { centralLeaves, tinyModel, tinyTotals, type TinyModel } from '../support/tinyModel.ts';

/** Amounts by line name, and the total. */
function priced(model: Model, totals: Float64Array, leaves = centralLeaves(model), offset = 0) {
  const lines = ledgerLines(model);
  const out = new Float64Array(lines.length);
  const total = priceTotals(model, leaves, totals, offset, out);
  return { amounts: Object.fromEntries(lines.map(({ line }, index) => [line, out[index]!])), out, total };
}

/** Four weeks (D = 28 days) priced per month (365.25 / 12 = 30.4375 days): a month's amount is charged 28 / 30.4375 times. */
const month = 28 / 30.4375;
const year = 28 / 365.25;

const centre: TinyModel = {
  groups: [
    { name: 'frontline', wage: 20, onCost: 0.25 },
    { name: 'experts', wage: 30, onCost: 0.5 },
  ],
  management: { oneFor: 10, wage: 31, onCost: 0.2 },
  attrition: 0.35,
  overtimePremium: 0.5,
  hoursPerWeek: 40,
  investmentYears: 3,
  costLines: [
    { line: 'miscellaneous', category: 'miscellaneous', amount: 5000, basis: { on: 'period', per: 'month' } },
    { line: 'telephony', category: 'telephony', amount: 0.012, basis: { on: 'minute' } },
    { line: 'ivr.minutes', category: 'ivr', amount: 0.03, basis: { on: 'minute' }, quantity: 'ivrMinutes' },
    { line: 'selfService.sessions', category: 'selfService', amount: 0.1, basis: { on: 'session' } },
    { line: 'technology', category: 'technology', amount: 2000, basis: { on: 'period', per: 'month' }, step: { of: 2 } },
    { line: 'softwareLicences', category: 'softwareLicences', amount: 110, basis: { on: 'seat', per: 'month' } },
    { line: 'officeSpace', category: 'officeSpace', amount: 50, basis: { on: 'fte', per: 'week' } },
    { line: 'officeComputing', category: 'officeComputing', amount: 0.5, basis: { on: 'paidHour' } },
    { line: 'chat', category: 'chat', amount: 0.05, basis: { on: 'contact' } },
    { line: 'hiring', category: 'hiring', amount: 4200, basis: { on: 'hire' } },
    { line: 'oneOff', category: 'oneOff', amount: 60_000, basis: { on: 'once' } },
  ],
};
const sums = {
  counts: {
    offered: 1050,
    handled: 1000,
    selfServiceTried: 200,
    ivrSeconds: 6000,
    waitSecondsAll: 3000,
    waitSecondsAnswered: 2000,
    handleSeconds: 300_000,
    afterContactSeconds: 60_000,
  },
  // Frontline: 101 h paid of which 1 h overtime; experts: 60 h paid.
  agents: { paid: [363_600, 216_000], overtime: [3600, 0] },
  // 2.4 + 0.4 scheduled at most: 2.8, so 3 whole seats.
  seats: [2.4, 0.4],
};

/** Every line of `centre` on `sums`, by hand. Scheduled: 100 h + 60 h = 160 h; one full-timer 40 x 28 / 7 = 160 h, so FTE = 1. */
const byHand: Readonly<Record<string, number>> = {
  'wages.frontline': 100 * 20,
  'wages.experts': 60 * 30,
  'overtime.frontline': 1 * 20 * 1.5,
  'overtime.experts': 0,
  'onCosts.frontline': 0.25 * (2000 + 30),
  'onCosts.experts': 0.5 * 1800,
  management: (160 / 10) * 31 * 1.2,
  // 6000 s IVR + 3000 s waiting + (300,000 - 60,000) s talk = 249,000 s = 4150 min
  telephony: 0.012 * 4150,
  'ivr.minutes': 0.03 * 100,
  'selfService.sessions': 0.1 * 200,
  // 3 seats start 2 steps of 2
  technology: 2000 * 2 * month,
  softwareLicences: 110 * 3 * month,
  officeSpace: 50 * 1 * 4,
  officeComputing: 0.5 * 160,
  chat: 0.05 * 1000,
  hiring: 4200 * 0.35 * 1 * year,
  oneOff: (60_000 / 3) * year,
  miscellaneous: 5000 * month,
};

describe('priceTotals', () => {
  it('prices every line as worked out by hand, and sums them in line order', () => {
    const model = tinyModel(centre);
    const { amounts, out, total } = priced(model, tinyTotals(model, sums));
    expect(Object.keys(amounts)).toEqual(Object.keys(byHand));
    for (const [line, amount] of Object.entries(byHand)) expect(amounts[line], line).toBeCloseTo(amount, 9);
    let sum = 0;
    for (const amount of out) sum += amount;
    expect(total).toBe(sum);
    // 2000 + 1800 + 30 + 0 + 507.50 + 900 + 595.20 + 49.80 + 3 + 20 + 3679.67 + 303.57 + 200 + 80 + 50 + 112.69 + 1533.20 + 4599.59
    expect(total).toBeCloseTo(16_464.22, 2);
  });

  it.each([
    ['a wage off by 2%', { ...centre, groups: [{ name: 'frontline', wage: 20.4, onCost: 0.25 }, centre.groups![1]!] }, sums],
    ['overtime paid twice', centre, { ...sums, agents: { ...sums.agents, overtime: 0 } }],
    ['after-contact work on the telephone line', centre, { ...sums, counts: { ...sums.counts, afterContactSeconds: 0 } }],
    ['a seat too many', centre, { ...sums, seats: [2.4, 0.7] }],
    ['one-off costs over four years', { ...centre, investmentYears: 4 }, sums],
    ['attrition of a quarter', { ...centre, attrition: 0.25 }, sums],
  ])('would notice %s', (_, options, totals) => {
    const model = tinyModel(options);
    const { amounts } = priced(model, tinyTotals(model, totals));
    expect(() => {
      for (const [line, amount] of Object.entries(byHand)) expect(amounts[line]).toBeCloseTo(amount, 9);
    }).toThrow();
  });

  it('charges no minute of telephony for dialling, whose attempts have a price of their own', () => {
    const model = tinyModel({ ...centre, callback: { dialSeconds: 20 } });
    const { amounts } = priced(model, tinyTotals(model, { ...sums, counts: { ...sums.counts, callbackAttempts: 90 } }));
    // "Minutes in the IVR, in the queue and in conversation": 6000 + 3000 + 300,000 - 60,000 s, less 90 attempts of 20 s before anyone answers.
    expect(amounts['telephony']).toBeCloseTo(0.012 * (247_200 / 60), 9);
  });

  it('lists lines in category order, wages first', () => {
    const categories = ledgerLines(tinyModel(centre)).map(({ category }) => costCategories.indexOf(category));
    expect(categories[0]).toBe(costCategories.indexOf('wages'));
    expect(categories).toEqual([...categories].sort((a, b) => a - b));
  });

  it('does not charge a seat for rounding noise', () => {
    const model = tinyModel({ costLines: [{ line: 'seats', amount: 1, basis: { on: 'seat', per: 'week' } }], weeks: 1 });
    expect(priced(model, tinyTotals(model, { seats: 12.000000000000002 })).amounts['seats']).toBe(12);
    expect(priced(model, tinyTotals(model, { seats: 12.001 })).amounts['seats']).toBe(13);
  });

  it('refuses a staircase of seats on what is not charged by seats', () => {
    const model = tinyModel({ costLines: [{ line: 'odd', amount: 1, basis: { on: 'contact' }, step: { of: 5 } }] });
    expect(() => ledgerLines(model)).toThrow(/odd/);
  });

  it('reads one replication among many, at its offset', () => {
    const model = tinyModel(centre);
    const one = tinyTotals(model, sums);
    const two = new Float64Array(2 * one.length).fill(1e6);
    two.set(one, one.length);
    expect(priced(model, two, centralLeaves(model), one.length).total).toBe(priced(model, one).total);
  });

  it('is affine in the wage (property, seed 1): what a rise adds is the paid hours with on-costs', () => {
    const model = tinyModel(centre);
    const totals = tinyTotals(model, sums);
    const { wage } = model.groups[0]!;
    const at = (value: number) => priced(model, totals, centralLeaves(model).with(wage, value)).total;
    const base = at(0);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (value) => {
        // 100 paid hours and one of overtime at half as much again, x (1 + 25%)
        expect(at(value) - base).toBeCloseTo(value * 101.5 * 1.25, 7);
      }),
      { seed: 1 },
    );
  });

  it('is restated per period by the inverse: the same monthly bill for any number of weeks', () => {
    for (const weeks of [1, 4, 13, 52]) {
      const model = tinyModel({ weeks, costLines: [{ line: 'rent', amount: 18_000, basis: { on: 'period', per: 'month' } }] });
      const { total } = priced(model, tinyTotals(model, {}));
      expect((total * 30.4375) / (7 * weeks)).toBeCloseTo(18_000, 8);
    }
  });
});

describe('penalties', () => {
  const penalty = { serviceLevelBelow: 0.8, amount: 5000, per: 'month' } as const;
  const bill = (options: TinyModel, totals: Parameters<typeof tinyTotals>[1]) => {
    const model = tinyModel({ penalty, ...options });
    return priced(model, tinyTotals(model, totals)).amounts['penalties'];
  };

  it('judges a horizon shorter than the period as one, for its share of the amount', () => {
    expect(bill({}, { counts: { offered: 1000, handled: 900, answeredWithinThreshold: 799 } })).toBeCloseTo(5000 * month, 9);
    expect(bill({}, { counts: { offered: 1000, handled: 900, answeredWithinThreshold: 800 } })).toBe(0);
  });

  it('judges a longer horizon in blocks of whole weeks: round(30.4375 / 7) = 4', () => {
    const good = { offered: 100, handled: 100, answeredWithinThreshold: 90 };
    const bad = { offered: 100, handled: 100, answeredWithinThreshold: 60 };
    const none = {};
    // Ten weeks: blocks of 4, 4 and 2 weeks. First 330 of 400 answered in time: 82.5%, met. Second 270 of 400: 67.5%, missed. Third missed.
    const weeks = [good, good, good, bad, bad, bad, bad, good, bad, bad];
    expect(bill({ weeks: 10 }, { weeks })).toBeCloseTo((5000 * (28 + 14)) / 30.4375, 9);
    // The second block alone, the third empty: no contacts, no breach.
    expect(bill({ weeks: 10 }, { weeks: [...weeks.slice(0, 8), none, none] })).toBeCloseTo((5000 * 28) / 30.4375, 9);
  });

  it('charges a centre in lasting breach the same per period, whatever the horizon', () => {
    for (const weeks of [3, 4, 5, 13, 52]) {
      const inBreach = Array.from({ length: weeks }, () => ({ offered: 10, handled: 10, answeredWithinThreshold: 1 }));
      const counts = { offered: 10 * weeks, handled: 10 * weeks, answeredWithinThreshold: weeks };
      expect(bill({ weeks }, { counts, weeks: inBreach })).toBeCloseTo((5000 * 7 * weeks) / 30.4375, 7);
    }
  });

  it('counts by the rule of the target', () => {
    const counts = { offered: 1000, handled: 900, abandoned: 100, abandonedShort: 50, answeredWithinThreshold: 770 };
    const under = (rule: NonNullable<TinyModel['serviceLevel']>['rule']) =>
      bill({ serviceLevel: { atLeast: 0.8, withinSeconds: 20, rule } }, { counts });
    expect(under('answered / offered')).toBeGreaterThan(0); // 77.0%
    expect(under('answered / answered')).toBe(0); // 770 / 900 = 85.6%
    expect(under('answered / (offered - short abandoned)')).toBe(0); // 770 / 950 = 81.1%
    expect(under('(answered + short abandoned) / offered')).toBe(0); // 820 / 1000 = 82.0%
  });

  it('has no breach without contacts', () => {
    expect(bill({}, {})).toBe(0);
  });
});
