import replicatorFile from 'virtual:worker/replicator';

/** A worker that runs replications, and answers questions about single intervals. */
export const startReplicator = (): Worker => new Worker(replicatorFile, { type: 'module', name: 'percall' });

/** One worker for each core but the one that draws; a machine of one or two cores still wants two, since drawing is short. */
export const workers = (): number => Math.max(2, Math.min(8, (navigator.hardwareConcurrency || 2) - 1));
