import { betaQuantile } from './beta.ts';
import type { FittedDistribution } from './fitted.ts';

/**
 * PERT on [low, high] with mode `likely`: Beta(1 + 4 (likely - low) / (high - low), 1 + 4 (high - likely) / (high - low)), mean
 * (low + 4 likely + high) / 6. Malcolm, Roseboom, Clark and Fazar (1959).
 */
export function fitPert(low: number, likely: number, high: number): FittedDistribution {
  const width = high - low;
  return {
    quantile: betaQuantile(1 + (4 * (likely - low)) / width, 1 + (4 * (high - likely)) / width, low, width),
    mean: low + (4 * (likely - low) + width) / 6,
  };
}
