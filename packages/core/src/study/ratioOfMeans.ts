import type { Estimator } from './estimate.ts';

/** One mean over another, of the same replications. NaN where the lower one is not above 0. */
export const ratioOfMeans =
  (above: Estimator, below: Estimator): Estimator =>
  (first, step) => {
    const expected = below(first, step);
    return expected > 0 ? above(first, step) / expected : NaN;
  };
