import { pow } from '@percall/numeric';
import type { Model } from '../../model/model.ts';

/** The offer of a callback on a line in one world, and what an interval makes of it. */
export interface Callbacks {
  isOffered: boolean;
  offerWhen: 'wait' | 'queueLength';
  /** Seconds, or contacts. */
  offerFrom: number;
  accepts: number;
  keepsPlace: boolean;
  attempts: number;
  reached: number;
  dialSeconds: number;
  retryAfterSeconds: number;
  promiseSeconds: number;
  /** Mean attempts of one, and the chance that one of them reaches. */
  attemptsEach: number;
  reachedEach: number;
  /** Of an interval: shares of the contacts that are offered one and that take it, their mean wait for an attempt, and their share of those in line. */
  offered: number;
  accepted: number;
  waitSeconds: number;
  shareOfLine: number;
  /** Fewest waiting at whom one is offered; and of those who take it and keep their place, the share whom an agent reaches within the threshold. */
  least: number;
  soon: number;
  /** By how much the last pass of the interval has moved what they take. */
  moved: number;
  /** Callbacks that wait apart from the line when the interval opens. */
  ahead: number;
  /** Of those who find all agents busy and do not balk, the share that takes one: where callbacks wait apart, they leave the line as balkers do. */
  takes: number;
  /** Of those who take one and keep their place, the share whom nobody calls in the interval: where even without any caller agents are too few. */
  unserved: number;
}

export const createCallbacks = (): Callbacks => ({
  isOffered: false,
  offerWhen: 'wait',
  offerFrom: 0,
  accepts: 0,
  keepsPlace: true,
  attempts: 0,
  reached: 0,
  dialSeconds: 0,
  retryAfterSeconds: 0,
  promiseSeconds: 0,
  attemptsEach: 0,
  reachedEach: 0,
  offered: 0,
  accepted: 0,
  waitSeconds: 0,
  shareOfLine: 0,
  least: 0,
  soon: 0,
  moved: 0,
  ahead: 0,
  takes: 0,
  unserved: 0,
});

/** Whether callbacks keep their place in the line: those that leave idle agents to callers do not. */
export const keepPlaces = ({ keepsPlace, reserveIdle }: NonNullable<Model['callback']>): boolean => keepsPlace && reserveIdle === 0;

/** Reads a world's callback; null: the line has none. */
export function openCallbacks(callbacks: Callbacks, model: Model | null, leaves: Float64Array): void {
  const callback = model?.callback ?? null;
  callbacks.isOffered = callback !== null;
  callbacks.offered = 0;
  callbacks.accepted = 0;
  callbacks.waitSeconds = 0;
  callbacks.shareOfLine = 0;
  callbacks.least = 0;
  callbacks.soon = 0;
  callbacks.moved = 0;
  callbacks.ahead = 0;
  callbacks.takes = 0;
  callbacks.unserved = 0;
  if (callback === null) return;
  callbacks.offerWhen = callback.offerWhen;
  callbacks.offerFrom = leaves[callback.offerFrom]!;
  callbacks.accepts = leaves[callback.accepts]!;
  callbacks.keepsPlace = keepPlaces(callback);
  callbacks.attempts = callback.attempts;
  callbacks.reached = leaves[callback.reached]!;
  callbacks.dialSeconds = leaves[callback.dialSeconds]!;
  callbacks.retryAfterSeconds = leaves[callback.retryAfter]!;
  callbacks.promiseSeconds = leaves[callback.promise]!;
  const missed = pow(1 - callbacks.reached, callback.attempts);
  callbacks.reachedEach = 1 - missed;
  callbacks.attemptsEach = callbacks.reached > 0 ? (1 - missed) / callbacks.reached : callback.attempts;
}

/** What `judgeCallbacks` leaves: seconds that a reached callback waits, and the share of the reached ones that are within the promise. */
export const judged = { waitSeconds: 0, kept: 0 };

/**
 * Wait of reached callbacks, and promise kept, where an attempt comes `waitSeconds` after it was asked for. The i-th attempt reaches with chance
 * r (1 - r)^(i - 1), after i waits and i - 1 times until the next try. Single waits differ from their mean by up to a half, evenly: what a
 * customer meets on joining decides, and nothing is known of it but the mean.
 */
export function judgeCallbacks(
  { attempts, reached, retryAfterSeconds, promiseSeconds, reachedEach }: Callbacks,
  waitSeconds: number,
): void {
  judged.waitSeconds = 0;
  judged.kept = 0;
  if (reachedEach <= 0) return;
  let chance = reached;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const mean = attempt * waitSeconds + (attempt - 1) * retryAfterSeconds;
    const spread = 0.5 * waitSeconds;
    const within = spread > 0 ? Math.min(1, Math.max(0, (promiseSeconds - mean + spread) / (2 * spread))) : mean <= promiseSeconds ? 1 : 0;
    judged.waitSeconds += (chance / reachedEach) * mean;
    judged.kept += (chance / reachedEach) * within;
    chance *= 1 - reached;
  }
}

/** Takes over the share that accepts as the levers of a day say. */
export function rampCallbacks(callbacks: Callbacks, { callback }: Model, leaves: Float64Array): void {
  if (callbacks.isOffered && callback !== null) callbacks.accepts = leaves[callback.accepts]!;
}
