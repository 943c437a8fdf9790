import { describe, expect, test } from 'vitest';
import * as numeric from '@percall/numeric';
import type { Name } from './grid.ts';
import { fixture, largestError, ulp } from './ulps.ts';

/** The bounds the docstrings and the README state, in ulps of the true value. */
const bounds: Record<Name, number> = {
  exp: 0.75,
  expm1: 0.54,
  log: 0.53,
  log1p: 0.51,
  pow: 0.76,
  erf: 1.25,
  erfc: 4,
  normalCdf: 5,
  normalDensity: 2,
  normalInverse: 7,
  logGamma: 2.5,
};

describe.each(Object.entries(bounds) as [Name, number][])('%s', (name, bound) => {
  const points = fixture(name);
  const ours: (...values: number[]) => number = numeric[name];

  test(`is within ${bound} ulp of mpmath's value`, () => {
    expect(points.length).toBeGreaterThan(300);
    expect(largestError(points, ours)).toBeLessThanOrEqual(bound);
  });

  test('sabotage: results moved by twice the bound, or by a relative 1e-14 on one of ten points, are caught', () => {
    const moved = (...values: number[]) => {
      const result = ours(...values);
      return result + Math.max(1, Math.ceil(2 * bound)) * ulp(result);
    };
    let calls = 0;
    const nowAndThen = (...values: number[]) => ours(...values) * (calls++ % 10 === 9 ? 1 + 1e-14 : 1);
    expect(largestError(points, moved)).toBeGreaterThan(bound);
    expect(largestError(points, nowAndThen)).toBeGreaterThan(bound);
  });
});

test('exp is within 0.52 ulp and pow within 0.53 ulp where the result is a normal double', () => {
  const normal = (name: string) => fixture(name).filter(({ head }) => Math.abs(head) > 2 ** -1022);
  expect(largestError(normal('exp'), numeric.exp)).toBeLessThanOrEqual(0.52);
  expect(largestError(normal('pow'), numeric.pow)).toBeLessThanOrEqual(0.53);
});

test('sabotage: the series of expm1 with one coefficient off by a part in 10^9 is caught', () => {
  const series = (sixth: number) => (x: number) =>
    x + x * x * (0.5 + x * (sixth + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040 + x * (1 / 40320 + x * (1 / 362880))))))));
  const points = fixture('expm1').filter(({ arguments: [x] }) => Math.abs(x!) < 0.05);
  expect(largestError(points, series(1 / 6))).toBeLessThan(bounds.expm1);
  expect(largestError(points, series((1 / 6) * (1 + 1e-9)))).toBeGreaterThan(bounds.expm1);
});
