export type * from './model/model.ts';
export { costCategories } from './model/model.ts';
export type * from './world/world.ts';
export * from './floor/outcome.ts';
export * from './floor/totals.ts';
export type * from './kpis/kpi.ts';
export * from './study/results.ts';
export type * from './study/study.ts';
