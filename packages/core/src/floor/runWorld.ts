import { createLeverSteps, openLeverSteps, type LeverSteps } from '../frontDoor/leverSteps.ts';
import { longRunNeeds } from '../frontDoor/longRunNeeds.ts';
import type { Model } from '../model/model.ts';
import { putOnDuty } from '../people/onDuty.ts';
import { trainAgents } from '../people/parts.ts';
import { planPeople } from '../people/planPeople.ts';
import { createPlanScratch, createRoster, type PlanScratch, type Roster } from '../people/roster.ts';
import { createTransition, moveStaff, type Transition } from '../people/transition.ts';
import type { World } from '../world/world.ts';
import type { Days } from './dayPlan.ts';
import { createFloorScratch, runInstantFloor, type FloorScratch } from './erlang/instantFloor.ts';
import type { Floor, FloorInput } from './floorInput.ts';
import { createOutcome, type Outcome } from './outcome.ts';

/** Everything one model needs to run world after world without allocating. */
export interface Stage {
  readonly model: Model;
  /** The levers of the world, step by step, with their front doors. */
  readonly levers: LeverSteps;
  readonly needs: Float64Array;
  readonly roster: Roster;
  /** null: staff are what the roster says. */
  readonly transition: Transition | null;
  readonly agents: Float64Array;
  readonly outcome: Outcome;
  readonly planScratch: PlanScratch;
  readonly floorScratch: FloorScratch;
  /** Where every contact is run by itself; null: the instant floor. */
  readonly exactFloor: Floor | null;
}

/** @param days which days of a horizon the instant floor runs its live queues on */
export function createStage(model: Model, exactFloor: Floor | null = null, days: Days = 'all'): Stage {
  const { intervals } = model.calendar;
  const contactTypes = model.contactTypes.length;
  const groups = model.groups.length;
  return {
    model,
    levers: createLeverSteps(model),
    needs: new Float64Array(intervals * model.queues.length),
    roster: createRoster(model),
    transition: model.staffing.transition === null ? null : createTransition(model),
    agents: new Float64Array(intervals * groups),
    outcome: createOutcome({ intervals, contactTypes, channels: model.channels.length, groups }),
    planScratch: createPlanScratch(model),
    floorScratch: createFloorScratch(model, days),
    exactFloor,
  };
}

/**
 * Opens the front doors of a world and plans its roster, takes over the baseline's where the response is locked, or moves staff from the baseline's towards
 * it in transition: all that a variant needs of its baseline. Levers, needs and roster stay on the stage until the next world.
 *
 * @param baseline the baseline's stage after it has planned (or run) the same world; null for the baseline itself
 */
export function planWorld(stage: Stage, world: World, baseline: Stage | null): void {
  const { model, levers, needs, roster, transition } = stage;
  openLeverSteps(levers, model, world.leaves);
  longRunNeeds(needs, model, levers);
  if (model.response === 'locked' && baseline) {
    roster.required.set(baseline.roster.required);
    roster.scheduled.set(baseline.roster.scheduled);
    trainAgents(roster, model, world.leaves);
    return;
  }
  planPeople(roster, stage.planScratch, model, world, needs, levers);
  if (transition !== null && baseline) moveStaff(transition, model, world.leaves, roster, baseline);
}

/**
 * Model x World -> Outcome: plans the world (`planWorld`), puts agents on duty and runs the floor. The outcome stays on the stage until the
 * next world.
 */
export function runWorld(stage: Stage, world: World, baseline: Stage | null): Outcome {
  const { model, levers, needs, roster, transition, agents, outcome, exactFloor } = stage;
  // What was planned before a pause is still on the stage.
  if (!exactFloor?.isLeftIn(world.replication)) {
    planWorld(stage, world, baseline);
    putOnDuty(agents, outcome, model, world, roster.scheduled, transition === null ? roster.scheduled : transition.onFloor);
  }
  const input: FloorInput = { model, world, agents, needs, levers, doors: levers.steps.at(-1)!.doors };
  if (exactFloor === null) runInstantFloor(outcome, stage.floorScratch, input);
  else exactFloor(outcome, input);
  return outcome;
}
