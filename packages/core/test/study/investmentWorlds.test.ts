import { describe, expect, it } from 'vitest';
import { analyse, ledgerLines, replicate, totalsLayout, worldsOf, type Model } from '../../src/index.ts';
import { netPresentValue, payBackMonths, type Investment } from '../../src/ledger/investment.ts';
import { staffField, staffFields, type StaffField } from '../../src/people/transition.ts';
import { ratioIn } from '../../src/study/worlds.ts';
import { documentWith, studyOf } from '../support/document.ts';
import { tinyModel, tinyTotals, type TinyModel } from '../support/tinyModel.ts';
import { centralSampler, tinyShard, tinyStudy } from '../support/tinyStudy.ts';

const of = (atStart: number, saving: readonly number[], goesOn: number, years: number): Investment => ({
  atStart,
  saving: Float64Array.from(saving),
  goesOn,
  years,
});
const month = 365.25 / 12;

describe('an investment by hand', () => {
  it('net present value of an even saving is that of an annuity', () => {
    // 7 years are 365.25 weeks. Of the annuity of 100 a week, v = 1.08^(-7 / 365.25): 100 v^(1/2) (1 - v^365) / (1 - v) and a quarter of week 366.
    const v = 1.08 ** (-7 / 365.25);
    const annuity = 100 * Math.sqrt(v) * ((1 - v ** 365) / (1 - v) + 0.25 * v ** 365);
    expect(netPresentValue(of(10_000, [100, 100, 100], 100, 7), 0.08)).toBeCloseTo(annuity - 10_000, 6);
    // Near enough the continuous annuity, 5217.86 a year for 7 years at ln 1.08: 5217.857 x (1 - 1.08^-7) / ln 1.08 = 28.240 thousand.
    expect(annuity / ((100 * 365.25) / 7 / Math.log(1.08)) / (1 - 1.08 ** -7)).toBeCloseTo(1, 5);
    // Without discount: 365.25 weeks of 100.
    expect(netPresentValue(of(10_000, [100, 100, 100], 100, 7), 0)).toBeCloseTo(36_525 - 10_000, 8);
    // Twin: discounting at the week's end instead of its middle misses it by a part in 1,400.
    expect(Math.abs(netPresentValue(of(0, [], 100, 7), 0.08) * Math.sqrt(v) - annuity)).toBeGreaterThan(10);
  });

  it('a horizon longer than the years counts as far as they go', () => {
    expect(netPresentValue(of(0, Array<number>(60).fill(7), 1000, 1), 0)).toBeCloseTo(365.25, 9);
  });

  it('pay-back is when the balance is even and stays so', () => {
    // 10,000 at 100 a week: 100 weeks, 700 days.
    expect(payBackMonths(of(10_000, [100], 100, 3))).toBeCloseTo(700 / month, 9);
    // Dearer at first: -300, -100, then 200 a week: after 2 + 1400 / 200 = 9 weeks.
    expect(payBackMonths(of(1000, [-300, -100], 200, 3))).toBeCloseTo(63 / month, 9);
    // Nothing spent and never below: at once. Nothing spent and dearer at first: when that is made up for.
    expect(payBackMonths(of(0, [10], 10, 1))).toBe(0);
    expect(payBackMonths(of(0, [-50, 0], 25, 1))).toBeCloseTo(28 / month, 9);
    // Even after 4 weeks, below again in the sixth, even for good after the seventh.
    expect(payBackMonths(of(400, [100, 100, 100, 100, 50, -150, 100, 100], 100, 1))).toBeCloseTo(49 / month, 9);
  });

  it('and there is none where the years end before it, or where it does not last', () => {
    expect(payBackMonths(of(10_000, [], 100, 1))).toBe(Infinity);
    expect(payBackMonths(of(10_000, [], -1, 3))).toBe(Infinity);
    expect(payBackMonths(of(100, [1000], -10, 3))).toBe(Infinity);
    // 52.179 weeks of 100 are 5217.86.
    expect(payBackMonths(of(5217, [], 100, 1))).toBeLessThan(12);
    expect(payBackMonths(of(5218, [], 100, 1))).toBe(Infinity);
  });
});

describe('of a variant, week by week', () => {
  const common: TinyModel = {
    weeks: 4,
    groups: [{ name: 'team', wage: 20, onCost: 0.5 }],
    hoursPerWeek: 40,
    attrition: 0.365_25,
    investmentYears: 2,
    costLines: [
      { line: 'telephony', category: 'telephony', amount: 1, basis: { on: 'minute' } },
      { line: 'hiring', category: 'hiring', amount: 1000, basis: { on: 'hire' } },
    ],
  };
  const transition = { hireLag: 0, training: 0, ramp: 0, overtimeMax: 0, severance: 500 };
  const baseline = tinyModel(common);
  const variant: Model = tinyModel({
    ...common,
    name: 'Verified',
    overtimePremium: 1,
    discount: 0,
    transition,
    costLines: [...common.costLines!, { line: 'oneOff', category: 'oneOff', amount: 9000, basis: { on: 'once' } }],
  });
  const hours = 3600;
  const put = (totals: Float64Array, field: StaffField, weeks: readonly number[]): void => {
    const { staff } = totalsLayout(variant);
    weeks.forEach((value, week) => (totals[staff + week * staffFields.length + staffField[field]] = value));
  };
  const study = tinyStudy(baseline, variant);
  const shard = tinyShard(study, 0, 64, (model) => {
    // 400 h a week paid by the baseline; the variant has 400, 360, 340, 340 h, 20 h of overtime in week 2 and 30 h of training in week 3; 6000 minutes
    // of calls against 4000.
    if (model === 0) return tinyTotals(baseline, { agents: { paid: 1600 * hours }, counts: { ivrSeconds: 360_000 } });
    const totals = tinyTotals(variant, { agents: { paid: 1460 * hours }, counts: { ivrSeconds: 240_000 } });
    put(
      totals,
      'baselinePaid',
      [400, 400, 400, 400].map((each) => each * hours),
    );
    put(
      totals,
      'paid',
      [400, 360, 340, 340].map((each) => each * hours),
    );
    put(
      totals,
      'overtime',
      [0, 20, 0, 0].map((each) => each * hours),
    );
    put(
      totals,
      'training',
      [0, 0, 30, 0].map((each) => each * hours),
    );
    put(totals, 'hires', [0, 0, 0.5, 0.25]);
    put(totals, 'letGo', [1, 0, 0, 0]);
    return totals;
  });
  const [, analysed] = analyse(study, [shard], { sampler: centralSampler(study) }).scenarios;

  it('is the difference of the ledgers, as people are paid', () => {
    // By week, baseline: 400 x 20 x 1.5 = 12,000; hires 0.36525 x 10 FTE x 28 / 365.25 = 0.28 in four weeks, 70 a week; telephony 1500: 13,570.
    // Variant: 12,000 + 500 severance + 1000 = 13,500; 360 h 10,800, overtime 20 x 40 x 1.5 = 1200, 1000: 13,000;
    // 340 h 10,200, training 30 x 20 x 1.5 = 900, half a hire 500, 1000: 12,600; 10,200 + 250 + 1000 = 11,450.
    // Savings 70, 570, 970, 2120: 3730. Afterwards nobody is trained, and leavers of 8.5 FTE are replaced at 70 / 10 FTE: 59.5 a week, so
    // 13,570 - 10,200 - 59.5 - 1000 = 2310.5 a week for 2 x 365.25 / 7 - 4 = 100.357143 weeks; less 9000 at the start.
    const npv = -9000 + 3730 + (2310.5 * (2 * 365.25 - 28)) / 7;
    for (const replication of [0, 63]) expect(ratioIn(worldsOf(analysed!.kpis, 'npv'), replication)).toBeCloseTo(npv, 6);
    // 5270 are missing after four weeks.
    expect(ratioIn(worldsOf(analysed!.kpis, 'payback'), 7)).toBeCloseTo(((4 + 5270 / 2310.5) * 7) / month, 9);
    expect(ratioIn(worldsOf(analysed!.kpis, 'paidBack'), 7)).toBe(1);
  });

  it('and the savings of the horizon are the difference of both ledgers but for what is spent once', () => {
    const costs = analyse(study, [shard], { sampler: centralSampler(study) }).scenarios.map(({ ledger }) =>
      ledger.filter(({ line }) => line !== 'oneOff').reduce((sum, { amounts }) => sum + amounts[0]!, 0),
    );
    expect(costs[0]! - costs[1]!).toBeCloseTo(3730, 8);
    expect(ledgerLines(variant).map(({ line }) => line)).toContain('severance');
  });
});

describe('of documents', () => {
  const study = (oneOff: string, response: string, changes = {}) =>
    studyOf(
      documentWith(
        {
          'contactTypes.service.volume': '20k ±10%',
          'calendar.interval': '60 min',
          'staffing.people': { attrition: '60% per year', hireLag: '1 week', training: '1 week', ramp: '1 week' },
          'staffing.forecastError': '5%',
          investment: { years: 1, discount: '8% ±1 points' },
        },
        {
          horizon: { start: '2026-01-05', weeks: 4 },
          variants: [{ name: 'Faster', response, oneOff, changes: { 'levers.software.handleTime': '-4% ±3%', ...changes } }],
        },
      ),
    );
  const variantOf = (of: ReturnType<typeof study>) => analyse(of, [replicate(of, 0, 64)]).scenarios[1]!;

  it('only one in transition that spends once, or changes a platform fee, has them', () => {
    const ids = (of: ReturnType<typeof study>) => variantOf(of).kpis.flatMap(({ kpi: { id } }) => (/^(npv|pa.*ack)$/.test(id) ? [id] : []));
    expect(ids(study('20000', 'transition'))).toEqual(['npv', 'payback', 'paidBack']);
    expect(ids(study('0', 'transition', { 'levers.ivr.platform': '900 per month' }))).toEqual(['npv', 'payback', 'paidBack']);
    expect(ids(study('0', 'transition'))).toEqual([]);
    expect(ids(study('20000', 're-plan'))).toEqual([]);
  });

  it('futures without a pay-back are counted as the length of the years, and the chance of one beside', () => {
    const variant = variantOf(study('60000', 'transition'));
    const [npv, months, paidBack] = ['npv', 'payback', 'paidBack'].map((id) => worldsOf(variant.kpis, id));
    const back = Array.from({ length: 64 }, (_, replication) => ratioIn(paidBack!, replication));
    const share = back.reduce((sum, each) => sum + each, 0) / 64;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.9);
    back.forEach((isBack, replication) => {
      if (isBack === 0) {
        expect(ratioIn(months!, replication)).toBe(12);
        // What is not paid back undiscounted is not worth it discounted.
        expect(ratioIn(npv!, replication)).toBeLessThan(0);
      } else expect(ratioIn(months!, replication)).toBeLessThanOrEqual(12);
    });
    expect(new Set(back.map((_, replication) => ratioIn(npv!, replication))).size).toBe(64);
  });
});
