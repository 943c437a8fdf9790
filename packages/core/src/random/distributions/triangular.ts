import type { FittedDistribution } from './fitted.ts';

/** Triangular on [low, high] with mode `likely`; the mode may lie on an end. Mean (low + likely + high) / 3. */
export function fitTriangular(low: number, likely: number, high: number): FittedDistribution {
  const range = high - low;
  const belowMode = (likely - low) / range;
  return {
    quantile: (p) => (p < belowMode ? low + Math.sqrt(p * range * (likely - low)) : high - Math.sqrt((1 - p) * range * (high - likely))),
    mean: low + (likely - low + range) / 3,
  };
}
