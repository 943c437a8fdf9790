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
export function sortWorlds(values: Float64Array): SortedWorlds {
  const byScramble: Float64Array[] = [];
  for (let scramble = 0; scramble < scrambles; scramble++) byScramble.push(sorted(values, scramble));
  // The parts, whose number is a power of two, are merged in less time than sorting the whole anew takes.
  const parts = [...byScramble];
  for (let part = 0; parts.length - part > 1; part += 2) parts.push(merged(parts[part]!, parts[part + 1]!));
  return { all: parts[parts.length - 1]!, byScramble };
}

function sorted(values: Float64Array, scramble: number): Float64Array {
  const chosen = new Float64Array(Math.ceil((values.length - scramble) / scrambles));
  let count = 0;
  for (let replication = scramble; replication < values.length; replication += scrambles) {
    const value = values[replication]!;
    if (!Number.isNaN(value)) chosen[count++] = value;
  }
  const known = count === chosen.length ? chosen : chosen.subarray(0, count);
  if (count > fewToSort) return known.sort();
  for (let next = 1; next < count; next++) {
    const value = known[next]!;
    let place = next;
    for (; place > 0 && known[place - 1]! > value; place--) known[place] = known[place - 1]!;
    known[place] = value;
  }
  return known;
}

/** As many numbers as insertion sorts sooner than a call of the engine's sort has begun. */
const fewToSort = 16;

function merged(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  let i = 0;
  let j = 0;
  let at = 0;
  while (i < one.length && j < other.length) both[at++] = one[i]! <= other[j]! ? one[i++]! : other[j++]!;
  while (i < one.length) both[at++] = one[i++]!;
  while (j < other.length) both[at++] = other[j++]!;
  return both;
}

/**
 * Quantile of the worlds at a level in 0..1, by the rule of the reported ones: type 7 of Hyndman and Fan (1996), linear between order
 * statistics. null: no contacts. Throws where the level is outside 0..1.
 */
export const quantileOf = ({ all }: SortedWorlds, level: number): number | null => (all.length === 0 ? null : quantile(all, level));

// quantileSorted indexes its argument and no more, so a typed array serves.
const quantile = (values: Float64Array, level: number): number => quantileSorted(values as unknown as number[], level);

/**
 * Quantile of the worlds at a level in 0..1 with its 95% interval over the scrambles: type 7 of Hyndman and Fan (1996), linear between
 * order statistics, as in R and NumPy. null: no contacts.
 */
export function quantileEstimate({ all, byScramble }: SortedWorlds, level: number): Estimate | null {
  return estimateOverScrambles((first, step) => {
    const values = step === 1 ? all : byScramble[first]!;
    return values.length === 0 ? NaN : quantile(values, level);
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
