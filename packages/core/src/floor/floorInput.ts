import type { FrontDoor } from '../frontDoor/frontDoor.ts';
import type { LeverSteps } from '../frontDoor/leverSteps.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/world.ts';
import type { Outcome } from './outcome.ts';

/** The floors: `erlang`, in closed form per interval, and `calls`, every contact event by event. */
export type FloorName = 'erlang' | 'calls';

/** What one world under one model brings to the floor, all fixed before it opens. */
export interface FloorInput {
  readonly model: Model;
  readonly world: World;
  /** [interval][group] agents on duty. */
  readonly agents: Float64Array;
  /** [interval][queue] long-run needs. */
  readonly needs: Float64Array;
  /** [queue] the front doors of levers in full. */
  readonly doors: readonly FrontDoor[];
  /** Levers day by day: leaves and front doors of each step of their ramp; one step where they work all the time. */
  readonly levers: LeverSteps;
}

/** What happens in one world: clears and fills the outcome, but for the paid, shrinkage and schedulingLoss that `putOnDuty` has filled. */
export interface Floor {
  (outcome: Outcome, input: FloorInput): void;
  /** Whether it was left in the middle of that world, and goes on with it when it is run again: its input and outcome must be as they were left. */
  readonly isLeftIn: (replication: number) => boolean;
}
