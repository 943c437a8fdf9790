import type { LeafSampler } from '../../src/index.ts';
import type { Model, Shard, Study } from '../../src/index.ts';
import { centralLeaves } from './tinyModel.ts';

/** A study of these models in which nothing is uncertain. */
export const tinyStudy = (...models: readonly Model[]): Study => ({
  models,
  coordinates: [],
  cholesky: new Float64Array(0),
  coordinateOfLeaf: models.map(({ leaves }) => new Int32Array(leaves.length).fill(-1)),
  seed: 'tiny',
  sampling: { method: 'sobol' },
  redrawn: null,
  floor: 'erlang',
  days: 'all',
  name: 'tiny',
  replications: 64,
});

/** Every leaf at its median in every world. */
export const centralSampler = ({ models }: Study): LeafSampler => ({
  sampleLeaves: (_replication, model, leaves) => leaves.set(centralLeaves(models[model]!)),
});

/** Totals of replications [from, to): `totalsOf(model, replication)` one after another. */
export function tinyShard(study: Study, from: number, to: number, totalsOf: (model: number, replication: number) => Float64Array): Shard {
  return {
    from,
    to,
    totals: study.models.map((_, model) => {
      const each = Array.from({ length: to - from }, (_, index) => totalsOf(model, from + index));
      const length = each[0]?.length ?? 0;
      const totals = new Float64Array(each.length * length);
      each.forEach((one, index) => totals.set(one, index * length));
      return totals;
    }),
  };
}
