import { quantileLevels, type Estimate, type KpiSummary, type KpiUnit, type QuantileName, type Results } from '@percall/core';
import { industryAverage } from './industryAverage.ts';
import { splitKpiId } from './kpiName.ts';
import type { Setting } from './setting.ts';

/** One number with everything needed to read it alone. Rates are fractions, times seconds, money in currency units. */
export interface TidyRow {
  /** Empty in a row that is of none. */
  readonly scenario: string;
  /** What totals are stated over: week, month, quarter or year. */
  readonly period: string;
  /** Empty where a KPI has no channel or contact type of its own. */
  readonly channel: string;
  readonly contactType: string;
  /**
   * KPI id, `savings.<kind>`, `ledger.<line>`, `ledger.total` (the expected sum of the lines), `reference.industryAverage` (no result, and of no
   * scenario), or `cheaper`, `holds`, `noWorse`, `cheaperAndNoWorse`.
   */
  readonly metric: string;
  /** `mean`, `p5` ... `p95`, the same after `difference.`, or `probability`; `.lower` and `.upper` are its 95% Monte Carlo interval. */
  readonly statistic: string;
  /** null: no contacts. */
  readonly value: number | null;
  readonly unit: string;
}

export const tidyColumns = ['scenario', 'period', 'channel', 'contactType', 'metric', 'statistic', 'value', 'unit'] as const;

const quantileNames = quantileLevels.map((level) => `p${Math.round(level * 100)}` as QuantileName);

/** Unit symbols of data: not words, and the same in every language. */
function unitSymbol(unit: KpiUnit, currency: string): string {
  switch (unit) {
    case 'currencyPerContact':
      return `${currency}/contact`;
    case 'currency':
      return currency;
    case 'fraction':
      return 'fraction';
    case 'seconds':
      return 's';
    case 'hours':
      return 'h';
    case 'fte':
      return 'FTE';
    case 'count':
      return 'count';
    case 'amount':
      return currency;
    case 'months':
      return 'month';
    case 'number':
      return 'number';
  }
}

/** One estimate with everything needed to read it alone. */
export interface TidyEstimate extends Omit<TidyRow, 'value'> {
  /** null: no contacts. */
  readonly estimate: Estimate | null;
}

/** Everything in the results, one estimate after the other, scenario by scenario, in the order of the results. */
export function* tidyEstimates({ scenarios }: Results, { currency, period }: Setting): Generator<TidyEstimate, void, undefined> {
  for (const { name: scenario, kpis, floors, holds, ledger, versusBaseline } of scenarios) {
    const of = (id: string, statistic: string, unit: string, estimate: Estimate | null): TidyEstimate => {
      const { kpi, channel, contactType, extreme } = splitKpiId(id);
      const metric = extreme === null ? kpi : `${kpi}.${extreme}`;
      return { scenario, period, channel: channel ?? '', contactType: contactType ?? '', metric, statistic, unit, estimate };
    };
    const ofKpi = (id: string, { unit, mean, quantiles }: KpiSummary, prefix: string): readonly TidyEstimate[] => {
      const symbol = unitSymbol(unit, currency);
      return [
        of(id, `${prefix}mean`, symbol, mean),
        ...quantileNames.map((quantile) => of(id, `${prefix}${quantile}`, symbol, quantiles?.[quantile] ?? null)),
      ];
    };
    // A line's name is kept whole: `chat` in it is a category, not a channel.
    const ofLine = (line: string, estimate: Estimate): TidyEstimate => ({
      scenario,
      period,
      channel: '',
      contactType: '',
      metric: `ledger.${line}`,
      statistic: 'mean',
      unit: currency,
      estimate,
    });
    for (const [id, kpi] of Object.entries(kpis)) yield* ofKpi(id, kpi, '');
    for (const { kpi, side, holds: chance } of floors) yield of(kpi, `holds.${side}`, 'fraction', chance);
    if (holds !== null) yield of('holds', 'probability', 'fraction', holds);
    for (const { line, perPeriod } of ledger) yield ofLine(line, perPeriod);
    const total = kpis['totalCost']?.mean ?? null;
    if (ledger.length > 0 && total !== null) yield ofLine('total', total);
    if (versusBaseline === null) continue;
    for (const [id, kpi] of Object.entries(versusBaseline.kpis)) yield* ofKpi(id, kpi, 'difference.');
    for (const [kind, kpi] of Object.entries(versusBaseline.savings)) yield* ofKpi(`savings.${kind}`, kpi, '');
    for (const event of ['cheaper', 'noWorse', 'cheaperAndNoWorse'] as const) {
      const chance = versusBaseline.probability[event];
      if (chance !== null) yield of(event, 'probability', 'fraction', chance);
    }
  }
}

/** Everything in the results as long rows, scenario by scenario, in the order of the results; a null value is "no contacts". */
export function tidyRows(results: Results, setting: Setting): TidyRow[] {
  const rows: TidyRow[] = [];
  for (const { scenario, period, channel, contactType, metric, statistic, unit, estimate } of tidyEstimates(results, setting)) {
    const head = { scenario, period, channel, contactType, metric };
    rows.push({ ...head, statistic, value: estimate?.value ?? null, unit });
    if (estimate === null) continue;
    rows.push({ ...head, statistic: `${statistic}.lower`, value: estimate.lower, unit });
    rows.push({ ...head, statistic: `${statistic}.upper`, value: estimate.upper, unit });
  }
  const average = industryAverage(setting.currency);
  if (average !== null)
    rows.push({
      scenario: '',
      period: setting.period,
      channel: '',
      contactType: '',
      metric: 'reference.industryAverage',
      statistic: 'value',
      value: average,
      unit: unitSymbol('currencyPerContact', setting.currency),
    });
  return rows;
}
