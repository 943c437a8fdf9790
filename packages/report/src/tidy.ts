import { quantileLevels, type Estimate, type KpiSummary, type KpiUnit, type QuantileName, type Results } from '@percall/core';
import { splitKpiId } from './kpiName.ts';
import type { Setting } from './setting.ts';

/** One number with everything needed to read it alone. Rates are fractions, times seconds, money in currency units. */
export interface TidyRow {
  readonly scenario: string;
  /** What totals are stated over: week, month, quarter or year. */
  readonly period: string;
  /** Empty where a KPI has no channel or contact type of its own. */
  readonly channel: string;
  readonly contactType: string;
  /** KPI id, `ledger.<line>`, `ledger.total` (the expected sum of the lines), or `cheaper`, `holds`, `noWorse`, `cheaperAndNoWorse`. */
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
  }
}

/** Everything in the results as long rows, scenario by scenario, in the order of the results; a null value is "no contacts". */
export function tidyRows({ scenarios }: Results, { currency, period }: Setting): TidyRow[] {
  const rows: TidyRow[] = [];
  for (const { name, kpis, floors, holds, ledger, versusBaseline } of scenarios) {
    const push = (id: string, statistic: string, unit: string, estimate: Estimate | null): void => {
      const { kpi, channel, contactType } = splitKpiId(id);
      const head = { scenario: name, period, channel: channel ?? '', contactType: contactType ?? '', metric: kpi };
      rows.push({ ...head, statistic, value: estimate?.value ?? null, unit });
      if (estimate === null) return;
      rows.push({ ...head, statistic: `${statistic}.lower`, value: estimate.lower, unit });
      rows.push({ ...head, statistic: `${statistic}.upper`, value: estimate.upper, unit });
    };
    const pushKpi = (id: string, { unit, mean, quantiles }: KpiSummary, prefix: string): void => {
      const symbol = unitSymbol(unit, currency);
      push(id, `${prefix}mean`, symbol, mean);
      for (const quantile of quantileNames) push(id, `${prefix}${quantile}`, symbol, quantiles?.[quantile] ?? null);
    };
    for (const [id, kpi] of Object.entries(kpis)) pushKpi(id, kpi, '');
    for (const { kpi, side, holds: chance } of floors) push(kpi, `holds.${side}`, 'fraction', chance);
    if (holds !== null) push('holds', 'probability', 'fraction', holds);
    for (const { line, perPeriod } of ledger) rows.push(...ledgerRows(name, period, line, perPeriod, currency));
    const total = kpis['totalCost']?.mean ?? null;
    if (ledger.length > 0 && total !== null) rows.push(...ledgerRows(name, period, 'total', total, currency));
    if (versusBaseline === null) continue;
    for (const [id, kpi] of Object.entries(versusBaseline.kpis)) pushKpi(id, kpi, 'difference.');
    const { cheaper, noWorse, cheaperAndNoWorse } = versusBaseline.probability;
    if (cheaper !== null) push('cheaper', 'probability', 'fraction', cheaper);
    if (noWorse !== null) push('noWorse', 'probability', 'fraction', noWorse);
    if (cheaperAndNoWorse !== null) push('cheaperAndNoWorse', 'probability', 'fraction', cheaperAndNoWorse);
  }
  return rows;
}

/** A line's name is kept whole: `chat` in it is a category, not a channel. */
function ledgerRows(scenario: string, period: string, line: string, { value, lower, upper }: Estimate, unit: string): TidyRow[] {
  const head = { scenario, period, channel: '', contactType: '', metric: `ledger.${line}` };
  return [
    { ...head, statistic: 'mean', value, unit },
    { ...head, statistic: 'mean.lower', value: lower, unit },
    { ...head, statistic: 'mean.upper', value: upper, unit },
  ];
}
