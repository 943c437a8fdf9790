import { scrambles } from '../random/sobol.ts';
import { binsPerPage, createPages, placeInPage } from './binPages.ts';
import { curveOf, type Spread } from './curve.ts';
import type { OctaveBins } from './octaveBins.ts';
import type { Sketch, SketchedDistribution } from './sketch.ts';

interface Page {
  /** [bin][scramble] */
  readonly counts: Uint32Array;
  /** [bin] the least and the greatest value in it: of an atom alone in its bin, the atom. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/**
 * Counts by bin, of values that are one number in each future. In whatever order they come in, the counts are the same. Within a bin they are
 * taken to lie evenly from the least of them to the greatest.
 */
export function countSketch({ binOf }: OctaveBins): Sketch {
  const pages = createPages<Page>(() => ({
    counts: new Uint32Array(binsPerPage * scrambles),
    least: new Float64Array(binsPerPage).fill(Infinity),
    greatest: new Float64Array(binsPerPage).fill(-Infinity),
  }));
  const out = new Float64Array(1);
  return {
    add: ({ replications, fill }) => {
      for (let replication = 0; replication < replications; replication++) {
        if (!fill(replication, out)) continue;
        const value = out[0]!;
        const bin = binOf(value);
        const { counts, least, greatest } = pages.of(bin);
        const at = placeInPage(bin);
        counts[at * scrambles + (replication % scrambles)]! += 1;
        if (value < least[at]!) least[at] = value;
        if (value > greatest[at]!) greatest[at] = value;
      }
    },
    distribution: () => distributionOf(pages.inOrder().map(([, page]) => page)),
  };
}

function distributionOf(pages: readonly Page[]): SketchedDistribution {
  const least: number[] = [];
  const greatest: number[] = [];
  /** [filled bin][scramble], and [filled bin]: how many values lie in the bins up to it. */
  const upTo: number[] = [];
  const allUpTo: number[] = [];
  const sums = new Float64Array(scrambles);
  let all = 0;
  for (const page of pages)
    for (let at = 0; at < binsPerPage; at++) {
      if (!(page.least[at]! <= page.greatest[at]!)) continue;
      for (let scramble = 0; scramble < scrambles; scramble++) {
        const count = page.counts[at * scrambles + scramble]!;
        all += count;
        upTo.push((sums[scramble]! += count));
      }
      least.push(page.least[at]!);
      greatest.push(page.greatest[at]!);
      allUpTo.push(all);
    }
  const last = least.length - 1;

  /** The value that `rank` others come before. */
  const inOrder = (rank: number): number => {
    const bin = firstAt(last, (each) => allUpTo[each]! > rank);
    const before = bin === 0 ? 0 : allUpTo[bin - 1]!;
    const gaps = allUpTo[bin]! - before - 1;
    return gaps === 0 ? least[bin]! : least[bin]! + ((greatest[bin]! - least[bin]!) * (rank - before)) / gaps;
  };
  /** The first bin with something above `x`, and the part of it that is not above. */
  const placeOf = (x: number): readonly [number, number] => {
    const bin = firstAt(last + 1, (each) => greatest[each]! > x);
    return [bin, bin > last || x < least[bin]! ? 0 : (x - least[bin]!) / (greatest[bin]! - least[bin]!)];
  };
  const share = (of: (bin: number) => number, [bin, part]: readonly [number, number]): number => {
    const before = bin === 0 ? 0 : of(bin - 1);
    return (bin > last ? before : before + part * (of(bin) - before)) / of(last);
  };
  const quantile: Spread['quantile'] = (level) => {
    if (!(level >= 0 && level <= 1)) throw new RangeError(`A level lies between 0 and 1, not at ${level}.`);
    if (all === 0) return NaN;
    // Type 7 of Hyndman and Fan (1996), as of values that are all there.
    const rank = level * (all - 1);
    const below = Math.floor(rank);
    const value = inOrder(below);
    return rank === below ? value : value + (inOrder(below + 1) - value) * (rank - below);
  };
  return {
    low: least[0] ?? Infinity,
    high: greatest[last] ?? -Infinity,
    quantile,
    cdf: (x) => (all === 0 ? NaN : share((bin) => allUpTo[bin]!, placeOf(x))),
    curve: () => curveOf(quantile),
    byScramble: (places) =>
      places.map((x) => {
        const place = placeOf(x);
        return Array.from(sums, (sum, scramble) => (sum === 0 ? NaN : share((bin) => upTo[bin * scrambles + scramble]!, place)));
      }),
  };
}

/** The first of 0..end that has what all after it have too; `end` where none before it does. */
function firstAt(end: number, has: (at: number) => boolean): number {
  let from = 0;
  let to = end;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (has(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
