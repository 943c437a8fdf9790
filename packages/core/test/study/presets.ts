import { presetNames } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/index.ts';
import { shippedResults } from '../support/shippedResults.ts';

describe('every preset runs whole, without a Problem, or a warning that is not expected', () => {
  it.each(presetNames())('%s', (name) => {
    const { scenarios } = shippedResults(name);
    expect(scenarios.length).toBeGreaterThan(1);
    for (const { kpis, ledger } of scenarios) {
      // Typed volumes are in the hundreds of thousands a month: a cost per contact between 1 and 40 is a centre, anything else a slip of units.
      expect(kpis['cpc.handled']!.mean!.value).toBeGreaterThan(1);
      expect(kpis['cpc.handled']!.mean!.value).toBeLessThan(40);
      expect(ledger.length).toBeGreaterThan(10);
    }
    // A baseline that is planned to target, or has the seats it needs, meets it with rarer misses than hits; one whose budget is given does not.
    if (name !== 'public-sector-line') expect(scenarios[0]!.kpis['serviceLevel.phone']!.mean!.value).toBeGreaterThan(0.8);
  });
});

/** What each planner's question comes to, as a direction that the field agrees on; the size is the engine's. */
describe('what the presets say', () => {
  const kpi = (results: Results, scenario: number, id: string): number => results.scenarios[scenario]!.kpis[id]!.mean!.value;

  it('telecom peak: a locked roster under 30% more calls that take 6% longer does not hold its service level', () => {
    const results = shippedResults('telecom-peak');
    const locked = results.scenarios.findIndex(({ response }) => response === 'locked');
    expect(kpi(results, locked, 'serviceLevel.phone')).toBeLessThan(0.5);
    expect(kpi(results, locked, 'paidHours')).toBeLessThan(1.02 * kpi(results, 0, 'paidHours'));
    // Low cost through bad service: fewer handled for the same pay.
    expect(kpi(results, locked, 'abandonment.phone')).toBeGreaterThan(3 * kpi(results, 0, 'abandonment.phone'));
  });

  it('bank: verification saves a few percent, not the headline of whoever sells it', () => {
    const results = shippedResults('bank-ivr-verification');
    const change = kpi(results, 1, 'cpc.handled') / kpi(results, 0, 'cpc.handled') - 1;
    expect(change).toBeLessThan(-0.01);
    expect(change).toBeGreaterThan(-0.08);
  });

  it('bank: where nobody is let go the investment pays back all the same, and slower hands save less than a roster planned anew', () => {
    const results = shippedResults('bank-ivr-verification');
    const [replanned, byAttrition, locked] = [1, 3, 4];
    expect(kpi(results, byAttrition, 'paidHours')).toBeLessThan(kpi(results, locked, 'paidHours'));
    expect(kpi(results, byAttrition, 'paidHours')).toBeGreaterThan(kpi(results, replanned, 'paidHours'));
    expect(kpi(results, byAttrition, 'npv')).toBeGreaterThan(0);
    expect(kpi(results, byAttrition, 'paidBack')).toBeGreaterThan(0.9);
  });

  it('airline: a storm of three days under a locked roster loses contacts, and holds in almost no world; overtime wins back a part', () => {
    const results = shippedResults('airline-disruption');
    const locked = results.scenarios.findIndex(({ response }) => response === 'locked');
    const overtime = results.scenarios.findIndex(({ response }) => response === 'transition');
    expect(kpi(results, locked, 'abandonment.phone')).toBeGreaterThan(0.1);
    expect(results.scenarios[locked]!.holds!.value).toBeLessThan(0.1);
    expect(kpi(results, overtime, 'abandonment.phone')).toBeLessThan(0.9 * kpi(results, locked, 'abandonment.phone'));
    expect(kpi(results, overtime, 'abandonment.phone')).toBeGreaterThan(2 * kpi(results, 0, 'abandonment.phone'));
  });

  it('telecom: overtime is the cheapest of what meets some of the season, hiring for a month the dearest', () => {
    const results = shippedResults('telecom-peak');
    const total = (name: string): number =>
      kpi(
        results,
        results.scenarios.findIndex((scenario) => scenario.name === name),
        'totalCost',
      );
    expect(total('Peak season, overtime')).toBeLessThan(total('Peak season, more containment'));
    expect(total('Peak season, more containment')).toBeLessThan(total('Peak season, re-planned'));
    expect(total('Peak season, re-planned')).toBeLessThan(total('Peak season, agency hires'));
  });

  it('telecom: callbacks mend the service level on the wall and keep few promises', () => {
    const { scenarios } = shippedResults('telecom-peak');
    const [locked, callback] = ['Peak season, roster locked', 'Peak season, callback'].map(
      (name) => scenarios.find((scenario) => scenario.name === name)!.kpis,
    );
    expect(callback!['serviceLevel.phone']!.mean!.value).toBeGreaterThan(locked!['serviceLevel.phone']!.mean!.value + 0.2);
    expect(callback!['callbackPromise.phone']!.mean!.value).toBeLessThan(0.2);
  });

  it('health: who decides two weeks late pays almost as much and answers far fewer', () => {
    const [, locked, inTime, late, planned] = shippedResults('health-open-enrolment').scenarios.map(({ kpis }) => kpis);
    expect(late!['totalCost']!.mean!.value).toBeGreaterThan(0.85 * inTime!['totalCost']!.mean!.value);
    for (const [better, worse] of [
      [planned, inTime],
      [inTime, late],
      [late, locked],
    ])
      expect(better!['serviceLevel.phone']!.mean!.value).toBeGreaterThan(worse!['serviceLevel.phone']!.mean!.value + 0.02);
  });

  // The sketch: about -2%. Nothing but the roster moves the cost: a callback is a call, later. 3% is three times what the two floors are apart.
  it('retailer: callbacks leave the work what it is', () => {
    const results = shippedResults('retailer-callbacks');
    expect(Math.abs(kpi(results, 1, 'totalCost') / kpi(results, 0, 'totalCost') - 1)).toBeLessThan(0.01);
    expect(Math.abs(kpi(results, 2, 'cpc.handled') / kpi(results, 3, 'cpc.handled') - 1)).toBeLessThan(0.03);
    expect(kpi(results, 2, 'serviceLevel.phone')).toBeLessThan(0.7);
    expect(results.scenarios[2]!.holds!.value).toBeLessThan(0.1);
  });

  // The sketch: budget -3.4%, cost per handled +7%. Half and twice of either is the width for centres that are only alike.
  it('SaaS: the help centre cuts the budget and raises the cost per handled contact', () => {
    const results = shippedResults('saas-support');
    const budget = kpi(results, 2, 'totalCost') / kpi(results, 0, 'totalCost') - 1;
    const perHandled = kpi(results, 2, 'cpc.handled') / kpi(results, 0, 'cpc.handled') - 1;
    expect(budget).toBeLessThan(-0.017);
    expect(budget).toBeGreaterThan(-0.068);
    expect(perHandled).toBeGreaterThan(0.035);
    expect(perHandled).toBeLessThan(0.14);
    // By its own count it saves about twice as much.
    expect(kpi(results, 1, 'totalCost')).toBeLessThan(kpi(results, 2, 'totalCost'));
  });

  // The sketch: a fifth or more abandon, 9.54 a need beside 14.04 an answer (68%), and 28% more a need when staffed properly. Who is not answered
  // and comes again, and repeats of the unresolved, are in ours: between half and all of it for the first, between once and twice for the second.
  it('public sector: the cost per need is low because calls are not answered', () => {
    const results = shippedResults('public-sector-line');
    expect(kpi(results, 0, 'abandonment.phone')).toBeGreaterThan(0.2);
    expect(kpi(results, 0, 'cpc.need') / kpi(results, 0, 'cpc.handled')).toBeLessThan(0.85);
    const staffed = kpi(results, 1, 'cpc.need') / kpi(results, 0, 'cpc.need') - 1;
    expect(staffed).toBeGreaterThan(0.28);
    expect(staffed).toBeLessThan(0.56);
    expect(kpi(results, 2, 'cpc.need')).toBeLessThan(kpi(results, 0, 'cpc.need'));
  });

  it('Gulf: moving voice to messaging saves, and a steeper stretch takes about half of it back', () => {
    const results = shippedResults('gulf-ecommerce');
    const saved = (scenario: number): number => kpi(results, 0, 'totalCost') - kpi(results, scenario, 'totalCost');
    expect(saved(1)).toBeGreaterThan(0);
    expect(saved(2)).toBeGreaterThan(1.3 * saved(1));
    expect(saved(3)).toBeLessThan(0.8 * saved(1));
    expect(kpi(results, 1, 'cpc.handled')).toBeLessThan(kpi(results, 0, 'cpc.handled'));
  });

  // The sketch: 4% abandon, 8.5% with one seat empty, 16% with two: about twice and four times; its desk has no tickets that fill idle time.
  it('IT help desk: one empty seat about doubles abandonment, two about triple it', () => {
    const results = shippedResults('it-help-desk');
    const times = (scenario: number): number => kpi(results, scenario, 'abandonment.phone') / kpi(results, 0, 'abandonment.phone');
    expect(times(1)).toBeGreaterThan(1.5);
    expect(times(1)).toBeLessThan(2.5);
    expect(times(2)).toBeGreaterThan(2.5);
    expect(times(2)).toBeLessThan(5);
  });
});

it('the example of the README runs as it stands', () => {
  expect(shippedResults('bank-2003').scenarios.length).toBeGreaterThan(1);
});
