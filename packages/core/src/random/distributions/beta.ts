import type { FittedDistribution } from './fitted.ts';
import { inverseIncompleteBeta } from './incompleteBeta.ts';

/**
 * Beta on [lower, upper] with the given mean and standard deviation. With mu and sigma scaled to [0, 1], a + b = mu (1 - mu) / sigma^2 - 1
 * and a = mu (a + b).
 */
export function fitBeta(mean: number, sd: number, lower: number, upper: number): FittedDistribution {
  const width = upper - lower;
  const share = (mean - lower) / width;
  const total = ((mean - lower) * (upper - mean)) / (sd * sd) - 1;
  return { quantile: betaQuantile(share * total, (1 - share) * total, lower, width), mean };
}

/** Quantile of lower + width Beta(a, b). */
export const betaQuantile =
  (a: number, b: number, lower: number, width: number) =>
  (p: number): number =>
    lower + width * inverseIncompleteBeta(p, a, b);
