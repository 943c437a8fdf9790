import replicatorFile from 'virtual:worker/replicator';

/** A worker that runs replications, and answers questions about single intervals. */
export const startReplicator = (): Worker => new Worker(replicatorFile, { type: 'module', name: 'percall' });
