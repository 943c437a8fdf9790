import { purposeKey, purposes } from './keyedStream.ts';
import { sobolDirections } from './sobolDirections.ts';
import { threefry4x32 } from './threefry.ts';

/** Dimensions with direction numbers. */
export const sobolDimensions = sobolDirections.length;
/** Independent scrambles of the point set; their spread gives every interval. */
export const scrambles = 8;

const BITS = 32;

/**
 * [dimension][bit] direction numbers: column k of the generator matrix, its first row in the highest bit.
 *
 * With a polynomial x^s + a_1 x^(s-1) + ... + 1: v_k = a_1 v_(k-1) ^ ... ^ a_(s-1) v_(k-s+1) ^ v_(k-s) ^ (v_(k-s) >>> s).
 */
export function directionNumbers(): Int32Array {
  const directions = new Int32Array(sobolDimensions * BITS);
  for (let k = 0; k < BITS; k++) directions[k] = 1 << (31 - k);
  for (let dimension = 1; dimension < sobolDimensions; dimension++) {
    const { polynomial, initial } = sobolDirections[dimension]!;
    const degree = 31 - Math.clz32(polynomial);
    const at = dimension * BITS;
    for (let k = 0; k < degree; k++) directions[at + k] = initial[k]! << (31 - k);
    for (let k = degree; k < BITS; k++) {
      const oldest = directions[at + k - degree]!;
      let direction = oldest ^ (oldest >>> degree);
      for (let back = 1; back < degree; back++) if ((polynomial >> (degree - back)) & 1) direction ^= directions[at + k - back]!;
      directions[at + k] = direction;
    }
  }
  return directions;
}

/** Scrambled Sobol' points, by scramble, dimension and index in any order. */
export interface SobolPoints {
  /** [scramble][dimension][bit] */
  readonly directions: Int32Array;
  /** [scramble][dimension] */
  readonly shifts: Int32Array;
}

/**
 * Eight independent randomisations of the Sobol' points, keyed by the study.
 *
 * Each dimension's generator matrix is multiplied by a random lower-triangular binary matrix with unit diagonal and every point is XORed
 * with a random word: J. Matousek (1998), On the L2-discrepancy for anchored boxes, J. Complexity 14. Each point is then uniform, and every
 * scramble keeps the net. Column j of the triangular matrix is bit j and random bits below it.
 */
export function scrambleSobol(seedKey: Int32Array): SobolPoints {
  const seed = seedKey.join();
  // Studies of one seed follow each other, edit by edit.
  if (last?.seed !== seed) last = { seed, points: scrambled(seedKey) };
  return last.points;
}

let last: { readonly seed: string; readonly points: SobolPoints } | null = null;

function scrambled(seedKey: Int32Array): SobolPoints {
  const plain = directionNumbers();
  const key = purposeKey(seedKey, purposes.scramble);
  const directions = new Int32Array(scrambles * sobolDimensions * BITS);
  const shifts = new Int32Array(scrambles * sobolDimensions);
  const columns = new Int32Array(BITS);
  const words = new Int32Array(4);
  for (let scramble = 0; scramble < scrambles; scramble++) {
    for (let dimension = 0; dimension < sobolDimensions; dimension++) {
      for (let j = 0; j < BITS; j++) {
        if ((j & 3) === 0) threefry4x32(words, key, scramble, dimension, j, 0);
        // The last column has no bit below its own, and >>> takes its count modulo 32.
        columns[j] = (1 << (31 - j)) | (j === 31 ? 0 : words[j & 3]! >>> (j + 1));
      }
      const at = (scramble * sobolDimensions + dimension) * BITS;
      for (let k = 0; k < BITS; k++) {
        let word = 0;
        for (let rest = plain[dimension * BITS + k]!; rest !== 0;) {
          const j = Math.clz32(rest);
          word ^= columns[j]!;
          rest ^= 1 << (31 - j);
        }
        directions[at + k] = word;
      }
      threefry4x32(words, key, scramble, dimension, BITS, 0);
      shifts[scramble * sobolDimensions + dimension] = words[0]!;
    }
  }
  return { directions, shifts };
}

/**
 * The 32-bit word of one coordinate of one point; `uniformOf` makes it a uniform. Points come in Gray-code order: point i combines the directions
 * of the bits of i ^ (i >> 1). Every prefix of 2^m points is a net, whichever the order.
 */
export function sobolWord(points: SobolPoints, scramble: number, dimension: number, index: number): number {
  const series = scramble * sobolDimensions + dimension;
  const directions = points.directions;
  const at = series * BITS;
  let word = points.shifts[series]!;
  for (let gray = index ^ (index >>> 1); gray !== 0; gray &= gray - 1) word ^= directions[at + 31 - Math.clz32(gray & -gray)]!;
  return word;
}
