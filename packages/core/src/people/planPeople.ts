import type { LeverSteps } from '../frontDoor/leverSteps.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/world.ts';
import { shapeHeadcount } from './headcount.ts';
import { planRoster, schedule, type PlanScratch, type Roster } from './roster.ts';

/**
 * What a scenario's own plan wants in one world: planned to its targets; or the roster that it gives, the same in every world and whatever the
 * forecast; or the full-time agents that it gives, shaped to what the targets require there.
 *
 * @param needs [interval][queue] long-run needs (`longRunNeeds`)
 */
export function planPeople(
  roster: Roster,
  scratch: PlanScratch,
  model: Model,
  world: World,
  needs: Float64Array,
  levers: LeverSteps,
): void {
  const { plan } = model.staffing;
  if (plan.by === 'roster') {
    // Nothing is planned, so neither the minimum of agents nor the most occupancy has a say.
    roster.required.set(plan.agents);
    schedule(roster, model);
    return;
  }
  planRoster(roster, scratch, model, world, needs, levers);
  if (plan.by === 'headcount') shapeHeadcount(roster, model, world.leaves, plan.fullTimeAgents);
}
