import type { Estimate, KpiSummary, KpiUnit, Results, ScenarioResults } from '@percall/core';
import type { Setting } from '../src/setting.ts';

/** Results made up by hand: round numbers from no engine, so that a golden shows what is printed and nothing else. */

export const setting: Setting = {
  name: 'Made up',
  currency: 'USD',
  period: 'month',
  headline: 'handled',
  chance: 0.9,
  given: [],
  seed: 'made-up',
  replications: 4096,
};

export const estimate = (value: number, halfWidth = 0): Estimate => ({ value, lower: value - halfWidth, upper: value + halfWidth });

/** A KPI with its median, a 90% range and one Monte Carlo half-width for all. */
export function kpi(unit: KpiUnit, p50: number, [p5, p95]: readonly [number, number], halfWidth = 0): KpiSummary {
  const at = (share: number) => estimate(share < 0.5 ? p5 + (p50 - p5) * share * 2 : p50 + (p95 - p50) * (share * 2 - 1), halfWidth);
  return {
    unit,
    rule: 'made up',
    mean: estimate(p50, halfWidth),
    quantiles: {
      p5: estimate(p5, halfWidth),
      p10: at(0.1),
      p25: at(0.25),
      p50: estimate(p50, halfWidth),
      p75: at(0.75),
      p90: at(0.9),
      p95: estimate(p95, halfWidth),
    },
    share: { ignorance: null, dayToDay: null, queueing: null },
  };
}

export const noContacts: KpiSummary = {
  unit: 'fraction',
  rule: 'made up',
  mean: null,
  quantiles: null,
  share: { ignorance: null, dayToDay: null, queueing: null },
};

const erlang = { used: 'erlang', exactReplications: 0, correction: null } as const;

export const baseline: ScenarioResults = {
  name: 'Baseline',
  response: 're-plan',
  floor: erlang,
  days: { run: 'all', replications: 0, deviation: null },
  kpis: {
    'cpc.need': kpi('currencyPerContact', 6.35, [6.0, 6.8], 0.004),
    'cpc.offered': kpi('currencyPerContact', 6.9, [6.5, 7.3], 0.004),
    'cpc.handled': kpi('currencyPerContact', 7.1, [6.7, 7.52], 0.012),
    'cpc.resolved': kpi('currencyPerContact', 8.8, [8.1, 9.6], 0.03),
    totalCost: kpi('currency', 812_345, [760_000, 870_000], 1500),
    'serviceLevel.phone': kpi('fraction', 0.861, [0.802, 0.9], 0.002),
    'serviceLevel.phone.billing': kpi('fraction', 0.87, [0.81, 0.91], 0.002),
    'serviceLevelOfOffered.phone': kpi('fraction', 0.861, [0.802, 0.9], 0.002),
    'asa.phone': kpi('seconds', 14.2, [9.1, 25.5], 0.3),
    'abandonment.phone': kpi('fraction', 0.021, [0.011, 0.043], 0.0002),
    'containment.phone': noContacts,
    'occupancy.phone': kpi('fraction', 0.83, [0.79, 0.86], 0.0004),
    'contacts.handled': kpi('count', 114_300, [104_000, 126_000], 40),
    paidHours: kpi('hours', 21_540, [21_540, 21_540]),
    fte: kpi('fte', 138.2, [130.1, 147.6], 0.02),
  },
  floors: [
    { kpi: 'serviceLevel.phone', side: 'atLeast', value: 0.8, holds: estimate(0.953, 0.004) },
    { kpi: 'abandonment.phone', side: 'atMost', value: 0.05, holds: estimate(0.978, 0.003) },
  ],
  holds: estimate(0.951, 0.004),
  ledger: [
    { line: 'wages', category: 'wages', perPeriod: estimate(400_000, 30) },
    { line: 'telephony', category: 'telephony', perPeriod: estimate(9_120.5, 2) },
    { line: 'ivr.platform', category: 'ivr', perPeriod: estimate(9_000) },
    { line: 'ivr.minutes', category: 'ivr', perPeriod: estimate(2_140, 1) },
  ],
  versusBaseline: null,
};

/** Cheaper, and no worse. */
export const verified: ScenarioResults = {
  ...baseline,
  name: 'IVR verification',
  kpis: {
    ...baseline.kpis,
    'cpc.handled': kpi('currencyPerContact', 6.82, [6.45, 7.21], 0.002),
    totalCost: kpi('currency', 780_900, [735_000, 835_000], 1500),
    fte: kpi('fte', 131.4, [123.9, 140.2], 0.02),
  },
  ledger: baseline.ledger.map((line) => (line.line === 'ivr.platform' ? { ...line, perPeriod: estimate(12_000) } : line)),
  versusBaseline: {
    kpis: {
      'cpc.handled': kpi('currencyPerContact', -0.28, [-0.52, -0.05], 0.001),
      totalCost: kpi('currency', -31_400, [-58_000, -6_000], 90),
      'serviceLevel.phone': kpi('fraction', 0.001, [-0.004, 0.005], 0.0001),
      fte: kpi('fte', -6.8, [-7.4, -6.2], 0.01),
    },
    savings: {
      cashable: kpi('currency', 31_100, [6_100, 57_400], 90),
      pay: kpi('currency', 34_100, [9_100, 60_400], 90),
      contracts: kpi('currency', -3_000, [-3_000, -3_000]),
      usage: kpi('currency', 300, [-120, 610], 2),
      freedCapacity: kpi('currency', 0, [0, 4_300], 20),
    },
    probability: {
      cheaper: estimate(0.972, 0.003),
      holds: estimate(0.946, 0.004),
      noWorse: estimate(0.943, 0.004),
      cheaperAndNoWorse: estimate(0.918, 0.005),
    },
  },
};

/** Cheaper because service fell. */
export const cut: ScenarioResults = {
  ...baseline,
  name: 'Ten agents fewer',
  response: 'locked',
  kpis: { ...baseline.kpis, 'cpc.handled': kpi('currencyPerContact', 6.6, [6.2, 7.05], 0.012) },
  floors: [
    { kpi: 'serviceLevel.phone', side: 'atLeast', value: 0.8, holds: estimate(0.41, 0.01) },
    { kpi: 'abandonment.phone', side: 'atMost', value: 0.05, holds: estimate(0.76, 0.01) },
  ],
  holds: estimate(0.4, 0.01),
  versusBaseline: {
    kpis: { 'cpc.handled': kpi('currencyPerContact', -0.5, [-0.6, -0.4], 0.001) },
    savings: {},
    probability: {
      cheaper: estimate(1),
      holds: estimate(0.4, 0.01),
      noWorse: estimate(0.38, 0.01),
      cheaperAndNoWorse: estimate(0.38, 0.01),
    },
  },
};

export const results: Results = { scenarios: [baseline, verified, cut] };
