export * from './document.ts';
export * from './problem.ts';
export * from './scenario.ts';
