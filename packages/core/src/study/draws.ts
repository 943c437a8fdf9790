import type { Json } from '@percall/scenario';
import type { LeafIndex } from '../model/model.ts';
import type { Study } from './study.ts';

/**
 * By uncertain leaf of a model that is read, in leaf order: its path and the non-zero weights of its coordinate on the independent draws, in the
 * order in which they are summed. Where it and the seed agree, the leaves' uniforms agree in every replication, bit for bit.
 */
export function drawsOf({ models, coordinates, cholesky, coordinateOfLeaf }: Study, model: number, read: ReadonlySet<LeafIndex>): Json {
  const n = coordinates.length;
  return models[model]!.leaves.flatMap(({ path }, leaf): Json[] => {
    const row = coordinateOfLeaf[model]![leaf]!;
    if (row < 0 || !read.has(leaf)) return [];
    const weights: Json[] = [];
    for (let column = 0; column <= row; column++) {
      const weight = cholesky[row * n + column]!;
      const { path: of, dimension } = coordinates[column]!;
      if (weight !== 0) weights.push([of, dimension, weight]);
    }
    return [[path, weights]];
  });
}
