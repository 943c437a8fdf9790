import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsThatFit, densityOf, dotValues, stackDots } from '../src/index.ts';

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

describe('density', () => {
  /** Quantiles of the standard normal at (i + 1/2) / 9: from tables, to four digits. */
  const normal = [-1.5932, -0.9674, -0.5895, -0.2822, 0, 0.2822, 0.5895, 0.9674, 1.5932];

  it('is the sum of kernels, by hand for nine values', () => {
    const density = densityOf(normal, -4, 4, 9)!;
    const { bandwidth } = density;
    const exact = density.x.map(
      (x) =>
        normal.reduce((sum, value) => sum + Math.exp(-0.5 * ((x - value) / bandwidth) ** 2), 0) / (9 * bandwidth * Math.sqrt(2 * Math.PI)),
    );
    const peak = Math.max(...exact);
    density.y.forEach((y, i) => expect(Math.abs(y - exact[i]!)).toBeLessThan(0.01 * peak));
  });

  it('integrates to one, whatever the values (property)', () => {
    const values = fc
      .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 8, maxLength: 200 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(values, (sorted) => {
        const rough = densityOf(sorted, -1, 1);
        if (rough === null) return;
        const [from, to] = [sorted[0]! - 5 * rough.bandwidth, sorted.at(-1)! + 5 * rough.bandwidth];
        const points = Math.min(40_001, Math.ceil(((to - from) / rough.bandwidth) * 4) + 1);
        if (points === 40_001) return;
        const { x, y } = densityOf(sorted, from, to, points)!;
        const area = y.reduce((sum, each) => sum + each, 0) * (x[1]! - x[0]!);
        expect(area).toBeCloseTo(1, 3);
      }),
    );
  });

  it('has none where all values are one', () => {
    expect(densityOf([4.3, 4.3, 4.3], 4, 5)).toBeNull();
  });
});
