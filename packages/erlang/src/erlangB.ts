import { exp, logGamma, log } from '@percall/numeric';

/**
 * Erlang B: the share of offered contacts that find all servers of a loss system busy.
 *
 *     1 / B = sum over j = 0, 1, ... of s (s-1) ... (s-j+1) / A^j      (A = offered load in erlangs, s = servers)
 *
 * Every term is positive and the first is 1, so nothing cancels and no factorial appears. A server count that is not whole is read through
 * the integral 1/B = A * integral of e^(-A t) (1 + t)^s dt from 0 to infinity, which agrees with the sum at whole ones.
 *
 * Relative error below 1e-12 from 0.1 to 100,000 erlangs; underflows to 0. Throws RangeError when A or s is not a finite number >= 0.
 *
 * Source: Erlang (1917); Jagerman (1974), Some properties of the Erlang loss function, for the integral.
 */
export function erlangB(offeredLoadErlangs: number, servers: number): number {
  if (!(offeredLoadErlangs >= 0 && offeredLoadErlangs < Infinity)) {
    throw new RangeError(`offeredLoadErlangs must be a finite number >= 0, not ${offeredLoadErlangs}`);
  }
  if (!(servers >= 0 && servers < Infinity)) throw new RangeError(`servers must be a finite number >= 0, not ${servers}`);
  if (offeredLoadErlangs === 0) return servers === 0 ? 1 : 0;
  return 1 / (1 + weightBelow(offeredLoadErlangs, servers));
}

/**
 * Probability that not all servers are busy over the probability that exactly all are, 1/B - 1, in a system of `servers` servers with
 * offered load A: the terms j >= 1 of the sum above. Infinity when it exceeds the doubles.
 */
export function weightBelow(offeredLoadErlangs: number, servers: number): number {
  let term = 1;
  let sum = 0;
  let left = servers;
  while (left >= 1) {
    const ratio = left / offeredLoadErlangs;
    term *= ratio;
    sum += term;
    left -= 1;
    // The rest is below term * next / (1 - next): ratios only fall.
    const next = left / offeredLoadErlangs;
    if (term * next <= 1e-18 * (1 - next) * sum) return sum;
    if (sum === Infinity) return sum;
  }
  return left === 0 ? sum : sum + term * (inverseBlockingBelowOne(offeredLoadErlangs, left) - 1);
}

/** 1/B for 0 < s < 1: e^A A^(-s) Gamma(s + 1, A), the upper incomplete gamma function. */
function inverseBlockingBelowOne(a: number, s: number): number {
  const shape = s + 1;
  if (a < 1.5) {
    // Gamma(shape) minus the lower function's positive series; at least a third of Gamma is left.
    let term = 1 / shape;
    let lower = term;
    for (let k = 1; term > 1e-18 * lower; k++) {
      term *= a / (shape + k);
      lower += term;
    }
    return exp(a - s * log(a) + logGamma(shape)) - a * lower;
  }
  // Legendre's continued fraction by Lentz's method, modified.
  let b = a + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let i = 1; ; i++) {
    const numerator = -i * (i - shape);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const delta = c * d;
    value *= delta;
    if (delta - 1 < 1e-16 && 1 - delta < 1e-16) return a * value;
  }
}
