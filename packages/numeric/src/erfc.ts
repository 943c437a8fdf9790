import { erf } from './erf.ts';
import { expSum } from './expSum.ts';
import { scaledErfc } from './scaledErfc.ts';

/**
 * Complementary error function 1 - erf(x), relatively accurate in the upper tail: within 4 ulp. 0 from x = 27.3 on.
 *
 * For x >= 1/2 e^(-x^2) times `scaledErfc`, with x^2 carried as two doubles; for smaller x from `erf`.
 */
export function erfc(x: number): number {
  if (x < 0.5) return 1 - erf(x);
  if (x > 28) return 0;
  const head = Math.fround(x);
  return expSum(-head * head, (head - x) * (head + x), scaledErfc(x));
}
