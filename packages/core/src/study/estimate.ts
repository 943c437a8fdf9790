import { expm1 } from '@percall/numeric';
import { scrambles } from '../random/sobol.ts';
import type { Estimate } from './results.ts';
import { studentT975With7 } from './studentT.ts';

/**
 * An estimate from some of the replications: `first`, `first + step`, `first + 2 step` ... NaN: these replications have no contacts.
 * (0, 1) are all of them, (s, 8) those of scramble s: replication r belongs to scramble r mod 8.
 */
export type Estimator = (first: number, step: number) => number;

/**
 * The estimate from all replications with its 95% interval: value +- t(0.975, 7) x sd / sqrt 8, where sd is the standard deviation
 * (divisor 7) of the eight estimates from one scramble each. null: no value from all, or none from some scramble.
 *
 * Points of one scramble depend on each other, so that a formula for independent draws would not do; the scrambles are independent
 * replicas of the whole estimate, whatever it is. The interval is centred on the estimate from all replications, which has less bias
 * than the mean of the eight. Source: Owen (1997), replication of scrambled nets. Throws where a value is infinite.
 */
export function estimateOverScrambles(estimator: Estimator): Estimate | null {
  const value = estimator(0, 1);
  const byScramble = estimatesByScramble(estimator);
  if (Number.isNaN(value) || byScramble.some(Number.isNaN)) return null;
  const halfWidth = halfWidthOf(byScramble);
  return estimateOf(value, value - halfWidth, value + halfWidth);
}

function estimatesByScramble(estimator: Estimator): readonly number[] {
  const estimates: number[] = [];
  for (let scramble = 0; scramble < scrambles; scramble++) estimates.push(estimator(scramble, scrambles));
  return estimates;
}

/** t(0.975, 7) x sd / sqrt 8 of eight independent estimates of the same thing. */
export function halfWidthOf(byScramble: readonly number[]): number {
  let sum = 0;
  for (const value of byScramble) sum += value;
  const mean = sum / scrambles;
  let squares = 0;
  for (const value of byScramble) squares += (value - mean) * (value - mean);
  return studentT975With7 * Math.sqrt(squares / (scrambles - 1) / scrambles);
}

/**
 * The share of the futures that have a property, with its 95% interval, corrected by what the exact floor says of the first of these futures where that
 * ran too.
 *
 * The interval holds the shares p that lie within t(0.975, 7) of their own standard errors from the estimate q, whose standard error s comes from the
 * scrambles: (q - p)^2 <= t^2 s^2 p (1 - p) / (q (1 - q)), the score interval of E. Wilson (1927, J. Amer. Statist. Assoc. 22) at the sample
 * size that s stands for. It stays within 0..1, and near either end, where a handful of futures decide, it holds what it promises; q +- t s does not.
 *
 * Where the property holds in no replication, or in all, the eight scrambles agree and their spread says nothing; zero width would claim
 * certainty. The interval is then the exact binomial one (Clopper and Pearson 1934), one-sided since the other end is 0 or 1:
 * upper = 1 - 0.05^(1/N), or lower = 0.05^(1/N), about 3/N from the end, with N the replications of the exact floor where both ran. It is the bound for
 * independent draws; the scrambled points in use spread more evenly than those.
 */
export const probabilityEstimate = (has: Chances, exact: Chances | null = null): Estimate => chanceEstimate(chanceAmong(has, exact));

/** The share of the futures that have a property. */
export interface Chance {
  readonly share: Estimator;
  /** Those that it was judged in: by the exact floor, where both ran. */
  readonly judged: number;
}

/** Of futures that are all there. */
export const chanceAmong = (has: Chances, exact: Chances | null = null): Chance => ({
  share: correctedMean(has, exact),
  judged: exact === null ? has.length : exact.length,
});

/** `probabilityEstimate`, whatever the futures are kept as. */
export function chanceEstimate({ share, judged }: Chance): Estimate {
  const value = share(0, 1);
  const halfWidth = halfWidthOf(estimatesByScramble(share));
  const gap = certaintyGap(judged);
  if (value <= 0) return estimateOf(0, 0, Math.min(1, Math.max(gap, value + halfWidth)));
  if (value >= 1) return estimateOf(1, Math.max(0, Math.min(1 - gap, value - halfWidth)), 1);
  const tSquaredOverN = (halfWidth * halfWidth) / (value * (1 - value));
  const middle = (value + 0.5 * tSquaredOverN) / (1 + tSquaredOverN);
  const reach = Math.sqrt(tSquaredOverN * (value * (1 - value) + 0.25 * tSquaredOverN)) / (1 + tSquaredOverN);
  return estimateOf(value, Math.max(0, middle - reach), Math.min(1, middle + reach));
}

/** [replication] 0 or 1, or the chance of it over what is integrated out. */
export type Chances = Uint8Array | Float64Array;

/**
 * The mean of a column [replication] of the instant floor, or of the only one. With `exact`, the same on the exact floor in the first of these worlds,
 * plus the mean difference over these.
 */
export const correctedMean = (column: Chances, exact: Chances | null): Estimator =>
  correctedBy((first, step) => meanOfColumn(column, column.length, first, step), column, exact);

/** A mean over the worlds of a study, plus the mean difference in those of the first that the exact floor ran too. */
export const correctedBy = (mean: Estimator, column: Chances, exact: Chances | null): Estimator =>
  exact === null
    ? mean
    : (first, step) =>
        mean(first, step) + (meanOfColumn(exact, exact.length, first, step) - meanOfColumn(column, exact.length, first, step));

function meanOfColumn(column: Chances, length: number, first: number, step: number): number {
  let sum = 0;
  let replications = 0;
  for (let replication = first; replication < length; replication += step) {
    sum += column[replication]!;
    replications++;
  }
  return sum / replications;
}

/** 1 - 0.05^(1/N). ln 0.05 = -2.995732273553991, which is the "rule of three". */
const certaintyGap = (replications: number): number => -expm1(-2.995732273553991 / replications);

function estimateOf(value: number, lower: number, upper: number): Estimate {
  if (!Number.isFinite(value) || !Number.isFinite(lower) || !Number.isFinite(upper))
    throw new RangeError(`An estimate is not finite: ${value} (${lower} to ${upper}).`);
  return { value, lower, upper };
}
