/**
 * Deferred work as a fluid: what arrived in each open interval, worked off oldest first by what live contacts leave of the agents.
 *
 * Arrivals spread evenly over their interval, work over the interval it is done in. Nothing is allocated while a horizon runs.
 */
export interface Backlog {
  /** [interval] agent seconds that arrived. */
  readonly work: Float64Array;
  /** First interval with something left, and the share of it that is done. */
  oldest: number;
  done: number;
  /** Agent seconds that wait. */
  waiting: number;
}

export const createBacklog = (intervals: number): Backlog => ({ work: new Float64Array(intervals), oldest: 0, done: 0, waiting: 0 });

export function openBacklog(backlog: Backlog): void {
  backlog.work.fill(0);
  backlog.oldest = 0;
  backlog.done = 0;
  backlog.waiting = 0;
}

/** What `serveOldest` has served: the arrivals of an interval from one share to another, when, in intervals since the interval of serving began, and the agent seconds it took. */
export const served = { interval: 0, from: 0, to: 0, begin: 0, end: 0, seconds: 0 };

/**
 * Serves the next of what waits, in interval `now`, with agents for `capacity` seconds of which `used` are gone: fills `served`, or
 * returns false where nothing waits or no capacity is left. Nothing is served before it arrives.
 *
 * @param last the last interval whose arrivals may be served: `now`, or beyond the horizon its last
 */
export function serveOldest(backlog: Backlog, last: number, capacity: number, used: number): boolean {
  const { work } = backlog;
  while (backlog.oldest <= last && (backlog.done >= 1 || work[backlog.oldest] === 0)) {
    backlog.oldest++;
    backlog.done = 0;
  }
  if (backlog.oldest > last || used >= capacity) return false;
  const whole = work[backlog.oldest]!;
  const left = whole * (1 - backlog.done);
  const take = Math.min(left, capacity - used);
  served.interval = backlog.oldest;
  served.from = backlog.done;
  served.to = take === left ? 1 : backlog.done + take / whole;
  served.begin = used / capacity;
  served.end = (used + take) / capacity;
  backlog.done = served.to;
  served.seconds = take;
  backlog.waiting = Math.max(0, backlog.waiting - take);
  return take > 0;
}

/** Share of a stretch of waits, evenly from one to the other, that is within a bound. */
export function shareWithin(bound: number, first: number, last: number): number {
  const [low, high] = first < last ? [first, last] : [last, first];
  if (bound >= high) return 1;
  return bound <= low ? 0 : (bound - low) / (high - low);
}
