/** When answers are given on the way, by what they take. Times in milliseconds. */
export interface Pace {
  /** How long to wait until an answer from so many replications may be begun; 0: now. */
  readonly wait: (replications: number) => number;
  /** An answer from so many replications has been made, and took so long. */
  readonly made: (replications: number, took: number) => void;
}

/** What is left for the work for each millisecond that an answer takes: it takes half of the time at most. */
const workPerAnswer = 1;

/**
 * Answers every so often, as far as they are cheap: what one takes grows with its replications (every world is priced, measured and sorted anew), so
 * that they become rarer where there are many. What the next one takes is reckoned from the last.
 */
export function createPace(every: number, now: () => number = () => performance.now()): Pace {
  let made = now();
  let took = 0;
  let perReplication = 0;
  return {
    // From the beginning of one to the beginning of the next.
    wait: (replications) => Math.max(0, made + Math.max(every - took, workPerAnswer * perReplication * replications) - now()),
    made: (replications, milliseconds) => {
      made = now();
      took = milliseconds;
      perReplication = took / replications;
    },
  };
}
