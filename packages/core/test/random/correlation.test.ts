import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyFactor } from '../../src/random/correlation/choleskyFactor.ts';
import { nearestCorrelation } from '../../src/random/correlation/nearestCorrelation.ts';
import { rankCorrelation, scoreCorrelation } from '../../src/random/correlation/spearman.ts';
import { symmetricEigen } from '../../src/random/correlation/symmetricEigen.ts';
import { sine } from '../../src/random/sine.ts';

describe('sine', () => {
  it('has the known values at pi / 6, pi / 4 and pi / 2, and those of the host elsewhere', () => {
    expect(Math.abs(sine(Math.PI / 6) - 0.5)).toBeLessThan(2e-16);
    expect(Math.abs(sine(Math.PI / 4) - Math.SQRT1_2)).toBeLessThan(2e-16);
    expect(sine(Math.PI / 2)).toBe(1);
    expect(sine(0)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }), (x) => {
        // The host's sine is within an ulp of the truth.
        expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThanOrEqual(4e-16 * Math.abs(Math.sin(x)));
        expect(sine(-x) + sine(x)).toBe(0);
      }),
      { seed: 20260105, numRuns: 2000 },
    );
  });
});

describe("Spearman's rho of a Gaussian copula", () => {
  it('is 2 sin(pi rho / 6), and back', () => {
    expect(scoreCorrelation(1)).toBeCloseTo(1, 15);
    expect(scoreCorrelation(0.5)).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15);
    expect(scoreCorrelation(0.5)).not.toBeCloseTo(0.5, 2);
    for (const rho of [-1, -0.3, 0, 0.7, 0.99]) expect(rankCorrelation(scoreCorrelation(rho))).toBeCloseTo(rho, 14);
  });
});

const matrix = (n: number): fc.Arbitrary<Float64Array> =>
  fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: n * n, maxLength: n * n }).map((entries) => {
    const m = Float64Array.from(entries, (entry) => entry / 1000);
    for (let i = 0; i < n; i++) {
      m[i * n + i] = 1;
      for (let j = 0; j < i; j++) m[i * n + j] = m[j * n + i]!;
    }
    return m;
  });

describe('eigenvalues', () => {
  it('rebuild the matrix', () => {
    fc.assert(
      fc.property(matrix(5), (m) => {
        const { values, vectors } = symmetricEigen(m, 5);
        for (let i = 0; i < 5; i++) {
          for (let j = 0; j < 5; j++) {
            let sum = 0;
            let dot = 0;
            for (let k = 0; k < 5; k++) {
              sum += vectors[i * 5 + k]! * values[k]! * vectors[j * 5 + k]!;
              dot += vectors[k * 5 + i]! * vectors[k * 5 + j]!;
            }
            expect(Math.abs(sum - m[i * 5 + j]!)).toBeLessThan(1e-13);
            expect(Math.abs(dot - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          }
        }
      }),
      { seed: 20260105 },
    );
  });
});

describe('Cholesky', () => {
  it('squares back, or the matrix has a negative eigenvalue', () => {
    let refused = 0;
    fc.assert(
      fc.property(matrix(3), (m) => {
        const factor = choleskyFactor(m, 3);
        const least = Math.min(...symmetricEigen(m, 3).values);
        if (factor === null) {
          refused += 1;
          expect(least).toBeLessThan(0);
          return;
        }
        expect(least).toBeGreaterThan(-1e-8);
        for (let i = 0; i < 3; i++) {
          for (let j = 0; j < 3; j++) {
            let sum = 0;
            for (let k = 0; k < 3; k++) sum += factor[i * 3 + k]! * factor[j * 3 + k]!;
            // A pivot below 1e-9 counts as none, which moves an entry by at most sqrt(1e-9).
            expect(Math.abs(sum - m[i * 3 + j]!)).toBeLessThan(4e-5);
          }
        }
      }),
      { seed: 20260105, numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('takes perfect correlation', () => {
    expect([...choleskyFactor(Float64Array.of(1, 1, 1, 1), 2)!]).toEqual([1, 0, 1, 0]);
    expect([...choleskyFactor(Float64Array.of(1, -1, -1, 1), 2)!]).toEqual([1, 0, -1, 0]);
  });
});

describe('nearest correlation matrix', () => {
  it("solves Higham's (2002) 3 x 3 example", () => {
    const nearest = nearestCorrelation(Float64Array.of(1, 1, 0, 1, 1, 1, 0, 1, 1), 3);
    const expected = [1, 0.7607, 0.1573, 0.7607, 1, 0.7607, 0.1573, 0.7607, 1];
    nearest.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(5e-5));
  });

  it('leaves a valid matrix alone and makes any other valid, no farther than one found by shrinking', () => {
    fc.assert(
      fc.property(matrix(4), (m) => {
        const nearest = nearestCorrelation(m, 4);
        const least = Math.min(...symmetricEigen(m, 4).values);
        const distance = (other: Float64Array): number => Math.sqrt(other.reduce((sum, value, i) => sum + (value - m[i]!) ** 2, 0));
        expect(Math.min(...symmetricEigen(nearest, 4).values)).toBeGreaterThan(-1e-6);
        for (let i = 0; i < 4; i++) expect(nearest[i * 5]).toBe(1);
        if (least >= 0) expect(distance(nearest)).toBeLessThan(1e-8);
        else {
          // t m + (1 - t) I is valid where t (least - 1) + 1 >= 0.
          const t = 1 / (1 - least);
          const shrunk = m.map((value, i) => (i % 5 === 0 ? 1 : t * value));
          expect(distance(nearest)).toBeLessThanOrEqual(distance(shrunk) + 1e-6);
        }
      }),
      { seed: 20260105 },
    );
  });
});
