/**
 * A distribution ready to be drawn from: all sampling is by inversion, one coordinate in (0, 1) to one value, so that a value moves smoothly
 * with its parameters and quasi-random points keep their evenness.
 */
export interface FittedDistribution {
  /** The inverse distribution function, non-decreasing on (0, 1). */
  readonly quantile: (p: number) => number;
  /** The mean, where it has a closed form; else null. */
  readonly mean: number | null;
}
