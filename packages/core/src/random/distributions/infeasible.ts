import type { Distribution, Must, Support } from '@percall/scenario';
import { lognormalCdfOf } from './lognormal.ts';
import { isMetalogFeasible } from './metalog.ts';
import { normalCdfOf } from './normal.ts';

/**
 * Share of a normal or lognormal that may lie outside the leaf's support. Left out, 0.1% shifts the mean by 0.0034 standard deviations (the density
 * of the normal at its 0.1% quantile): not seen. More would make the typed mean and standard deviation untrue.
 */
const outsideAtMost = 1e-3;

/** Says why no distribution has these parameters on this support, or null where one has. */
export function infeasible(distribution: Distribution, support: Support): { readonly must: Must } | null {
  const { lower, upper } = support;
  const finite = (...values: readonly number[]): boolean => values.every((value) => Number.isFinite(value));
  const within = (...values: readonly number[]): boolean => values.every((value) => value >= lower && value <= upper);
  const strictlyWithin = (...values: readonly number[]): boolean => values.every((value) => value > lower && value < upper);
  switch (distribution.family) {
    case 'certain':
      return finite(distribution.value) && within(distribution.value) ? null : insideSupport(support);
    case 'range': {
      const { low, likely, high } = distribution;
      if (!(finite(low, likely, high) && low < likely && likely < high)) return increasing;
      return strictlyWithin(low, likely, high) ? null : strictlyInsideSupport(support);
    }
    case 'normal':
    case 'lognormal': {
      const { family, mean, sd } = distribution;
      if (!(finite(mean, sd) && sd > 0)) return aboveZero;
      if (family === 'lognormal' && !(mean > 0)) return aboveZero;
      const cdf = family === 'normal' ? normalCdfOf(mean, sd) : lognormalCdfOf(mean, sd);
      const outside = (lower === -Infinity ? 0 : cdf(lower)) + (upper === Infinity ? 0 : 1 - cdf(upper));
      return outside <= outsideAtMost ? null : insideSupport(support);
    }
    case 'beta': {
      const { mean, sd, lower: from, upper: to } = distribution;
      if (!(finite(mean, sd, from, to) && from < mean && mean < to)) return increasing;
      if (!(sd > 0)) return aboveZero;
      if (!(sd * sd < (mean - from) * (to - mean)))
        return { must: { rule: 'text', key: 'sdOfBeta', values: { below: Math.sqrt((mean - from) * (to - mean)) } } };
      return within(from, to) ? null : insideSupport(support);
    }
    case 'triangular':
    case 'pert': {
      const { low, likely, high } = distribution;
      if (!(finite(low, likely, high) && low <= likely && likely <= high && low < high)) return increasing;
      return within(low, high) ? null : insideSupport(support);
    }
    case 'uniform': {
      const { low, high } = distribution;
      if (!(finite(low, high) && low < high)) return increasing;
      return within(low, high) ? null : insideSupport(support);
    }
    case 'metalog': {
      const { quantiles } = distribution;
      const ordered = quantiles.every(
        ({ p, value }, i) => p > 0 && p < 1 && finite(value) && (i === 0 || (p > quantiles[i - 1]!.p && value > quantiles[i - 1]!.value)),
      );
      if (!ordered || quantiles.length < 2) return increasing;
      if (!strictlyWithin(...quantiles.map(({ value }) => value))) return strictlyInsideSupport(support);
      return isMetalogFeasible(quantiles, support) ? null : { must: { rule: 'text', key: 'positiveDensity' } };
    }
    case 'observed': {
      const { values } = distribution;
      if (values.length === 0) return { must: { rule: 'present' } };
      return finite(...values) && within(...values) ? null : insideSupport(support);
    }
  }
}

const increasing: { readonly must: Must } = { must: { rule: 'increasing' } };
const aboveZero: { readonly must: Must } = { must: { rule: 'above', low: 0, quantity: 'number' } };
const insideSupport = ({ lower, upper }: Support): { readonly must: Must } => ({
  must: { rule: 'text', key: 'insideSupport', values: { lower, upper } },
});
const strictlyInsideSupport = ({ lower, upper }: Support): { readonly must: Must } => ({
  must: { rule: 'text', key: 'strictlyInsideSupport', values: { lower, upper } },
});
