import { cloningCrew, inLineCrew, type Crew } from '../../src/index.ts';
import { bundledCrew } from './threads.ts';

/** Every way of running a study in Node. What one of them passes, all must pass. */
export const crews: readonly { readonly name: string; readonly start: () => Crew }[] = [
  { name: 'in line', start: inLineCrew },
  { name: 'in line, everything cloned', start: cloningCrew },
  ...[1, 2, 5].map((workers) => ({ name: `worker threads: ${workers}`, start: () => bundledCrew(workers) })),
];
