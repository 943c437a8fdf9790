import { exp, log, log1p, normalCdf, normalInverse } from '@percall/numeric';
import type { Support } from '@percall/scenario';
import { conditioned } from './conditioned.ts';
import type { FittedDistribution } from './fitted.ts';

/** Of the logarithm: variance log(1 + (sd / mean)^2), mean log(mean) - variance / 2. */
function logMoments(mean: number, sd: number): { mu: number; sigma: number } {
  const variance = log1p((sd / mean) * (sd / mean));
  return { mu: log(mean) - 0.5 * variance, sigma: Math.sqrt(variance) };
}

export function lognormalCdfOf(mean: number, sd: number): (x: number) => number {
  const { mu, sigma } = logMoments(mean, sd);
  return (x) => (x <= 0 ? 0 : normalCdf((log(x) - mu) / sigma));
}

/** Lognormal with mean and standard deviation of the value itself, not of its logarithm. */
export function fitLognormal(mean: number, sd: number, support: Support): FittedDistribution {
  const { mu, sigma } = logMoments(mean, sd);
  const { below, inside } = conditioned(lognormalCdfOf(mean, sd), support);
  const whole = below === 0 && inside === 1;
  return {
    quantile: (p) => Math.min(support.upper, Math.max(support.lower, exp(mu + sigma * normalInverse(below + p * inside)))),
    mean: whole ? mean : null,
  };
}
