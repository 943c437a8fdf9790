import { scrambles } from '../random/sobol.ts';
import type { Chances, Estimator } from './estimate.ts';

/** Sums of a column over futures that are not kept, by scramble. */
export interface ScrambleSums {
  /** Takes in a column [replication] that begins with scramble 0. */
  readonly add: (column: Chances) => void;
  /** The mean over all futures, or over those of one scramble. NaN where there are none. */
  readonly mean: Estimator;
}

/** Sums are made in the order in which columns come in, each column by itself: the same columns give the same bits. */
export function scrambleSums(): ScrambleSums {
  const sums = new Float64Array(scrambles);
  const counts = new Float64Array(scrambles);
  return {
    add: (column) => {
      for (let scramble = 0; scramble < scrambles; scramble++) {
        let sum = 0;
        for (let replication = scramble; replication < column.length; replication += scrambles) {
          sum += column[replication]!;
          counts[scramble]! += 1;
        }
        sums[scramble]! += sum;
      }
    },
    mean: (first, step) => {
      let sum = 0;
      let count = 0;
      for (let scramble = first; scramble < scrambles; scramble += step) {
        sum += sums[scramble]!;
        count += counts[scramble]!;
      }
      return sum / count;
    },
  };
}
