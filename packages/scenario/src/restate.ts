import type { Json } from './document.ts';
import { isObject } from './paths.ts';
import { daysPer, type Distribution, type Period } from './scenario.ts';

/** A count per one period as a count per another, by the days that the calendar's convention gives them; to the bit where they are one. */
export const restate = (count: number, from: Period, to: Period): number => (from === to ? count : (count * daysPer[to]) / daysPer[from]);

/** The same of an uncertain count: every value, and every width with it. */
export function restateDistribution(distribution: Distribution, from: Period, to: Period): Distribution {
  if (from === to) return distribution;
  const by = (count: number): number => restate(count, from, to);
  switch (distribution.family) {
    case 'certain':
      return { family: 'certain', value: by(distribution.value) };
    case 'range':
    case 'triangular':
    case 'pert': {
      const { family, low, likely, high } = distribution;
      return { family, low: by(low), likely: by(likely), high: by(high) };
    }
    case 'uniform':
      return { family: 'uniform', low: by(distribution.low), high: by(distribution.high) };
    case 'normal':
    case 'lognormal':
      return { family: distribution.family, mean: by(distribution.mean), sd: by(distribution.sd) };
    case 'beta': {
      const { mean, sd, lower, upper } = distribution;
      return { family: 'beta', mean: by(mean), sd: by(sd), lower: by(lower), upper: by(upper) };
    }
    case 'metalog':
      return { family: 'metalog', quantiles: distribution.quantiles.map(({ p, value }) => ({ p, value: by(value) })) };
    case 'observed':
      return { family: 'observed', values: distribution.values.map(by) };
  }
}

/** The period of a document that need not be valid. */
export function documentPeriod(scenario: Json): Period {
  const stated = isObject(scenario) ? scenario['period'] : undefined;
  return typeof stated === 'string' && Object.hasOwn(daysPer, stated) ? (stated as Period) : 'month';
}
