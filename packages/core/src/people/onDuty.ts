import { agentOffset, type Outcome } from '../floor/outcome.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/world.ts';
import { drawnShrinkage } from './shrinkage.ts';

/**
 * Agents on the floor in one world: scheduled for it x schedule efficiency x (1 - drawn shrinkage), rounded up or down by the world's fixed draw.
 * All who are paid are scheduled for it, except in transition.
 *
 * `scheduled` and `onFloor` [interval][group]. Fills `agents` [interval][group] and the paid, shrinkage and schedulingLoss seconds of the outcome. Shrinkage is its share of paid time;
 * scheduling loss is the rest, with what rounding adds or takes, so paid = shrinkage + schedulingLoss + seconds on the floor, exactly.
 */
export function putOnDuty(
  agents: Float64Array,
  outcome: Outcome,
  model: Model,
  world: World,
  scheduled: Float64Array,
  onFloor: Float64Array,
): void {
  const groups = model.groups.length;
  const { intervals, intervalSeconds } = model.calendar;
  const efficiency = world.leaves[model.staffing.scheduleEfficiency]!;
  const paid = agentOffset(outcome.shape, 'paid');
  const shrinkage = agentOffset(outcome.shape, 'shrinkage');
  const schedulingLoss = agentOffset(outcome.shape, 'schedulingLoss');
  const { agentSeconds } = outcome;
  for (let group = 0; group < groups; group++) {
    const absent = drawnShrinkage(model, group, world.leaves);
    for (let interval = 0; interval < intervals; interval++) {
      const at = interval * groups + group;
      const present = Math.floor(onFloor[at]! * efficiency * (1 - absent) + world.rounding[at]!);
      agents[at] = present;
      const paidSeconds = scheduled[at]! * intervalSeconds;
      const shrinkageSeconds = paidSeconds * absent;
      agentSeconds[paid + at] = paidSeconds;
      agentSeconds[shrinkage + at] = shrinkageSeconds;
      agentSeconds[schedulingLoss + at] = paidSeconds - shrinkageSeconds - present * intervalSeconds;
    }
  }
}
