import { describe, expect, it } from 'vitest';
import { axisFor, axisKept, ticksOf, type ChartRow } from '../src/charts/axis.ts';

/** Futures that are spread evenly between two values. */
const evenly = (from: number, to: number): ChartRow => ({
  name: 'x',
  isBaseline: true,
  futures: 64,
  worlds: { quantile: (level) => from + (to - from) * level, cdf: () => NaN },
});

describe('an axis', () => {
  it('stands still under a better answer to the same', () => {
    const axis = axisFor([evenly(6, 8)]);
    expect(axisKept(axis, [evenly(6.1, 7.9)])).toBe(axis);
    expect(axisKept(axis, [evenly(6.02, 8.02)])).toBe(axis);
  });

  it('follows what leaves it, and what shrinks on it', () => {
    const axis = axisFor([evenly(6, 8)]);
    expect(axisKept(axis, [evenly(6, 9)])).toEqual(axisFor([evenly(6, 9)]));
    expect(axisKept(axis, [evenly(6.9, 7.1)])).toEqual(axisFor([evenly(6.9, 7.1)]));
    expect(axisKept(null, [evenly(6, 8)])).toEqual(axis);
  });

  it('has some six places, and fewer where their labels would run together', () => {
    const texts = (from: number, to: number, width: number): readonly string[] =>
      ticksOf({ from, to }, width, (value) => value.toFixed(2)).map(({ text }) => text);
    expect(texts(-0.3, 0.02, 900)).toEqual(['-0.30', '-0.25', '-0.20', '-0.15', '-0.10', '-0.05', '0.00']);
    // The first label begins at the end of the axis, half of itself nearer to the next.
    expect(texts(-0.3, 0.02, 326)).toEqual(['-0.30', '-0.20', '-0.10', '0.00']);
    expect(texts(5, 7, 326)).toEqual(['5.00', '5.50', '6.00', '6.50', '7.00']);
    expect(texts(5, 7, 90)).toEqual(['5.00', '6.00', '7.00']);
  });
});
