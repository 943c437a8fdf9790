import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, daysPer, parseScenario, presetText, type Json, type Period, type ScenarioDocument } from '@percall/scenario';
import { leverStepsOf } from '../../src/frontDoor/leverSteps.ts';
import { longRunNeeds } from '../../src/frontDoor/longRunNeeds.ts';
import { createReplicator, summarise } from '../../src/index.ts';
import { centralWorld } from '../../src/world/centralWorld.ts';
import { documentWith, studyOf } from '../support/document.ts';
import { measure } from '../support/measure.ts';
import { tinyModel, tinyTotals, type TinyModel } from '../support/tinyModel.ts';

const periods: readonly Period[] = ['week', 'month', 'quarter', 'year'];

describe('results per week, month, quarter and year', () => {
  /** Four weeks: 28 days, 160 paid hours at 20, a rent of 3,652.50 a year, 1,000 contacts. */
  const centre: TinyModel = { weeks: 4, costLines: [{ line: 'rent', amount: 3652.5, basis: { on: 'period', per: 'year' } }] };
  const sums = { counts: { needs: 900, offered: 1000, handled: 950, resolvedNeeds: 800 }, agents: { paid: 160 * 3600 } };
  /** 3,200 of wages and 280 of rent: 3,480 in 28 days. */
  const byHand: Readonly<Record<Period, { readonly total: number; readonly handled: number }>> = {
    week: { total: 870, handled: 237.5 },
    // 30.4375 days
    month: { total: (3480 * 30.4375) / 28, handled: (950 * 30.4375) / 28 },
    // 91.3125 days
    quarter: { total: (3480 * 91.3125) / 28, handled: (950 * 91.3125) / 28 },
    // 365.25 days
    year: { total: (3480 * 365.25) / 28, handled: (950 * 365.25) / 28 },
  };

  it.each(periods)('%s: totals and contacts restate, and cost per contact is total / contacts, whatever the period', (period) => {
    const model = tinyModel({ ...centre, period });
    const { kpis } = measure(model, tinyTotals(model, sums));
    expect(kpis['totalCost']).toBeCloseTo(byHand[period].total, 8);
    expect(kpis['contacts.handled']).toBeCloseTo(byHand[period].handled, 8);
    expect(kpis['cpc.handled']).toBeCloseTo(3480 / 950, 12);
    for (const name of ['need', 'offered', 'handled', 'resolved'])
      expect(kpis['totalCost']! / kpis[`contacts.${name}`]!, name).toBeCloseTo(kpis[`cpc.${name}`]!, 10);
    // 160 paid hours in four weeks are 40 a week.
    expect(kpis['paidHours']).toBeCloseTo((40 * daysPer[period]) / 7, 8);
  });

  it('is the same centre where a document states the same volume per another period', () => {
    const inPeriod = (period: Period) => {
      const document = documentWith({ 'contactTypes.service.volume': (2000 * daysPer[period]) / 7 }, { period });
      const study = studyOf(document);
      return summarise(study, [createReplicator(study)(0, 64)]).scenarios[0]!;
    };
    const week = inPeriod('week');
    for (const period of ['month', 'quarter', 'year'] as const) {
      const { kpis, ledger } = inPeriod(period);
      const factor = daysPer[period] / 7;
      const mean = (id: string, scenario = kpis): number => scenario[id]!.mean!.value;
      expect(mean('cpc.handled')).toBeCloseTo(mean('cpc.handled', week.kpis), 9);
      expect(mean('totalCost') / mean('contacts.handled')).toBeCloseTo(mean('cpc.handled'), 9);
      for (const id of ['totalCost', 'contacts.offered', 'paidHours'])
        expect(mean(id) / mean(id, week.kpis) / factor, id).toBeCloseTo(1, 9);
      expect(mean('fte')).toBeCloseTo(mean('fte', week.kpis), 9);
      const lines = ledger.reduce((sum, { perPeriod }) => sum + perPeriod.value, 0);
      expect(lines / mean('totalCost')).toBeCloseTo(1, 12);
    }
  });
});

describe('a volume that names its period', () => {
  /** Needs of every interval at central inputs, of the baseline and of a variant. */
  function needsOf(document: ScenarioDocument): readonly (readonly number[])[] {
    return studyOf(document).models.map((model) => {
      const needs = new Float64Array(model.calendar.intervals * model.queues.length);
      longRunNeeds(needs, model, leverStepsOf(model, centralWorld(model).leaves));
      return [...needs];
    });
  }

  /** 6,000 a week and, in a variant, 7,500: as `own` counts them where one is given, else as the document's `period` does. */
  const centre = (
    period: Period,
    own: Period | null,
    weeks = 1,
    written: (count: number, per: string) => Json = (count, per) => `${count}${per}`,
  ) => {
    const volume = (perWeek: number): Json => written((perWeek * daysPer[own ?? period]) / 7, own === null ? '' : ` per ${own}`);
    return documentWith(
      { 'contactTypes.service.volume': volume(6000) },
      {
        period,
        horizon: { start: '2026-01-05', weeks },
        variants: [{ name: 'Busier', changes: { 'contactTypes.service.volume': volume(7500) } }],
      },
    );
  };

  const furthest = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number =>
    Math.max(...one.flatMap((needs, model) => needs.map((need, at) => (need === 0 ? 0 : Math.abs(other[model]![at]! / need - 1)))));

  const anyPeriod = fc.constantFrom(...periods);
  /** A product and a quotient more; the search for the needs behind the report then takes the same steps. */
  const rounding = 1e-12;

  it('restating the document’s period changes no needs (fast-check)', () => {
    const perWeek = needsOf(centre('week', null));
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (period, own) => {
        expect(furthest(perWeek, needsOf(centre(period, own)))).toBeLessThan(rounding);
      }),
      { seed: 18, numRuns: 16 },
    );
  });

  it('nor do ranges: every future is the same one', () => {
    const cost = (period: Period, own: Period | null) => {
      const study = studyOf(
        centre(period, own, 1, (count, per) => ({ low: `${0.9 * count}${per}`, likely: `${count}${per}`, high: `${1.15 * count}${per}` })),
      );
      const { kpis } = summarise(study, [createReplicator(study)(0, 64)]).scenarios[1]!;
      return ['cpc.handled', 'serviceLevel.phone', 'fte'].flatMap((id) => [kpis[id]!.mean!.value, kpis[id]!.quantiles!.p90.value]);
    };
    const weekly = cost('week', null);
    cost('year', 'month').forEach((value, i) => expect(value / weekly[i]!).toBeCloseTo(1, 9));
  });

  it('twin: read as the document’s, a volume per month in a document per year leaves a twelfth of the needs', () => {
    const asYear = documentWith({ 'contactTypes.service.volume': (6000 * daysPer.month) / 7 }, { period: 'year' });
    const [needs] = needsOf(asYear);
    const [right] = needsOf(centre('year', 'month'));
    expect(furthest([right!], [needs!])).toBeCloseTo(11 / 12, 9);
  });

  it.each(['bank-ivr-verification', 'saas-support'])('%s per year: the same cost per contact, and twelve times the total', (name) => {
    const parsed = parseScenario(presetText(name)!);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const perYear = checkDocument({ ...parsed.document, period: 'year' });
    if (!perYear.ok) throw new Error(JSON.stringify(perYear.problems));
    const [month, year] = [parsed.document, perYear.document].map((document) => {
      const study = studyOf(document);
      return summarise(study, [createReplicator(study)(0, 64)]).scenarios;
    });
    month!.forEach(({ kpis, ledger }, scenario) => {
      const other = year![scenario]!;
      for (const id of Object.keys(kpis)) {
        const [one, twelve] = [kpis[id]!.mean, other.kpis[id]!.mean];
        expect(twelve === null, id).toBe(one === null);
        if (one === null || twelve === null || one.value === 0) continue;
        const isSum = /^(?:totalCost|contacts|paidHours|idleCost)\b/.test(id);
        expect(twelve.value / one.value / (isSum ? 12 : 1), id).toBeCloseTo(1, 9);
      }
      ledger.forEach(({ line, perPeriod }, at) => {
        if (perPeriod.value !== 0) expect(other.ledger[at]!.perPeriod.value / perPeriod.value, line).toBeCloseTo(12, 8);
      });
    });
  });
});
