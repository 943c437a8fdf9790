import { normalCdf, normalInverse } from '@percall/numeric';
import type { Support } from '@percall/scenario';
import { conditioned } from './conditioned.ts';
import type { FittedDistribution } from './fitted.ts';

export const normalCdfOf =
  (mean: number, sd: number) =>
  (x: number): number =>
    normalCdf((x - mean) / sd);

/** Normal with the given mean and standard deviation (before conditioning on the leaf's support, which `infeasible` keeps slight). */
export function fitNormal(mean: number, sd: number, support: Support): FittedDistribution {
  const { below, inside } = conditioned(normalCdfOf(mean, sd), support);
  const whole = below === 0 && inside === 1;
  return {
    quantile: (p) => Math.min(support.upper, Math.max(support.lower, mean + sd * normalInverse(below + p * inside))),
    mean: whole ? mean : null,
  };
}
