import { normalCdf, normalInverse } from '@percall/numeric';
import { purposeKey, purposes } from '../random/keyedStream.ts';
import { nameHash } from '../random/nameHash.ts';
import { scrambles, scrambleSobol, sobolWord } from '../random/sobol.ts';
import { threefry4x32 } from '../random/threefry.ts';
import { fineUniformOf, uniformOf } from '../random/uniform.ts';
import type { Study } from '../study/study.ts';

/** Largest double below 1, and its mirror: a score beyond either end of the doubles' normal scale. */
const ALMOST_ONE = 1 - 1.1102230246251565e-16;
const ALMOST_ZERO = 1.1102230246251565e-16;

/**
 * The uniforms of all coordinates of a study, replication by replication: replication r is point floor(r / 8) of scramble r mod 8, and keyed
 * uniforms for coordinates without a Sobol' dimension, tied together by the copula.
 *
 * The returned function fills `uniforms` [coordinate]. A coordinate that depends on no other keeps its very uniform; the others are
 * Phi of their correlated scores.
 *
 * @param isRead [coordinate] 1: its uniform is read. The others are drawn as far as these depend on them, and left as they come.
 */
export function leafUniforms(
  study: Study,
  seedKey: Int32Array,
  isRead: Uint8Array,
): { readonly uniforms: Float64Array; readonly draw: (replication: number) => void } {
  const { coordinates, cholesky } = study;
  const n = coordinates.length;
  const points = scrambleSobol(seedKey);
  const key = purposeKey(seedKey, purposes.leaf);
  const dimensions = Int32Array.from(coordinates, ({ dimension }) => dimension);
  const hashes = Int32Array.from(coordinates.flatMap(({ path }) => nameHash(path)));
  const isAlone = Uint8Array.from(coordinates, (_, i) => (cholesky.subarray(i * n, i * n + i).every((weight) => weight === 0) ? 1 : 0));
  const isScoreNeeded = Uint8Array.from(coordinates, (_, j) => {
    for (let i = j; i < n; i++) if (isRead[i] === 1 && isAlone[i] === 0 && cholesky[i * n + j] !== 0) return 1;
    return 0;
  });
  const every = Int32Array.from(coordinates.keys());
  const drawn = every.filter((i) => isScoreNeeded[i] === 1 || (isRead[i] === 1 && isAlone[i] === 1));
  const correlated = every.filter((i) => isRead[i] === 1 && isAlone[i] === 0);
  const words = new Int32Array(4);
  const scores = new Float64Array(n);
  const uniforms = new Float64Array(n);
  const draw = (replication: number): void => {
    const scramble = replication % scrambles;
    const point = (replication - scramble) / scrambles;
    for (let k = 0; k < drawn.length; k++) {
      const i = drawn[k]!;
      const dimension = dimensions[i]!;
      if (dimension >= 0) uniforms[i] = uniformOf(sobolWord(points, scramble, dimension, point));
      else {
        threefry4x32(words, key, replication, 0, hashes[2 * i]!, hashes[2 * i + 1]!);
        uniforms[i] = fineUniformOf(words[0]!, words[1]!);
      }
      if (isScoreNeeded[i] === 1) scores[i] = normalInverse(uniforms[i]);
    }
    for (let k = 0; k < correlated.length; k++) {
      const i = correlated[k]!;
      let score = 0;
      for (let j = 0; j <= i; j++) score += cholesky[i * n + j]! * scores[j]!;
      uniforms[i] = Math.min(ALMOST_ONE, Math.max(ALMOST_ZERO, normalCdf(score)));
    }
  };
  return { uniforms, draw };
}
