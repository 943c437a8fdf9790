import { describe, expect, it } from 'vitest';
import { kpiGlossary } from '../../src/kpis/glossary.ts';
import { kpiNames, kpisOf } from '../../src/kpis/kpisOf.ts';
import { measure } from '../support/measure.ts';
import { tinyModel, tinyTotals, type TinyModel } from '../support/tinyModel.ts';

/** Two contact types, two groups, four weeks stated per week. */
const centre: TinyModel = {
  period: 'week',
  contactTypes: ['billing', 'gold card'],
  groups: [
    { name: 'frontline', wage: 18 },
    { name: 'experts', wage: 24 },
  ],
};
const sums = {
  counts: {
    needs: [900, 100],
    selfServiceTried: [200, 0],
    selfServiceSolved: [110, 0],
    selfServiceReturned: [10, 0],
    ivrEntered: [850, 100],
    contained: [70, 25],
    offered: [800, 200],
    abandoned: [60, 30],
    abandonedShort: [20, 10],
    handled: [740, 160],
    handledFirst: [700, 100],
    resolvedFirst: [560, 70],
    answeredWithinThreshold: [640, 120],
    waitSecondsAnswered: [7400, 3200],
    waitSecondsAll: [9000, 5000],
    handleSeconds: [222_000, 80_000],
    redials: [30, 20],
    repeats: [50, 30],
    resolvedNeeds: [810, 90],
  },
  agents: {
    // frontline 100 h scheduled + 1 h overtime; experts 60 h scheduled
    paid: [363_600, 216_000],
    overtime: [3600, 0],
    handling: [216_000, 81_000],
    idle: [36_000, 63_000],
    shrinkage: [90_000, 54_000],
    schedulingLoss: [18_000, 18_000],
  },
};

/**
 * By hand; money: 101 h x 18 + 60 h x 24 = 3258. Idle: 36,000 of 252,000 s on duty of 100 h x 18, and 63,000 of 144,000 s of 60 h x 24. The
 * rest is work, of which 222,000 of 302,000 s are for billing.
 */
const idle = 1800 / 7 + 1440 * 0.4375;
const ofBilling = ((3258 - idle) * 222) / 302;
const ofGold = ((3258 - idle) * 80) / 302;
const byHand: Readonly<Record<string, number>> = {
  'cpc.need': 3258 / 1000,
  'cpc.offered': 3258 / 1000,
  'cpc.handled': 3258 / 900,
  'cpc.resolved': 3258 / 900,
  'cpc.handled.phone.billing': ofBilling / 740,
  'cpc.handled.phone."gold card"': ofGold / 160,
  totalCost: 3258 / 4,
  'totalCost.phone.billing': ofBilling / 4,
  'totalCost.phone."gold card"': ofGold / 4,
  idleCost: idle / 4,
  'serviceLevel.phone': 760 / 1000,
  'serviceLevel.phone.billing': 640 / 800,
  'serviceLevel.phone."gold card"': 120 / 200,
  'serviceLevelOfOffered.phone': 760 / 1000,
  'serviceLevelOfAnswered.phone': 760 / 900,
  'serviceLevelWithoutShort.phone': 760 / 970,
  'serviceLevelWithShort.phone': 790 / 1000,
  'asa.phone': 10_600 / 900,
  'asa.phone.billing': 10,
  'asa.phone."gold card"': 20,
  'meanWait.phone': 14,
  'abandonment.phone': 0.09,
  'abandonment.phone.billing': 0.075,
  'abandonment.phone."gold card"': 0.15,
  'occupancy.phone': 297_000 / 396_000,
  'fcr.phone': 630 / 800,
  'fcr.phone.billing': 0.8,
  'fcr.phone."gold card"': 0.7,
  repeatRate: 0.08,
  redialRate: 0.05,
  'containment.phone': 95 / 950,
  deflection: (110 - 10 + 95) / 1000,
  'selfService.completion': 100 / 200,
  'handleTime.phone': 302_000 / 900,
  'handleTime.phone.billing': 300,
  'handleTime.phone."gold card"': 500,
  'contacts.need': 250,
  'contacts.offered': 250,
  'contacts.handled': 225,
  'contacts.resolved': 225,
  paidHours: 40,
  fte: 1,
  idleShare: 99_000 / 576_000,
  shrinkageShare: 144_000 / 576_000,
};

const allocated = /^(?:idleCost|(?:cpc\.handled|totalCost)\.phone)/;

describe('kpisOf', () => {
  const model = tinyModel(centre);
  const check = (counts: typeof sums) => {
    const { kpis } = measure(model, tinyTotals(model, counts));
    // What is allocated is in whole micro-units.
    for (const [id, value] of Object.entries(byHand)) expect(kpis[id], id).toBeCloseTo(value, allocated.test(id) ? 6 : 12);
  };

  it('measures every KPI as worked out by hand', () => {
    expect(kpiNames(model)).toEqual([...Object.keys(byHand), 'npv', 'payback', 'paidBack']);
    check(sums);
  });

  it.each(Object.keys(sums.counts) as (keyof typeof sums.counts)[])('would notice %s off by a fiftieth', (field) => {
    const [first, second] = sums.counts[field];
    // A count of zero cannot be off by a share of itself; each field here has its first above zero.
    expect(() => check({ ...sums, counts: { ...sums.counts, [field]: [1.02 * first!, second!] } })).toThrow();
  });

  it.each(['paid', 'overtime', 'handling', 'idle', 'shrinkage'] as const)('would notice %s time off by a fiftieth', (field) => {
    const [first, second] = sums.agents[field];
    expect(() => check({ ...sums, agents: { ...sums.agents, [field]: [1.02 * first!, second!] } })).toThrow();
  });

  it('splits by contact type only where there are several', () => {
    expect(kpiNames(tinyModel()).filter((id) => id.endsWith('.billing'))).toEqual([]);
  });

  it('follows the rule of the service-level target', () => {
    const withRule = tinyModel({ ...centre, serviceLevel: { atLeast: 0.8, withinSeconds: 20, rule: 'answered / answered' } });
    expect(measure(withRule, tinyTotals(withRule, sums)).kpis['serviceLevel.phone']).toBeCloseTo(760 / 900, 12);
    expect(kpisOf(withRule).find(({ id }) => id === 'serviceLevel.phone')?.rule).toBe('answered / answered');
  });

  it('has no value without contacts, and a bill all the same', () => {
    const { kpis } = measure(model, tinyTotals(model, { agents: sums.agents }));
    expect(kpis['serviceLevel.phone']).toBeNaN();
    expect(kpis['totalCost']).toBeCloseTo(3258 / 4, 12);
  });

  it('has a glossary row for every definition, each with its words', () => {
    const ids = new Set(kpiGlossary.map(({ pattern }) => pattern.replace('[.CONTACTTYPE]', '')));
    expect(ids.size).toBe(kpiGlossary.length);
    expect(kpiNames(model).filter((id) => !ids.has(id) && ![...ids].some((stem) => id.startsWith(`${stem}.`)))).toEqual([]);
    for (const { numerator, denominator, rule, source } of kpiGlossary)
      for (const words of [numerator, denominator, rule, source]) expect(words).toMatch(/\p{L}{3}/u);
  });
});
