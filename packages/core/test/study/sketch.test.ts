import { normalCdf, normalInverse } from '@percall/numeric';
import { describe, expect, it } from 'vitest';
import type { AlongWages } from '../../src/study/alongWages.ts';
import { spreadOf, type Curve, type Spread } from '../../src/study/curve.ts';
import { distributionOfValues, estimateQuantiles } from '../../src/study/distribution.ts';
import { absoluteBin, octaveBins, relativeBin } from '../../src/study/octaveBins.ts';
import { sketchLike, type SketchedDistribution } from '../../src/study/sketch.ts';
import { nodeScores, wageNodes } from '../../src/study/wageNodes.ts';

const n = 16_384;
const levels = [0, 0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 1];

/** Even levels, in an order that gives every scramble some of each. */
const even = Float64Array.from({ length: n }, (_, at) => (((at * 6_361) % n) + 0.5) / n);
const normal = even.map(normalInverse);

const flat = (values: ArrayLike<number>): AlongWages => ({
  replications: values.length,
  isFlat: true,
  fill: (replication, out) => {
    out[0] = values[replication]!;
    return !Number.isNaN(out[0]);
  },
});

/** In two blocks, as a study has them. */
function sketched(values: Float64Array): SketchedDistribution {
  const sketch = sketchLike(flat(values.subarray(0, n / 2)));
  sketch.add(flat(values.subarray(0, n / 2)));
  sketch.add(flat(values.subarray(n / 2)));
  return sketch.distribution();
}

const samples: Readonly<Record<string, Float64Array>> = {
  'a lognormal': normal.map((z) => 4.6 * Math.exp(0.2 * z)),
  'a normal around 0': normal.map((z) => 0.03 * z),
  'a normal beside 0': normal.map((z) => -2 + z),
  'a heavy tail': even.map((p) => (1 - p) ** -2),
  'a heavy tail on both sides': even.map((p) => Math.tan(Math.PI * (p - 0.5))),
  'atoms beside a density': even.map((p) => (p < 0.3 ? 0 : p < 0.5 ? 1 : p < 0.6 ? -3.3 : 1 + p)),
  'one atom': even.map(() => 0.1),
  'nothing but 0': even.map(() => 0),
  'worlds without contacts': even.map((p, at) => (at % 3 === 0 ? NaN : p)),
};

/** How far from `value` the sketch may be. */
const allowed = (value: number, values: Float64Array): number =>
  Math.max(
    relativeBin * Math.abs(value),
    absoluteBin *
      Math.max(
        ...values
          .subarray(0, n / 2)
          .filter((each) => !Number.isNaN(each))
          .map(Math.abs),
      ),
  );

describe('the bins', () => {
  const { binOf, lowerEnd } = octaveBins(1);
  it('hold their values, in order, each at most 1/1024 of them wide or 2^-16 of the largest', () => {
    for (const x of [1e-300, 1e-9, 0.015625, 0.0157, 0.3, 0.9999, 1, 1.5, 7, 1e6, 1e300]) {
      for (const value of [x, -x]) {
        const bin = binOf(value);
        const [from, to] = [lowerEnd(bin), lowerEnd(bin + 1)];
        expect(value < 0 ? from < value && value <= to : from <= value && value < to).toBe(true);
        expect(to - from).toBeLessThanOrEqual(Math.max(relativeBin * Math.abs(value), absoluteBin));
      }
    }
    expect([binOf(0), lowerEnd(0)]).toEqual([0, 0]);
  });
});

describe.each(Object.entries(samples))('a sketch of %s', (_, values) => {
  const exact = distributionOfValues(values);
  const sketch = sketched(values);

  it('has the exact quantiles within its stated error', () => {
    for (const level of levels) {
      const value = exact.quantile(level);
      expect(Math.abs(sketch.quantile(level) - value), `level ${level}`).toBeLessThanOrEqual(allowed(value, values));
    }
    expect([sketch.quantile(0), sketch.quantile(1)]).toEqual([exact.quantile(0), exact.quantile(1)]);
  });

  it('has the shares of the exact distribution between a bin below and a bin above', () => {
    for (const level of levels) {
      const x = exact.quantile(level);
      const reach = allowed(x, values);
      expect(sketch.cdf(x)).toBeGreaterThanOrEqual(exact.cdf(x - 2 * reach));
      expect(sketch.cdf(x)).toBeLessThanOrEqual(exact.cdf(x + 2 * reach));
    }
  });

  it('has the intervals of the exact distribution, within a bin and what a bin moves a level by', () => {
    const reported = [0.05, 0.5, 0.95];
    const [ours, theirs] = [estimateQuantiles(sketch, reported)!, estimateQuantiles(exact, reported)!];
    ours.forEach(({ lower, upper }, at) => {
      for (const [one, other] of [
        [lower, theirs[at]!.lower],
        [upper, theirs[at]!.upper],
      ] as const)
        expect(Math.abs(exact.cdf(one) - exact.cdf(other)) < 0.003 || Math.abs(one - other) <= 2 * allowed(other, values)).toBe(true);
    });
  });
});

/** A 4,096th of the futures: what a sketch may lose where it is made data. */
const part = 1 / 4096;

/** Levels at which what was read is not what the sketch says, a part of the futures lower or higher. */
const misread = ({ quantile }: Spread, sketch: SketchedDistribution): readonly number[] =>
  levels.filter(
    (level) =>
      !(quantile(level) >= sketch.quantile(Math.max(0, level - part)) && quantile(level) <= sketch.quantile(Math.min(1, level + part))),
  );

describe.each(Object.entries(samples))('the curve of %s', (_, values) => {
  const exact = distributionOfValues(values);
  const sketch = sketched(values);

  it('reads as the distribution that it was made of', () => {
    const read = spreadOf(structuredClone(exact.curve()));
    for (const level of levels) {
      const x = exact.quantile(level);
      expect([read.quantile(level), read.cdf(x)]).toEqual([x, exact.cdf(x)]);
    }
  });

  it('reads as the sketch that it was made of, to a 4,096th of the futures', () => {
    const read = spreadOf(structuredClone(sketch.curve()));
    expect(misread(read, sketch)).toEqual([]);
    for (const level of levels) {
      const x = exact.quantile(level);
      const reach = 2 * allowed(x, values);
      expect(read.cdf(x)).toBeGreaterThanOrEqual(exact.cdf(x - reach) - 2 * part);
      expect(read.cdf(x)).toBeLessThanOrEqual(exact.cdf(x + reach) + 2 * part);
    }
  });
});

describe('a curve', () => {
  it('twin: on a grid from the least value to the greatest a heavy tail leaves nothing of the middle', () => {
    const sketch = sketched(samples['a heavy tail on both sides']!);
    const { low, high, cdf } = sketch;
    const step = (high - low) / 4096;
    const grid: Curve = { kind: 'grid', low, step, shares: Float64Array.from({ length: 4097 }, (_, at) => cdf(low + step * at)) };
    expect(misread(spreadOf(grid), sketch)).not.toEqual([]);
  });

  it('of nothing has no value', () => {
    const nothing = sketched(new Float64Array(n).fill(NaN)).curve();
    expect([spreadOf(nothing).quantile(0.5), spreadOf(nothing).cdf(1)]).toEqual([NaN, NaN]);
  });
});

describe('counts', () => {
  it('are the same in whatever order the blocks come', () => {
    const values = samples['a lognormal']!;
    const blocks = [0, 1, 2, 3].map((block) => flat(values.subarray((block * n) / 4, ((block + 1) * n) / 4)));
    const answers = [
      [0, 1, 2, 3],
      [3, 1, 0, 2],
    ].map((order) => {
      const sketch = sketchLike(blocks[0]!);
      for (const block of order) sketch.add(blocks[block]!);
      const { quantile, byScramble } = sketch.distribution();
      return [levels.map(quantile), byScramble([4, 5, 6])];
    });
    expect(answers[0]).toEqual(answers[1]);
  });

  it('of bins a hundred times as wide would break the stated error: sabotage twin', () => {
    const values = samples['a lognormal']!;
    const blurred = values.map((value) => Math.round(value / (100 * relativeBin)) * 100 * relativeBin);
    const [exact, sketch] = [distributionOfValues(values), sketched(blurred)];
    expect(levels.some((level) => Math.abs(sketch.quantile(level) - exact.quantile(level)) > allowed(exact.quantile(level), values))).toBe(
      true,
    );
  });

  it('have no quantile outside 0 to 1, and none of nothing', () => {
    const nothing = new Float64Array(64).fill(NaN);
    expect(() => sketched(even).quantile(1.5)).toThrow(RangeError);
    expect(sketchLike(flat(nothing)).distribution().quantile(0.5)).toBeNaN();
    expect(sketchLike(flat(nothing)).distribution().byScramble([1])[0]).toEqual(new Array(8).fill(NaN));
  });
});

describe('a sketch of lines along the wages', () => {
  /** Worlds whose value is `centre[r] + slope x factor`, the factor standard normal. */
  const lines = (centre: Float64Array, slope: number): AlongWages => ({
    replications: centre.length,
    isFlat: false,
    fill: (replication, out) => {
      for (let node = 0; node < wageNodes; node++) out[node] = centre[replication]! + slope * nodeScores[node]!;
      return true;
    },
  });
  /** The mean of the worlds' own functions, worked out world by world. */
  const cdfOf = (centre: Float64Array, slope: number, of: (x: number) => number) => (x: number) =>
    centre.reduce((sum, each) => sum + of((x - each) / slope), 0) / centre.length;
  /** Of one line of slope 1: straight between the nodes. */
  const line = (x: number): number => {
    const last = wageNodes - 1;
    if (x <= nodeScores[0]!) return 0;
    if (x >= nodeScores[last]!) return 1;
    let node = 0;
    while (nodeScores[node + 1]! <= x) node++;
    const at = (score: number): number => (score === last ? 1 : score === 0 ? 0 : normalCdf((8 * score) / last - 4));
    return at(node) + ((at(node + 1) - at(node)) * (x - nodeScores[node]!)) / (nodeScores[node + 1]! - nodeScores[node]!);
  };
  const some = normal.subarray(0, 1024);

  it.each([
    ['far from 0', some.map((z) => 50 + 4 * z), 3],
    ['around 0', some.map((z) => 0.4 * z), 0.3],
    ['that fall with wages', some.map((z) => 4 * z), -1],
  ])('%s has their mean function, to the rounding of its sums at the ends of bins', (_, centre, slope) => {
    const sketch = sketchLike(lines(centre, slope));
    sketch.add(lines(centre, slope));
    const { quantile, cdf, byScramble } = sketch.distribution();
    const exact = cdfOf(centre, Math.abs(slope), line);
    for (const level of levels.slice(1, -1)) {
      const x = quantile(level);
      const reach = Math.max(relativeBin * Math.abs(x), absoluteBin * 60);
      expect(exact(x - reach)).toBeLessThanOrEqual(level + 1e-12);
      expect(exact(x + reach)).toBeGreaterThanOrEqual(level - 1e-12);
      expect(cdf(x)).toBeCloseTo(level, 10);
      const byEach = byScramble([x])[0]!;
      expect(byEach.reduce((sum, share) => sum + share, 0) / 8).toBeCloseTo(level, 10);
    }
    const { binOf, lowerEnd } = octaveBins(Math.max(...centre.map(Math.abs)) + 4 * Math.abs(slope));
    for (const level of [0.05, 0.5, 0.95]) {
      const end = lowerEnd(binOf(quantile(level)));
      expect(cdf(end)).toBeCloseTo(exact(end), 10);
    }
  });
});
