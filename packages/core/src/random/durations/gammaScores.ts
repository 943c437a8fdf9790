import { exp, expm1, log, logGamma, normalCdf } from '@percall/numeric';
import { fillExp } from './fillExpAndLog.ts';

/** log sqrt(2 pi) */
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Scores from -8 to 8: all that 52 bits of a uniform reach but one in 2^50. */
const REACH = 8;
/** Panels in a unit of score, and for the small shapes (cv above 4) whose singularities come nearer: 0.8 at cv 10, 0.4 at 100, 0.3 at 1000. */
const PANELS_PER_UNIT = 4;
const MORE_PANELS_PER_UNIT = 16;
const SMALL_SHAPE = 1 / 16;
/** Coefficients kept of each panel's series, and those that carry the solution on to the next panel's middle. */
const KEPT = 10;
const CARRIED = 16;

/** The logarithm of a Gamma duration of mean 1 as a function of its normal score: a Taylor series about the middle of every panel. */
export interface GammaScores {
  readonly shape: number;
  readonly panelsPerUnit: number;
  /** [panel][power] in units of a panel's width. */
  readonly series: Float64Array;
}

const y = new Float64Array(CARRIED + 1);
const m = new Float64Array(CARRIED + 1);
const g = new Float64Array(CARRIED + 1);
const u = new Float64Array(CARRIED + 1);

/**
 * The table of a shape a (1 / cv^2) from 1e-6 to 1e14, in some 20 us (0.1 ms for a below 1/16).
 *
 * With x the duration of score z, Phi(z) = P(a, a x) differentiates to an equation without special functions. For y = log x and g = dy/dz:
 * g = phi(z) / (x f(x)), dg/dz = g (a g (x - 1) - z), dx/dz = x g, whose Taylor series follow from each other by products. Each half starts at its
 * far end, where a continued fraction gives y, and is carried inwards: errors there are constant in probability, so that they fade against
 * the growing tail (outwards they would swell). log x has no singularity within 2.8 of the real axis, where the zeros of Phi are, until with small
 * shapes the period of the logarithm brings others nearer; that bounds the series' remainders.
 */
export function gammaScores(shape: number): GammaScores {
  const panelsPerUnit = shape < SMALL_SHAPE ? MORE_PANELS_PER_UNIT : PANELS_PER_UNIT;
  const panels = 2 * REACH * panelsPerUnit;
  const width = 1 / panelsPerUnit;
  const series = new Float64Array(panels * KEPT);
  const constant = logPeak(shape);
  const start = REACH - 0.5 * width;
  for (const side of [-1, 1]) {
    let here = logGammaDuration(side * start, shape);
    for (let k = 0; k < panels / 2; k++) {
      const panel = side < 0 ? k : panels - 1 - k;
      expand((panel + 0.5) * width - REACH, width, here, shape, constant);
      for (let n = 0; n < KEPT; n++) series[panel * KEPT + n] = y[n]!;
      here = 0;
      for (let n = CARRIED; n >= 0; n--) here = y[n]! - side * here;
    }
  }
  return { shape, panelsPerUnit, series };
}

/** Taylor coefficients of y, x - 1 and g about z, in units of h. */
function expand(z: number, h: number, logX: number, shape: number, constant: number): void {
  y[0] = logX;
  m[0] = expm1(logX);
  g[0] = exp(-0.5 * z * z - HALF_LOG_TWO_PI - (constant - shape * expm1Less(logX)));
  for (let n = 0; n < CARRIED; n++) {
    let w = 0;
    for (let i = 0; i <= n; i++) w += g[i]! * m[n - i]!;
    u[n] = shape * w - (n === 0 ? z : n === 1 ? h : 0);
    let next = 0;
    for (let i = 0; i <= n; i++) next += g[i]! * u[n - i]!;
    const step = h / (n + 1);
    g[n + 1] = step * next;
    m[n + 1] = step * (g[n]! + w);
    y[n + 1] = step * g[n]!;
  }
}

/** Scores become exp(offset + scale log x), in place, with log x from the table; beyond its reach, log x is solved for each. */
export function fillGammaScores(values: Float64Array, from: number, to: number, scores: GammaScores, scale: number, offset: number): void {
  fillLogs(values, from, to, scores);
  fillExp(values, from, to, scale, offset);
}

function fillLogs(values: Float64Array, from: number, to: number, scores: GammaScores): void {
  const { series, shape, panelsPerUnit } = scores;
  const end = 16 * panelsPerUnit;
  for (let i = from; i < to; i++) {
    const at = (values[i]! + 8) * panelsPerUnit;
    if (at >= 0 && at < end) {
      const panel = at | 0;
      const t = at - panel - 0.5;
      const k = panel * 10;
      const t2 = t * t;
      const t4 = t2 * t2;
      const low = series[k]! + t * series[k + 1]! + t2 * (series[k + 2]! + t * series[k + 3]!);
      const middle = series[k + 4]! + t * series[k + 5]! + t2 * (series[k + 6]! + t * series[k + 7]!);
      values[i] = low + t4 * (middle + t4 * (series[k + 8]! + t * series[k + 9]!));
    } else values[i] = logGammaDuration(values[i]!, shape);
  }
}

/** log(x f(x)) at x = 1: a log a - a - log Gamma(a), by Stirling's series where a is large. */
function logPeak(a: number): number {
  if (a < 30) return a * log(a) - a - logGamma(a);
  const v = 1 / (a * a);
  return 0.5 * log(a) - HALF_LOG_TWO_PI - (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680)))) / a;
}

/** e^y - 1 - y without cancellation. */
function expm1Less(value: number): number {
  if (!(value < 0.5 && value > -0.5)) return expm1(value) - value;
  let sum = 1;
  for (let n = 16; n > 2; n--) sum = 1 + (value / n) * sum;
  return 0.5 * value * value * sum;
}

/**
 * log of the Gamma duration of mean 1 and shape a with normal score z, for |z| of 7 and more, by Newton's method on log P or log Q, which are
 * concave in log x: it cannot miss.
 */
export function logGammaDuration(z: number, shape: number): number {
  const below = z < 0;
  const target = log(normalCdf(-Math.min(Math.abs(z), 37)));
  const constant = logPeak(shape);
  let logX = guess(Math.max(-37, Math.min(z, 37)), shape, target);
  for (let iteration = 0; iteration < 60; iteration++) {
    const logDensity = constant - shape * expm1Less(logX);
    const ratio = below ? lowerRatio(shape, logX) : upperRatio(shape, logX);
    const wanted = target - logDensity - log(ratio);
    const step = Math.max(-3, Math.min(3, below ? wanted * ratio : -wanted * ratio));
    logX += step;
    if (Math.abs(step) <= 1e-9 * Math.abs(logX) || Math.abs(step) < 1e-300) break;
  }
  return logX;
}

/** Wilson and Hilferty (1931), or the first term of the tail where that is small. */
function guess(z: number, shape: number, target: number): number {
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (shape >= 1 && root > 0.2) return 3 * log(root);
  if (z < 0) return (target + logGamma(shape + 1)) / shape - log(shape);
  return log(Math.max(1, -target - logGamma(shape)) / shape);
}

/** P(a, a x) over x f(x): the continued fraction of DLMF 8.9.1, by Lentz's method. */
function lowerRatio(a: number, logX: number): number {
  const t = a * exp(logX);
  let c = a;
  let d = 0;
  let fraction = a;
  for (let n = 1; n <= 10_000; n++) {
    const numerator = (n & 1) === 1 ? -(a + ((n - 1) >> 1)) * t : (n >> 1) * t;
    d = 1 / (a + n + numerator * d);
    c = a + n + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return 1 / fraction;
}

/** Q(a, a x) over x f(x): the continued fraction of DLMF 8.9.2, contracted, by Lentz's method; a x - a is taken from x - 1. */
function upperRatio(a: number, logX: number): number {
  let b = a * expm1(logX) + 1;
  let c = Infinity;
  let d = 1 / b;
  let ratio = d;
  for (let n = 1; n <= 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    ratio *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return ratio;
}
