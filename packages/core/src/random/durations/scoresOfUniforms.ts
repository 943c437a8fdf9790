import { normalInverse } from '@percall/numeric';

/** Uniforms in (0, 1) become normal scores, in place. */
export function scoresOfUniforms(values: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) values[i] = normalInverse(values[i]!);
}
