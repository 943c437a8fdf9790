import { exp, expm1, log, normalCdf, normalInverse } from '@percall/numeric';
import type { Support } from '@percall/scenario';
import type { FittedDistribution } from './fitted.ts';

/** normalInverse(0.9) */
const C = 1.2815515655446004;

/**
 * P10 / P50 / P90 reproduced exactly, on the leaf's support: Johnson quantile-parameterised distributions.
 *
 * - Bounded on one side: J-QPD-S, whose tails are lognormal, so that every moment is finite for every feasible triple.
 * - Bounded on both: J-QPD-B.
 * - Unbounded: the logarithm of J-QPD-S. It fits any ordered triple, moves and stretches with the triple (it is affine in it), has tails
 *   as light as the normal's, and is the normal where the triple is symmetric.
 *
 * C. C. Hadlock and J. E. Bickel (2017), Johnson quantile-parameterized distributions, Decision Analysis 14(1).
 */
export function fitRange(low: number, likely: number, high: number, support: Support): FittedDistribution {
  const { lower, upper } = support;
  if (lower !== -Infinity && upper !== Infinity) return { quantile: bounded(low, likely, high, lower, upper), mean: null };
  if (lower !== -Infinity) {
    const bend = bentNormal(log(low - lower), log(likely - lower), log(high - lower));
    const median = likely - lower;
    return { quantile: (p) => lower + median * exp(bend(normalInverse(p))), mean: null };
  }
  if (upper !== Infinity) {
    // The same from above.
    const bend = bentNormal(log(upper - high), log(upper - likely), log(upper - low));
    const median = upper - likely;
    return { quantile: (p) => upper - median * exp(bend(-normalInverse(p))), mean: null };
  }
  const bend = bentNormal(low, likely, high);
  return { quantile: (p) => likely + bend(normalInverse(p)), mean: null };
}

/**
 * The increasing function of a normal score z that is L - B, 0, H - B at z = -c, 0, c, and linear in both tails.
 *
 * J-QPD-S has log((x - l) / theta) = lambda sinh(arsinh(delta z) + arsinh(n c delta)), n = sgn(L + H - 2 B). By the addition theorem,
 * with m = min(H - B, B - L), K = (H - L) / (2 m) and delta^2 = (K^2 - 1) / c^2, counted from the median, that is
 *
 *     (H - L) / (2 c) z + n m (sqrt(1 + delta^2 z^2) - 1),
 *
 * which has no 0 / 0 at symmetry (n = 0) and needs no hyperbolic functions.
 */
function bentNormal(L: number, B: number, H: number): (z: number) => number {
  const toLow = B - L;
  const toHigh = H - B;
  const shorter = Math.min(toLow, toHigh);
  const ratio = (0.5 * (toLow + toHigh)) / shorter;
  const deltaSquared = ((ratio - 1) * (ratio + 1)) / (C * C);
  const slope = (toLow + toHigh) / (2 * C);
  const bend = toHigh > toLow ? shorter : -shorter;
  return (z) => {
    const square = deltaSquared * z * z;
    return slope * z + (bend * square) / (1 + Math.sqrt(1 + square));
  };
}

/** sinh, for the sizes met here. */
const sinh = (x: number): number => 0.5 * (expm1(x) - expm1(-x));

/**
 * J-QPD-B: l + (u - l) Phi(xi + lambda sinh(delta (z + n c))), with L, B, H the normal scores of the three shares (x - l) / (u - l),
 * n = sgn(L + H - 2 B), xi = L, B, H for n = 1, 0, -1, delta = arcosh((H - L) / (2 min(B - L, H - B))) / c and
 * lambda = (H - L) / sinh(2 delta c); linear in z where n = 0.
 */
function bounded(low: number, likely: number, high: number, lower: number, upper: number): (p: number) => number {
  const width = upper - lower;
  // The score of a share near 1 is read from the other side, which keeps its digits.
  const score = (x: number): number => (x - lower < upper - x ? normalInverse((x - lower) / width) : -normalInverse((upper - x) / width));
  const L = score(low);
  const B = score(likely);
  const H = score(high);
  const ratio = (0.5 * (H - L)) / Math.min(B - L, H - B);
  const value = (s: number): number => (s < 0 ? lower + width * normalCdf(s) : upper - width * normalCdf(-s));
  if (!(ratio > 1)) return (p) => value(B + ((H - L) / (2 * C)) * normalInverse(p));
  const n = H - B > B - L ? 1 : -1;
  const xi = n > 0 ? L : H;
  const delta = log(ratio + Math.sqrt((ratio - 1) * (ratio + 1))) / C;
  const lambda = (H - L) / sinh(2 * delta * C);
  return (p) => value(xi + lambda * sinh(delta * (normalInverse(p) + n * C)));
}
