import type { Distribution } from '@percall/core';

/** Bars of one width over an axis. */
export interface Histogram {
  /** Where the first bar begins, and how wide each is. */
  readonly from: number;
  readonly width: number;
  /** [bar] probability of it; what lies outside the bars is in none. */
  readonly masses: readonly number[];
}

/**
 * The probability of each of `bars` bars between `from` and `to`: (cdf at its upper end) - (cdf at its lower one), with nothing smoothed; a value on a
 * boundary is in the bar below it.
 */
export function histogramOf({ cdf }: Pick<Distribution, 'cdf'>, from: number, to: number, bars: number): Histogram {
  const width = (to - from) / bars;
  const upTo = Array.from({ length: bars + 1 }, (_, end) => cdf(from + end * width));
  return { from, width, masses: upTo.slice(1).map((each, bar) => each - upTo[bar]!) };
}

/**
 * How many bars show a distribution of so many futures between `from` and `to`: bars 2 IQR n^(-1/3) wide (D. Freedman and P. Diaconis 1981, Z.
 * Wahrscheinlichkeitstheorie verw. Gebiete 57), at least 8 and at most 80.
 */
export function barsFor({ quantile }: Pick<Distribution, 'quantile'>, futures: number, from: number, to: number): number {
  const width = 2 * (quantile(0.75) - quantile(0.25)) * Math.cbrt(futures) ** -1;
  return width > 0 ? Math.min(80, Math.max(8, Math.round((to - from) / width))) : 8;
}
