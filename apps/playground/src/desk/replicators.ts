import replicatorFile from 'virtual:worker/replicator';

/** A worker that runs replications, and answers questions about single intervals. */
export const startReplicator = (): Worker => new Worker(replicatorFile, { type: 'module', name: 'percall' });

/** Cores, but the one that draws. */
const spare = (): number => Math.min(8, (navigator.hardwareConcurrency || 2) - 1);

/** One worker for each core but the one that draws; a machine of one or two cores still wants two, since drawing is short. */
export const workers = (): number => Math.max(2, spare());

/** Those that make the first answer: on two cores a second would keep the compiler from its work, and draws come between. */
export const workersAtFirst = (): number => Math.max(1, spare());
