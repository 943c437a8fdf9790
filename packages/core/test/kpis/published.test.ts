import { describe, expect, it } from 'vitest';
import { countFields, createOutcome, sumTotals, totalsLayout } from '../../src/index.ts';
import cases from '../fixtures/costArithmetic.json' with { type: 'json' };
import { measure } from '../support/measure.ts';
import { tinyModel, tinyTotals } from '../support/tinyModel.ts';

/** A case of the fixture; its figures are read by the names they have there. */
function published<P, E>(id: string): { readonly params: P; readonly expected: E } {
  const found = cases.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No case ${id}.`);
  return found as unknown as { params: P; expected: E };
}

type Figures = Readonly<Record<string, number>>;

/** Relative 1e-9, the fixture's own tolerance for arithmetic; its figures have ten digits. */
const near = (actual: number | undefined, expected: number) => expect(Math.abs(actual! / expected - 1)).toBeLessThan(1e-9);

describe('published and hand-worked cost arithmetic', () => {
  it('interval labour: 14 agents on duty at 30% shrinkage are 20 paid', () => {
    const { params, expected } = published<Figures, Figures>('cost-interval-labour');
    const hours = params['intervalMin']! / 60;
    const labour = (shrinkage: number) => {
      const model = tinyModel({ groups: [{ name: 'frontline', wage: params['wagePerHour']!, onCost: params['onCostRate']! }] });
      const paid = (params['agents']! / (1 - shrinkage)) * hours * 3600;
      return measure(model, tinyTotals(model, { agents: { paid }, counts: { handled: params['contacts']! } }));
    };
    near(labour(params['shrinkage']!).totalCost, expected['labourCost']!);
    near(labour(params['shrinkage']!).kpis['cpc.handled'], expected['labourCpc']!);
    expect(() => near(labour(0.306).kpis['cpc.handled'], expected['labourCpc']!)).toThrow();
  });

  it('a year of a 100-position centre, every line of it', () => {
    const { params, expected } = published<Figures, Figures>('cost-loaded-year');
    const of = (name: string) => params[name]!;
    const heads = of('productivePositions') / (1 - of('shrinkage'));
    const bill = (telephonySecondsPerContact: number) => {
      const model = tinyModel({
        period: 'year',
        weeks: 52,
        // 2080 paid hours in a year of 365.25 days
        hoursPerWeek: (of('paidHoursPerYear') * 7) / 365.25,
        attrition: of('attritionPerYear'),
        groups: [{ name: 'agents', wage: of('wagePerHour'), onCost: of('benefitsAndTaxesOnWage') }],
        management: { oneFor: of('supervisorSpan'), wage: of('supervisorSalaryLoaded') / of('paidHoursPerYear'), onCost: 0 },
        costLines: [
          { line: 'hiring', amount: of('replacementCost'), basis: { on: 'hire' } },
          { line: 'qa', amount: of('qaSalaryLoaded') / of('qaPerAgents'), basis: { on: 'fte', per: 'year' } },
          { line: 'licences', amount: of('licencePerSeatMonth'), basis: { on: 'fte', per: 'month' } },
          { line: 'facilities', amount: of('facilityPerSeatYear'), basis: { on: 'fte', per: 'year' } },
          { line: 'telephony', amount: of('telephonyPerMin'), basis: { on: 'minute' } },
        ],
      });
      const horizon = 364 / 365.25;
      const contacts = of('contactsPerYear') * horizon;
      const { amounts, kpis } = measure(
        model,
        tinyTotals(model, {
          agents: { paid: heads * of('paidHoursPerYear') * 3600 * horizon },
          counts: {
            handled: contacts,
            ivrSeconds: contacts * of('ivrSec'),
            waitSecondsAll: contacts * of('waitSec'),
            handleSeconds: contacts * of('ahtSec'),
            afterContactSeconds: contacts * (of('ahtSec') + of('ivrSec') + of('waitSec') - telephonySecondsPerContact),
          },
        }),
      );
      const perYear = (line: string) => amounts[line]! / horizon;
      near(kpis['fte'], expected['heads']!);
      near(perYear('wages.agents') + perYear('onCosts.agents'), expected['agentPay']!);
      near(perYear('hiring'), expected['attrition']!);
      near(perYear('management'), expected['supervision']!);
      near(perYear('qa'), expected['qa']!);
      near(perYear('licences'), expected['licences']!);
      near(perYear('facilities'), expected['facilities']!);
      near(perYear('telephony'), expected['telephony']!);
      near(kpis['totalCost'], expected['total']!);
      near(kpis['cpc.handled'], expected['cpc']!);
    };
    const talk = of('ahtSec') - of('acwSec');
    bill(of('ivrSec') + of('waitSec') + talk);
    expect(() => bill(of('ivrSec') + of('waitSec') + of('ahtSec'))).toThrow();
  });

  it('the bank week: staffed hours as wages, calls finished after closing as overtime', () => {
    const { params, expected } = published<
      { readonly wagePerHour: readonly [number, number] },
      {
        readonly arrived: number;
        readonly totalCost: number;
        readonly costPerArrivedContact: number;
        readonly idleCostByGroup: readonly [number, number];
        readonly busyCostByGroup: readonly [number, number];
      }
    >('cost-bank-week');
    const agents = [3, 4];
    const model = tinyModel({ weeks: 1, groups: params.wagePerHour.map((wage, group) => ({ name: `group${group}`, wage })) });
    const paidHours = params.wagePerHour.map((wage, group) => (expected.idleCostByGroup[group]! + expected.busyCostByGroup[group]!) / wage);
    const { amounts, totalCost, kpis } = measure(
      model,
      tinyTotals(model, {
        agents: {
          paid: paidHours.map((hours) => 3600 * hours),
          overtime: paidHours.map((hours, group) => 3600 * (hours - 45 * agents[group]!)),
        },
        counts: { offered: expected.arrived },
      }),
    );
    // 45 h x (3 x 12 + 4 x 7.5) = 2970
    expect(amounts['wages.group0']! + amounts['wages.group1']!).toBeCloseTo(2970, 9);
    // The parts and the total are rounded to eight digits: (5e-5 + 3 x 5e-6 + 5e-5) / 2974 = 4e-8, and 6e-9 for the cost per contact.
    expect(Math.abs(totalCost / expected.totalCost - 1)).toBeLessThan(5e-8);
    expect(Math.abs(kpis['cpc.offered']! / expected.costPerArrivedContact - 1)).toBeLessThan(5e-8);
    expect(amounts['overtime.group0']! + amounts['overtime.group1']!).toBeCloseTo(expected.totalCost - 2970, 3);
  });

  it('deflecting easy contacts: cost per handled contact rises, cost per need falls, by less than the naive sum', () => {
    const { params, expected } = published<
      {
        readonly mix: readonly { readonly share: number; readonly ahtSec: number }[];
        readonly deflectShareOfEasy: number;
        readonly costPerAgentHourLoadedAtOccupancy: number;
        readonly selfServiceCost: number;
      },
      Figures
    >('cost-deflect-easy');
    const needs = 1000;
    const centre = (deflected: number, sessionCost: number) => {
      const model = tinyModel({
        groups: [{ name: 'agents', wage: params.costPerAgentHourLoadedAtOccupancy }],
        costLines: [{ line: 'sessions', amount: sessionCost, basis: { on: 'session' } }],
      });
      const [easy, hard] = params.mix;
      const sessions = needs * easy!.share * deflected;
      const handled = needs - sessions;
      const handleSeconds = (needs * easy!.share - sessions) * easy!.ahtSec + needs * hard!.share * hard!.ahtSec;
      const counts = { needs, handled, handleSeconds, selfServiceTried: sessions, selfServiceSolved: sessions };
      return measure(model, tinyTotals(model, { counts, agents: { paid: handleSeconds } })).kpis;
    };
    const before = centre(0, params.selfServiceCost);
    near(before['handleTime.phone'], expected['ahtBefore']!);
    near(before['cpc.handled'], expected['cpcAgentBefore']!);
    near(before['cpc.need'], expected['blendedPerIssueBefore']!);
    const after = centre(params.deflectShareOfEasy, params.selfServiceCost);
    near(after['handleTime.phone'], expected['ahtAfter']!);
    near(after['cpc.need'], expected['blendedPerIssueAfter']!);
    near(centre(params.deflectShareOfEasy, 0)['cpc.handled'], expected['cpcAgentAfter']!);
    near(1 - after['deflection']!, expected['volumeAfterShare']!);
    expect(() => near(after['cpc.need'], expected['naiveExpectedAfter']!)).toThrow();
  });

  it.each(['cost-failed-selfservice', 'cost-failed-selfservice-b'])('self-service that leaks: %s', (id) => {
    const { params, expected } = published<Figures, Figures>(id);
    const of = (name: string) => params[name]!;
    const model = tinyModel({
      groups: [{ name: 'agents', wage: of('agentCostPerHour') }],
      costLines: [{ line: 'sessions', amount: of('selfServiceCost'), basis: { on: 'session' } }],
    });
    const tried = of('issues') * of('attemptShare');
    const solved = tried * of('containment');
    const returned = solved * of('repeatWithinContained');
    const contacts = of('issues') - solved + returned;
    // Those whose session failed, and those who come back, take longer.
    const handleSeconds = contacts * of('ahtSec') + (tried - solved + returned) * of('extraAhtAfterFailedSec');
    const kpisWith = (back: number) =>
      measure(
        model,
        tinyTotals(model, {
          counts: {
            needs: of('issues'),
            handled: contacts,
            handleSeconds,
            selfServiceTried: tried,
            selfServiceSolved: solved,
            selfServiceReturned: back,
          },
          agents: { paid: handleSeconds },
        }),
      );
    const { kpis, totalCost } = kpisWith(returned);
    near(handleSeconds, expected['agentSec']!);
    near(totalCost, expected['totalCost']!);
    near(kpis['cpc.need'], expected['perIssue']!);
    near(kpis['deflection'], (of('issues') - expected['agentContacts']!) / of('issues'));
    near(kpis['selfService.completion'], (expected['contained']! - expected['falseContained']!) / expected['attempts']!);
    expect(() => near(kpisWith(0).kpis['deflection'], (of('issues') - expected['agentContacts']!) / of('issues'))).toThrow();
  });

  it('better first contact resolution: cost per handled contact rises, cost per resolved need falls', () => {
    const { params, expected } = published<
      { readonly issues: number; readonly fcr: readonly number[]; readonly ahtSec: readonly number[]; readonly agentCostPerHour: number },
      { readonly cpc: readonly number[]; readonly costPerResolution: readonly number[] }
    >('cost-fcr');
    params.fcr.forEach((fcr, index) => {
      const model = tinyModel({ groups: [{ name: 'agents', wage: params.agentCostPerHour }] });
      const handled = params.issues / fcr;
      const counts = {
        needs: params.issues,
        handled,
        handledFirst: params.issues,
        resolvedFirst: params.issues * fcr,
        resolvedNeeds: params.issues,
      };
      const { kpis } = measure(model, tinyTotals(model, { counts, agents: { paid: handled * params.ahtSec[index]! } }));
      near(kpis['fcr.phone'], fcr);
      near(kpis['cpc.handled'], expected.cpc[index]!);
      near(kpis['cpc.resolved'], expected.costPerResolution[index]!);
      expect(() => near(kpis['cpc.handled'], expected.costPerResolution[index]!)).toThrow();
    });
  });

  it('the denominator under abandonment', () => {
    const { params, expected } = published<Figures, Figures>('cost-offered-vs-handled');
    const model = tinyModel({ costLines: [{ line: 'all', amount: params['totalCost']!, basis: { on: 'period', per: 'week' } }], weeks: 1 });
    const offered = params['offered']!;
    const abandoned = offered * params['abandonRate']!;
    const { kpis } = measure(model, tinyTotals(model, { counts: { offered, abandoned, handled: offered - abandoned } }));
    near(kpis['cpc.offered'], expected['perOffered']!);
    near(kpis['cpc.handled'], expected['perHandled']!);
    near(kpis['abandonment.phone'], params['abandonRate']!);
  });

  it('economies of scale: labour cost per contact and occupancy of three sizes', () => {
    const { params, expected } = published<
      { readonly offeredErlangs: readonly number[]; readonly ahtSec: number; readonly shrinkage: number; readonly loadedHourly: number },
      { readonly agents: readonly number[]; readonly occupancy: readonly number[]; readonly labourCpc: readonly number[] }
    >('cost-scale-econ');
    params.offeredErlangs.forEach((erlangs, index) => {
      const agents = expected.agents[index]!;
      const model = tinyModel({ groups: [{ name: 'agents', wage: params.loadedHourly }] });
      const paid = (3600 * agents) / (1 - params.shrinkage);
      const handling = 3600 * erlangs;
      const agentSeconds = { paid, handling, idle: 3600 * agents - handling, shrinkage: paid * params.shrinkage };
      const { kpis } = measure(model, tinyTotals(model, { counts: { handled: handling / params.ahtSec }, agents: agentSeconds }));
      near(kpis['cpc.handled'], expected.labourCpc[index]!);
      near(kpis['occupancy.phone'], expected.occupancy[index]!);
      near(kpis['shrinkageShare'], params.shrinkage);
    });
  });

  it('service level over a day is weighted by contacts, not by intervals', () => {
    const { params, expected } = published<
      { readonly intervalsSl: readonly number[]; readonly intervalsVolume: readonly number[] },
      Readonly<Record<'simpleMean' | 'contactWeighted', number>>
    >('fl-sl-weighting');
    const model = tinyModel({ weeks: 1 });
    const outcome = createOutcome({ intervals: 7, contactTypes: 1, channels: 1, groups: 1 });
    params.intervalsVolume.forEach((volume, interval) => {
      outcome.counts[countFields.indexOf('offered') * 7 + interval] = volume;
      outcome.counts[countFields.indexOf('answeredWithinThreshold') * 7 + interval] = volume * params.intervalsSl[interval]!;
    });
    const totals = new Float64Array(totalsLayout(model).length);
    sumTotals(model, outcome, new Float64Array(7), totals, 0);
    const { kpis } = measure(model, totals);
    near(kpis['serviceLevel.phone'], expected.contactWeighted);
    expect(() => near(kpis['serviceLevel.phone'], expected.simpleMean)).toThrow();
  });
});
