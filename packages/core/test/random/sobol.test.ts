import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed.ts';
import { directionNumbers, scrambles, scrambleSobol, sobolDimensions, type SobolPoints, sobolWord } from '../../src/random/sobol.ts';
import { uniformOf } from '../../src/random/uniform.ts';

/** Points without scramble, as scramble 0. */
const plain: SobolPoints = { directions: directionNumbers(), shifts: new Int32Array(sobolDimensions) };
const scrambled = scrambleSobol(seedKey('nets'));

/** From generate.py: scipy.stats.qmc.Sobol(64, scramble=False, bits=32), points by index, as 32-bit words. */
const fixture = JSON.parse(readFileSync(new URL('./fixtures/sobol.json', import.meta.url), 'utf8')) as {
  readonly indices: readonly number[];
  readonly words: readonly (readonly number[])[];
};

/** How many of the first 2^m points fall into each of the 2^m boxes that have bits[k] binary digits in dimension dims[k]. */
function worstBox(points: SobolPoints, scramble: number, m: number, dims: readonly number[], bits: readonly number[]): number {
  const boxes = new Int32Array(1 << m);
  for (let i = 0; i < 1 << m; i++) {
    let box = 0;
    dims.forEach(
      (dimension, k) => (box = (box << bits[k]!) | (bits[k] === 0 ? 0 : sobolWord(points, scramble, dimension, i) >>> (32 - bits[k]!))),
    );
    boxes[box]! += 1;
  }
  return boxes.reduce((most, count) => Math.max(most, count), 0);
}

describe("Sobol' points", () => {
  it("are scipy's, in 64 dimensions", () => {
    fixture.indices.forEach((index, i) => {
      expect(Array.from({ length: 64 }, (_, dimension) => sobolWord(plain, 0, dimension, index) >>> 0)).toEqual(fixture.words[i]);
    });
  });

  for (const [name, points, count] of [
    ['plain', plain, 1],
    ['scrambled', scrambled, scrambles],
  ] as const) {
    it(`${name}: every prefix of 2^m points has one point in each of 2^m equal parts of every dimension`, () => {
      for (let scramble = 0; scramble < count; scramble++) {
        for (let m = 1; m <= 10; m += 3) {
          for (let dimension = 0; dimension < sobolDimensions; dimension++) expect(worstBox(points, scramble, m, [dimension], [m])).toBe(1);
        }
      }
    });

    it(`${name}: the first two dimensions are a (0, m, 2)-net`, () => {
      for (let scramble = 0; scramble < count; scramble++) {
        for (const m of [4, 7, 10]) for (let a = 0; a <= m; a++) expect(worstBox(points, scramble, m, [0, 1], [a, m - a])).toBe(1);
      }
    });

    it(`${name}: pairs of the first eight dimensions have t <= 4 at m = 10 (Joe and Kuo choose for small t in pairs)`, () => {
      const t = 4;
      for (let i = 0; i < 8; i++) {
        for (let j = 0; j < i; j++) {
          for (let a = 0; a <= 10 - t; a++) {
            const bits = [a, 10 - t - a] as const;
            const boxes = new Int32Array(1 << (10 - t));
            for (let p = 0; p < 1024; p++) {
              const x = bits[0] === 0 ? 0 : sobolWord(points, 0, i, p) >>> (32 - bits[0]);
              const y = bits[1] === 0 ? 0 : sobolWord(points, 0, j, p) >>> (32 - bits[1]);
              boxes[(x << bits[1]) | y]! += 1;
            }
            expect(boxes.every((inBox) => inBox === 1 << t)).toBe(true);
          }
        }
      }
    });
  }

  it('a net is not to be had by chance: points of two scrambles mixed fail', () => {
    const mixed = new Set<number>();
    for (let i = 0; i < 64; i++) mixed.add(sobolWord(scrambled, i % 2, 0, i) >>> 26);
    expect(mixed.size).toBeLessThan(64);
  });

  it('integrate a smooth function of 12 dimensions far better than chance, without bias', () => {
    // prod (1 + (u - 1/2) / 2): mean 1, variance (1 + 1/48)^12 - 1 = 0.281.
    const estimate = (scramble: number, n: number): number => {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        let product = 1;
        for (let d = 0; d < 12; d++) product *= 1 + (uniformOf(sobolWord(scrambled, scramble, d, i)) - 0.5) / 2;
        sum += product;
      }
      return sum / n;
    };
    const errors = Array.from({ length: scrambles }, (_, scramble) => estimate(scramble, 4096) - 1);
    const rms = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / scrambles);
    expect(rms).toBeLessThan(Math.sqrt(0.281 / 4096) / 10);
    const mean = errors.reduce((sum, error) => sum + error, 0) / scrambles;
    // Student's t with 7 degrees of freedom: 5.4 at 0.001.
    expect(Math.abs(mean)).toBeLessThan((5.4 * rms) / Math.sqrt(scrambles));
  });
});

describe('scrambles', () => {
  it('are independent: the first point of each is uniform and unrelated to the others over many seeds', () => {
    const seeds = 400;
    const first = Array.from({ length: seeds }, (_, seed) => {
      const points = scrambleSobol(seedKey(`scramble ${seed}`));
      return Array.from({ length: scrambles }, (_, scramble) => uniformOf(sobolWord(points, scramble, 3, 5)));
    });
    for (let a = 0; a < scrambles; a++) {
      const mean = first.reduce((sum, row) => sum + row[a]!, 0) / seeds;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4.5 / Math.sqrt(12 * seeds));
      for (let b = 0; b < a; b++) {
        const covariance = first.reduce((sum, row) => sum + (row[a]! - 0.5) * (row[b]! - 0.5), 0) / seeds;
        expect(Math.abs(covariance)).toBeLessThan(4.5 / (12 * Math.sqrt(seeds)));
      }
      // The twin: a scramble and itself.
      const variance = first.reduce((sum, row) => sum + (row[a]! - 0.5) ** 2, 0) / seeds;
      expect(variance).toBeGreaterThan(4.5 / (12 * Math.sqrt(seeds)));
    }
  });

  it('have matrices of their own, not only shifts', () => {
    for (let dimension = 0; dimension < sobolDimensions; dimension++) {
      const differences = Array.from({ length: scrambles }, (_, scramble) => {
        return sobolWord(scrambled, scramble, dimension, 2) ^ sobolWord(scrambled, scramble, dimension, 0);
      });
      expect(new Set(differences).size).toBe(scrambles);
    }
  });

  it('keep no dimension in common: the words of two dimensions differ in about half their bits', () => {
    let same = 0;
    for (let dimension = 1; dimension < sobolDimensions; dimension++) {
      const difference = sobolWord(scrambled, 0, dimension, 0) ^ sobolWord(scrambled, 0, dimension - 1, 0);
      for (let bit = 0; bit < 32; bit++) same += (difference >>> bit) & 1;
    }
    const bits = 32 * (sobolDimensions - 1);
    expect(Math.abs(same - bits / 2)).toBeLessThan(2.5 * Math.sqrt(bits));
  });
});
