import type { FittedDistribution } from './fitted.ts';

/** A plain number. */
export const fitCertain = (value: number): FittedDistribution => ({ quantile: () => value, mean: value });
