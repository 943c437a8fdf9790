import { createExactFloor } from '../floor/calls/exactFloor.ts';
import { createReplicatorOn, type Replicator } from './replicateOn.ts';
import type { Shard, Study } from './study.ts';

/** `createReplicatorOn` the floor that the study names. */
export const createReplicator = (study: Study): Replicator => createReplicatorOn(study, study.floor === 'calls' ? createExactFloor : null);

/** `createReplicator` for a single call. */
export const replicate = (study: Study, from: number, to: number): Shard => createReplicator(study)(from, to);
