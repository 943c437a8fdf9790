import { quantileSorted } from 'simple-statistics';
import { scrambles } from '../random/sobol.ts';
import { estimateOverScrambles } from './estimate.ts';
import { quantileLevels, type Estimate, type QuantileName } from './results.ts';

/** The values of all worlds that have one, sorted: of all replications, and of each scramble. */
export interface SortedWorlds {
  readonly all: Float64Array;
  readonly byScramble: readonly Float64Array[];
}

/** Sorts `values` [replication]; NaN marks a world without contacts, which is left out. */
export const sortWorlds = (values: Float64Array): SortedWorlds => ({
  all: sorted(values, 0, 1),
  byScramble: Array.from({ length: scrambles }, (_, scramble) => sorted(values, scramble, scrambles)),
});

function sorted(values: Float64Array, first: number, step: number): Float64Array {
  const chosen = new Float64Array(Math.ceil((values.length - first) / step));
  let count = 0;
  for (let replication = first; replication < values.length; replication += step) {
    const value = values[replication]!;
    if (!Number.isNaN(value)) chosen[count++] = value;
  }
  return chosen.subarray(0, count).sort();
}

/**
 * Quantile of the worlds at a level in 0..1 with its 95% interval over the scrambles: type 7 of Hyndman and Fan (1996), linear between
 * order statistics, as in R and NumPy. null: no contacts.
 */
export function quantileEstimate({ all, byScramble }: SortedWorlds, level: number): Estimate | null {
  return estimateOverScrambles((first, step) => {
    const values = step === 1 ? all : byScramble[first]!;
    // quantileSorted indexes its argument and no more, so a typed array serves.
    return values.length === 0 ? NaN : quantileSorted(values as unknown as number[], level);
  });
}

/** The levels that every KPI reports, in order; null: no contacts. */
export function quantileEstimates(worlds: SortedWorlds): Readonly<Record<QuantileName, Estimate>> | null {
  const named: Partial<Record<QuantileName, Estimate>> = {};
  for (const level of quantileLevels) {
    const estimate = quantileEstimate(worlds, level);
    if (estimate === null) return null;
    named[quantileName(level)] = estimate;
  }
  return named as Record<QuantileName, Estimate>;
}

const quantileName = (level: (typeof quantileLevels)[number]): QuantileName => `p${Math.floor(level * 100 + 0.5)}` as QuantileName;
