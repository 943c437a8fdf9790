import type { Days } from '../floor/dayPlan.ts';
import type { FloorName } from '../floor/floorInput.ts';
import type { Model } from '../model/model.ts';

/** Where each uncertain path of a study gets its coordinate: a Sobol' dimension or a keyed uniform, and its place in the copula. */
export interface Coordinate {
  readonly path: string;
  /** Sobol' dimension, or -1 for a keyed uniform. */
  readonly dimension: number;
}

/**
 * How the uncertain leaves of a study are drawn.
 *
 * - `sobol`: eight independent scrambles of the Sobol' points, in any prefix.
 * - `latinHypercube`: eight independent Latin hypercubes of so many points; a prefix of them is a plain random sample.
 * - `monteCarlo`: independent draws.
 */
export type Sampling =
  { readonly method: 'sobol' } | { readonly method: 'latinHypercube'; readonly points: number } | { readonly method: 'monteCarlo' };
export type SamplingMethod = Sampling['method'];
export const samplingMethods = ['sobol', 'latinHypercube', 'monteCarlo'] as const satisfies readonly SamplingMethod[];

/**
 * - `days`: busyness, forecasts and roundings, and customers with them; every uncertain number of the document stays.
 * - `customers`: who calls when, for how long, and what they decide; numbers and days stay.
 */
export type Redrawn = 'days' | 'customers';

/**
 * The compiled study: baseline first, then variants, over one set of coordinates. Structured-cloneable: what a worker receives.
 */
export interface Study {
  readonly models: readonly Model[];
  /** What the document calls itself, and how many replications it asks for. */
  readonly name: string;
  readonly replications: number;
  /** Operational coordinates before financial ones, so that a price never moves an operational value. */
  readonly coordinates: readonly Coordinate[];
  /** Lower Cholesky factor of the normal scores' correlation, row-major [coordinate][coordinate]. */
  readonly cholesky: Float64Array;
  /** [model][leaf] coordinate of each leaf; -1 where the leaf is certain. */
  readonly coordinateOfLeaf: readonly Int32Array[];
  readonly seed: string;
  readonly sampling: Sampling;
  /** What its worlds draw anew, while all else stays what the seed says; null: nothing. For the shares of the spread. */
  readonly redrawn: Redrawn | null;
  /** Which floor its worlds run on. */
  readonly floor: FloorName;
  /** Which days of its horizon the instant floor runs its live queues on. */
  readonly days: Days;
}

/** Totals of replications [from, to), model by model: [replication - from][totals of that model's layout]. */
export interface Shard {
  readonly from: number;
  readonly to: number;
  readonly totals: readonly Float64Array[];
}
