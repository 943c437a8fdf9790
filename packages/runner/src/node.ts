import type { Crew } from './crew.ts';

/** Node worker threads. */
export function threadCrew(_workers: number): Crew {
  throw new Error('not built yet');
}
