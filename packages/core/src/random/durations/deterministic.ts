import type { DurationLaw } from './durationLaw.ts';

const fillOnes = (values: Float64Array, from: number, to: number): void => {
  values.fill(1, from, to);
};

/** Every duration is the mean. */
export const deterministicLaw: DurationLaw = { fromScores: fillOnes, fromUniforms: fillOnes, cv: 0 };

/** Below this a duration differs from the mean by less than a millionth, and 1 / cv^2 leaves the doubles' reach. */
const leastCv = 1e-7;

/** Whether a law of this cv is as good as deterministic; throws where it is no cv. */
export function isDeterministic(cv: number): boolean {
  if (!(cv >= 0 && cv < Infinity)) throw new RangeError(`A cv is 0 or more, not ${cv}.`);
  return cv < leastCv;
}
