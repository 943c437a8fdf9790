/** Replications done at one go: some tens of milliseconds of a large study; between two goes an abort is seen. */
export const chunkSize = 8;
