import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '@percall/core';
import { normalInverse } from '@percall/numeric';
import { barsFor, columnsThatFit, densityOf, dotValues, histogramOf, stackDots } from '../src/index.ts';

describe('quantile dots', () => {
  it('stand at the middles of fifty equally likely parts', () => {
    expect(dotValues((level) => level, 4)).toEqual([0.125, 0.375, 0.625, 0.875]);
    expect(dotValues((level) => level)).toHaveLength(50);
  });

  it('are all there, none on another, and as high as the axis allows (property)', () => {
    const values = fc
      .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 80 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(values, fc.double({ min: 0.2, max: 1, noNaN: true }), (sorted, aspect) => {
        const columns = columnsThatFit([sorted], -5, 5, aspect);
        const dots = stackDots(sorted, { from: -5, to: 5, columns });
        expect(new Set(dots.map(({ column, level }) => `${column} ${level}`)).size).toBe(sorted.length);
        const highest = Math.max(...dots.map(({ level }) => level + 1));
        expect(highest / columns <= aspect || columns === 120).toBe(true);
      }),
    );
  });

  it('stand at the end of the axis where they lie beyond it, and say so', () => {
    const dots = stackDots([-9, 0, 9], { from: -1, to: 1, columns: 10 });
    expect(dots.map(({ column, beyond }) => [column, beyond])).toEqual([
      [0, 'low'],
      [5, null],
      [9, 'high'],
    ]);
  });
});

type Spread = Pick<Distribution, 'quantile' | 'cdf'>;

/** The distribution of values, ascending: straight between them, as R's type 7. */
const distributionOf = (sorted: readonly number[]): Spread => ({
  quantile: (level) => {
    const place = level * (sorted.length - 1);
    const below = Math.min(sorted.length - 2, Math.floor(place));
    return sorted[below]! + (sorted[below + 1]! - sorted[below]!) * (place - below);
  },
  cdf: (x) => sorted.filter((value) => value <= x).length / sorted.length,
});

/** A distribution that is known in closed form. */
const uniform: Spread = { quantile: (level) => 2 + 3 * level, cdf: (x) => Math.min(1, Math.max(0, (x - 2) / 3)) };

describe('density', () => {
  it('is the sum of kernels, by hand for values with thin tails', () => {
    const values = Array.from({ length: 200 }, (_, at) => normalInverse((at + 0.5) / 200));
    const density = densityOf(distributionOf(values), 200, -4, 4, 33)!;
    const { bandwidth } = density;
    const exact = density.x.map(
      (x) =>
        values.reduce((sum, value) => sum + Math.exp(-0.5 * ((x - value) / bandwidth) ** 2), 0) /
        (200 * bandwidth * Math.sqrt(2 * Math.PI)),
    );
    const peak = Math.max(...exact);
    // A bin's middle is half a bin, a 32nd of a bandwidth, from where the value is: 2% of the peak at the steepest.
    density.y.forEach((y, i) => expect(Math.abs(y - exact[i]!)).toBeLessThan(0.02 * peak));
  });

  it('keeps a hard edge: nothing beyond the ends of a uniform, and its full height up to them', () => {
    const { x, y, bandwidth } = densityOf(uniform, 256, 1, 6, 501)!;
    expect(bandwidth).toBeGreaterThan(0.1);
    x.forEach((place, at) => expect(y[at]!).toBeCloseTo(place < 2 - 1e-9 || place > 5 + 1e-9 ? 0 : 1 / 3, 2));
    // Twin: a plain kernel puts half of the height at the edge, and the rest beyond it.
    const plain = 0.5 / 3;
    expect(y[100]!).toBeGreaterThan(1.8 * plain);
  });

  it('integrates to one, whatever the values (property)', () => {
    // Whole tenths: doubles drawn by their bits lie so near to 0 that hardly any density could be summed up.
    const values = fc
      .array(
        fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10),
        { minLength: 8, maxLength: 60 },
      )
      .map((list) => list.sort((a, b) => a - b));
    let summed = 0;
    fc.assert(
      fc.property(values, (sorted) => {
        const spread = distributionOf(sorted);
        const rough = densityOf(spread, sorted.length, -1, 1);
        if (rough === null) return;
        const [from, to] = [sorted[0]! - 5 * rough.bandwidth, sorted.at(-1)! + 5 * rough.bandwidth];
        const points = Math.min(4001, Math.ceil(((to - from) / rough.bandwidth) * 12) + 1);
        if (points === 4001) return;
        const { x, y } = densityOf(spread, sorted.length, from, to, points)!;
        const area = y.reduce((sum, each) => sum + each, 0) * (x[1]! - x[0]!);
        // At an edge the sum of heights is a step short or long.
        expect(Math.abs(area - 1)).toBeLessThan(0.03);
        summed++;
      }),
      { seed: 7 },
    );
    expect(summed).toBeGreaterThan(80);
  });

  it('has none where all values are one', () => {
    expect(densityOf(distributionOf([4.3, 4.3, 4.3]), 3, 4, 5)).toBeNull();
  });
});

describe('histogram', () => {
  it('has in each bar what the distribution has there, with nothing smoothed', () => {
    const { width, masses } = histogramOf(uniform, 1, 6, 10);
    expect(width).toBe(0.5);
    [0, 0, 1, 1, 1, 1, 1, 1, 0, 0].forEach((sixths, bar) => expect(masses[bar]).toBeCloseTo(sixths / 6, 12));
  });

  it('of fifty futures has the bars of Freedman and Diaconis', () => {
    // IQR 1.5, width 2 x 1.5 / 4 = 0.75 over 6.
    expect(barsFor(uniform, 64, 0, 6)).toBe(8);
    expect(barsFor(uniform, 4096, 0, 6)).toBe(32);
    expect(barsFor({ quantile: () => 3 }, 64, 0, 6)).toBe(8);
  });
});
