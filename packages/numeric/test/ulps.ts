import { readFileSync } from 'node:fs';

/** One line of a fixture: the arguments, the true value rounded to a double, and what the rounding left out in ulps of it. */
export interface Point {
  arguments: number[];
  head: number;
  rest: number;
}

/** Reads test/fixtures/NAME.json, written by test/fixtures/generate.py. */
export function fixture(name: string): Point[] {
  const rows = JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as number[][];
  return rows.map((row) => ({ arguments: row.slice(0, -2), head: row.at(-2)!, rest: row.at(-1)! }));
}

const bits = new Float64Array(1);
const integer = new BigInt64Array(bits.buffer);

/** Distance from |value| to the next larger double. */
export function ulp(value: number): number {
  const size = Math.abs(value);
  bits[0] = size;
  integer[0]! += 1n;
  return bits[0] - size;
}

/** The largest error of `candidate` over the points, in ulps of the true value; Infinity when a result is not finite. */
export function largestError(points: readonly Point[], candidate: (...values: number[]) => number): number {
  let largest = 0;
  for (const { arguments: values, head, rest } of points) {
    const error = Math.abs((candidate(...values) - head) / ulp(head) - rest);
    if (!(error <= largest)) largest = Number.isFinite(error) ? error : Infinity;
  }
  return largest;
}
