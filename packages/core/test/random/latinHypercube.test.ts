import { describe, expect, it } from 'vitest';
import { latinHypercube, type Hypercube } from '../../src/random/latinHypercube.ts';
import { nameHash } from '../../src/random/nameHash.ts';
import { seedKey } from '../../src/random/seed.ts';

const axes = Array.from({ length: 12 }, (_, at) => nameHash(`axis ${at}`));
const cells = (cube: Hypercube, points: number, axis: number, scramble = 0): number[] =>
  Array.from({ length: points }, (_, point) => cube(scramble, axes[axis]!, point));

/** Correlation of the cells of two axes. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const middle = (a.length - 1) / 2;
  const square = a.reduce((sum, cell) => sum + (cell - middle) ** 2, 0);
  return a.reduce((sum, cell, at) => sum + (cell - middle) * (b[at]! - middle), 0) / square;
}

describe('Latin hypercubes', () => {
  it.each([8, 13, 32, 128, 1000, 2048])('%i points: each cell of each axis once, in every scramble', (points) => {
    const cube = latinHypercube(seedKey('cubes'), points);
    for (let axis = 0; axis < 3; axis++)
      for (let scramble = 0; scramble < 8; scramble++)
        expect(cells(cube, points, axis, scramble).sort((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, cell) => cell));
  });

  it('axes, scrambles and seeds have orders of their own', () => {
    const points = 2048;
    const cube = latinHypercube(seedKey('cubes'), points);
    const columns = [
      ...axes.map((_, axis) => cells(cube, points, axis)),
      ...[1, 2, 3].map((scramble) => cells(cube, points, 0, scramble)),
      cells(latinHypercube(seedKey('others'), points), points, 0),
      Array.from({ length: points }, (_, cell) => cell),
    ];
    // The correlation of two random orders has variance 1 / (n - 1); 136 pairs, of which the largest is beyond 4.2 once in 300 times.
    for (let i = 0; i < columns.length; i++)
      for (let j = 0; j < i; j++) expect(Math.abs(correlation(columns[i]!, columns[j]!)) * Math.sqrt(points - 1)).toBeLessThan(4.2);
    // Twin: one order for all axes.
    expect(Math.abs(correlation(columns[0]!, columns[0]!)) * Math.sqrt(points - 1)).toBeGreaterThan(4.2);
  });

  it('all orders of few points come alike', () => {
    // 24 orders of four points over 2,400 axes: chi-square with 23 degrees of freedom, beyond 49.7 once in a thousand.
    const cube = latinHypercube(seedKey('orders'), 4);
    const counts = new Map<string, number>();
    for (let axis = 0; axis < 2400; axis++) {
      const order = [0, 1, 2, 3].map((point) => cube(0, nameHash(`${axis}`), point)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(chiSquare).toBeLessThan(49.7);
  });
});
