import seedrandom from 'seedrandom';

/**
 * The 128-bit key of a study, from the seed people type: four draws of seedrandom's generator (ARC4, integer arithmetic only, so the same
 * bits in every engine). Every other random number of the study is a function of this key and of what it is for.
 */
export function seedKey(seed: string): Int32Array {
  const generator = seedrandom(seed);
  return Int32Array.of(generator.int32(), generator.int32(), generator.int32(), generator.int32());
}

/** A seed whose draws have nothing to do with this one's. No document has it: a line break is no part of a seed. */
export const anotherSeed = (seed: string): string => `${seed}\nagain`;
