import { scrambles } from '../random/sobol.ts';
import { binsPerPage, createPages, placeInPage } from './binPages.ts';
import { curveOf, type Spread } from './curve.ts';
import type { OctaveBins } from './octaveBins.ts';
import type { Sketch, SketchedDistribution } from './sketch.ts';
import { stretchMasses, wageNodes } from './wageNodes.ts';

interface Page {
  /** [bin][scramble] masses of what begins, ends or lies within the bin. */
  readonly masses: Float64Array;
  /** [bin][scramble] what the density of all that covers whole bins rises by at the lower end of the bin. */
  readonly rises: Float64Array;
}

/**
 * Masses by bin, of values that in each future are a straight line between the nodes of the common wage factor. A stretch gives the bin that it begins
 * in and the bin that it ends in their parts of its mass; the bins between, which it covers whole, take its density from two numbers. So the distribution
 * function is exact at the ends of all bins, but for rounding, and straight in between. Sums are made in the order in which futures come in.
 */
export function lineSketch({ binOf, lowerEnd }: OctaveBins): Sketch {
  const pages = createPages<Page>(() => ({
    masses: new Float64Array(binsPerPage * scrambles),
    rises: new Float64Array(binsPerPage * scrambles),
  }));
  const nodes = new Float64Array(wageNodes);
  const worlds = new Float64Array(scrambles);
  let [low, high] = [Infinity, -Infinity];
  const addMass = (bin: number, scramble: number, mass: number): void => {
    pages.of(bin).masses[placeInPage(bin) * scrambles + scramble]! += mass;
  };
  const addRise = (bin: number, scramble: number, rise: number): void => {
    pages.of(bin).rises[placeInPage(bin) * scrambles + scramble]! += rise;
  };
  return {
    add: ({ replications, fill }) => {
      for (let replication = 0; replication < replications; replication++) {
        if (!fill(replication, nodes)) continue;
        const scramble = replication % scrambles;
        worlds[scramble]! += 1;
        let before = nodes[0]!;
        let binBefore = binOf(before);
        for (let node = 0; node < wageNodes; node++) {
          const after = nodes[node]!;
          const binAfter = binOf(after);
          if (after < low) low = after;
          if (after > high) high = after;
          if (node > 0) {
            const mass = stretchMasses[node - 1]!;
            if (binBefore === binAfter) addMass(binAfter, scramble, mass);
            else {
              const isRising = after > before;
              const [first, last] = isRising ? [binBefore, binAfter] : [binAfter, binBefore];
              const density = isRising ? mass / (after - before) : mass / (before - after);
              addMass(first, scramble, density * (lowerEnd(first + 1) - (isRising ? before : after)));
              addMass(last, scramble, density * ((isRising ? after : before) - lowerEnd(last)));
              if (last > first + 1) {
                addRise(first + 1, scramble, density);
                addRise(last, scramble, -density);
              }
            }
          }
          before = after;
          binBefore = binAfter;
        }
      }
    },
    distribution: () => distributionOf(pages.inOrder(), lowerEnd, worlds, low, high),
  };
}

function distributionOf(
  pages: readonly (readonly [number, Page])[],
  lowerEnd: (bin: number) => number,
  worlds: Float64Array,
  low: number,
  high: number,
): SketchedDistribution {
  const length = pages.length * (binsPerPage + 1);
  const ends = new Float64Array(length);
  /** [end][scramble] and [end]: the mass below it. */
  const below = new Float64Array(length * scrambles);
  const allBelow = new Float64Array(length);
  const mass = new Float64Array(scrambles);
  const density = new Float64Array(scrambles);
  let at = 0;
  /** The next end, up to which densities have stayed what they are. */
  const reach = (end: number): void => {
    const width = at === 0 ? 0 : end - ends[at - 1]!;
    ends[at] = end;
    for (let scramble = 0; scramble < scrambles; scramble++) {
      const until = (mass[scramble]! += density[scramble]! * width);
      below[at * scrambles + scramble] = until;
      allBelow[at]! += until;
    }
    at++;
  };
  for (const [first, { masses, rises }] of pages) {
    reach(lowerEnd(first));
    for (let bin = 0; bin < binsPerPage; bin++) {
      for (let scramble = 0; scramble < scrambles; scramble++) {
        density[scramble]! += rises[bin * scrambles + scramble]!;
        mass[scramble]! += masses[bin * scrambles + scramble]!;
      }
      reach(lowerEnd(first + bin + 1));
    }
  }
  const all = worlds.reduce((sum, count) => sum + count, 0);
  const last = length - 1;

  /** The last end at or below `x`, and how far on to the next `x` lies. */
  const placeOf = (x: number): readonly [number, number] => {
    let from = 0;
    let to = last;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (ends[middle]! <= x) from = middle;
      else to = middle;
    }
    const width = ends[to]! - ends[from]!;
    return [from, width > 0 ? (x - ends[from]!) / width : 0];
  };
  const shareAt = (x: number, of: (end: number) => number, total: number): number => {
    if (total === 0) return NaN;
    if (x < low) return 0;
    if (x >= high) return 1;
    const [end, part] = placeOf(x);
    return Math.min(1, Math.max(0, (of(end) + part * (of(end + 1) - of(end))) / total));
  };
  const quantile: Spread['quantile'] = (level) => {
    if (!(level >= 0 && level <= 1)) throw new RangeError(`A level lies between 0 and 1, not at ${level}.`);
    if (all === 0) return NaN;
    const wanted = level * all;
    let from = 0;
    let to = last;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (allBelow[middle]! < wanted) from = middle + 1;
      else to = middle;
    }
    if (from === 0) return low;
    const rise = allBelow[from]! - allBelow[from - 1]!;
    const part = rise > 0 ? Math.min(1, (wanted - allBelow[from - 1]!) / rise) : 1;
    return Math.min(high, Math.max(low, ends[from - 1]! + (ends[from]! - ends[from - 1]!) * part));
  };
  return {
    low,
    high,
    quantile,
    cdf: (x) => shareAt(x, (end) => allBelow[end]!, all),
    curve: () => curveOf(quantile),
    byScramble: (places) =>
      places.map((x) => Array.from(worlds, (total, scramble) => shareAt(x, (end) => below[end * scrambles + scramble]!, total))),
  };
}
