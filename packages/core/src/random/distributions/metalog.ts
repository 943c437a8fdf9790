import { exp, log } from '@percall/numeric';
import type { Support } from '@percall/scenario';
import type { FittedDistribution } from './fitted.ts';

export interface Quantile {
  readonly p: number;
  readonly value: number;
}

/**
 * The n-term metalog through n quantiles; on a bounded support its logarithmic or logit form.
 *
 *     M(p) = a1 + a2 l + a3 (p - 1/2) l + a4 (p - 1/2) + a5 (p - 1/2)^2 + a6 (p - 1/2)^2 l + a7 (p - 1/2)^3 + ...,  l = log(p / (1 - p)),
 *
 * with M the value itself, log(x - lower), -log(upper - x) or log((x - lower) / (upper - x)). T. W. Keelin (2016), The metalog distributions,
 * Decision Analysis 13(4).
 */
export function fitMetalog(quantiles: readonly Quantile[], support: Support): FittedDistribution {
  const coefficients = metalogCoefficients(quantiles, support);
  const { lower, upper } = support;
  const back =
    lower === -Infinity
      ? upper === Infinity
        ? (m: number): number => m
        : (m: number): number => upper - exp(-m)
      : upper === Infinity
        ? (m: number): number => lower + exp(m)
        : (m: number): number =>
            m < 0 ? lower + (upper - lower) * (exp(m) / (1 + exp(m))) : upper - (upper - lower) * (exp(-m) / (1 + exp(-m)));
  return {
    quantile: (p) => {
      const l = log(p / (1 - p));
      let m = 0;
      for (let k = 0; k < coefficients.length; k++) m += coefficients[k]! * power(p - 0.5, degree(k)) * (hasLogit(k) ? l : 1);
      return back(m);
    },
    mean: null,
  };
}

/** Term k = 0, 1, ... is (p - 1/2)^degree, times the logit or not, in Keelin's order. */
const degree = (k: number): number => (k < 4 ? [0, 0, 1, 1][k]! : k >> 1);
const hasLogit = (k: number): boolean => (k < 4 ? k === 1 || k === 2 : (k & 1) === 1);

function power(x: number, n: number): number {
  let result = 1;
  for (let i = 0; i < n; i++) result *= x;
  return result;
}

function metalogCoefficients(quantiles: readonly Quantile[], { lower, upper }: Support): Float64Array {
  const forward = (x: number): number =>
    (lower === -Infinity ? (upper === Infinity ? x : 0) : log(x - lower)) - (upper === Infinity ? 0 : log(upper - x));
  const n = quantiles.length;
  const rows = quantiles.map(({ p, value }) => {
    const row = new Float64Array(n + 1);
    const l = log(p / (1 - p));
    for (let k = 0; k < n; k++) row[k] = power(p - 0.5, degree(k)) * (hasLogit(k) ? l : 1);
    row[n] = forward(value);
    return row;
  });
  return solve(rows);
}

/** Gaussian elimination with partial pivoting; each row ends with its right-hand side. */
function solve(rows: Float64Array[]): Float64Array {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const top = rows[k]!;
    for (let i = k + 1; i < n; i++) {
      const row = rows[i]!;
      const factor = row[k]! / top[k]!;
      for (let j = k; j <= n; j++) row[j]! -= factor * top[j]!;
    }
  }
  const solution = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    const row = rows[k]!;
    let rest = row[n]!;
    for (let j = k + 1; j < n; j++) rest -= row[j]! * solution[j]!;
    solution[k] = rest / row[k]!;
  }
  return solution;
}

/**
 * Whether M increases throughout: p (1 - p) M'(p), which is finite up to the ends, is positive on a grid of 4001 logits from -30 to 30 and not
 * negative at both ends. A dip narrower than 0.015 of a logit would be missed; with the few terms that people give there is none.
 */
export function isMetalogFeasible(quantiles: readonly Quantile[], support: Support): boolean {
  const a = metalogCoefficients(quantiles, support);
  const slope = (p: number, l: number, spread: number): number => {
    let sum = 0;
    for (let k = 0; k < a.length; k++) {
      const d = degree(k);
      const x = p - 0.5;
      const inner = d === 0 ? 0 : d * power(x, d - 1);
      sum += a[k]! * (hasLogit(k) ? power(x, d) + spread * inner * l : spread * inner);
    }
    return sum;
  };
  if (!(slope(0, 0, 0) >= 0 && slope(1, 0, 0) >= 0)) return false;
  for (let i = -2000; i <= 2000; i++) {
    const l = 0.015 * i;
    const p = 1 / (1 + exp(-l));
    if (!(slope(p, l, p * (1 / (1 + exp(l)))) > 0)) return false;
  }
  return true;
}
