import { exp, expm1, log, log1p, logGamma, normalCdf, pow } from '@percall/numeric';
import { lowerGamma, upperGamma } from './incompleteGamma.ts';

/** How long a caller waits before hanging up, as data. `infinite` never hangs up: Erlang C. Means and values in seconds. */
export type Patience =
  | { readonly family: 'infinite' }
  | { readonly family: 'exponential'; readonly meanSeconds: number }
  | { readonly family: 'deterministic'; readonly valueSeconds: number }
  | { readonly family: 'uniform'; readonly lowSeconds: number; readonly highSeconds: number }
  | { readonly family: 'weibull'; readonly shape: number; readonly scaleSeconds: number }
  /** Erlang-k patience is the gamma of shape k. */
  | { readonly family: 'gamma'; readonly shape: number; readonly meanSeconds: number }
  | { readonly family: 'lognormal'; readonly meanSeconds: number; readonly coefficientOfVariation: number }
  | { readonly family: 'hyperexponential'; readonly phases: readonly { readonly share: number; readonly meanSeconds: number }[] };

/** Positions in what `PatienceLaw.at` fills in: G(x), 1 - G(x), the integral of 1 - G from 0 to x, the integral of u dG(u) from 0 to x. */
export const GONE = 0;
export const STAYING = 1;
export const EXPOSURE = 2;
export const GONE_SECONDS = 3;

/** A patience law made ready for integration. Each value has its own expression that does not cancel for small x. */
export interface PatienceLaw {
  /** Fills GONE, STAYING, EXPOSURE, GONE_SECONDS of `out` for x >= 0 seconds. */
  at(x: number, out: Float64Array): void;
  /** Integral of 1 - G from a to b, b >= a or b < a (then negative). */
  exposureBetween(a: number, b: number): number;
  /** Times above 0 between which the law is smooth and of one scale: its kinks, and points through its rise from nobody gone to everybody gone. */
  readonly breaks: readonly number[];
  /** A time of the order of the patience, where searches may start. */
  readonly scaleSeconds: number;
}

/** The law of a patience that has been checked (`patienceProblem`). */
export function patienceLaw(patience: Patience): PatienceLaw {
  switch (patience.family) {
    case 'infinite':
      return infinite;
    case 'exponential':
      return exponential(patience.meanSeconds);
    case 'deterministic':
      return deterministic(patience.valueSeconds);
    case 'uniform':
      return uniform(patience.lowSeconds, patience.highSeconds);
    case 'weibull':
      return weibull(patience.shape, patience.scaleSeconds);
    case 'gamma':
      return gamma(patience.shape, patience.meanSeconds / patience.shape);
    case 'lognormal':
      return lognormal(patience.meanSeconds, patience.coefficientOfVariation);
    case 'hyperexponential':
      return hyperexponential(patience.phases);
  }
}

const infinite: PatienceLaw = {
  at(x, out) {
    out[GONE] = 0;
    out[STAYING] = 1;
    out[EXPOSURE] = x;
    out[GONE_SECONDS] = 0;
  },
  exposureBetween: (a, b) => b - a,
  breaks: [],
  scaleSeconds: 1,
};

/** Times at which the cumulative hazard (x / scale)^shape passes 0.05, 0.4, 1, 3, 10, 40. */
const riseOf = (scale: number, shape: number): number[] => [0.05, 0.4, 1, 3, 10, 40].map((hazard) => scale * pow(hazard, 1 / shape));

/** Mean share of an exponential of mean 1 that falls below y: P(2, y). */
function exponentialPartialMean(y: number, tail: number): number {
  if (y > 1) return 1 - tail * (1 + y);
  let term = (y * y) / 2;
  let sum = term;
  for (let k = 3; term > 1e-17 * sum; k++) {
    term *= y / k;
    sum += term;
  }
  return tail * sum;
}

function exponential(mean: number): PatienceLaw {
  return {
    at(x, out) {
      const y = x / mean;
      const gone = -expm1(-y);
      const staying = exp(-y);
      out[GONE] = gone;
      out[STAYING] = staying;
      out[EXPOSURE] = mean * gone;
      out[GONE_SECONDS] = mean * exponentialPartialMean(y, staying);
    },
    exposureBetween: (a, b) => -mean * exp(-a / mean) * expm1((a - b) / mean),
    breaks: riseOf(mean, 1),
    scaleSeconds: mean,
  };
}

function hyperexponential(phases: readonly { readonly share: number; readonly meanSeconds: number }[]): PatienceLaw {
  let overall = 0;
  for (const { share, meanSeconds } of phases) overall += share * meanSeconds;
  return {
    at(x, out) {
      out.fill(0, GONE, GONE_SECONDS + 1);
      for (const { share, meanSeconds } of phases) {
        const y = x / meanSeconds;
        const gone = -expm1(-y);
        const staying = exp(-y);
        out[GONE]! += share * gone;
        out[STAYING]! += share * staying;
        out[EXPOSURE]! += share * meanSeconds * gone;
        out[GONE_SECONDS]! += share * meanSeconds * exponentialPartialMean(y, staying);
      }
    },
    exposureBetween(a, b) {
      let sum = 0;
      for (const { share, meanSeconds } of phases) sum -= share * meanSeconds * exp(-a / meanSeconds) * expm1((a - b) / meanSeconds);
      return sum;
    },
    breaks: phases.flatMap(({ meanSeconds }) => riseOf(meanSeconds, 1)),
    scaleSeconds: overall,
  };
}

function deterministic(value: number): PatienceLaw {
  return {
    at(x, out) {
      const gone = x >= value;
      out[GONE] = gone ? 1 : 0;
      out[STAYING] = gone ? 0 : 1;
      out[EXPOSURE] = gone ? value : x;
      out[GONE_SECONDS] = gone ? value : 0;
    },
    exposureBetween: (a, b) => Math.min(b, value) - Math.min(a, value),
    breaks: [value],
    scaleSeconds: value,
  };
}

function uniform(low: number, high: number): PatienceLaw {
  const width = high - low;
  const exposure = (x: number): number => {
    if (x <= low) return x;
    const inside = Math.min(x, high) - low;
    return low + inside * (1 - inside / (2 * width));
  };
  return {
    at(x, out) {
      const inside = Math.max(0, Math.min(x, high) - low);
      out[GONE] = inside / width;
      out[STAYING] = x >= high ? 0 : Math.min(1, (high - x) / width);
      out[EXPOSURE] = exposure(x);
      out[GONE_SECONDS] = (inside * (2 * low + inside)) / (2 * width);
    },
    exposureBetween: (a, b) => exposure(b) - exposure(a),
    breaks: low > 0 ? [low, high] : [high],
    scaleSeconds: high,
  };
}

function weibull(shape: number, scale: number): PatienceLaw {
  const mean = scale * exp(logGamma(1 + 1 / shape));
  const exposure = (x: number): number => mean * lowerGamma(1 / shape, pow(x / scale, shape));
  return {
    at(x, out) {
      const z = pow(x / scale, shape);
      out[GONE] = -expm1(-z);
      out[STAYING] = exp(-z);
      out[EXPOSURE] = mean * lowerGamma(1 / shape, z);
      out[GONE_SECONDS] = mean * lowerGamma(1 + 1 / shape, z);
    },
    exposureBetween: (a, b) => exposure(b) - exposure(a),
    breaks: riseOf(scale, shape),
    scaleSeconds: scale,
  };
}

function gamma(shape: number, scale: number): PatienceLaw {
  const mean = shape * scale;
  const deviation = Math.sqrt(shape) * scale;
  const exposure = (x: number): number => x * upperGamma(shape, x / scale) + mean * lowerGamma(shape + 1, x / scale);
  return {
    at(x, out) {
      const y = x / scale;
      const staying = upperGamma(shape, y);
      const goneSeconds = mean * lowerGamma(shape + 1, y);
      out[GONE] = lowerGamma(shape, y);
      out[STAYING] = staying;
      out[EXPOSURE] = x * staying + goneSeconds;
      out[GONE_SECONDS] = goneSeconds;
    },
    exposureBetween: (a, b) => exposure(b) - exposure(a),
    breaks: [...[-4, -2, 0, 2, 4].map((z) => mean + z * deviation), ...[10, 40].map((z) => mean + 4 * deviation + z * scale)].filter(
      (x) => x > 0,
    ),
    scaleSeconds: mean,
  };
}

function lognormal(mean: number, coefficientOfVariation: number): PatienceLaw {
  const variance = log1p(coefficientOfVariation * coefficientOfVariation);
  const sigma = Math.sqrt(variance);
  const mu = log(mean) - variance / 2;
  const exposure = (x: number): number => {
    if (x <= 0) return 0;
    const z = (log(x) - mu) / sigma;
    return x * normalCdf(-z) + mean * normalCdf(z - sigma);
  };
  return {
    at(x, out) {
      const z = x > 0 ? (log(x) - mu) / sigma : -Infinity;
      const staying = normalCdf(-z);
      const goneSeconds = mean * normalCdf(z - sigma);
      out[GONE] = normalCdf(z);
      out[STAYING] = staying;
      out[EXPOSURE] = x * staying + goneSeconds;
      out[GONE_SECONDS] = goneSeconds;
    },
    exposureBetween: (a, b) => exposure(b) - exposure(a),
    breaks: [-6, -4, -2, 0, 2, 4, 6, 9].map((z) => exp(mu + z * sigma)),
    scaleSeconds: exp(mu),
  };
}
