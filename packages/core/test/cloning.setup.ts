import { vi } from 'vitest';
import type * as Replicate from '../src/study/replicate.ts';

/**
 * Puts a boundary around the replicator: the study is cloned on its way in, orders and totals each time, as between a page and its worker.
 * What does not survive the crossing (a function in a Model, a class, two names for one array) fails the suite.
 */
vi.mock('../src/study/replicate.ts', async (importOriginal) => {
  const original = await importOriginal<typeof Replicate>();
  const createReplicator: typeof original.createReplicator = (study) => {
    const replicate = original.createReplicator(structuredClone(study));
    return (...order) => structuredClone(replicate(...structuredClone(order)));
  };
  return {
    ...original,
    createReplicator,
    replicate: ((study, from, to) => createReplicator(study)(from, to)) satisfies typeof original.replicate,
  };
});
