import { readFileSync } from 'node:fs';
import { normalCdf, normalDensity, normalInverse } from '@percall/numeric';
import { describe, expect, it } from 'vitest';
import { fitObserved } from '../../../src/random/distributions/observed.ts';
import { createDurationLaw, type DurationLaw, type DurationSpec } from '../../../src/random/durations/durationLaw.ts';

/** From generate.py. */
const fixture = JSON.parse(readFileSync(new URL('./quantiles.json', import.meta.url), 'utf8')) as {
  readonly scores: readonly number[];
  readonly probabilities: readonly number[];
  readonly cases: readonly {
    readonly spec: DurationSpec;
    readonly byScore: readonly number[];
    readonly byProbability: readonly number[];
  }[];
};

const observed = [312, 298.5, 341.2, 305, 290.1, 377.7, 301.3, 0, 1200];

/** One of each, and the awkward ones. */
const specs: readonly DurationSpec[] = [
  ...fixture.cases.map(({ spec }) => spec),
  { family: 'deterministic' },
  { family: 'empirical', values: observed },
  { family: 'gamma', cv: 1e-7 },
  { family: 'gamma', cv: 1e-4 },
  { family: 'gamma', cv: 4.1 },
  { family: 'gamma', cv: 1000 },
  { family: 'weibull', cv: 1e-7 },
  { family: 'weibull', cv: 1000 },
  { family: 'lognormal', cv: 1000 },
  { family: 'hyperexponential', cv: 1 },
  { family: 'hyperexponential', cv: 1000 },
  { family: 'uniform', spread: 1 },
  { family: 'uniform', spread: 1 / 6 },
];
const named = specs.map((spec) => [JSON.stringify(spec), spec] as const);

function atScores(law: DurationLaw, scores: Iterable<number>): Float64Array {
  const values = Float64Array.from(scores);
  law.fromScores(values, 0, values.length);
  return values;
}

function atUniforms(law: DurationLaw, uniforms: Iterable<number>): Float64Array {
  const values = Float64Array.from(uniforms);
  law.fromUniforms(values, 0, values.length);
  return values;
}

/** The largest relative error; of a quantile below the least double, 0 is right. */
const worst = (got: Float64Array, reference: readonly number[]): number =>
  Math.max(...reference.map((value, i) => (value === 0 ? got[i]! : Math.abs(got[i]! / value - 1))));

/** What the docstrings promise. */
const promised = (spec: DurationSpec): number =>
  spec.family === 'gamma' && spec.cv > 2
    ? 2e-11
    : spec.family === 'weibull' && 'cv' in spec && spec.cv < 0.1
      ? 1e-12
      : spec.family === 'weibull'
        ? 5e-12
        : 1e-12;

describe('quantiles against references in 60 digits', () => {
  for (const { spec, byScore, byProbability } of fixture.cases) {
    it(JSON.stringify(spec), () => {
      const law = createDurationLaw(spec);
      expect(worst(atScores(law, fixture.scores), byScore)).toBeLessThan(promised(spec));
      expect(worst(atUniforms(law, fixture.probabilities), byProbability)).toBeLessThan(promised(spec));
    });
  }

  it('twins: a parameter a millionth off, a score a billionth off', () => {
    for (const { spec, byScore } of fixture.cases) {
      if ('cv' in spec)
        expect(
          worst(atScores(createDurationLaw({ family: spec.family, cv: spec.cv * 1.000001 }), fixture.scores), byScore),
        ).toBeGreaterThan(promised(spec));
      const shifted = fixture.scores.map((z) => z + 1e-9);
      expect(worst(atScores(createDurationLaw(spec), shifted), byScore)).toBeGreaterThan(promised(spec));
    }
  });
});

describe('closed forms', () => {
  const scores = Array.from({ length: 3601 }, (_, i) => -9 + i / 200);

  it('chi-square with 2 k degrees of freedom is 2 k times Erlang-k: Abramowitz and Stegun (1964), table 26.8, six figures', () => {
    for (const [degrees, upper, chiSquare] of [
      [4, 0.99, 0.29711],
      [4, 0.05, 9.48773],
      [10, 0.99, 2.55821],
      [10, 0.05, 18.307],
      [20, 0.99, 8.2604],
      [20, 0.05, 31.4104],
      [30, 0.99, 14.9535],
      [30, 0.05, 43.7729],
    ] as const) {
      const [value] = atUniforms(createDurationLaw({ family: 'erlang', phases: degrees / 2 }), [1 - upper]);
      expect(Math.abs(value! * degrees - chiSquare) / chiSquare).toBeLessThan(3e-6);
    }
  });

  it('Gamma of shape 1/2 is the square of a normal: P(1/2, w^2 / 2) = 2 Phi(w) - 1', () => {
    // Where 2 Phi(w) - 1 is Phi(z): w from the upper tail 2 Phi(-w) = Phi(-z).
    const upper = scores.filter((z) => z > -1);
    const values = atScores(createDurationLaw({ family: 'gamma', cv: Math.SQRT2 }), upper);
    upper.forEach((z, i) => {
      const w = -normalInverse(normalCdf(-z) / 2);
      expect(Math.abs(values[i]! / (w * w) - 1)).toBeLessThan(1e-12);
    });
  });

  it('Erlang-3 lasts longer than x with probability e^-3x (1 + 3x + 9x^2 / 2)', () => {
    const values = atScores(createDurationLaw({ family: 'erlang', phases: 3 }), scores);
    scores.forEach((z, i) => {
      const t = 3 * values[i]!;
      const longer = Math.exp(-t) * (1 + t + (t * t) / 2);
      if (z > -2) expect(Math.abs(longer / normalCdf(-z) - 1)).toBeLessThan(1e-11);
    });
  });

  it('the hyperexponential lasts longer than x with probability p e^-2px + q e^-2qx', () => {
    for (const cv of [1.0001, 1.2, 2, 3, 10, 1000]) {
      const values = atScores(createDurationLaw({ family: 'hyperexponential', cv }), scores);
      const p = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
      const q = 1 / (2 * (cv * cv + 1)) / p;
      scores.forEach((z, i) => {
        const x = values[i]!;
        const below = -p * Math.expm1(-2 * p * x) - q * Math.expm1(-2 * q * x);
        const above = p * Math.exp(-2 * p * x) + q * Math.exp(-2 * q * x);
        expect(Math.abs((z < 0 ? below / normalCdf(z) : above / normalCdf(-z)) - 1)).toBeLessThan(1e-10);
      });
    }
  });

  it('the uniform is at 1 + spread (2 Phi(z) - 1), of a cv of spread / sqrt 3', () => {
    for (const spread of [1e-6, 1 / 6, 0.25, 1]) {
      const law = createDurationLaw({ family: 'uniform', spread });
      atScores(law, scores).forEach((x, i) => expect(Math.abs(x - (1 - spread) - 2 * spread * normalCdf(scores[i]!))).toBeLessThan(1e-15));
      expect(worst(atUniforms(law, [0.25, 0.5, 0.75]), [1 - spread / 2, 1, 1 + spread / 2])).toBeLessThan(1e-15);
      expect(law.cv ** 2).toBeCloseTo((2 * spread) ** 2 / 12, 15);
    }
  });

  it('a Weibull of cv 1 is the exponential, and so are Erlang-1, Gamma and hyperexponential of cv 1', () => {
    const reference = [...atScores(createDurationLaw({ family: 'exponential' }), scores)];
    const same: DurationSpec[] = [
      { family: 'weibull', cv: 1 },
      { family: 'weibull', shape: 1 },
      { family: 'erlang', phases: 1 },
      { family: 'gamma', cv: 1 },
      { family: 'hyperexponential', cv: 1 },
    ];
    for (const spec of same) expect(worst(atScores(createDurationLaw(spec), scores), reference)).toBeLessThan(1e-12);
    for (const cv of [0.999, 1.001])
      expect(worst(atScores(createDurationLaw({ family: 'weibull', cv }), scores), reference)).toBeGreaterThan(1e-4);
  });

  it('a narrow Gamma is its Cornish-Fisher series: 1 + cv z + cv^2 (z^2 - 1) / 3 + cv^3 (z^3 - 7 z) / 36', () => {
    for (const cv of [1e-7, 1e-6, 1e-5, 1e-4]) {
      const values = atScores(createDurationLaw({ family: 'gamma', cv }), scores);
      scores.forEach((z, i) => {
        const rest = cv * cv * ((z * z - 1) / 3) + (cv * cv * cv * (z * z * z - 7 * z)) / 36;
        // The next term is cv^4 (-6 z^4 - 14 z^2 + 32) / 1620.
        expect(Math.abs(values[i]! - (1 + (cv * z + rest)))).toBeLessThan(40 * cv ** 4 + 4e-16);
      });
    }
  });
});

/** E x^k by the trapezoidal rule over scores, whose error fades exponentially with the step for integrands as smooth as these. */
function moments(law: DurationLaw): { mean: number; cv: number } {
  const steps = 64;
  const scores = Array.from({ length: 24 * steps + 1 }, (_, i) => -12 + i / steps);
  const values = atScores(law, scores);
  let [mean, square] = [0, 0];
  scores.forEach((z, i) => {
    const weight = normalDensity(z) / steps;
    mean += weight * values[i]!;
    square += weight * values[i]! * values[i]!;
  });
  return { mean, cv: Math.sqrt(square - mean * mean) };
}

describe('moments by quadrature', () => {
  const smooth: readonly DurationSpec[] = specs.filter(
    (spec) => spec.family !== 'empirical' && spec.family !== 'deterministic' && !('cv' in spec && (spec.cv > 8 || spec.cv < 1e-3)),
  );
  it.each(smooth.map((spec) => [JSON.stringify(spec), spec] as const))('%s', (_, spec) => {
    const law = createDurationLaw(spec);
    const { mean, cv } = moments(law);
    expect(Math.abs(mean - 1)).toBeLessThan(1e-9);
    expect(Math.abs(cv / law.cv - 1)).toBeLessThan(1e-8);
    if ('cv' in spec) expect(law.cv).toBe(spec.cv);
    // Twin: scores that spread 1% more.
    const wider: DurationLaw = {
      ...law,
      fromScores: (values, from, to) => {
        for (let i = from; i < to; i++) values[i]! *= 1.01;
        law.fromScores(values, from, to);
      },
    };
    expect(Math.abs(moments(wider).cv / law.cv - 1)).toBeGreaterThan(1e-3);
  });

  it('those of no leaf: Erlang-k 1 / sqrt(k), exponential 1, deterministic 0, Weibull of shape 1/2 sqrt(5)', () => {
    expect(createDurationLaw({ family: 'erlang', phases: 16 }).cv).toBe(0.25);
    expect(createDurationLaw({ family: 'exponential' }).cv).toBe(1);
    expect(createDurationLaw({ family: 'deterministic' }).cv).toBe(0);
    // Gamma(5) / Gamma(3)^2 = 6.
    expect(createDurationLaw({ family: 'weibull', shape: 0.5 }).cv).toBeCloseTo(Math.sqrt(5), 12);
  });
});

describe('observed durations', () => {
  const law = createDurationLaw({ family: 'empirical', values: observed });
  const reference = fitObserved(observed);
  const uniforms = Array.from({ length: 9 * 4096 }, (_, i) => (i + 0.5) / (9 * 4096));

  it('are the quantiles of fitObserved over their mean, from uniforms and from scores', () => {
    const mean = reference.mean!;
    const expected = uniforms.map((u) => reference.quantile(u) / mean);
    atUniforms(law, uniforms).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 13));
    atScores(law, uniforms.map(normalInverse)).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 10));
  });

  it('have the mean 1 and the stated cv, a little below the sample’s', () => {
    const values = atUniforms(law, uniforms);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const cv = Math.sqrt(values.reduce((sum, x) => sum + (x - 1) ** 2, 0) / values.length);
    // Midpoints miss a line's square by a twelfth of the step's: 1e-7 of the whole here.
    expect(mean).toBeCloseTo(1, 12);
    expect(Math.abs(cv / law.cv - 1)).toBeLessThan(1e-6);
    const sampleCv = Math.sqrt(observed.reduce((sum, x) => sum + (x / reference.mean! - 1) ** 2, 0) / observed.length);
    expect(law.cv).toBeLessThan(sampleCv);
    expect(law.cv).toBeGreaterThan(0.8 * sampleCv);
  });

  it('are kept for as long as their list, and not mixed up', () => {
    expect(createDurationLaw({ family: 'empirical', values: observed })).toBe(law);
    const other = createDurationLaw({ family: 'empirical', values: [1, 2] });
    expect([...atUniforms(other, [0.1, 0.5, 0.9])]).toEqual([2 / 3, 1, 4 / 3]);
    expect([...atScores(createDurationLaw({ family: 'empirical', values: [200] }), [-3, 0, 3])]).toEqual([1, 1, 1]);
  });
});

/** Where values fall, or -1. */
const falls = (values: Float64Array): number => values.findIndex((value, i) => i > 0 && !(value >= values[i - 1]!));

describe.each(named)('%s', (_, spec) => {
  const law = createDurationLaw(spec);
  const scores = Array.from({ length: 20_001 }, (_, i) => -10 + i / 1000);

  it('never falls as the score rises, also across the seams of a table', () => {
    const values = atScores(law, scores);
    expect(falls(values)).toBe(-1);
    expect(values.every((value) => value >= 0 && value < Infinity)).toBe(true);
    const atSeams = atScores(
      law,
      Array.from({ length: 257 }, (_, i) => i / 16 - 8).flatMap((seam) => [seam - 1e-6, seam, seam + 1e-6]),
    );
    expect(falls(atSeams)).toBe(-1);
    const uniforms = atUniforms(
      law,
      Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000),
    );
    expect(falls(uniforms)).toBe(-1);
  });

  it('agrees from scores and from their probabilities', () => {
    const central = scores.filter((z) => Math.abs(z) < 5);
    const fromScores = atScores(law, central);
    const fromUniforms = atUniforms(law, central.map(normalCdf));
    // A probability near 1 is rounded to 2^-53, which moves the score by up to 1e-10 at 5, and a duration by that times the slope of its logarithm.
    const slope = Math.max(1, law.cv);
    expect(worst(fromUniforms, [...fromScores]) / slope).toBeLessThan(1e-8);
  });

  it('gives the same bits again: in another law of the spec, in other batches, cold and compiled; and touches nothing outside a batch', () => {
    const sample = scores.filter((_, i) => i % 37 === 0);
    for (const fill of ['fromScores', 'fromUniforms'] as const) {
      const start = Float64Array.from(fill === 'fromScores' ? sample : sample.map((z) => normalCdf(z / 2)));
      const whole = start.slice();
      law[fill](whole, 0, whole.length);
      const again = createDurationLaw(structuredClone(spec));
      const parts = start.slice();
      again[fill](parts, 7, 100);
      expect([...parts.subarray(0, 7)]).toEqual([...start.subarray(0, 7)]);
      expect([...parts.subarray(100)]).toEqual([...start.subarray(100)]);
      again[fill](parts, 0, 7);
      for (let i = 100; i < parts.length; i++) again[fill](parts, i, i + 1);
      expect([...parts]).toEqual([...whole]);
      const warm = new Float64Array(start.length);
      for (let k = 0; k < 200; k++) {
        warm.set(start);
        law[fill](warm, 0, warm.length);
      }
      expect([...warm]).toEqual([...whole]);
    }
  });
});

describe('what is no law', () => {
  it.each<DurationSpec>([
    { family: 'lognormal', cv: -0.1 },
    { family: 'gamma', cv: NaN },
    { family: 'weibull', cv: Infinity },
    { family: 'weibull', shape: 0 },
    { family: 'erlang', phases: 0 },
    { family: 'erlang', phases: 2.5 },
    { family: 'hyperexponential', cv: 0.9 },
    { family: 'uniform', spread: 0 },
    { family: 'uniform', spread: 1.01 },
    { family: 'empirical', values: [] },
    { family: 'empirical', values: [0, 0] },
    { family: 'empirical', values: [5, -1] },
  ])('%o throws', (spec) => expect(() => createDurationLaw(spec)).toThrow(RangeError));

  it('a cv of 0, or as good as, is deterministic', () => {
    for (const family of ['lognormal', 'gamma', 'weibull'] as const)
      for (const cv of [0, 1e-8, Number.MIN_VALUE]) expect([...atScores(createDurationLaw({ family, cv }), [-6, 0, 6])]).toEqual([1, 1, 1]);
  });
});
