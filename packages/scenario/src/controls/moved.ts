import type { Distribution, Support } from '../scenario.ts';
import type { LeafDescription } from '../schema/description.ts';
import { quantilesOf } from './quantiles.ts';

/** Of the way to the end of the support, what a spread may take: P10 and P90 lie strictly inside. */
const inside = 0.98;

/** Standard deviations beyond which a normal law has less than the thousandth that may lie outside the support. */
const normalReach = 3.3;

/**
 * By what a spread around `from` is stretched when its centre moves to `to`: in proportion to the value where values start at a bound and have
 * no other end; in proportion to the distance to the nearer end where they have two; not at all for differences.
 */
export function stretch(from: number, to: number, { support, quantity }: LeafDescription): number {
  const { lower, upper } = support;
  if (quantity === 'points' || lower === -Infinity) return 1;
  const room = (value: number): number => (upper === Infinity ? value : Math.min(value - lower, upper - value));
  return room(from) > 0 ? Math.max(0, room(to)) / room(from) : 1;
}

/** The stretch, or as much of it as keeps what reaches `below` and `above` the centre inside the support. */
export function stretchInside(wanted: number, to: number, below: number, above: number, { lower, upper }: Support): number {
  let factor = wanted;
  if (below > 0 && to - below * factor <= lower) factor = (inside * (to - lower)) / below;
  if (above > 0 && to + above * factor >= upper) factor = Math.min(factor, (inside * (upper - to)) / above);
  return factor;
}

/**
 * The distribution with its median at `to` and its relative spread kept as far as the support lets it; null where its family cannot have
 * such a median.
 */
export function moved(distribution: Distribution, to: number, description: LeafDescription): Distribution | null {
  const { median } = quantilesOf(distribution);
  const { support } = description;
  const [least, most] = extentOf(distribution);
  const factor = stretchInside(stretch(median, to, description), to, median - least, most - median, support);
  if (!(factor > 0)) return null;
  const at = (value: number): number => to + (value - median) * factor;
  switch (distribution.family) {
    case 'certain':
      return { family: 'certain', value: to };
    case 'range':
    case 'triangular':
    case 'pert':
      return { family: distribution.family, low: at(distribution.low), likely: at(distribution.likely), high: at(distribution.high) };
    case 'uniform':
      return { family: 'uniform', low: at(distribution.low), high: at(distribution.high) };
    case 'normal':
      return { family: 'normal', mean: to, sd: distribution.sd * factor };
    case 'lognormal': {
      // Its shape is one with its place: only in proportion does it stay lognormal.
      const ratio = to / median;
      return ratio > 0 ? { family: 'lognormal', mean: distribution.mean * ratio, sd: distribution.sd * ratio } : null;
    }
    case 'beta':
      return movedBeta(distribution, to, factor);
    case 'metalog':
      return { family: 'metalog', quantiles: distribution.quantiles.map(({ p, value }) => ({ p, value: at(value) })) };
    case 'observed':
      return { family: 'observed', values: distribution.values.map(at) };
  }
}

/** The least and the greatest value that must stay inside the support. */
function extentOf(distribution: Distribution): readonly [number, number] {
  switch (distribution.family) {
    case 'range':
    case 'triangular':
    case 'pert':
    case 'uniform':
      return [distribution.low, distribution.high];
    case 'normal':
      return [distribution.mean - normalReach * distribution.sd, distribution.mean + normalReach * distribution.sd];
    case 'metalog':
      return [distribution.quantiles[0]!.value, distribution.quantiles.at(-1)!.value];
    case 'observed':
      return [Math.min(...distribution.values), Math.max(...distribution.values)];
    default: {
      const { median } = quantilesOf(distribution);
      return [median, median];
    }
  }
}

/** On the same bounds: the mean whose median is wanted, by bisection, with a standard deviation that a beta law can have there. */
function movedBeta(distribution: Extract<Distribution, { family: 'beta' }>, to: number, factor: number): Distribution | null {
  const { lower, upper, sd } = distribution;
  if (!(to > lower && to < upper)) return null;
  const withMean = (mean: number): Extract<Distribution, { family: 'beta' }> => ({
    family: 'beta',
    mean,
    sd: Math.min(sd * factor, 0.6 * Math.sqrt((mean - lower) * (upper - mean))),
    lower,
    upper,
  });
  let [from, until] = [lower, upper];
  for (let i = 0; i < 50; i += 1) {
    const middle = 0.5 * (from + until);
    if (quantilesOf(withMean(middle)).median < to) from = middle;
    else until = middle;
  }
  return withMean(0.5 * (from + until));
}
