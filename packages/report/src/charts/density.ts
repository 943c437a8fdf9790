import type { Distribution } from '@percall/core';

/** A density at evenly spaced points of an axis. */
export interface Density {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Standard deviation of the kernel, in the unit of x: how far each future is smeared. Said beside the curve, which would look sharper than it is. */
  readonly bandwidth: number;
}

/** Bins of the distribution that the kernel is laid over, a bandwidth: a bin's middle moves a value by a 32nd of a bandwidth at most. */
const binsABandwidth = 16;

/** The least bandwidth, as a part of the whole spread: a finer curve could not be drawn. */
const finest = 1 / 400;

/** An end of the spread at which the density is as high as this part of its peak is an edge, and no thin tail that the sample cut off. */
const edgeHeight = 0.2;

/**
 * Gaussian kernel density of `futures` values at `points` places from `from` to `to`. null: all values are one, and have no density.
 *
 * Bandwidth h = 0.9 min(sd, IQR / 1.34) n^(-1/5) (Silverman 1986, eq. 3.31), at least a 400th of the spread. y integrates to 1 over the line, in 1 / unit of x. Where the spread ends
 * in an edge, what the kernel would put beyond it is folded back (reflection: Silverman 1986, section 2.10), so that a hard edge stays one.
 */
export function densityOf(
  { quantile, cdf }: Pick<Distribution, 'quantile' | 'cdf'>,
  futures: number,
  from: number,
  to: number,
  points = 161,
): Density | null {
  const [low, high] = [quantile(0), quantile(1)];
  const iqr = quantile(0.75) - quantile(0.25);
  const sd = deviationOf(cdf, low, high);
  const bandwidth = Math.max(0.9 * (iqr > 0 ? Math.min(sd, iqr / 1.34) : sd) * futures ** -0.2, (high - low) * finest);
  // Smaller than rounding could tell apart: one value.
  if (!(bandwidth > Math.abs(high + low) * 5e-10)) return null;
  const width = bandwidth / binsABandwidth;
  const masses = massesOf(cdf, low, width, Math.max(1, Math.ceil((high - low) / width)));
  const [isLowAnEdge, isHighAnEdge] = edgesOf(masses);
  const scale = 1 / (bandwidth * Math.sqrt(2 * Math.PI));
  /** The sum of kernels at a place, wherever the spread ends. */
  const smeared = (place: number): number => {
    const reach = 4 * bandwidth;
    const first = Math.max(0, Math.floor((place - reach - low) / width));
    const last = Math.min(masses.length - 1, Math.ceil((place + reach - low) / width));
    let sum = 0;
    for (let bin = first; bin <= last; bin++) {
      const distance = (place - (low + (bin + 0.5) * width)) / bandwidth;
      sum += masses[bin]! * Math.exp(-0.5 * distance * distance);
    }
    return sum * scale;
  };
  const x = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  const y = x.map((place) => {
    if ((isLowAnEdge && place < low) || (isHighAnEdge && place > high)) return 0;
    return smeared(place) + (isLowAnEdge ? smeared(2 * low - place) : 0) + (isHighAnEdge ? smeared(2 * high - place) : 0);
  });
  return { x, y, bandwidth };
}

/** Probability of each bin; the first has the lowest value in it. */
function massesOf(cdf: Distribution['cdf'], low: number, width: number, bins: number): readonly number[] {
  let below = 0;
  return Array.from({ length: bins }, (_, bin) => {
    const upTo = cdf(low + (bin + 1) * width);
    const mass = upTo - below;
    below = upTo;
    return mass;
  });
}

/** Standard deviation, from a few hundred bins. */
function deviationOf(cdf: Distribution['cdf'], low: number, high: number): number {
  const bins = 512;
  const width = (high - low) / bins;
  const masses = massesOf(cdf, low, width, bins);
  const middle = masses.reduce((sum, mass, bin) => sum + mass * (bin + 0.5), 0);
  return width * Math.sqrt(masses.reduce((sum, mass, bin) => sum + mass * (bin + 0.5 - middle) ** 2, 0));
}

/** Whether the density within a bandwidth of either end is near its peak. */
function edgesOf(masses: readonly number[]): readonly [boolean, boolean] {
  const within = (first: number): number => masses.slice(first, first + binsABandwidth).reduce((sum, mass) => sum + mass, 0);
  const blocks = Array.from({ length: Math.ceil(masses.length / binsABandwidth) }, (_, block) => within(block * binsABandwidth));
  const wanted = edgeHeight * Math.max(...blocks);
  return [within(0) >= wanted, within(Math.max(0, masses.length - binsABandwidth)) >= wanted];
}
