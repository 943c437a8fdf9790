import { expect, test } from 'vitest';
import { erf, erfc, exp, expm1, log, log1p, logGamma, normalCdf, normalDensity, normalInverse, pow } from '@percall/numeric';

const LEAST = Number.MIN_VALUE;
const MOST = Number.MAX_VALUE;

test.each<[string, (x: number) => number, [argument: number, value: number][]]>([
  [
    'exp',
    exp,
    [
      [0, 1],
      [-0, 1],
      [Infinity, Infinity],
      [-Infinity, 0],
      [NaN, NaN],
      [709.782712893384, 1.7976931348622732e308],
      [709.7827128933841, Infinity],
      [-745.1332191019411, LEAST],
      [-745.1332191019412, 0],
      [1e300, Infinity],
      [-1e300, 0],
      [LEAST, 1],
    ],
  ],
  [
    'expm1',
    expm1,
    [
      [0, 0],
      [-0, -0],
      [Infinity, Infinity],
      [-Infinity, -1],
      [NaN, NaN],
      [LEAST, LEAST],
      [-LEAST, -LEAST],
      [1e-300, 1e-300],
      [-50, -1],
      [709.7827128933841, Infinity],
    ],
  ],
  [
    'log',
    log,
    [
      [1, 0],
      [0, -Infinity],
      [-0, -Infinity],
      [-1, NaN],
      [-LEAST, NaN],
      [-Infinity, NaN],
      [Infinity, Infinity],
      [NaN, NaN],
      [LEAST, -744.4400719213812],
      [MOST, 709.782712893384],
      [2, Math.LN2],
      [10, Math.LN10],
    ],
  ],
  [
    'log1p',
    log1p,
    [
      [0, 0],
      [-0, -0],
      [-1, -Infinity],
      [-1.5, NaN],
      [-Infinity, NaN],
      [Infinity, Infinity],
      [NaN, NaN],
      [LEAST, LEAST],
      [-LEAST, -LEAST],
      [1e-300, 1e-300],
      [MOST, 709.782712893384],
    ],
  ],
  [
    'erf',
    erf,
    [
      [0, 0],
      [-0, -0],
      [Infinity, 1],
      [-Infinity, -1],
      [NaN, NaN],
      [MOST, 1],
    ],
  ],
  [
    'erfc',
    erfc,
    [
      [0, 1],
      [-0, 1],
      [Infinity, 0],
      [-Infinity, 2],
      [NaN, NaN],
      [MOST, 0],
      [30, 0],
    ],
  ],
  [
    'normalCdf',
    normalCdf,
    [
      [0, 0.5],
      [-0, 0.5],
      [Infinity, 1],
      [-Infinity, 0],
      [NaN, NaN],
      [MOST, 1],
      [-MOST, 0],
      [-38.6, 0],
      [-38.4, LEAST * 13],
      [-38.45, LEAST * 2],
    ],
  ],
  [
    'normalDensity',
    normalDensity,
    [
      [0, 0.3989422804014327],
      [Infinity, 0],
      [-Infinity, 0],
      [NaN, NaN],
      [MOST, 0],
    ],
  ],
  [
    'normalInverse',
    normalInverse,
    [
      [0.5, 0],
      [0, -Infinity],
      [-0, -Infinity],
      [1, Infinity],
      [-LEAST, NaN],
      [1.5, NaN],
      [NaN, NaN],
      [Infinity, NaN],
      [-Infinity, NaN],
    ],
  ],
  [
    'logGamma',
    logGamma,
    [
      [1, 0],
      [2, 0],
      [0, Infinity],
      [-1, NaN],
      [-Infinity, NaN],
      [Infinity, Infinity],
      [NaN, NaN],
      [LEAST, 744.4400719213812],
      [MOST, Infinity],
      // log Gamma reaches 2^1024 at 2.5599833278516...e305 (mpmath).
      [2.55998333e305, Infinity],
      [2.5599833e305, 1.797693115276251e308],
    ],
  ],
])('%s at its edges', (_, candidate, expected) => {
  expect(expected.map(([x]) => candidate(x))).toEqual(expected.map(([, value]) => value));
});

test('pow has the special cases of ECMAScript, 26.1.2.2 Number::exponentiate', () => {
  // Where the standard leaves no freedom the engine's own ** is the reference; elsewhere both are within 1 ulp or so.
  const special = [
    NaN,
    0,
    -0,
    1,
    -1,
    Infinity,
    -Infinity,
    2,
    -2,
    3,
    -3,
    0.5,
    -0.5,
    2.5,
    1e300,
    -1e300,
    LEAST,
    -LEAST,
    2 ** 53 - 1,
    2 ** 53 + 2,
    -7,
  ];
  const plain = (value: number) => Number.isFinite(value) && value !== 0;
  for (const x of special) {
    for (const y of special) {
      const [ours, theirs] = [pow(x, y), x ** y];
      if (plain(theirs)) expect(Math.abs(ours / theirs - 1), `${x} ** ${y}`).toBeLessThan(4e-16);
      else expect(ours, `${x} ** ${y}`).toBe(theirs);
    }
  }
  expect(pow(2, -1074)).toBe(LEAST);
  expect(pow(2, -1076)).toBe(0);
  expect(pow(2, 1024)).toBe(Infinity);
  expect(pow(-2, 1025)).toBe(-Infinity);
  expect(pow(LEAST, 0.5)).toBe(2 ** -537);
  expect(pow(1 - 2 ** -53, 1e300)).toBe(0);
  expect(pow(1 + 2 ** -52, -1e300)).toBe(0);
});
