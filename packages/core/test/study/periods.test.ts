import { describe, expect, it } from 'vitest';
import { daysPer, type Period } from '@percall/scenario';
import { compileStudy, createReplicator, summarise } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
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
      const compiled = compileStudy(document);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
      return summarise(compiled.study, [createReplicator(compiled.study)(0, 64)]).scenarios[0]!;
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
