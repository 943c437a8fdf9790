import type { FittedDistribution } from './fitted.ts';

/** Uniform on [low, high]. */
export const fitUniform = (low: number, high: number): FittedDistribution => ({
  quantile: (p) => low + p * (high - low),
  mean: low + 0.5 * (high - low),
});
