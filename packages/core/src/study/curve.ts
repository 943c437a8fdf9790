import { quantileSorted } from 'simple-statistics';

/** How something is spread over the futures, as charts read it. */
export interface Spread {
  /** Quantile at a level in 0..1. NaN: it has a value in no future. Throws where the level is outside 0..1. */
  readonly quantile: (level: number) => number;
  /** Share of the futures at `x` or below. NaN: it has a value in none of them. */
  readonly cdf: (x: number) => number;
}

/** A spread as plain data, which can be sent to another thread: the values themselves, or the distribution function on a grid. */
export type Curve =
  | {
      readonly kind: 'values';
      /** Rising, one of each future that has one. */
      readonly sorted: Float64Array;
    }
  | {
      readonly kind: 'grid';
      /** The first place of the grid, and the distance from each to the next. */
      readonly low: number;
      readonly step: number;
      /** [place] of the distribution function, which is straight in between; rising. */
      readonly shares: Float64Array;
    };

/**
 * Reads a curve. Quantiles of values are of type 7 of Hyndman and Fan (1996), linear between order statistics, as in R and NumPy; those of a grid lie
 * where the function reaches the level.
 */
export const spreadOf = (curve: Curve): Spread => (curve.kind === 'values' ? ofValues(curve.sorted) : onGrid(curve));

/** Parts that the futures are cut into where they are not kept. */
const parts = 4096;

/**
 * The curve of something whose quantiles are known: of as many futures as say it to a part of them, wherever they lie. A grid between the least and the greatest would have few
 * places left for the rest where one of them is far out.
 */
export function curveOf(quantile: Spread['quantile']): Curve {
  const sorted = Float64Array.from({ length: parts + 1 }, (_, part) => quantile(part / parts));
  return { kind: 'values', sorted: Number.isNaN(sorted[0]!) ? new Float64Array(0) : sorted };
}

/** The curve of what has one value, or, where its least and greatest lie the wrong way round, none. */
export const curveOfOne = (low: number, high: number): Curve => ({
  kind: 'values',
  sorted: low === high ? Float64Array.of(low) : new Float64Array(0),
});

function ofValues(sorted: Float64Array): Spread {
  return {
    // quantileSorted indexes its argument and no more, so a typed array serves.
    quantile: (level) => (sorted.length === 0 ? NaN : quantileSorted(sorted as unknown as number[], level)),
    cdf: (x) => shareUpTo(sorted, x),
  };
}

/** Share of `sorted` values at `x` or below. NaN: there are none. */
export function shareUpTo(sorted: Float64Array, x: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= x) from = middle + 1;
    else to = middle;
  }
  return from / sorted.length;
}

function onGrid({ low, step, shares }: Extract<Curve, { kind: 'grid' }>): Spread {
  const steps = shares.length - 1;
  return {
    quantile: (level) => {
      if (!(level >= 0 && level <= 1)) throw new RangeError(`A level lies between 0 and 1, not at ${level}.`);
      let from = 0;
      let to = steps;
      // The first step that reaches the level.
      while (from < to) {
        const middle = (from + to) >> 1;
        if (shares[middle]! < level) from = middle + 1;
        else to = middle;
      }
      if (from === 0) return low;
      const below = shares[from - 1]!;
      const rise = shares[from]! - below;
      return low + step * (from - 1 + (rise > 0 ? Math.min(1, (level - below) / rise) : 1));
    },
    cdf: (x) => {
      const place = (x - low) / step;
      if (!(place >= 0)) return 0;
      if (place >= steps) return 1;
      const below = Math.floor(place);
      return shares[below]! + (shares[below + 1]! - shares[below]!) * (place - below);
    },
  };
}
