import type { Shard, Study } from '@percall/core';

/** Replications [from, to) of some models of a study. */
export interface Task {
  readonly study: Study;
  readonly from: number;
  readonly to: number;
  /** Models that are wanted, by their place in the study; totals of the others come back empty. Default: all. */
  readonly models?: readonly number[];
  /**
   * Aborts between two pieces of work, of some tens of milliseconds at most: the promise rejects with the signal's reason, and the crew is free for the
   * next task.
   */
  readonly signal?: AbortSignal;
  /**
   * Replications done so far, of to - from; and those of them that are there without a gap from the first on. Their arrays are views of what comes back
   * in the end: what they show is not written any more.
   */
  readonly onProgress?: (done: number, ready: () => Shard) => void;
}

/** Who runs replications: this thread, worker threads, Web Workers. What comes back has the same bits from all. */
export interface Crew {
  /** 0: the work is done in line. */
  readonly workers: number;
  /** One Shard [from, to). A fault of the program in a worker rejects; a worker that dies or falls silent is replaced and its chunk run again. */
  readonly replicate: (task: Task) => Promise<Shard>;
  /** Ends all workers; what runs rejects. */
  readonly close: () => Promise<void>;
}
