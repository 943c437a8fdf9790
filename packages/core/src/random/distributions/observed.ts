import type { FittedDistribution } from './fitted.ts';

/**
 * The empirical quantile of observed values: straight lines between the sorted values x_(k) at p = (k - 1/2) / n, flat beyond the ends.
 *
 * Of the usual definitions (R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50) this one, number
 * 5, is continuous, never leaves the observed range, has the sample's median, and is the only one whose mean is exactly the sample's.
 */
export function fitObserved(values: readonly number[]): FittedDistribution {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let sum = 0;
  for (const value of sorted) sum += value;
  return {
    quantile: (p) => {
      const place = n * p - 0.5;
      if (!(place > 0)) return sorted[0]!;
      if (place >= n - 1) return sorted[n - 1]!;
      const k = Math.floor(place);
      return sorted[k]! + (place - k) * (sorted[k + 1]! - sorted[k]!);
    },
    mean: sum / n,
  };
}
