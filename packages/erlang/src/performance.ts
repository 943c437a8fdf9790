import type { ServiceLevelRule } from './serviceLevelRule.ts';

/**
 * What a centre does in the long run. Shares are of all offered contacts (answered + abandoned + blocked) unless their name says otherwise.
 * T is the threshold. `null` means that there is nobody to average over.
 */
export interface Performance {
  readonly thresholdSeconds: number;
  /** Calls per hour times AHT: what the agents would do if everybody were answered. */
  readonly offeredLoadErlangs: number;
  /** Handle time over agents' time on duty. */
  readonly occupancyFraction: number;
  readonly meanBusyAgents: number;
  /** Find an agent free. */
  readonly immediateFraction: number;
  /** Find every agent busy: wait, balk or are blocked. */
  readonly allBusyFraction: number;
  /** Join the queue: the probability of waiting. */
  readonly waitFraction: number;
  /** Find every waiting place taken. */
  readonly blockedFraction: number;
  /** Find every agent busy and leave at once. */
  readonly balkedFraction: number;
  /** Leave without an answer, balkers included, blocked ones not. */
  readonly abandonedFraction: number;
  readonly answeredFraction: number;
  /** Share of those who join the queue that hang up in it: P(abandon | wait > 0). */
  readonly abandonedOfWaitersFraction: number;
  /** Average speed of answer: mean wait of the answered. */
  readonly asaSeconds: number;
  /** Mean wait of all who are not blocked, whatever its end; balkers wait 0 s. */
  readonly meanWaitSeconds: number;
  /** Mean wait of those who join the queue. */
  readonly meanWaitOfWaitersSeconds: number;
  /** Mean time to hanging up of those who hang up in the queue. */
  readonly meanWaitOfAbandonersSeconds: number | null;
  readonly meanQueue: number;
  /** P(wait > T) over all offered, whatever the wait's end; the blocked do not wait. */
  readonly waitBeyondThresholdFraction: number;
  /** P(wait > T) over the answered. */
  readonly answeredWaitBeyondThresholdFraction: number;
  /** P(abandon within T), balkers included. */
  readonly shortAbandonedFraction: number;
  readonly serviceLevel: Readonly<Record<ServiceLevelRule, number>>;
  /** 1 - service level, summed from its own parts: keeps its digits where the level is nearly 1. */
  readonly serviceLevelShortfall: Readonly<Record<ServiceLevelRule, number>>;
}
