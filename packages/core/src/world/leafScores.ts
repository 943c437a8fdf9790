import { normalCdf, normalInverse } from '@percall/numeric';
import { purposeKey, purposes } from '../random/keyedStream.ts';
import { latinHypercube } from '../random/latinHypercube.ts';
import { nameHash } from '../random/nameHash.ts';
import { scrambles, scrambleSobol, sobolWord } from '../random/sobol.ts';
import { threefry4x32 } from '../random/threefry.ts';
import { fineUniformOf, uniformOf } from '../random/uniform.ts';
import type { Coordinate, Sampling, Study } from '../study/study.ts';

/** Largest double below 1, and its mirror: a score beyond either end of the doubles' normal scale. */
const ALMOST_ONE = 1 - 1.1102230246251565e-16;
const ALMOST_ZERO = 1.1102230246251565e-16;

/** The draws of one replication of a study. */
export interface LeafUniforms {
  /** [coordinate] in (0, 1), of those that are read. */
  readonly uniforms: Float64Array;
  /** [coordinate] independent standard normals that scores are made of, of those that a read score depends on. */
  readonly normals: Float64Array;
  /** Fills both. */
  readonly draw: (replication: number) => void;
}

/**
 * The uniforms of all coordinates of a study, replication by replication: replication r is point floor(r / 8) of scramble r mod 8, tied
 * together by the copula. Of Sobol' points a coordinate without a dimension takes keyed uniforms.
 *
 * A coordinate that depends on no other keeps its very uniform; the others are
 * Phi of their correlated scores.
 *
 * @param isRead [coordinate] 1: its uniform is read. The others are drawn as far as these depend on them, and left as they come.
 */
export function leafUniforms(study: Study, seedKey: Int32Array, isRead: Uint8Array): LeafUniforms {
  const { coordinates, cholesky } = study;
  const n = coordinates.length;
  const axisUniform = axisOf(study.sampling, coordinates, seedKey);
  const isAlone = Uint8Array.from(coordinates, (_, i) => (cholesky.subarray(i * n, i * n + i).every((weight) => weight === 0) ? 1 : 0));
  const isScoreNeeded = Uint8Array.from(coordinates, (_, j) => {
    for (let i = j; i < n; i++) if (isRead[i] === 1 && isAlone[i] === 0 && cholesky[i * n + j] !== 0) return 1;
    return 0;
  });
  const every = Int32Array.from(coordinates.keys());
  const drawn = every.filter((i) => isScoreNeeded[i] === 1 || (isRead[i] === 1 && isAlone[i] === 1));
  const correlated = every.filter((i) => isRead[i] === 1 && isAlone[i] === 0);
  const normals = new Float64Array(n);
  const uniforms = new Float64Array(n);
  const draw = (replication: number): void => {
    const scramble = replication % scrambles;
    const point = (replication - scramble) / scrambles;
    for (let k = 0; k < drawn.length; k++) {
      const i = drawn[k]!;
      uniforms[i] = axisUniform(i, replication, scramble, point);
      if (isScoreNeeded[i] === 1) normals[i] = normalInverse(uniforms[i]);
    }
    for (let k = 0; k < correlated.length; k++) {
      const i = correlated[k]!;
      let score = 0;
      for (let j = 0; j <= i; j++) score += cholesky[i * n + j]! * normals[j]!;
      uniforms[i] = Math.min(ALMOST_ONE, Math.max(ALMOST_ZERO, normalCdf(score)));
    }
  };
  return { uniforms, normals, draw };
}

/** The uniform of one coordinate at one point: replication r is point floor(r / 8) of scramble r mod 8. */
export type Axis = (coordinate: number, replication: number, scramble: number, point: number) => number;

/** How the uniforms of these coordinates are drawn. */
export function axisOf(sampling: Sampling, coordinates: readonly Coordinate[], seedKey: Int32Array): Axis {
  const key = purposeKey(seedKey, purposes.leaf);
  const hashes = coordinates.map(({ path }) => nameHash(path));
  const words = new Int32Array(4);
  const keyed: Axis = (coordinate, replication) => {
    const [high, low] = hashes[coordinate]!;
    threefry4x32(words, key, replication, 0, high, low);
    return fineUniformOf(words[0]!, words[1]!);
  };
  switch (sampling.method) {
    case 'sobol': {
      const sobol = scrambleSobol(seedKey);
      const dimensions = Int32Array.from(coordinates, ({ dimension }) => dimension);
      return (coordinate, replication, scramble, point) => {
        const dimension = dimensions[coordinate]!;
        if (dimension < 0) return keyed(coordinate, replication, scramble, point);
        return uniformOf(sobolWord(sobol, scramble, dimension, point));
      };
    }
    case 'latinHypercube': {
      const { points } = sampling;
      const cellOf = latinHypercube(seedKey, points);
      return (coordinate, replication, scramble, point) => {
        const within = keyed(coordinate, replication, scramble, point);
        // Replications beyond those that were announced are another hypercube.
        const cell = cellOf(scramble + scrambles * Math.floor(point / points), hashes[coordinate]!, point % points);
        return (cell + within) / points;
      };
    }
    case 'monteCarlo':
      return keyed;
  }
}
