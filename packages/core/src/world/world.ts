/**
 * One possible future: every chance fixed before the floor opens. Baseline and variants live in the same one.
 *
 * `leaves` is per model (a variant may have other leaves, or other ranges on the same path); the draws are shared.
 */
export interface World {
  readonly replication: number;
  /** [leaf] value of every leaf of this model, certain ones included. */
  readonly leaves: Float64Array;
  /** [day][contactType] common x own busyness of the day: Gamma, mean 1. */
  readonly busyness: Float64Array;
  /** [interval][contactType] own busyness of the interval: Gamma, mean 1. */
  readonly withinDay: Float64Array;
  /** [week][contactType] the planner's forecast over the truth: lognormal, mean 1. */
  readonly forecast: Float64Array;
  /** [interval][group] uniform that rounds the agents on duty up or down. */
  readonly rounding: Float64Array;
}
