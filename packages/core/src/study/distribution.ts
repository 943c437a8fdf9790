import { scrambles } from '../random/sobol.ts';
import { shareUpTo, spreadOf, type Curve, type Spread } from './curve.ts';
import { halfWidthOf } from './estimate.ts';
import { quantileLevels, type Estimate, type QuantileName } from './results.ts';

/** How a KPI, or its difference from the baseline, is spread over the futures of a study. Futures in which it has no value are left out. */
export interface Distribution extends Spread {
  /**
   * [place][scramble] the share at each of `places` or below, of the futures of one scramble. NaN: it has a value in none of them. All places at once,
   * since the worlds are walked through for it.
   */
  readonly byScramble: (places: readonly number[]) => readonly (readonly number[])[];
  /** The same as data, to the last bit; where the futures are not kept, 4,097 quantiles of theirs. */
  readonly curve: () => Curve;
}

/**
 * Quantiles with their 95% intervals: the levels that Student-t over the scrambles allows, read back as values.
 *
 * The eight shares of futures at or below an estimate, one of each scramble, are independent and unbiased, whatever the sample; with h the half-width of
 * their interval the bounds are the quantiles at level - h and level + h (R. Woodruff 1952, Confidence intervals for medians and other position
 * measures, J. Amer. Statist. Assoc. 47). Eight quantiles from an eighth of the futures each would be biased in the tails, all to one side.
 *
 * null: it has a value in no future, or in none of some scramble.
 */
export function estimateQuantiles({ quantile, byScramble }: Distribution, levels: readonly number[]): readonly Estimate[] | null {
  const values = levels.map(quantile);
  if (values.some(Number.isNaN)) return null;
  const shares = byScramble(values);
  if (shares.some((each) => each.some(Number.isNaN))) return null;
  return values.map((value, at) => {
    const halfWidth = halfWidthOf(shares[at]!);
    const [low, high] = [Math.max(0, levels[at]! - halfWidth), Math.min(1, levels[at]! + halfWidth)];
    return { value, lower: quantile(low), upper: quantile(high) };
  });
}

/** `estimateQuantiles` of one level. */
export const estimateQuantile = (distribution: Distribution, level: number): Estimate | null =>
  estimateQuantiles(distribution, [level])?.[0] ?? null;

/**
 * The distribution of `values` [replication], each one future; NaN marks a world without contacts. Quantiles are those of `spreadOf`.
 */
export function distributionOfValues(values: Float64Array): Distribution {
  const { all, byScramble } = sortWorlds(values);
  const curve: Curve = { kind: 'values', sorted: all };
  return {
    ...spreadOf(curve),
    byScramble: (places) => places.map((x) => byScramble.map((sorted) => shareUpTo(sorted, x))),
    curve: () => curve,
  };
}

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

/** The levels that every KPI reports, in order; null: no contacts. */
export function reportedQuantiles(distribution: Distribution): Readonly<Record<QuantileName, Estimate>> | null {
  const estimates = estimateQuantiles(distribution, quantileLevels);
  return (
    estimates &&
    (Object.fromEntries(quantileLevels.map((level, at) => [quantileName(level), estimates[at]!])) as Record<QuantileName, Estimate>)
  );
}

const quantileName = (level: (typeof quantileLevels)[number]): QuantileName => `p${Math.floor(level * 100 + 0.5)}` as QuantileName;
