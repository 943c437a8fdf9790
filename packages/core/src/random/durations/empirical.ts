import { expm1 } from '@percall/numeric';
import type { DurationLaw } from './durationLaw.ts';
import { unitExponential } from './exponential.ts';
import { fillGammaScores } from './gammaScores.ts';

/** Sorting costs more than all else here, and the lists of a model never change. */
const made = new WeakMap<readonly number[], DurationLaw>();

/**
 * Observed durations over their mean, by the quantile rule of `fitObserved`: straight lines between the sorted values x_(k) at p = (k - 1/2) / n,
 * flat beyond the ends; the mean is exactly the sample's. Its cv is a little below the sample's, since the lines lie inside the steps.
 */
export function empiricalLaw(observed: readonly number[]): DurationLaw {
  const known = made.get(observed);
  if (known !== undefined) return known;
  const sorted = Float64Array.from(observed).sort();
  const n = sorted.length;
  let sum = 0;
  for (const value of sorted) sum += value;
  if (!(n > 0 && sorted[0]! >= 0 && sum > 0 && sum < Infinity))
    throw new RangeError('Observed durations are 0 or more, and one of them above 0.');
  const mean = sum / n;
  for (let i = 0; i < n; i++) sorted[i]! /= mean;
  const law: DurationLaw = {
    fromScores: (values, from, to) => {
      probabilitiesOfScores(values, from, to);
      fill(values, from, to, sorted);
    },
    fromUniforms: (values, from, to) => fill(values, from, to, sorted),
    cv: cvOf(sorted),
  };
  made.set(observed, law);
  return law;
}

/** Probabilities become durations, in place. */
function fill(values: Float64Array, from: number, to: number, sorted: Float64Array): void {
  const n = sorted.length;
  const last = n - 1;
  const lowest = sorted[0]!;
  const highest = sorted[last]!;
  for (let i = from; i < to; i++) {
    const place = n * values[i]! - 0.5;
    if (!(place > 0)) values[i] = lowest;
    else if (place >= last) values[i] = highest;
    else {
      const k = place | 0;
      values[i] = sorted[k]! + (place - k) * (sorted[k + 1]! - sorted[k]!);
    }
  }
}

/** Normal scores become probabilities, in place: 1 - e^-E, E being the exponential of the score. */
function probabilitiesOfScores(values: Float64Array, from: number, to: number): void {
  fillGammaScores(values, from, to, unitExponential(), 1, 0);
  for (let i = from; i < to; i++) values[i] = -expm1(-values[i]!);
}

/** Of the broken line: each end's flat half step, and (a^2 + a b + b^2) / 3 of a line from a to b, about the mean 1. */
function cvOf(sorted: Float64Array): number {
  const last = sorted.length - 1;
  let sum = 0.5 * (square(sorted[0]! - 1) + square(sorted[last]! - 1));
  for (let k = 0; k < last; k++) {
    const a = sorted[k]! - 1;
    const b = sorted[k + 1]! - 1;
    sum += (a * a + a * b + b * b) / 3;
  }
  return Math.sqrt(sum / sorted.length);
}

const square = (x: number): number => x * x;
