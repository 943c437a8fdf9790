import { exp, log, logGamma } from '@percall/numeric';

/**
 * Regularised incomplete gamma functions P(a, x) = lower / Gamma(a) and Q = 1 - P, each by the expansion in which nothing cancels: the
 * positive series for P below x = a + 1, Legendre's continued fraction for Q above.
 *
 * Relative error of the smaller of the two about 1e-14 for a up to 50, growing with a as log-gamma's own. a > 0, x >= 0.
 *
 * Source: Gautschi (1979), A computational procedure for incomplete gamma functions, ACM TOMS 5(4).
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * exp(a * log(x) - x - logGamma(a + 1));
}

function upperFraction(a: number, x: number): number {
  if (x === Infinity) return 0;
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 10_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const delta = c * d;
    value *= delta;
    if (delta - 1 < 1e-16 && 1 - delta < 1e-16) break;
  }
  return value * exp(a * log(x) - x - logGamma(a));
}
