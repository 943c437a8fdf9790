import type { DurationSpec } from './durationLaw.ts';

/** A law of durations whose cv may still be open: that of a plain lognormal, Gamma or Weibull one is a leaf, and differs by world. */
export type DurationFamily = { readonly family: 'lognormal' | 'gamma' | 'weibull' } | Exclude<DurationSpec, { readonly cv: number }>;

/** The law of one world. Families that have their variation in themselves (phases, a shape, observed values) do not read the cv. */
export function withCv(law: DurationFamily, cv: number): DurationSpec {
  switch (law.family) {
    case 'lognormal':
    case 'gamma':
      return { family: law.family, cv };
    case 'weibull':
      return 'shape' in law ? law : { family: 'weibull', cv };
    default:
      return law;
  }
}
