import { replicate, summarise, type Study } from '@percall/core';
import { canonicalJson, sha256Hex, type Json } from '@percall/scenario';
import { golden, studyNames, studyOf, type StudyName } from './studies.ts';

/** SHA-256 of the bits of every total of every future, and of the results as canonical JSON. */
export interface Digests {
  readonly totals: string;
  readonly results: string;
}

/** Every golden study, from its text to its results. */
export const allDigests = (): Record<StudyName, Digests> =>
  Object.fromEntries(studyNames.map((name) => [name, digestsOf(name)])) as Record<StudyName, Digests>;

/** One of them. `edit` is for twins: what becomes of the study before it is run. */
export function digestsOf(name: StudyName, edit: (study: Study) => Study = (study) => study): Digests {
  const study = edit(studyOf(name));
  const shard = replicate(study, 0, golden[name].futures);
  return {
    totals: sha256Hex(JSON.stringify(shard.totals.map(bitsOf))),
    results: sha256Hex(canonicalJson(summarise(study, [shard]) as unknown as Json)),
  };
}

/** Throws on NaN, which has many bit patterns: no total is one. */
function bitsOf(sums: Float64Array): number[] {
  if (sums.some(Number.isNaN)) throw new Error('A total is NaN.');
  return Array.from(new Uint32Array(sums.buffer, sums.byteOffset, 2 * sums.length));
}

/** For a twin: the study with the central value of one certain input moved by its last bit, in every model. Throws where there is no such input. */
export function byOneUlp(study: Study, path: string): Study {
  const models = study.models.map((model) => ({
    ...model,
    leaves: model.leaves.map((leaf) => (leaf.path === path ? { ...leaf, central: nextUp(leaf.central) } : leaf)),
  }));
  if (!study.models.every(({ leaves }) => leaves.some((leaf) => leaf.path === path))) throw new Error(`No leaf at ${path}.`);
  return { ...study, models };
}

function nextUp(value: number): number {
  const bits = BigInt64Array.of(0n);
  const double = new Float64Array(bits.buffer);
  double[0] = value;
  bits[0]! += 1n;
  return double[0];
}
