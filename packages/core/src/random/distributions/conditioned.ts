import type { Support } from '@percall/scenario';

/**
 * The coordinate of a family whose own support is wider than the leaf's: values outside are left out and the rest keep their proportions,
 * p -> F(lower) + p (F(upper) - F(lower)). Where nothing lies outside, the very same p.
 */
export function conditioned(cdf: (x: number) => number, support: Support): { readonly below: number; readonly inside: number } {
  const below = support.lower === -Infinity ? 0 : cdf(support.lower);
  const upTo = support.upper === Infinity ? 1 : cdf(support.upper);
  return { below, inside: upTo - below };
}
