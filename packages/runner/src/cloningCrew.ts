import { createReplicator } from '@percall/core';
import type { Crew } from './crew.ts';
import { createInLineCrew } from './inLineCrew.ts';

/**
 * This thread, with everything that would cross to a worker and back cloned as it would be: what does not survive the crossing fails here
 * too, where it is easy to look at. For tests.
 */
export const cloningCrew = (): Crew =>
  createInLineCrew((study) => {
    const replicate = createReplicator(structuredClone(study));
    return (...order) => structuredClone(replicate(...structuredClone(order)));
  });
