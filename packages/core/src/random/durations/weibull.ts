import { exp, expm1, log, log1p, logGamma } from '@percall/numeric';
import { deterministicLaw, isDeterministic } from './deterministic.ts';
import type { DurationLaw } from './durationLaw.ts';
import { fillExponentials, unitExponential } from './exponential.ts';
import { fillExp, fillLog } from './fillExpAndLog.ts';
import { fillGammaScores } from './gammaScores.ts';

/** Weibull of a shape k: E^(1/k) / Gamma(1 + 1/k), E exponential; relative error below 1e-12 / k, or 1e-13. */
export function weibullLawOfShape(shape: number): DurationLaw {
  if (!(shape >= 0.03)) throw new RangeError(`A Weibull shape is 0.03 or more, not ${shape}.`);
  const power = 1 / shape;
  return lawOf(power, Math.sqrt(expm1(logRatio(power))));
}

/** The Weibull of a cv: Gamma(1 + 2/k) / Gamma(1 + 1/k)^2 = 1 + cv^2, solved for 1/k by Newton's method. */
export function weibullLaw(cv: number): DurationLaw {
  return isDeterministic(cv) ? deterministicLaw : lawOf(inverseShape(cv), cv);
}

function lawOf(power: number, cv: number): DurationLaw {
  const offset = -logGamma(1 + power);
  return {
    fromScores: (values, from, to) => fillGammaScores(values, from, to, unitExponential(), power, offset),
    fromUniforms: (values, from, to) => {
      fillExponentials(values, from, to);
      fillLog(values, from, to);
      fillExp(values, from, to, power, offset);
    },
    cv,
  };
}

/** log(1 + cv^2) of the Weibull of shape 1 / power. */
const logRatio = (power: number): number => logGamma(1 + 2 * power) - 2 * logGamma(1 + power);

/**
 * The power 1 / k of a cv. Near 0, log(1 + cv^2) is (pi^2 / 6) power^2; it grows ever more slowly than that on a doubly logarithmic scale, and the
 * slope there, between 1 and 2, is taken by a difference.
 */
function inverseShape(cv: number): number {
  const target = log1p(cv * cv);
  let power = Math.sqrt(target * 0.6079271018540267);
  for (let iteration = 0; iteration < 60; iteration++) {
    const value = logRatio(power);
    const slope = (logRatio(power * 1.0001) / value - 1) / 0.0001;
    const step = log(target / value) / slope;
    power *= exp(step);
    if (Math.abs(step) < 1e-9) break;
  }
  return power;
}
