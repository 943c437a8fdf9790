import { sine } from '../sine.ts';

/** pi / 6 */
const SIXTH_OF_PI = 0.5235987755982989;

/** The correlation of normal scores whose Spearman rank correlation is rho: 2 sin(pi rho / 6). Exact for a Gaussian copula (Pearson 1907). */
export const scoreCorrelation = (rho: number): number => 2 * sine(SIXTH_OF_PI * rho);

/** Its inverse, Spearman's rho of a Gaussian copula: by bisection to the last bit, for want of an arcsine and of hurry. */
export function rankCorrelation(correlation: number): number {
  let from = -1;
  let to = 1;
  for (let step = 0; step < 60; step++) {
    const middle = 0.5 * (from + to);
    if (scoreCorrelation(middle) < correlation) from = middle;
    else to = middle;
  }
  return 0.5 * (from + to);
}
