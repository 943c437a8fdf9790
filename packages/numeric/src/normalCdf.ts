import { erf } from './erf.ts';
import { expSum } from './expSum.ts';
import { scaledErfc } from './scaledErfc.ts';

const SQRT_HALF = 0.7071067811865476;

/**
 * Standard normal distribution function, relatively accurate in the lower tail: within 5 ulp down to the least double. 0 below x = -38.6,
 * 1 above 8.3. For the upper tail ask normalCdf(-x).
 *
 * Near 0 from `erf`; for x <= -1/2, Phi(x) = 1/2 e^(-x^2/2) scaledErfc(-x / sqrt 2), with x^2 carried as two doubles; scaledErfc is so flat
 * that the rounding of x / sqrt 2 does no harm.
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) return 0.5 + 0.5 * erf(x * SQRT_HALF);
  if (size > 39) return x < 0 ? 0 : 1;
  const head = Math.fround(size);
  const tail = expSum(-0.5 * head * head, 0.5 * (head - size) * (head + size), 0.5 * scaledErfc(size * SQRT_HALF));
  return x > 0 ? 1 - tail : tail;
}
