import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  erf,
  erfc,
  exp,
  expm1,
  log,
  log1p,
  logGamma,
  normalCdf,
  normalDensity,
  normalInverse,
  normalInverseInPlace,
  pow,
} from '@percall/numeric';

const EPSILON = 2 ** -52;
const seeded = { seed: 20240229, numRuns: 2000 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const check = (arbitrary: fc.Arbitrary<number>, predicate: (x: number) => void) =>
  fc.assert(
    fc.property(arbitrary, (x) => {
      predicate(x);
    }),
    seeded,
  );

test('log undoes exp: each is within an ulp, and the rounding of e^x shows in log as one epsilon', () => {
  const undoes = (there: (x: number) => number) => () =>
    check(real(-700, 700), (x) => expect(Math.abs(log(there(x)) - x)).toBeLessThanOrEqual(EPSILON * (1 + Math.abs(x))));
  undoes(exp)();
  expect(undoes((x) => exp(x) * (1 + 1e-12))).toThrow();
});

test('log1p undoes expm1, relatively, also near 0', () => {
  const undoes = (there: (x: number) => number) => () =>
    check(real(-1, 30), (x) => expect(Math.abs(log1p(there(x)) - x)).toBeLessThanOrEqual(4 * EPSILON * Math.abs(x)));
  undoes(expm1)();
  expect(undoes((x) => exp(x) - 1)).toThrow();
});

test('pow(x, 1) is x, pow(x, -1) is 1 / x and pow(x, 2) is x x, all within an ulp', () => {
  check(real(1e-150, 1e150), (x) => {
    expect(Math.abs(pow(x, 1) / x - 1)).toBeLessThanOrEqual(EPSILON);
    expect(Math.abs(pow(x, -1) * x - 1)).toBeLessThanOrEqual(2 * EPSILON);
    expect(Math.abs(pow(x, 2) / (x * x) - 1)).toBeLessThanOrEqual(2 * EPSILON);
  });
});

test('erf is odd to the bit, and erf + erfc = 1', () => {
  check(real(-10, 10), (x) => {
    expect(erf(-x)).toBe(-erf(x));
    expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThanOrEqual(EPSILON);
  });
});

test('the density is even to the bit', () => {
  check(real(-40, 40), (x) => expect(normalDensity(-x)).toBe(normalDensity(x)));
});

test('normalInverseInPlace has the bits of normalInverse, and leaves what lies outside alone', () => {
  const values = Float64Array.from({ length: 4001 }, (_, i) => (i < 2000 ? i / 2000 : 2 ** -(i - 2000)));
  const expected = values.map((p, i) => (i > 0 && i < 4000 ? normalInverse(p) : p));
  normalInverseInPlace(values, 1, 4000);
  expect(values).toEqual(expected);
});

test('normalInverse(1 - p) = -normalInverse(p) to the bit when 1 - p is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (k) => {
      const p = k / 2 ** 30;
      expect(normalInverse(1 - p)).toBe(p === 0.5 ? 0 : -normalInverse(p));
    }),
    seeded,
  );
});

test('normalCdf undoes normalInverse: an error e of x moves Phi by the relative |x| hazard e, about x^2 e in the tail', () => {
  const undoes = (there: (p: number) => number) => () =>
    check(real(Number.MIN_VALUE * 2 ** 52, 0.5), (p) => {
      const x = there(p);
      expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThanOrEqual(EPSILON * (5 + 7 * (x * x + Math.abs(x))));
    });
  undoes(normalInverse)();
  expect(undoes((p) => normalInverse(p) * (1 + 1e-13))).toThrow();
});

test.each<[string, (x: number) => number, number, number]>([
  ['exp', exp, -745, 709],
  ['log', log, 1e-300, 1e300],
  ['normalCdf', normalCdf, -38, 8],
  ['normalInverse', normalInverse, 0, 1],
  ['erf', erf, -6, 6],
])('%s rises between any two arguments a relative 1e-12 or more apart', (_, candidate, min, max) => {
  const rises = (f: (x: number) => number) => () =>
    fc.assert(
      fc.property(real(min, max), real(1e-12, 0.5), (x, step) => {
        const other = Math.min(max, x + Math.max(Math.abs(x), 1e-3) * step);
        expect(f(other)).toBeGreaterThanOrEqual(f(x));
      }),
      seeded,
    );
  rises(candidate)();
  expect(rises((x) => candidate(x) + 2 * (Math.floor(x * 64) % 2))).toThrow();
});

test('logGamma(x + 1) = logGamma(x) + log(x), and logGamma(n) is the logarithm of (n - 1)!', () => {
  check(real(1e-3, 1e6), (x) => {
    const [here, next, step] = [logGamma(x), logGamma(x + 1), log(x)];
    // Rounding x + 1 by half an ulp moves logGamma by digamma(x + 1) < log(x + 2) times that.
    const argument = (EPSILON / 2) * (x + 1) * log(x + 2);
    expect(Math.abs(next - here - step)).toBeLessThanOrEqual(argument + 3 * EPSILON * (Math.abs(here) + Math.abs(next) + Math.abs(step)));
  });
  let factorial = 1;
  for (let n = 2; n <= 18; n++) {
    expect(Math.abs(logGamma(n) - log(factorial))).toBeLessThanOrEqual(4 * EPSILON * log(factorial));
    factorial *= n;
  }
});
