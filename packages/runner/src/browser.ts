import type { Crew } from './crew.ts';

/** Web Workers. */
export function workerCrew(_workers: number): Crew {
  throw new Error('not built yet');
}
