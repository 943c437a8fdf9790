import { expSum } from './expSum.ts';

/** 1 / sqrt(2 pi) */
const PEAK = 0.3989422804014327;

/** Standard normal density e^(-x^2/2) / sqrt(2 pi), within 2 ulp over the whole line; x^2 is carried as two doubles. */
export function normalDensity(x: number): number {
  const size = Math.abs(x);
  if (size > 39) return 0;
  const head = Math.fround(size);
  return expSum(-0.5 * head * head, 0.5 * (head - size) * (head + size), PEAK);
}
