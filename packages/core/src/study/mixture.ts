import { scrambles } from '../random/sobol.ts';
import type { AlongWages } from './alongWages.ts';
import { estimateOf, type Distribution } from './distribution.ts';
import { stretchMasses, wageNodes } from './wageNodes.ts';

/** Steps of the grid that a mixture is kept on, from its lowest value to its highest. */
const steps = 1024;

/** A stretch narrower than this part of a step is put into one place. */
const narrow = 1e-3;

/** Worlds whose mean distribution function is added (weight 1) or taken away (-1). */
interface Layer {
  readonly values: AlongWages;
  readonly weight: 1 | -1;
}

/**
 * The distribution of a value that in each world is itself spread along the common wage factor: the mean over the worlds of their own distribution
 * functions, each a straight line between the nodes. What a plain count of worlds leaves to chance in the wages is integrated out
 * (pre-integration, or conditional Monte Carlo: A. Griewank, F. Kuo, H. Leoevey and I. Sloan 2018, J. Comput. Appl. Math. 344), so that
 * the rest is smooth, and even points serve it.
 *
 * Kept on a grid, straight between its steps: a quantile is within a hundred-thousandth of the spread where the density has no corner.
 */
export function mixtureOf(values: AlongWages): Distribution {
  const grid = gridOf([{ values, weight: 1 }]);
  return grid === null ? atOnePlace(values) : onGrid(grid);
}

/**
 * The distribution of a value of the instant floor, corrected by the exact floor in the first of its worlds: the function of all worlds plus the mean
 * difference of both floors' over these, the whole of it made monotone. A mean correction would not correct a quantile. The functions of single
 * scrambles, which few exact worlds leave rough, are linear in the worlds, and stay so: intervals ask for nothing else.
 */
export function correctedMixture(instant: AlongWages, exact: AlongWages): Distribution {
  const grid = gridOf([
    { values: instant, weight: 1 },
    { values: exact, weight: 1 },
    { values: { ...instant, replications: exact.replications }, weight: -1 },
  ]);
  if (grid === null) return atOnePlace(instant);
  makeMonotone(grid.functions[scrambles]!);
  return onGrid(grid);
}

/** Distribution functions on a grid. */
interface Grid {
  readonly low: number;
  readonly step: number;
  /** [scramble][step] of one scramble each, NaN where none of its worlds has a value; the last is of all replications. */
  readonly functions: readonly Float64Array[];
}

/** null: all values are one, or there is none. */
function gridOf(layers: readonly Layer[]): Grid | null {
  const [low, high] = rangeOf(layers);
  if (!(low < high)) return null;
  const step = (high - low) / steps;
  const functions = Array.from({ length: scrambles + 1 }, () => new Float64Array(steps + 1));
  for (const { values, weight } of layers) addLayer(functions, values, weight, low, step);
  return { low, step, functions };
}

function rangeOf(layers: readonly Layer[]): readonly [number, number] {
  const nodes = new Float64Array(wageNodes);
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of layers) {
    const places = values.isFlat ? 1 : wageNodes;
    for (let replication = 0; replication < values.replications; replication++) {
      if (!values.fill(replication, nodes)) continue;
      for (let node = 0; node < places; node++) {
        const value = nodes[node]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  return [low, high];
}

function addLayer(functions: readonly Float64Array[], values: AlongWages, weight: number, low: number, step: number): void {
  const nodes = new Float64Array(wageNodes);
  /** [scramble][step] of the function itself, and of its slope: what is added there. */
  const jumps = new Float64Array(scrambles * (steps + 2));
  const bends = new Float64Array(scrambles * (steps + 2));
  const counts = new Float64Array(scrambles);
  for (let replication = 0; replication < values.replications; replication++) {
    if (!values.fill(replication, nodes)) continue;
    const scramble = replication % scrambles;
    counts[scramble]! += 1;
    const at = scramble * (steps + 2);
    let before = (nodes[0]! - low) / step;
    if (values.isFlat) {
      jump(jumps, at, before, 1);
      continue;
    }
    for (let node = 1; node < wageNodes; node++) {
      const after = (nodes[node]! - low) / step;
      const mass = stretchMasses[node - 1]!;
      const width = after > before ? after - before : before - after;
      if (width < narrow) jump(jumps, at, 0.5 * (before + after), mass);
      else {
        const slope = mass / width;
        bend(bends, at, after > before ? before : after, slope);
        bend(bends, at, after > before ? after : before, -slope);
      }
      before = after;
    }
  }
  accumulate(functions, jumps, bends, counts, weight);
}

/** A mass at one place, on the two steps beside it: its mean stays where it was. */
function jump(jumps: Float64Array, at: number, place: number, mass: number): void {
  const below = Math.floor(place);
  const above = place - below;
  jumps[at + below]! += mass * (1 - above);
  jumps[at + below + 1]! += mass * above;
}

/** The line that begins at `place` with this slope, on the steps: it bends at the two beside the place, and is exact at all. */
function bend(bends: Float64Array, at: number, place: number, slope: number): void {
  const below = Math.floor(place);
  const above = place - below;
  bends[at + below]! += slope * (1 - above);
  bends[at + below + 1]! += slope * above;
}

/** Adds the functions of a layer, each the mean over its worlds. */
function accumulate(
  functions: readonly Float64Array[],
  jumps: Float64Array,
  bends: Float64Array,
  counts: Float64Array,
  weight: number,
): void {
  const all = functions[scrambles]!;
  let worlds = 0;
  for (const count of counts) worlds += count;
  for (let scramble = 0; scramble < scrambles; scramble++) {
    const own = functions[scramble]!;
    const at = scramble * (steps + 2);
    let slope = 0;
    let value = 0;
    let jumped = 0;
    for (let place = 0; place <= steps; place++) {
      jumped += jumps[at + place]!;
      const sum = value + jumped;
      all[place]! += (weight * sum) / worlds;
      own[place]! += (weight * sum) / counts[scramble]!;
      slope += bends[at + place]!;
      value += slope;
    }
  }
}

/** The middle between the least function that is nowhere below a distribution function and the greatest that is nowhere above it, within 0..1. */
function makeMonotone(values: Float64Array): void {
  const upper = new Float64Array(values.length);
  let most = 0;
  for (let place = 0; place < values.length; place++) {
    most = Math.max(most, values[place]!);
    upper[place] = most;
  }
  let least = 1;
  for (let place = values.length - 1; place >= 0; place--) {
    least = Math.min(least, values[place]!);
    values[place] = Math.min(1, Math.max(0, 0.5 * (least + upper[place]!)));
  }
}

/** A function straight between its steps, at a place counted in them. */
function between(values: Float64Array, place: number): number {
  if (!(place > 0)) return values[0]!;
  if (place >= steps) return values[steps]!;
  const below = Math.floor(place);
  return values[below]! + (values[below + 1]! - values[below]!) * (place - below);
}

function onGrid({ low, step, functions }: Grid): Distribution {
  const overall = functions[scrambles]!;
  const spread = {
    quantile: (level: number): number => {
      if (!(level >= 0 && level <= 1)) throw new RangeError(`A level lies between 0 and 1, not at ${level}.`);
      let from = 0;
      let to = steps;
      // The first step that reaches the level.
      while (from < to) {
        const middle = (from + to) >> 1;
        if (overall[middle]! < level) from = middle + 1;
        else to = middle;
      }
      if (from === 0) return low;
      const below = overall[from - 1]!;
      const rise = overall[from]! - below;
      return low + step * (from - 1 + (rise > 0 ? Math.min(1, (level - below) / rise) : 1));
    },
    cdf: (x: number, scramble = scrambles): number => {
      const place = (x - low) / step;
      const values = functions[scramble]!;
      // A scramble without values is NaN throughout.
      if (place < 0) return 0 * values[0]!;
      return between(values, place);
    },
  };
  return { ...spread, estimate: (level) => estimateOf(spread, level) };
}

/** All values are one, or there is none. */
function atOnePlace({ replications, fill }: AlongWages): Distribution {
  const nodes = new Float64Array(wageNodes);
  let value = NaN;
  let has = 0;
  for (let replication = 0; replication < replications; replication++)
    if (fill(replication, nodes)) {
      value = nodes[0]!;
      has |= 1 << (replication % scrambles);
    }
  const spread = {
    quantile: () => value,
    cdf: (x: number, scramble?: number): number => {
      const isKnown = scramble === undefined ? has !== 0 : ((has >> scramble) & 1) === 1;
      return isKnown ? (x >= value ? 1 : 0) : NaN;
    },
  };
  return { ...spread, estimate: (level) => estimateOf(spread, level) };
}
