/** Bins that an octave, from one power of two to the next, is cut into: all of one width. */
export const binsPerOctave = 1024;

/** A value is known to the width of its bin: this part of it at most. */
export const relativeBin = 1 / binsPerOctave;

/** Octaves below the largest value that bins are relative in; nearer to 0 all are as wide as the narrowest of these. */
const relativeOctaves = 6;

/** Where bins stop being relative, as a part of the power of two at or below the largest value: the width of a bin around 0. */
export const absoluteBin = 1 / (binsPerOctave << relativeOctaves);

/** A double and its high word; every engine lays the low word first. */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** Bits of the high word below the ten of the mantissa that tell the bin. */
const unread = 10;

const bias = 1023;

/** Relative bins of doubles, negative ones and 0 included, numbered in the order of their values: 0 is the first from 0 upwards. */
export interface OctaveBins {
  /** The bin that a value lies in, its lower end included; of negative values the upper one. */
  readonly binOf: (value: number) => number;
  /** Lower end of a bin, which is the upper end of the one before. */
  readonly lowerEnd: (bin: number) => number;
}

/**
 * Bins by the bits of the double: sign, exponent and the first ten bits of the mantissa, so that no logarithm is taken and each bin is at most 1/1024
 * of its values wide. Within 2^-6 of the largest value they are as wide as the narrowest of the others, as a double's own are near 0: a difference
 * that may be anything around 0 would fill octave after octave otherwise. Source: C. Masson, J. Rim and H. Lee (2019), DDSketch, Proc. VLDB 12, with
 * bins linear in an octave.
 *
 * @param largest the largest magnitude to be expected; others have their bins too. 0: about 1
 */
export function octaveBins(largest: number): OctaveBins {
  double[0] = largest > 0 ? largest : 1;
  const exponent = Math.min(1023, Math.max((words[1]! >>> 20) - relativeOctaves, unread + 1));
  const first = exponent * binsPerOctave - binsPerOctave;
  const lowest = powerOfTwo(exponent);
  const perUnit = powerOfTwo(bias + (bias - exponent) + unread);
  const width = lowest / binsPerOctave;
  const ofMagnitude = (value: number): number => {
    if (value < lowest) return Math.floor(value * perUnit);
    double[0] = value;
    return (words[1]! >>> unread) - first;
  };
  const magnitude = (bin: number): number => {
    if (bin < binsPerOctave) return bin * width;
    words[0] = 0;
    words[1] = (bin + first) << unread;
    return double[0]!;
  };
  return {
    binOf: (value) => (value < 0 ? -1 - ofMagnitude(-value) : ofMagnitude(value)),
    lowerEnd: (bin) => (bin < 0 ? -magnitude(-bin) : magnitude(bin)),
  };
}

/** 2^(biased exponent - 1023). */
function powerOfTwo(biased: number): number {
  words[0] = 0;
  words[1] = biased << 20;
  return double[0]!;
}
