import { scrambles } from '../random/sobol.ts';
import type { AlongWages } from './alongWages.ts';
import { curveOfOne, spreadOf, type Curve } from './curve.ts';
import type { Distribution } from './distribution.ts';
import type { SketchedDistribution } from './sketch.ts';
import { stretchMasses, wageNodes } from './wageNodes.ts';

/** Steps of the grid that a mixture is kept on, from its lowest value to its highest. */
const steps = 512;

/** A stretch narrower than this part of a step is put into one place. */
const narrow = 1e-3;

/** Worlds whose mean distribution function is added (weight 1) or taken away (-1). */
interface Layer {
  readonly values: AlongWages;
  readonly weight: 1 | -1;
}

/** A layer worked out: in each world a value at every node, or one where it is flat. */
interface Worlds {
  readonly replications: number;
  readonly weight: 1 | -1;
  /** Places a world has. */
  readonly width: number;
  /** [replication][place]; the first is NaN where a world has no value. */
  readonly values: Float64Array;
}

/**
 * The distribution of a value that in each world is itself spread along the common wage factor: the mean over the worlds of their own distribution
 * functions, each a straight line between the nodes. What a plain count of worlds leaves to chance in the wages is integrated out
 * (pre-integration, or conditional Monte Carlo: A. Griewank, F. Kuo, H. Leoevey and I. Sloan 2018, J. Comput. Appl. Math. 344), so that
 * the rest is smooth, and even points serve it.
 *
 * Kept on a grid, straight between its steps: a quantile is within a hundred-thousandth of the spread where the density has no corner.
 */
export const mixtureOf = (values: AlongWages): Distribution => distributionOfLayers([{ values, weight: 1 }]);

/**
 * The distribution of a value of the instant floor, corrected by the exact floor in the first of its worlds: the function of all worlds plus the mean
 * difference of both floors' over these, the whole of it made monotone. A mean correction would not correct a quantile. The functions of single
 * scrambles, which few exact worlds leave rough, are linear in the worlds, and stay so: intervals ask for nothing else.
 */
export const correctedMixture = (instant: AlongWages, exact: AlongWages): Distribution =>
  distributionOfLayers([
    { values: instant, weight: 1 },
    { values: exact, weight: 1 },
    { values: { ...instant, replications: exact.replications }, weight: -1 },
  ]);

/**
 * The same of an instant floor whose worlds are not kept but for the first: their function is known, whatever it was worked out of.
 *
 * @param instant of the worlds that the exact floor ran, at least
 */
export const correctedSketch = (all: SketchedDistribution, instant: AlongWages, exact: AlongWages): Distribution =>
  distributionOfLayers(
    [
      { values: exact, weight: 1 },
      { values: { ...instant, replications: exact.replications }, weight: -1 },
    ],
    all,
  );

/** @param base what the layers are added to */
function distributionOfLayers(layers: readonly Layer[], base: SketchedDistribution | null = null): Distribution {
  let held = 0;
  const worlds = layers.map((layer): Worlds => {
    const { replications, isFlat } = layer.values;
    const width = isFlat ? 1 : wageNodes;
    const values = roomFor(held, replications * width);
    held += replications * width;
    fillWorlds(values, layer.values, width);
    return { replications, weight: layer.weight, width, values };
  });
  const [low, high] = rangeOf(worlds, base);
  const byScramble: Distribution['byScramble'] = (places) => {
    const shares = sharesByScramble(layers, places);
    const ofBase = base?.byScramble(places);
    return ofBase === undefined ? shares : shares.map((each, at) => each.map((share, scramble) => share + ofBase[at]![scramble]!));
  };
  if (!(low < high)) return distributionOn(curveOfOne(low, high), byScramble);
  const step = (high - low) / steps;
  const shares = new Float64Array(steps + 1);
  if (base !== null) for (let place = 0; place <= steps; place++) shares[place] = base.cdf(low + step * place);
  for (const each of worlds) addLayer(shares, each, low, step);
  if (layers.length > 1) makeMonotone(shares);
  return distributionOn({ kind: 'grid', low, step, shares }, byScramble);
}

/** What one distribution is worked out in. Reused: a study has hundreds of them. */
let room = new Float64Array(0);

function roomFor(from: number, length: number): Float64Array {
  if (room.length >= from + length) return room.subarray(from, from + length);
  const larger = new Float64Array(2 * (from + length));
  // What is there of this distribution stays in the old room, which its owner holds.
  room = larger;
  return larger.subarray(from, from + length);
}

function fillWorlds(values: Float64Array, { replications, fill }: AlongWages, width: number): void {
  for (let replication = 0, at = 0; replication < replications; replication++, at += width) {
    if (fill(replication, nodes)) for (let place = 0; place < width; place++) values[at + place] = nodes[place]!;
    else for (let place = 0; place < width; place++) values[at + place] = NaN;
  }
}

/** Of one world at a time. */
const nodes = new Float64Array(wageNodes);

function rangeOf(worlds: readonly Worlds[], base: SketchedDistribution | null): readonly [number, number] {
  let low = base?.low ?? Infinity;
  let high = base?.high ?? -Infinity;
  for (const { values } of worlds) {
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

/** [step] of a layer's function itself, and of its slope: what is added there. */
const jumps = new Float64Array(steps + 2);
const bends = new Float64Array(steps + 2);

/** Adds the function of a layer, the mean over its worlds, to `shares` [step]. */
function addLayer(shares: Float64Array, { values, width, weight }: Worlds, low: number, step: number): void {
  jumps.fill(0);
  bends.fill(0);
  const perStep = 1 / step;
  let worlds = 0;
  for (let at = 0; at < values.length; at += width) {
    let before = (values[at]! - low) * perStep;
    if (Number.isNaN(before)) continue;
    worlds++;
    if (width === 1) {
      share(jumps, before, 1);
      continue;
    }
    for (let node = 1; node < width; node++) {
      const after = (values[at + node]! - low) * perStep;
      const mass = stretchMasses[node - 1]!;
      const length = after > before ? after - before : before - after;
      if (length < narrow) share(jumps, 0.5 * (before + after), mass);
      else {
        const slope = mass / length;
        share(bends, after > before ? before : after, slope);
        share(bends, after > before ? after : before, -slope);
      }
      before = after;
    }
  }
  const each = weight / worlds;
  let slope = 0;
  let value = 0;
  let jumped = 0;
  for (let place = 0; place <= steps; place++) {
    jumped += jumps[place]!;
    shares[place]! += each * (value + jumped);
    slope += bends[place]!;
    value += slope;
  }
}

/**
 * Puts an amount at a place, on the two steps beside it. Of masses that keeps the mean; a line whose slope changes by it is exact at all steps.
 */
function share(amounts: Float64Array, place: number, amount: number): void {
  const below = Math.min(steps, Math.max(0, Math.floor(place)));
  const above = place - below;
  amounts[below]! += amount * (1 - above);
  amounts[below + 1]! += amount * above;
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

const distributionOn = (curve: Curve, byScramble: Distribution['byScramble']): Distribution => ({
  ...spreadOf(curve),
  byScramble,
  curve: () => curve,
});

/** [place][scramble] of `Distribution.byScramble`, world by world. */
function sharesByScramble(layers: readonly Layer[], places: readonly number[]): readonly (readonly number[])[] {
  const result = places.map(() => new Array<number>(scrambles).fill(0));
  const sums = new Float64Array(places.length * scrambles);
  const counts = new Float64Array(scrambles);
  for (const { values, weight } of layers) {
    sums.fill(0);
    counts.fill(0);
    for (let replication = 0; replication < values.replications; replication++) {
      if (!values.fill(replication, nodes)) continue;
      const scramble = replication % scrambles;
      counts[scramble]! += 1;
      if (values.isFlat) for (let at = 0; at < places.length; at++) sums[at * scrambles + scramble]! += nodes[0]! <= places[at]! ? 1 : 0;
      else {
        const isSorted = isRising();
        for (let at = 0; at < places.length; at++)
          sums[at * scrambles + scramble]! += isSorted ? shareOfRising(places[at]!) : shareUpTo(places[at]!);
      }
    }
    for (let at = 0; at < places.length; at++)
      for (let scramble = 0; scramble < scrambles; scramble++)
        result[at]![scramble]! += (weight * sums[at * scrambles + scramble]!) / counts[scramble]!;
  }
  return result;
}

/** [node] probability of what lies before it. */
const massBefore = Float64Array.from({ length: wageNodes }, (_, node) =>
  stretchMasses.subarray(0, node).reduce((sum, mass) => sum + mass, 0),
);

/** The share of one world, whose values are in `nodes` and rise, at `x` or below. */
function shareOfRising(x: number): number {
  const last = wageNodes - 1;
  if (x < nodes[0]!) return 0;
  if (x >= nodes[last]!) return 1;
  let from = 0;
  let to = last;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (nodes[middle]! <= x) from = middle;
    else to = middle;
  }
  return massBefore[from]! + (stretchMasses[from]! * (x - nodes[from]!)) / (nodes[to]! - nodes[from]!);
}

/** The same of values in any order. */
function shareUpTo(x: number): number {
  let sum = 0;
  for (let node = 1; node < wageNodes; node++) {
    const before = nodes[node - 1]!;
    const after = nodes[node]!;
    const low = before < after ? before : after;
    const high = before < after ? after : before;
    if (x >= high) sum += stretchMasses[node - 1]!;
    else if (x > low) sum += (stretchMasses[node - 1]! * (x - low)) / (high - low);
  }
  return sum;
}

function isRising(): boolean {
  for (let node = 1; node < wageNodes; node++) if (nodes[node]! < nodes[node - 1]!) return false;
  return true;
}
