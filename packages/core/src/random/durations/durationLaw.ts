import { deterministicLaw } from './deterministic.ts';
import { empiricalLaw } from './empirical.ts';
import { exponentialLaw } from './exponential.ts';
import { gammaLaw } from './gamma.ts';
import { hyperexponentialLaw } from './hyperexponential.ts';
import { lognormalLaw } from './lognormal.ts';
import { uniformLaw } from './uniform.ts';
import { weibullLaw, weibullLawOfShape } from './weibull.ts';

/** A law of durations as plain data. Its mean is 1: the mean in seconds is a leaf, multiplied outside. */
export type DurationSpec =
  | { readonly family: 'lognormal' | 'gamma' | 'weibull' | 'hyperexponential'; readonly cv: number }
  | { readonly family: 'weibull'; readonly shape: number }
  | { readonly family: 'erlang'; readonly phases: number }
  | { readonly family: 'uniform'; readonly spread: number }
  | { readonly family: 'exponential' | 'deterministic' }
  | { readonly family: 'empirical'; readonly values: readonly number[] };

/**
 * Durations of mean 1, drawn by inversion in whole batches. Filling makes no objects, and a value depends on its own score alone.
 */
export interface DurationLaw {
  /**
   * values[from..to) hold standard normal scores z; they become durations F^-1(Phi(z)), increasing in the score up to rounding (in steps, where
   * the law has atoms).
   */
  readonly fromScores: (values: Float64Array, from: number, to: number) => void;
  /** The same from uniforms u in (0, 1): F^-1(u), which agrees with the score of u to the law's accuracy, but not in every bit. */
  readonly fromUniforms: (values: Float64Array, from: number, to: number) => void;
  /** Standard deviation over the mean. */
  readonly cv: number;
}

/**
 * The law that a spec describes. Making one takes at most some 30 us (0.1 ms for a Gamma of cv above 4; an empirical one is sorted once and kept for as long as its list), so that
 * it may be made anew for every world's cv.
 *
 * Valid: cv from 0 to 1000 (from 1 for the hyperexponential), Weibull shapes from 0.03, 1 phase or more, spreads above 0 and up to 1, observed values of 0 or more that
 * are not all 0. A cv below 1e-7 is deterministic. Throws RangeError elsewhere: a fault of the programmer, since documents are checked before.
 */
export function createDurationLaw(spec: DurationSpec): DurationLaw {
  switch (spec.family) {
    case 'lognormal':
      return lognormalLaw(spec.cv);
    case 'gamma':
      return gammaLaw(spec.cv);
    case 'weibull':
      return 'shape' in spec ? weibullLawOfShape(spec.shape) : weibullLaw(spec.cv);
    case 'hyperexponential':
      return hyperexponentialLaw(spec.cv);
    case 'erlang':
      if (!Number.isInteger(spec.phases) || spec.phases < 1) throw new RangeError(`An Erlang law has whole phases, not ${spec.phases}.`);
      return gammaLaw(1 / Math.sqrt(spec.phases));
    case 'uniform':
      return uniformLaw(spec.spread);
    case 'exponential':
      return exponentialLaw;
    case 'deterministic':
      return deterministicLaw;
    case 'empirical':
      return empiricalLaw(spec.values);
  }
}
