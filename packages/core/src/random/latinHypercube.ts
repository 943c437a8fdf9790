import { purposeKey, purposes } from './keyedStream.ts';
import type { NameHash } from './nameHash.ts';
import { threefry4x32 } from './threefry.ts';

/** The cell of one point on one axis of one hypercube. */
export type Hypercube = (scramble: number, axis: NameHash, point: number) => number;

/** Rounds of the Feistel network; four would do for large halves (Luby and Rackoff 1988), small ones mix more slowly. */
const rounds = 8;

/**
 * Independent Latin hypercubes of `points` points: on every axis of every scramble the points 0..points-1 fall into the cells 0..points-1 in a
 * random order of their own, one into each. McKay, Beckman and Conover (1979), Technometrics 21.
 *
 * The order is a keyed permutation, so that any point of any axis is known by itself, whatever was drawn before it: a Feistel network with Threefry
 * as its round function on the next even number of bits, walked on until it lands among the points (Black and Rogaway 2002).
 */
export function latinHypercube(seedKey: Int32Array, points: number): Hypercube {
  const key = purposeKey(seedKey, purposes.hypercube);
  const half = Math.ceil((32 - Math.clz32(points - 1)) / 2);
  const mask = (1 << half) - 1;
  const words = new Int32Array(4);
  return (scramble, axis, point) => {
    let at = point;
    // A permutation of the larger set, followed from a point, comes back among the points before it repeats.
    do {
      let left = at >>> half;
      let right = at & mask;
      for (let round = 0; round < rounds; round++) {
        threefry4x32(words, key, right, scramble * rounds + round, axis[0], axis[1]);
        const next = left ^ (words[0]! & mask);
        left = right;
        right = next;
      }
      at = left * (mask + 1) + right;
    } while (at >= points);
    return at;
  };
}
