import { normalInverseInPlace } from '@percall/numeric';

/** Uniforms in (0, 1) become normal scores, in place. */
export const scoresOfUniforms = (values: Float64Array, from: number, to: number): void => normalInverseInPlace(values, from, to);
