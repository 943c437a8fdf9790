import { fit } from '../random/distributions/fit.ts';
import { seedKey } from '../random/seed.ts';
import type { Study } from '../study/study.ts';
import { leafUniforms } from './leafScores.ts';

/** Gives every leaf of one model its value in one world. */
export interface LeafSampler {
  /** [leaf]. No allocation. */
  readonly sampleLeaves: (replication: number, model: number, leaves: Float64Array) => void;
}

/**
 * Draws the leaves of a study, world by world: the draws of one replication are shared by all models.
 *
 * @param isRead whether anybody reads a leaf: one that nobody does is not drawn, and is NaN where it is uncertain. Default: all are read.
 */
export function createLeafSampler(study: Study, isRead: (model: number, leaf: number) => boolean = () => true): LeafSampler {
  const isCoordinateRead = new Uint8Array(study.coordinates.length);
  const plans = study.models.map((model, index) => {
    const coordinateOfLeaf = study.coordinateOfLeaf[index]!;
    const uncertain = Int32Array.from(model.leaves.keys()).filter((leaf) => coordinateOfLeaf[leaf]! >= 0);
    const leaves = uncertain.filter((leaf) => isRead(index, leaf));
    const coordinates = leaves.map((leaf) => coordinateOfLeaf[leaf]!);
    for (const coordinate of coordinates) isCoordinateRead[coordinate] = 1;
    const otherwise = Float64Array.from(model.leaves, ({ central }) => central);
    for (const leaf of uncertain) otherwise[leaf] = NaN;
    return {
      leaves,
      coordinates,
      quantiles: Array.from(leaves, (leaf) => fit(model.leaves[leaf]!.distribution, model.leaves[leaf]!.support).quantile),
      otherwise,
    };
  });
  const { uniforms, draw } = leafUniforms(study, seedKey(study.seed), isCoordinateRead);
  let drawn = -1;
  return {
    sampleLeaves: (replication, model, values) => {
      if (drawn !== replication) {
        draw(replication);
        drawn = replication;
      }
      const { leaves, coordinates, quantiles, otherwise } = plans[model]!;
      values.set(otherwise);
      for (let k = 0; k < leaves.length; k++) values[leaves[k]!] = quantiles[k]!(uniforms[coordinates[k]!]!);
    },
  };
}
