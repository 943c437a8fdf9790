import { scrambles } from '../random/sobol.ts';
import type { Estimator } from './estimate.ts';

/** The variance of values over futures that are not kept, by scramble. */
export interface ScrambleVariance {
  /** Takes in the values of replications 0..replications-1 of a block that begins with scramble 0. NaN: no value there. */
  readonly add: (value: (replication: number) => number, replications: number) => void;
  /** Divisor one less than the number of values. NaN where there are fewer than two. */
  readonly variance: Estimator;
}

/**
 * Means and sums of squares about them, put together block by block, so that nothing large is subtracted from something large. Source: T. Chan,
 * G. Golub and R. LeVeque (1983), Amer. Statist. 37, equation 1.5b.
 */
export function scrambleVariance(): ScrambleVariance {
  const parts = Array.from({ length: scrambles }, () => emptyMoments());
  return {
    add: (value, replications) => {
      for (let scramble = 0; scramble < scrambles; scramble++) {
        const block = emptyMoments();
        let sum = 0;
        for (let replication = scramble; replication < replications; replication += scrambles) {
          const each = value(replication);
          if (Number.isNaN(each)) continue;
          sum += each;
          block.count++;
        }
        if (block.count === 0) continue;
        block.mean = sum / block.count;
        for (let replication = scramble; replication < replications; replication += scrambles) {
          const each = value(replication);
          if (!Number.isNaN(each)) block.squares += (each - block.mean) * (each - block.mean);
        }
        join(parts[scramble]!, block);
      }
    },
    variance: (first, step) => {
      const all = emptyMoments();
      for (let scramble = first; scramble < scrambles; scramble += step) join(all, parts[scramble]!);
      return all.squares / (all.count - 1);
    },
  };
}

/** Squares: of the differences from the mean, summed. */
interface Moments {
  count: number;
  mean: number;
  squares: number;
}

const emptyMoments = (): Moments => ({ count: 0, mean: 0, squares: 0 });

/** Adds the values of `other` to those of `one`. */
function join(one: Moments, other: Readonly<Moments>): void {
  if (other.count === 0) return;
  const count = one.count + other.count;
  const apart = other.mean - one.mean;
  one.squares += other.squares + (apart * apart * one.count * other.count) / count;
  one.mean += (apart * other.count) / count;
  one.count = count;
}
