import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { estimateOverScrambles, probabilityEstimate } from '../../src/study/estimate.ts';
import { distributionOfValues, estimateQuantile } from '../../src/study/distribution.ts';
import type { Estimate } from '../../src/index.ts';
import { studentT975With7 } from '../../src/study/studentT.ts';

describe('studentT975With7', () => {
  /** P(|T| <= t) with 7 degrees of freedom, Abramowitz and Stegun 26.7.3. */
  const within = (t: number) => {
    const a = Math.atan(t / Math.sqrt(7));
    const c = Math.cos(a);
    return (2 / Math.PI) * (a + Math.sin(a) * (c + (2 / 3) * c ** 3 + (8 / 15) * c ** 5));
  };
  it('leaves 2.5% on each side', () => {
    expect(within(studentT975With7)).toBeCloseTo(0.95, 14);
    // Twin: the quantile for 8 degrees of freedom.
    expect(within(2.306004135)).not.toBeCloseTo(0.95, 4);
  });
});

describe('estimateOverScrambles', () => {
  it('is value +- t sd / sqrt 8, worked by hand', () => {
    // Scramble means 1..8: mean 4.5, sum of squares 42, sd^2 = 6, so half-width t sqrt(6 / 8).
    const estimate = estimateOverScrambles((first, step) => (step === 1 ? 4.5 : first + 1))!;
    expect(estimate.value).toBe(4.5);
    expect(estimate.upper - 4.5).toBeCloseTo(2.364624251592785 * Math.sqrt(0.75), 12);
    expect(4.5 - estimate.lower).toBeCloseTo(2.364624251592785 * Math.sqrt(0.75), 12);
  });

  it('is centred on the estimate from all replications, not on the mean of the eight', () => {
    const estimate = estimateOverScrambles((first, step) => (step === 1 ? 10 : first))!;
    expect((estimate.lower + estimate.upper) / 2).toBeCloseTo(10, 12);
  });

  it('is null without contacts in all, or in one scramble', () => {
    expect(estimateOverScrambles(() => NaN)).toBeNull();
    expect(estimateOverScrambles((first, step) => (step === 8 && first === 3 ? NaN : 1))).toBeNull();
  });

  it('lets nothing infinite leave', () => {
    expect(() => estimateOverScrambles(() => Infinity)).toThrow(RangeError);
  });
});

/**
 * Share of studies whose interval covers the truth. Each has N independent draws from an exponential law of mean 1, seeded by name;
 * `widen` scales the half-width for the twin.
 */
function coverage(
  studies: number,
  replications: number,
  truth: number,
  estimate: (draws: Float64Array) => Estimate,
  widen: number,
): number {
  const random = seedrandom('coverage');
  let covered = 0;
  for (let study = 0; study < studies; study++) {
    const { value, upper } = estimate(Float64Array.from({ length: replications }, () => -Math.log(1 - random())));
    if (Math.abs(value - truth) <= (upper - value) * widen) covered++;
  }
  return covered / studies;
}

describe('coverage of the 95% interval (seed "coverage", 2,000 studies of 512 draws)', () => {
  const studies = 2000;
  const mean = (draws: Float64Array) =>
    estimateOverScrambles((first, step) => {
      let sum = 0;
      for (let index = first; index < draws.length; index += step) sum += draws[index]!;
      return (sum * step) / draws.length;
    })!;
  const median = (draws: Float64Array) => estimateQuantile(distributionOfValues(draws), 0.5)!;
  const belowOne = (draws: Float64Array) => probabilityEstimate(Uint8Array.from(draws, (draw) => (draw < 1 ? 1 : 0)));
  // Four standard errors of a share of 0.95 in 2,000 are 1.95 points. Half the width would cover P(|T7| <= 1.18) = 72%.
  const covers = (share: number) => {
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  };
  it.each([
    ['mean', 1, mean],
    ['median', Math.LN2, median],
    ['probability', 1 - Math.exp(-1), belowOne],
  ] as const)('of a %s', (_, truth, estimate) => {
    covers(coverage(studies, 512, truth, estimate, 1));
    expect(() => covers(coverage(studies, 512, truth, estimate, 0.5))).toThrow();
  });
});

describe('probabilityEstimate', () => {
  it('is the share of the replications', () => {
    const has = Uint8Array.from({ length: 64 }, (_, replication) => (replication < 16 ? 1 : 0));
    // Every scramble has 2 of 8: no spread.
    expect(probabilityEstimate(has)).toEqual({ value: 0.25, lower: 0.25, upper: 0.25 });
  });

  it('stays within 0..1', () => {
    const rare = new Uint8Array(64);
    rare[5] = 1;
    const { value, lower, upper } = probabilityEstimate(rare);
    expect(value).toBe(1 / 64);
    expect(lower).toBeGreaterThan(0);
    // One scramble 1/8, seven 0: sd = (1/8) sqrt(1/8), t standard errors are t / 64. At both ends they are as many of their own.
    for (const end of [lower, upper])
      expect(Math.abs(value - end)).toBeCloseTo((2.364624251592785 / 64) * Math.sqrt((end * (1 - end)) / (value * (1 - value))), 12);
    expect(upper).toBeGreaterThan((1 + 2.364624251592785) / 64);
  });

  it.each([64, 4096, 16_384])(
    'bounds certainty among %i replications by Clopper and Pearson: all N hits have a chance of 5%% there',
    (n) => {
      const sure = probabilityEstimate(new Uint8Array(n).fill(1));
      const never = probabilityEstimate(new Uint8Array(n));
      expect(sure).toMatchObject({ value: 1, upper: 1 });
      expect(sure.lower ** n).toBeCloseTo(0.05, 9);
      expect(never).toMatchObject({ value: 0, lower: 0 });
      expect((1 - never.upper) ** n).toBeCloseTo(0.05, 9);
      // Twin: the bound for a replication more.
      expect((0.05 ** (1 / (n + 1))) ** n).not.toBeCloseTo(0.05, 6);
    },
  );
});

describe('a quantile', () => {
  it('is type 7: R, quantile(1:10, c(.05, .5, .9)) = 1.45, 5.5, 9.1', () => {
    const { quantile, cdf } = distributionOfValues(Float64Array.from({ length: 10 }, (_, at) => 10 - at));
    for (const [level, value] of [
      [0.05, 1.45],
      [0.5, 5.5],
      [0.9, 9.1],
    ] as const)
      expect(quantile(level)).toBeCloseTo(value, 12);
    expect([0.9, 1, 5.5, 10].map((x) => cdf(x))).toEqual([0, 0.1, 0.5, 1]);
  });

  it('has the interval of the levels that the scrambles differ by, read back as values', () => {
    // Scramble s has 4 + (s - 3.5) of its 8 values at or below the median of all: shares 1/16, 3/16 ... 15/16, sd sqrt(6) / 8.
    const values = Float64Array.from({ length: 64 }, (_, replication) => {
      const [scramble, point] = [replication % 8, Math.floor(replication / 8)];
      return point <= scramble ? scramble + point / 16 : 100 + scramble + point / 16;
    });
    const shares = Array.from({ length: 8 }, (_, scramble) => (scramble + 1) / 8);
    const mean = shares.reduce((sum, share) => sum + share, 0) / 8;
    const halfWidth = (2.364624251592785 * Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / 7)) / Math.sqrt(8);
    const distribution = distributionOfValues(values);
    const { quantile, byScramble } = distribution;
    // 36 of 64 values are below 100: at that level the shares are those.
    const level = 35.5 / 63;
    expect(byScramble([quantile(level)])).toEqual([shares]);
    expect(estimateQuantile(distribution, level)).toEqual({
      value: quantile(level),
      lower: quantile(level - halfWidth),
      upper: quantile(level + halfWidth),
    });
  });

  it('leaves worlds without contacts out, and is null where there are none', () => {
    const values = Float64Array.from({ length: 64 }, (_, replication) => (replication % 16 < 8 ? 7 : NaN));
    expect(estimateQuantile(distributionOfValues(values), 0.9)).toEqual({ value: 7, lower: 7, upper: 7 });
    expect(estimateQuantile(distributionOfValues(new Float64Array(64).fill(NaN)), 0.5)).toBeNull();
  });
});
