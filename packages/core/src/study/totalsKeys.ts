import { canonicalJson, sha256Hex, type Json } from '@percall/scenario';
import type { Study } from './study.ts';

/**
 * [model] a digest of all that the totals of a model follow from: where two studies agree in it, of whatever place the models are, the totals
 * are equal in every replication, bit for bit.
 *
 * In it: the model's operational digest, the seed, how each uncertain operational leaf is drawn (the weights of its coordinate on the
 * independent draws, which are functions of their path and Sobol' dimension), and the baseline's key where the roster is the baseline's.
 * Not in it: names of scenarios, prices, other variants. What the schema calls operational counts as such even where only the ledger reads
 * it (attrition, span of control): such an edit costs a run, never a wrong answer.
 */
export function totalsKeys(study: Study): readonly string[] {
  const keys: string[] = [];
  study.models.forEach(({ response, operationalHash }, model) => {
    // The baseline plans for itself, whatever its response: there is no roster to take over.
    const roster = model > 0 && response === 'locked' ? keys[0]! : null;
    keys.push(sha256Hex(canonicalJson({ operationalHash, seed: study.seed, roster, draws: drawsOf(study, model) })));
  });
  return keys;
}

/** By uncertain operational leaf, in leaf order: the non-zero weights of its coordinate, in the order in which they are summed. */
function drawsOf({ models, coordinates, cholesky, coordinateOfLeaf }: Study, model: number): Json {
  const n = coordinates.length;
  return models[model]!.leaves.flatMap(({ path, role }, leaf): Json[] => {
    const row = coordinateOfLeaf[model]![leaf]!;
    if (row < 0 || role !== 'operational') return [];
    const weights: Json[] = [];
    for (let column = 0; column <= row; column++) {
      const weight = cholesky[row * n + column]!;
      const { path: of, dimension } = coordinates[column]!;
      if (weight !== 0) weights.push([of, dimension, weight]);
    }
    return [[path, weights]];
  });
}
