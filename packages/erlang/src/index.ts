export * from './centre.ts';
export * from './evaluate.ts';
export { erlangB } from './erlangB.ts';
export type { Patience } from './patience.ts';
export * from './performance.ts';
export type { Must, Problem, Quantity, Refused, TextKey } from './problem.ts';
export * from './serviceLevelRule.ts';
