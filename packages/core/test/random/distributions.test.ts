import { readFileSync } from 'node:fs';
import type { Distribution, Support } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from '../../src/random/distributions/fit.ts';
import { incompleteBeta, inverseIncompleteBeta } from '../../src/random/distributions/incompleteBeta.ts';
import { infeasible } from '../../src/random/distributions/infeasible.ts';
import { medianOf } from '../../src/random/distributions/median.ts';

const positive: Support = { lower: 0, upper: Infinity };
const share: Support = { lower: 0, upper: 1 };
const unbounded: Support = { lower: -Infinity, upper: Infinity };

interface Case {
  readonly distribution: Distribution;
  readonly support: { readonly lower: number | string; readonly upper: number | string };
  readonly quantiles: readonly number[];
}
/** From generate.py: the published formulae in 40-digit arithmetic. */
const fixture = JSON.parse(readFileSync(new URL('./fixtures/distributions.json', import.meta.url), 'utf8')) as {
  readonly probabilities: readonly number[];
  readonly cases: readonly Case[];
};

/** Largest error relative to the value; one fitted value is too small for a double and is 0 in both. */
function worstError(distribution: Distribution, support: Support, wanted: readonly number[]): number {
  const { quantile } = fit(distribution, support);
  return Math.max(
    ...fixture.probabilities.map((p, i) => (quantile(p) === wanted[i] ? 0 : Math.abs(quantile(p) - wanted[i]!) / Math.abs(wanted[i]!))),
  );
}

// The worst cases are the beta's upper tail, where the distribution function is known to 1e-16 of 1, that is to 1e-10 of a tail of 1e-6, which moves the
// quantile by 1e-10 times the sd over the score (some 0.01 to 0.1 of the value): 1e-12 to 1e-11; and the factor of a beta with a + b = 52,000.
const tolerance = 1e-11;

describe('quantiles against 40-digit values', () => {
  for (const { distribution, support, quantiles } of fixture.cases) {
    const on: Support = { lower: Number(support.lower), upper: Number(support.upper) };
    it(JSON.stringify(distribution).replace(/"/g, ''), () => {
      expect(infeasible(distribution, on)).toBeNull();
      expect(worstError(distribution, on, quantiles)).toBeLessThan(tolerance);
    });
  }

  it('would notice a median or a mean off by a millionth', () => {
    for (const { distribution, support, quantiles } of fixture.cases) {
      const on: Support = { lower: Number(support.lower), upper: Number(support.upper) };
      const values = quantiles.map((value) => value * (1 + 1e-6));
      expect(worstError(distribution, on, values)).toBeGreaterThan(tolerance);
    }
  });
});

/** An ordered triple strictly inside (0, 1), not closer than 1e-4 to anything. */
const triple = fc
  .tuple(
    fc.double({ min: 1e-4, max: 1, noNaN: true }),
    fc.double({ min: 1e-4, max: 1, noNaN: true }),
    fc.double({ min: 1e-4, max: 1, noNaN: true }),
    fc.double({ min: 1e-4, max: 1, noNaN: true }),
  )
  .map(([a, b, c, d]) => {
    const sum = a + b + c + d;
    return [a / sum, (a + b) / sum, (a + b + c) / sum] as const;
  });

const supports: readonly { readonly on: Support; readonly scale: number }[] = [
  { on: share, scale: 1 },
  { on: positive, scale: 1000 },
  { on: { lower: 5, upper: Infinity }, scale: 100 },
  { on: { lower: -Infinity, upper: 1 }, scale: 1 },
  { on: { lower: -1, upper: 1 }, scale: 1 },
  { on: unbounded, scale: 10 },
];
const lowerEnd = ({ lower, upper }: Support): number => (lower !== -Infinity ? lower : upper !== Infinity ? upper - 1 : -5);

const coordinate = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe('range', () => {
  for (const { on, scale } of supports) {
    const range = triple.map(([low, likely, high]) => {
      const from = lowerEnd(on);
      const width = on.lower === -1 ? 2 : scale;
      return { family: 'range', low: from + width * low, likely: from + width * likely, high: from + width * high } as const;
    });

    it(`reproduces P10, P50 and P90 to 1e-12 and stays on [${on.lower}, ${on.upper}]`, () => {
      fc.assert(
        fc.property(range, coordinate, (distribution, p) => {
          fc.pre(infeasible(distribution, on) === null);
          const { quantile } = fit(distribution, on);
          const size = Math.max(Math.abs(distribution.low), Math.abs(distribution.high));
          expect(Math.abs(quantile(0.1) - distribution.low)).toBeLessThanOrEqual(1e-12 * size);
          expect(Math.abs(quantile(0.5) - distribution.likely)).toBeLessThanOrEqual(1e-12 * size);
          expect(Math.abs(quantile(0.9) - distribution.high)).toBeLessThanOrEqual(1e-12 * size);
          expect(quantile(p)).toBeGreaterThanOrEqual(on.lower);
          expect(quantile(p)).toBeLessThanOrEqual(on.upper);
          expect(medianOf(distribution, on)).toBe(distribution.likely);
        }),
        { seed: 20260105, numRuns: 300 },
      );
    });
  }

  it('is unmoved by the unit of an unbounded value', () => {
    fc.assert(
      fc.property(triple, coordinate, ([low, likely, high], p) => {
        const one = fit({ family: 'range', low, likely, high }, unbounded).quantile(p);
        const stretched = fit({ family: 'range', low: 3 + 8 * low, likely: 3 + 8 * likely, high: 3 + 8 * high }, unbounded).quantile(p);
        // The bend amplifies the rounding of the three differences, at most (H - L) / (2 min) = 5,000-fold.
        expect(Math.abs(stretched - (3 + 8 * one))).toBeLessThan(1e-10 * (1 + Math.abs(stretched)));
      }),
      { seed: 20260105 },
    );
  });

  it('has finite moments: far up, its logarithm rises no faster than that of a lognormal', () => {
    // From 6 to 8 standard deviations up, the logarithm grows by no more than (H - L) / c a standard deviation.
    const { quantile } = fit({ family: 'range', low: 1, likely: 1.1, high: 50 }, positive);
    const steepest = Math.log(50) / 1.2815515655446004;
    expect(Math.log(quantile(1 - 1e-15) / quantile(1 - 1e-9)) / (7.941345326170998 - 5.997807015007686)).toBeLessThan(steepest);
    // The twin: J-QPD-S II of the same paper, theta exp(lambda sinh(delta (z + c))), of which no moment is finite.
    const shorter = Math.log(1.1);
    const delta = Math.acosh(Math.log(50) / (2 * shorter)) / 1.2815515655446004;
    const logOfSecond = (z: number): number =>
      (Math.log(50) * Math.sinh(delta * (z + 1.2815515655446004))) / Math.sinh(2 * delta * 1.2815515655446004);
    expect((logOfSecond(7.94) - logOfSecond(6)) / 1.94).toBeGreaterThan(steepest);
  });
});

describe('monotone', () => {
  it('no quantile function falls as p rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: fixture.cases.length - 1 }), coordinate, coordinate, (i, p, q) => {
        const { distribution, support } = fixture.cases[i]!;
        const { quantile } = fit(distribution, { lower: Number(support.lower), upper: Number(support.upper) });
        const [small, large] = p < q ? [p, q] : [q, p];
        // Neighbouring p may be out by the rounding of the last digit.
        expect(quantile(small)).toBeLessThanOrEqual(quantile(large) + 4e-15 * Math.abs(quantile(large)));
      }),
      { seed: 20260105, numRuns: 2000 },
    );
  });
});

describe('means', () => {
  const points = 200_000;
  for (const { distribution, support } of fixture.cases) {
    const on: Support = { lower: Number(support.lower), upper: Number(support.upper) };
    const { mean, quantile } = fit(distribution, on);
    if (mean === null) continue;
    it(`the closed form is the integral of the quantile function: ${JSON.stringify(distribution).replace(/"/g, '')}`, () => {
      let sum = 0;
      for (let i = 0; i < points; i++) sum += quantile((i + 0.5) / points);
      const spread = quantile(0.9) - quantile(0.1);
      // The midpoint rule misses at most the two end cells, of weight 1 / points and a few spreads deep.
      const tolerance = (10 * spread) / points;
      expect(Math.abs(sum / points - mean)).toBeLessThan(tolerance);
      expect(Math.abs(sum / points - (mean + 0.02 * spread))).toBeGreaterThan(tolerance);
    });
  }
});

describe('incomplete beta', () => {
  it('solves cases with elementary answers', () => {
    // I_x(1, b) = 1 - (1 - x)^b, I_x(a, 1) = x^a, I_x(1/2, 1/2) = 2 / pi arcsin sqrt x.
    for (const x of [1e-6, 0.1, 0.5, 0.77, 0.999]) {
      expect(incompleteBeta(x, 1, 3.5)).toBeCloseTo(-Math.expm1(3.5 * Math.log1p(-x)), 13);
      expect(incompleteBeta(x, 2.5, 1)).toBeCloseTo(Math.pow(x, 2.5), 13);
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
  });

  it('round trip', () => {
    const parameter = fc.double({ min: 0.3, max: 300, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, b, p) => {
        const x = inverseIncompleteBeta(p, a, b);
        fc.pre(x > 1e-12 && x < 1 - 1e-9);
        expect(Math.abs(incompleteBeta(x, a, b) - p)).toBeLessThan(1e-12);
      }),
      { seed: 20260105, numRuns: 500 },
    );
  });
});

describe('infeasible', () => {
  const refused: readonly (readonly [string, Distribution, Support])[] = [
    ['a range out of order', { family: 'range', low: 2, likely: 1, high: 3 }, positive],
    ['a range with two equal values', { family: 'range', low: 1, likely: 1, high: 3 }, positive],
    ['a range that starts on the bound', { family: 'range', low: 0, likely: 1, high: 3 }, positive],
    ['a share above 1', { family: 'range', low: 0.5, likely: 0.9, high: 1.1 }, share],
    ['a certain share above 1', { family: 'certain', value: 1.1 }, share],
    ['a normal with much of it below 0', { family: 'normal', mean: 1, sd: 1 }, positive],
    ['a lognormal of a negative mean', { family: 'lognormal', mean: -1, sd: 1 }, positive],
    ['a lognormal without spread', { family: 'lognormal', mean: 1, sd: 0 }, positive],
    ['a beta wider than any on its interval', { family: 'beta', mean: 0.5, sd: 0.5, lower: 0, upper: 1 }, share],
    ['a triangular with its mode outside', { family: 'triangular', low: 1, likely: 0.5, high: 2 }, positive],
    ['a PERT of one point', { family: 'pert', low: 1, likely: 1, high: 1 }, positive],
    ['a uniform reversed', { family: 'uniform', low: 2, high: 1 }, positive],
    [
      'a metalog with a falling stretch',
      {
        family: 'metalog',
        quantiles: [
          { p: 0.1, value: 1 },
          { p: 0.4, value: 50 },
          { p: 0.5, value: 51 },
          { p: 0.9, value: 52 },
        ],
      },
      unbounded,
    ],
    ['a list of nothing', { family: 'observed', values: [] }, positive],
    ['a list with a value that is none', { family: 'observed', values: [1, NaN] }, positive],
  ];
  for (const [name, distribution, on] of refused) it(`refuses ${name}`, () => expect(infeasible(distribution, on)).not.toBeNull());

  it('a refused metalog does fall, an accepted one does not', () => {
    const quantile = fc.tuple(
      fc.double({ min: 1, max: 9, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
    );
    let fell = 0;
    fc.assert(
      fc.property(quantile, ([first, ...steps]) => {
        let value = first;
        const distribution: Distribution = {
          family: 'metalog',
          quantiles: [0.1, 0.4, 0.7, 0.9].map((p, i) => ({ p, value: i === 0 ? value : (value += steps[i - 1]!) })),
        };
        const { quantile: q } = fit(distribution, unbounded);
        let falls = false;
        for (let i = 1; i < 4000; i++) falls ||= q((i + 1) / 4001) < q(i / 4001);
        if (falls) fell += 1;
        expect(falls && infeasible(distribution, unbounded) === null).toBe(false);
      }),
      { seed: 20260105 },
    );
    expect(fell).toBeGreaterThan(0);
  });
});
