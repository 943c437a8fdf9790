import { keepPossible } from '../floor/erlang/keepPossible.ts';
import type { Floor } from '../floor/floorInput.ts';
import { createStage, planWorld, runWorld, type Stage } from '../floor/runWorld.ts';
import { sumTotals, totalsLayout } from '../floor/totals.ts';
import { createSampler } from '../world/sampleWorld.ts';
import type { World } from '../world/world.ts';
import type { Shard, Study } from './study.ts';

/**
 * Runs replications [from, to) of a study: each draws one world and runs the baseline, then every variant, in it.
 * What comes back depends on the study and the indices only: not on what ran before, in which order, or where.
 *
 * @param wanted models to run, by their place in the study; default: all. Totals of the others come back empty, so that no analysis takes
 * them for results. A locked variant without its baseline costs the baseline's plan, not its floor.
 */
export type Replicator = (from: number, to: number, wanted?: readonly number[]) => Shard;

/** Makes the exact floor of a model, by its place in the study. */
export type ExactFloor = (study: Study, index: number) => Floor;

/**
 * Prepares each model of a study once, when it is first wanted: an edit wants one. From then on the replicator allocates nothing but the totals it returns. It
 * throws a RangeError where replications are not whole and ordered, or where a wanted model is not in the study.
 *
 * @param exactFloor null: the study is on the instant floor. It is handed in, so that who runs nothing exactly need not have it.
 */
export function createReplicatorOn(study: Study, exactFloor: ExactFloor | null): Replicator {
  const { models } = study;
  const sampler = createSampler(study);
  const isExact = exactFloor !== null;
  const prepared = models.map((): { readonly stage: Stage; readonly world: World } | null => null);
  const prepare = (index: number) =>
    (prepared[index] ??= {
      stage: createStage(models[index]!, isExact ? exactFloor(study, index) : null, study.days),
      world: sampler.createWorld(index),
    });
  // Whose roster is the baseline's, or comes from it.
  const followsBaseline = models.map(({ response }, index) => index > 0 && response !== 're-plan');
  const layouts = models.map(totalsLayout);
  const all = models.map((_, model) => model);
  return (from, to, wanted = all) => {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from)
      throw new RangeError(`Replications must be whole and ordered, not ${from} to ${to}.`);
    for (const model of wanted)
      if (models[model] === undefined) throw new RangeError(`A study of ${models.length} models has no model ${model}.`);
    const isWanted = models.map((_, model) => wanted.includes(model));
    const isPlanNeeded = !isWanted[0] && followsBaseline.some((follows, model) => follows && isWanted[model]);
    const totals = layouts.map(({ length }, model) => new Float64Array(isWanted[model] ? length * (to - from) : 0));
    for (let replication = from; replication < to; replication++) {
      if (isPlanNeeded) {
        const { stage, world } = prepare(0);
        sampler.sample(replication, 0, world);
        planWorld(stage, world, null);
      }
      for (let model = 0; model < models.length; model++) {
        if (!isWanted[model]) continue;
        const { stage, world } = prepare(model);
        sampler.sample(replication, model, world);
        const outcome = runWorld(stage, world, followsBaseline[model] === true ? prepare(0).stage : null);
        const offset = (replication - from) * layouts[model]!.length;
        sumTotals(stage.model, outcome, stage.roster.scheduled, totals[model]!, offset, stage.transition?.byWeek);
        if (!isExact) keepPossible(stage.model, totals[model]!, offset);
      }
    }
    return { from, to, totals };
  };
}
