import { exp, log, log1p, logGamma, normalInverse } from '@percall/numeric';

/** log of the beta function. */
const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/**
 * The regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1: the distribution function of the beta distribution.
 *
 * The continued fraction of DLMF 8.17.22 by Lentz's method, on the side of the mean where it converges fast. Relative error about 1e-14 for a and
 * b up to a hundred; the factor x^a (1 - x)^b / B(a, b) loses digits in proportion to a + b beyond.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (!(x < 1)) return 1;
  const front = exp(a * log(x) + b * log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front * continuedFraction(x, a, b)) / a : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    const factor = d * c;
    fraction *= factor;
    if (!(Math.abs(factor - 1) >= 2e-16)) break;
  }
  return fraction;
}

/**
 * The inverse in p of I_x(a, b): the quantile of the beta distribution. Halley's method from a normal or a power-law guess, kept inside
 * a shrinking bracket.
 */
export function inverseIncompleteBeta(p: number, a: number, b: number): number {
  if (!(p > 0)) return 0;
  if (!(p < 1)) return 1;
  const logB = logBeta(a, b);
  let x = guess(p, a, b);
  let from = 0;
  let to = 1;
  for (let iteration = 0; iteration < 200; iteration++) {
    const excess = incompleteBeta(x, a, b) - p;
    if (excess > 0) to = x;
    else from = x;
    const density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - logB);
    const newton = excess / density;
    const curvature = (a - 1) / x - (b - 1) / (1 - x);
    const step = newton / (1 - 0.5 * Math.max(-1, Math.min(1, newton * curvature)));
    // Halley's error is the cube of the step on the scale of the density, 1 / |curvature|: the step taken here is the last that matters.
    if (Math.abs(step) * (Math.abs(curvature) + 1 / x) < 1e-5) return x - step;
    const next = x - step;
    x = next > from && next < to ? next : from === 0 ? 0.01 * to : 0.5 * (from + to);
  }
  return x;
}

/** Abramowitz and Stegun 26.5.22 where both parameters are at least 1; else the nearer end's power law. */
function guess(p: number, a: number, b: number): number {
  let x: number;
  if (a >= 1 && b >= 1) {
    const z = -normalInverse(p);
    const harmonic = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
    const l = (z * z - 3) / 6;
    const w = (z * Math.sqrt(l + harmonic)) / harmonic - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (l + 5 / 6 - 2 / (3 * harmonic));
    x = l + harmonic > 0 ? a / (a + b * exp(2 * w)) : a / (a + b);
  } else {
    const left = exp(a * log(a / (a + b))) / a;
    const right = exp(b * log(b / (a + b))) / b;
    const total = left + right;
    x = p < left / total ? exp(log(a * total * p) / a) : 1 - exp(log(b * total * (1 - p)) / b);
  }
  return x > 1e-300 ? Math.min(x, 1 - 1e-16) : 1e-300;
}
