import { createStage, runWorld } from '../floor/runWorld.ts';
import { sumTotals, totalsLayout } from '../floor/totals.ts';
import { createSampler } from '../world/sampleWorld.ts';
import type { Shard, Study } from './study.ts';

/**
 * Runs replications [from, to) of a study: each draws one world and runs the baseline, then every variant, in it.
 * What comes back depends on the study and the indices only: not on what ran before, in which order, or where.
 */
export type Replicator = (from: number, to: number) => Shard;

/** Prepares a study once; the replicator then allocates nothing but the totals it returns. */
export function createReplicator(study: Study): Replicator {
  const sampler = createSampler(study);
  const stages = study.models.map(createStage);
  const worlds = study.models.map((_, model) => sampler.createWorld(model));
  const layouts = study.models.map(totalsLayout);
  return (from, to) => {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from)
      throw new RangeError(`Replications must be whole and ordered, not ${from} to ${to}.`);
    const totals = layouts.map(({ length }) => new Float64Array(length * (to - from)));
    for (let replication = from; replication < to; replication++) {
      for (let model = 0; model < stages.length; model++) {
        const stage = stages[model]!;
        const world = worlds[model]!;
        sampler.sample(replication, model, world);
        const outcome = runWorld(stage, world, model === 0 ? null : stages[0]!);
        sumTotals(stage.model, outcome, stage.roster.scheduled, totals[model]!, (replication - from) * layouts[model]!.length);
      }
    }
    return { from, to, totals };
  };
}

/** `createReplicator` for a single call. */
export const replicate = (study: Study, from: number, to: number): Shard => createReplicator(study)(from, to);
