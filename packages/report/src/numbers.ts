import type { Estimate, KpiUnit } from '@percall/core';
import { numberFormat } from './numberFormat.ts';

/**
 * A place is the exponent of the power of ten that a number is rounded to: -2 is hundredths, 0 is units, 3 is thousands.
 * Integers, so that no logarithm decides how a number is printed.
 */
export type Place = number;

const powerOfTen = (place: Place): number => Number(`1e${place}`);

/** Decimal places of the currency's smallest coin: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217, as the platform knows it). */
export function minorUnits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The finest place in which a KPI of this unit is ever shown; fractions are shown in percent. */
export function finestPlace(unit: KpiUnit, currency: string): Place {
  switch (unit) {
    case 'currencyPerContact':
      return -minorUnits(currency);
    case 'fraction':
    case 'seconds':
    case 'fte':
    case 'months':
    case 'number':
      return -1;
    case 'currency':
    case 'amount':
    case 'hours':
    case 'count':
      return 0;
  }
}

/** What is multiplied in before a number is shown: fractions become percent. */
export const shownFactor = (unit: KpiUnit): number => (unit === 'fraction' ? 100 : 1);

export const halfWidth = (estimate: Estimate): number => (estimate.upper - estimate.lower) / 2;

/** The place of the largest power of ten within the half-width: digits below it are Monte Carlo noise. Never finer than `finest`. */
export function placeWithin(width: number, finest: Place): Place {
  let place = finest;
  while (place < 15 && powerOfTen(place + 1) <= width) place += 1;
  return place;
}

/** The place in which an estimate of a KPI is shown. */
export const placeOf = (estimate: Estimate, unit: KpiUnit, currency: string): Place =>
  placeWithin(halfWidth(estimate) * shownFactor(unit), finestPlace(unit, currency));

/** True where the Monte Carlo error could move the last digit shown by half a unit or more: where "±" is printed. */
export const errorMatters = (shownHalfWidth: number, place: Place): boolean => shownHalfWidth >= powerOfTen(place) / 2;

/** `1234.567` at place -2 is `1,234.57`, at place 2 `1,200`. Never "-0". */
export const formatNumber = (value: number, place: Place, locale: string, sign: 'negative' | 'exceptZero' = 'negative'): string =>
  formatted(value, place, locale, { signDisplay: sign });

/** `92.4` at place -1 is `92.4%`; sign and place of the mark are the language's. Of hundredths: nothing is multiplied here. */
export const formatPercent = (hundredths: number, place: Place, locale: string): string =>
  formatted(hundredths, place, locale, { style: 'unit', unit: 'percent', signDisplay: 'negative' });

function formatted(value: number, place: Place, locale: string, options: Intl.NumberFormatOptions): string {
  const decimals = place < 0 ? -place : 0;
  const rounded = place > 0 ? Math.round(value / powerOfTen(place)) * powerOfTen(place) : value;
  return numberFormat(locale, { ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(rounded);
}

/** A KPI's value as shown: percent for fractions, otherwise the bare number; the unit stands in the row's label. */
export function formatKpi(
  value: number,
  unit: KpiUnit,
  place: Place,
  locale: string,
  sign: 'negative' | 'exceptZero' = 'negative',
): string {
  const shown = value * shownFactor(unit);
  return unit === 'fraction' && sign === 'negative' ? formatPercent(shown, place, locale) : formatNumber(shown, place, locale, sign);
}

/**
 * A probability as a count of 100 futures. Rounded, but 0 and 100 are kept for what never or always happened:
 * 0.997 is 99 of 100, not a certainty.
 */
export function ofHundred(probability: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(probability * 100)));
}
