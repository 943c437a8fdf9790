import { createFrontDoor, openFrontDoor, type FrontDoor } from '../frontDoor/frontDoor.ts';
import { longRunNeeds } from '../frontDoor/longRunNeeds.ts';
import type { Model } from '../model/model.ts';
import { putOnDuty } from '../people/onDuty.ts';
import { createPlanScratch, createRoster, planRoster, type PlanScratch, type Roster } from '../people/roster.ts';
import type { World } from '../world/world.ts';
import { createFloorScratch, runInstantFloor, type FloorScratch } from './erlang/instantFloor.ts';
import type { Floor, FloorInput } from './floorInput.ts';
import { createOutcome, type Outcome } from './outcome.ts';

/** Everything one model needs to run world after world without allocating. */
export interface Stage {
  readonly model: Model;
  readonly doors: readonly FrontDoor[];
  readonly needs: Float64Array;
  readonly roster: Roster;
  readonly agents: Float64Array;
  readonly outcome: Outcome;
  readonly planScratch: PlanScratch;
  readonly floorScratch: FloorScratch;
  /** Where every contact is run by itself; null: the instant floor. */
  readonly exactFloor: Floor | null;
}

export function createStage(model: Model, exactFloor: Floor | null = null): Stage {
  const { intervals } = model.calendar;
  const contactTypes = model.contactTypes.length;
  const groups = model.groups.length;
  return {
    model,
    doors: model.queues.map(createFrontDoor),
    needs: new Float64Array(intervals * model.queues.length),
    roster: createRoster(model),
    agents: new Float64Array(intervals * groups),
    outcome: createOutcome({ intervals, contactTypes, channels: model.channels.length, groups }),
    planScratch: createPlanScratch(model),
    floorScratch: createFloorScratch(model),
    exactFloor,
  };
}

/**
 * Opens the front doors of a world and plans its roster, or takes over the baseline's where the response is locked: all that a locked variant
 * needs of its baseline. Doors, needs and roster stay on the stage until the next world.
 *
 * @param baseline the baseline's stage after it has planned (or run) the same world; null for the baseline itself
 */
export function planWorld(stage: Stage, world: World, baseline: Stage | null): void {
  const { model, doors, needs, roster } = stage;
  for (let queue = 0; queue < doors.length; queue++) openFrontDoor(doors[queue]!, model, queue, world.leaves);
  longRunNeeds(needs, model, world.leaves);
  if (model.response === 'locked' && baseline) {
    roster.required.set(baseline.roster.required);
    roster.scheduled.set(baseline.roster.scheduled);
  } else planRoster(roster, stage.planScratch, model, world, needs, doors);
}

/**
 * Model x World -> Outcome: plans the world (`planWorld`), puts agents on duty and runs the floor. The outcome stays on the stage until the
 * next world.
 */
export function runWorld(stage: Stage, world: World, baseline: Stage | null): Outcome {
  const { model, doors, needs, roster, agents, outcome, exactFloor } = stage;
  planWorld(stage, world, baseline);
  putOnDuty(agents, outcome, model, world, roster);
  const input: FloorInput = { model, world, agents, needs, doors };
  if (exactFloor === null) runInstantFloor(outcome, stage.floorScratch, input);
  else exactFloor(outcome, input);
  return outcome;
}
