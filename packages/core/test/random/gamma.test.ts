import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillGamma, gammaKeys } from '../../src/random/gamma.ts';
import { purposes } from '../../src/random/keyedStream.ts';
import { nameHash } from '../../src/random/nameHash.ts';
import { seedKey } from '../../src/random/seed.ts';

/** From generate.py: scipy.stats.gamma.ppf, mean 1. */
const fixture = JSON.parse(readFileSync(new URL('./fixtures/gamma.json', import.meta.url), 'utf8')) as {
  readonly probabilities: readonly number[];
  readonly cases: readonly { readonly cv: number; readonly quantiles: readonly number[] }[];
};

const keys = gammaKeys(seedKey('gamma'), purposes.withinDay);
const name = nameHash('billing');
const slots = Int32Array.from({ length: 1000 }, (_, i) => i);

function draws(cv: number, replications: number): Float64Array {
  const all = new Float64Array(replications * slots.length);
  for (let r = 0; r < replications; r++) fillGamma(all.subarray(r * slots.length, (r + 1) * slots.length), slots, cv, keys, r, name);
  return all;
}

const n = 200_000;
/** Largest distance of the share of draws below a quantile from its probability, in standard errors of a binomial share. */
const worst = (all: Float64Array, quantiles: readonly number[]): number =>
  Math.max(
    ...fixture.probabilities.map((p, i) => {
      const below = all.reduce((count, x) => count + (x < quantiles[i]! ? 1 : 0), 0) / all.length;
      return Math.abs(below - p) / Math.sqrt((p * (1 - p)) / all.length);
    }),
  );

describe('Gamma of mean 1', () => {
  for (const { cv, quantiles } of fixture.cases) {
    it(`cv ${cv}: the law at seven quantiles and two moments (seed "gamma")`, () => {
      const all = draws(cv, n / slots.length);
      expect(worst(all, quantiles)).toBeLessThan(4);
      const mean = all.reduce((sum, x) => sum + x, 0) / n;
      expect(Math.abs(mean - 1)).toBeLessThan((4 * cv) / Math.sqrt(n));
      const variance = all.reduce((sum, x) => sum + (x - 1) ** 2, 0) / n;
      // Fourth central moment of the Gamma: (3 + 6 cv^2) cv^4.
      expect(Math.abs(variance - cv * cv)).toBeLessThan((4 * cv * cv * Math.sqrt(2 + 6 * cv * cv)) / Math.sqrt(n));
      // Twin: a cv 3% larger.
      expect(worst(draws(cv * 1.03, n / slots.length), quantiles)).toBeGreaterThan(4);
    });
  }

  it('cv 0 is exactly 1', () => expect([...new Set(draws(0, 1))]).toEqual([1]));

  it.each([1e-8, 1e-160, 1e-300, Number.MIN_VALUE])('cv %d is 1 as well: its square would leave the doubles', (cv) =>
    expect([...new Set(draws(cv, 1))]).toEqual([1]),
  );

  it('the least cv that counts still spreads by as much', () => {
    const all = draws(1e-7, 20);
    const variance = all.reduce((sum, x) => sum + (x - 1) ** 2, 0) / all.length;
    // 20,000 draws: the standard error of a standard deviation is cv / sqrt(40,000), half a percent.
    expect(Math.sqrt(variance) / 1e-7).toBeGreaterThan(0.97);
    expect(Math.sqrt(variance) / 1e-7).toBeLessThan(1.03);
  });

  it('a slot is the same whichever slots stand beside it', () => {
    for (const cv of [0.05, 0.9, 1.7]) {
      const all = draws(cv, 1);
      const some = Int32Array.of(999, 7, 8, 250, 3);
      const out = new Float64Array(some.length);
      fillGamma(out, some, cv, keys, 0, name);
      expect([...out]).toEqual(Array.from(some, (slot) => all[slot]!));
    }
  });

  it('moves smoothly with cv: a step of 1e-6 moves all but the rarest slot by a few 1e-6, and no slot shifts another', () => {
    for (const cv of [0.05, 0.3, 0.8, 1.5]) {
      const [a, b] = [draws(cv, 20), draws(cv + 1e-6, 20)];
      const jumped = a.reduce((count, x, i) => count + (Math.abs(x - b[i]!) > 1e-4 ? 1 : 0), 0);
      // A slot jumps only where its uniform lies between the two acceptance bounds: a few 1e-6 of 20,000.
      expect(jumped).toBeLessThanOrEqual(1);
      expect(a.some((x, i) => x !== b[i])).toBe(true);
    }
  });

  it('names, replications and slots are uncorrelated', () => {
    const other = new Float64Array(slots.length);
    fillGamma(other, slots, 0.3, keys, 0, nameHash('technical'));
    const all = draws(0.3, 2);
    const covariance = (x: (i: number) => number, y: (i: number) => number): number => {
      let sum = 0;
      for (let i = 0; i + 1 < slots.length; i++) sum += (x(i) - 1) * (y(i) - 1);
      return sum / (slots.length - 1);
    };
    const bound = (4.5 * 0.09) / Math.sqrt(slots.length);
    expect(
      Math.abs(
        covariance(
          (i) => all[i]!,
          (i) => other[i]!,
        ),
      ),
    ).toBeLessThan(bound);
    expect(
      Math.abs(
        covariance(
          (i) => all[i]!,
          (i) => all[i + slots.length]!,
        ),
      ),
    ).toBeLessThan(bound);
    expect(
      Math.abs(
        covariance(
          (i) => all[i]!,
          (i) => all[i + 1]!,
        ),
      ),
    ).toBeLessThan(bound);
    expect(
      Math.abs(
        covariance(
          (i) => all[i]!,
          (i) => all[i]!,
        ),
      ),
    ).toBeGreaterThan(bound);
  });
});
