import type { Model } from '../model/model.ts';
import { createFrontDoor, openFrontDoor, type FrontDoor } from './frontDoor.ts';

/** What holds while levers work with one strength: the leaves, and the front doors that follow from them. */
export interface LeverStep {
  readonly leaves: Float64Array;
  /** [queue] */
  readonly doors: readonly FrontDoor[];
}

/** The steps of a model in one world, in time order; the last one is the strongest of the horizon. One: levers that work all the time. */
export interface LeverSteps {
  readonly steps: readonly LeverStep[];
  /** [day] step in force. */
  readonly ofDay: Int32Array;
}

export const createLeverSteps = (model: Model): LeverSteps => ({
  steps: Array.from({ length: model.ramp?.strength.length ?? 1 }, () => ({
    leaves: new Float64Array(model.leaves.length),
    doors: model.queues.map(createFrontDoor),
  })),
  ofDay: model.ramp?.stepOfDay ?? new Int32Array(model.calendar.days),
});

/** Opens the front doors of a world, step by step: a lever at strength s is worth before + s (after - before). */
export function openLeverSteps({ steps }: LeverSteps, model: Model, leaves: Float64Array): void {
  const { ramp } = model;
  for (let step = 0; step < steps.length; step++) {
    const { leaves: own, doors } = steps[step]!;
    own.set(leaves);
    if (ramp !== null)
      for (let lever = 0; lever < ramp.leaves.length; lever++) {
        const before = leaves[ramp.before[lever]!]!;
        own[ramp.leaves[lever]!] = before + ramp.strength[step]! * (leaves[ramp.leaves[lever]!]! - before);
      }
    for (let queue = 0; queue < doors.length; queue++) openFrontDoor(doors[queue]!, model, queue, own);
  }
}

/** The step in force on a day. */
export const stepOn = ({ steps, ofDay }: LeverSteps, day: number): LeverStep => steps[ofDay[day]!]!;

/** The steps of a model, opened for these leaves. */
export function leverStepsOf(model: Model, leaves: Float64Array): LeverSteps {
  const levers = createLeverSteps(model);
  openLeverSteps(levers, model, leaves);
  return levers;
}
