import type { Distribution } from '../scenario.ts';
import { betaQuantile } from './betaQuantile.ts';

/** The 90% point of the standard normal distribution. */
const z90 = 1.2815515655446004;

/** P10, P50 and P90 of a distribution, in the unit of its parameters. */
export interface Quantiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * P10, P50 and P90 of a distribution as it is typed. What a normal or lognormal law has outside the support of its number (a thousandth at
 * most) is not taken off. Between the quantiles of a metalog: straight lines over log(p / (1 - p)); those that are given are exact.
 */
export function quantilesOf(distribution: Distribution): Quantiles {
  switch (distribution.family) {
    case 'certain':
      return { low: distribution.value, median: distribution.value, high: distribution.value };
    case 'range':
      return { low: distribution.low, median: distribution.likely, high: distribution.high };
    case 'normal': {
      const { mean, sd } = distribution;
      return { low: mean - z90 * sd, median: mean, high: mean + z90 * sd };
    }
    case 'lognormal': {
      const variance = Math.log1p((distribution.sd / distribution.mean) ** 2);
      const median = distribution.mean / Math.exp(0.5 * variance);
      const spread = Math.exp(z90 * Math.sqrt(variance));
      return { low: median / spread, median, high: median * spread };
    }
    default: {
      const quantile = inverseOf(distribution);
      return { low: quantile(0.1), median: quantile(0.5), high: quantile(0.9) };
    }
  }
}

type Inverted = Exclude<Distribution, { readonly family: 'certain' | 'range' | 'normal' | 'lognormal' }>;

function inverseOf(distribution: Inverted): (p: number) => number {
  switch (distribution.family) {
    case 'uniform': {
      const { low, high } = distribution;
      return (p) => low + p * (high - low);
    }
    case 'triangular': {
      const { low, likely, high } = distribution;
      const width = high - low;
      return (p) =>
        p < (likely - low) / width ? low + Math.sqrt(p * width * (likely - low)) : high - Math.sqrt((1 - p) * width * (high - likely));
    }
    case 'pert': {
      const { low, likely, high } = distribution;
      const width = high - low;
      return (p) => low + width * betaQuantile(p, 1 + (4 * (likely - low)) / width, 1 + (4 * (high - likely)) / width);
    }
    case 'beta': {
      const { mean, sd, lower, upper } = distribution;
      const share = (mean - lower) / (upper - lower);
      const total = ((mean - lower) * (upper - mean)) / (sd * sd) - 1;
      return (p) => lower + (upper - lower) * betaQuantile(p, share * total, (1 - share) * total);
    }
    case 'observed': {
      const sorted = [...distribution.values].sort((a, b) => a - b);
      return (p) => {
        const place = Math.min(sorted.length - 1, Math.max(0, sorted.length * p - 0.5));
        const k = Math.floor(place);
        const value = sorted[k]!;
        return value + (place - k) * ((sorted[k + 1] ?? value) - value);
      };
    }
    case 'metalog': {
      const { quantiles } = distribution;
      return (p) => {
        const given = quantiles.find((quantile) => Math.abs(quantile.p - p) < 1e-12);
        if (given !== undefined) return given.value;
        const next = Math.min(
          quantiles.length - 1,
          Math.max(
            1,
            quantiles.findIndex((quantile) => quantile.p > p),
          ),
        );
        // Beyond the last one the last two are drawn out.
        const after = quantiles[quantiles.at(-1)!.p < p ? quantiles.length - 1 : next]!;
        const before = quantiles[quantiles.indexOf(after) - 1]!;
        const [from, to, here] = [before.p, after.p, p].map((q) => Math.log(q / (1 - q))) as [number, number, number];
        return before.value + ((here - from) / (to - from)) * (after.value - before.value);
      };
    }
  }
}
