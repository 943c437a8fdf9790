import type { Estimate, KpiSummary, KpiUnit } from '@percall/core';
import {
  errorMatters,
  formatKpi,
  formatNumber,
  formatPercent,
  halfWidth,
  placeOf,
  placeWithin,
  shownFactor,
  type Place,
} from './numbers.ts';
import type { Setting } from './setting.ts';
import { futuresOf, qualityState } from './verdict.ts';
import type { QualityState, Words } from './words/words.ts';

export interface Cell {
  readonly text: string;
  /** How it stands, for those who can show colour; the text alone says as much. */
  readonly state?: QualityState;
  readonly struck?: boolean;
}

/** A name with its unit, where the unit has a symbol. */
export const labelled = (name: string, unit: KpiUnit, setting: Setting, words: Words): string => {
  const symbol = words.unit(unit, setting.currency, words.period[setting.period]);
  return symbol === '' ? name : words.table.withUnit(name, symbol);
};

/** `6.82 ±0.03`: the error only where it moves the digits shown. */
function withError(estimate: Estimate, unit: KpiUnit, place: Place, words: Words, sign?: 'exceptZero'): string {
  const value = formatKpi(estimate.value, unit, place, words.locale, sign);
  const error = halfWidth(estimate) * shownFactor(unit);
  return errorMatters(error, place) ? words.table.plusMinus(value, formatNumber(error, place, words.locale)) : value;
}

/** One place for all estimates of a row, the finest that any of them bears, so that decimals stand under each other. */
const rowPlace = (estimates: readonly (Estimate | null | undefined)[], unit: KpiUnit, { currency }: Setting): Place =>
  Math.min(...estimates.map((estimate) => (estimate == null ? Infinity : placeOf(estimate, unit, currency))));

/** Medians with their 90% ranges; the range is left out where it shows nothing new. */
export function medianCells(kpis: readonly (KpiSummary | undefined)[], setting: Setting, words: Words, sign?: 'exceptZero'): Cell[] {
  const unit = unitOf(kpis);
  const place = rowPlace(
    kpis.map((kpi) => kpi?.quantiles?.p50),
    unit,
    setting,
  );
  const plain = (value: number): string => formatKpi(value, unit, place, words.locale, sign);
  return kpis.map((kpi): Cell => {
    if (kpi === undefined) return { text: words.table.none };
    if (kpi.quantiles === null) return { text: words.table.noContacts };
    const { p5, p50, p95 } = kpi.quantiles;
    const [value, low, high] = [withError(p50, unit, place, words, sign), plain(p5.value), plain(p95.value)];
    const isOne = isRounding(p5.value, p95.value) || (low === high && low === plain(p50.value));
    return { text: isOne ? value : words.table.range(value, low, high) };
  });
}

/** Whether numbers differ by no more than what adding up in doubles leaves: -3.75 is -3.8 or -3.7 then, as it falls. */
const isRounding = (low: number, high: number): boolean => high - low <= 1e-10 * Math.max(Math.abs(low), Math.abs(high));

/** The unit of one KPI in several scenarios. */
export const unitOf = (kpis: readonly (KpiSummary | undefined)[]): KpiUnit => kpis.find((kpi) => kpi !== undefined)?.unit ?? 'count';

/** Means with their errors, of one unit. */
export function meanCells(means: readonly (Estimate | null)[], unit: KpiUnit, absent: string, setting: Setting, words: Words): Cell[] {
  const place = rowPlace(means, unit, setting);
  return means.map((mean) => ({ text: mean === null ? absent : withError(mean, unit, place, words) }));
}

/** `92% ±1`. */
export function chanceText(chance: Estimate, wanted: number, words: Words): string {
  const error = halfWidth(chance) * 100;
  const place = placeWithin(error, 0);
  const value = formatPercent(futuresOf(chance.value, wanted), 0, words.locale);
  return errorMatters(error, place) ? words.table.plusMinus(value, formatNumber(error, place, words.locale)) : value;
}

/** `92% ±1 holds`. */
export function chanceCell(chance: Estimate, wanted: number, words: Words): Cell {
  const state = qualityState(chance.value, wanted);
  return { text: `${chanceText(chance, wanted, words)} ${words.qualityState[state]}`, state };
}
