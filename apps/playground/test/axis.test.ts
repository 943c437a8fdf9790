import { describe, expect, it } from 'vitest';
import { axisFor, axisKept, type ChartRow } from '../src/charts/axis.ts';

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
});
