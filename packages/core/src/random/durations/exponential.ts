import { log1p } from '@percall/numeric';
import type { DurationLaw } from './durationLaw.ts';
import { fillGammaScores, gammaScores, type GammaScores } from './gammaScores.ts';

let table: GammaScores | null = null;

/** The Gamma of shape 1, made when first asked for: the exponential, and a power of it the Weibull. */
export const unitExponential = (): GammaScores => (table ??= gammaScores(1));

/** Exponential: -log(1 - u), to the last bits; from scores as the Gamma of shape 1, relative error below 1e-12. */
export const exponentialLaw: DurationLaw = {
  fromScores: (values, from, to) => fillGammaScores(values, from, to, unitExponential(), 1, 0),
  fromUniforms: fillExponentials,
  cv: 1,
};

/** Uniforms become exponentials, in place. */
export function fillExponentials(values: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) values[i] = -log1p(-values[i]!);
}
