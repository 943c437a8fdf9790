import { exp, expm1 } from '@percall/numeric';
import type { Centre } from './centre.ts';
import { DEFAULT_THRESHOLD_SECONDS, joiningLoadErlangs, numbersProblem, stabilityProblem } from './centre.ts';
import { weightBelow } from './erlangB.ts';
import { patienceLaw } from './patience.ts';
import type { Performance } from './performance.ts';
import type { Refused } from './problem.ts';
import { refused } from './problem.ts';
import type { QueueOutcome } from './virtualWait.ts';
import { queueOutcome } from './virtualWait.ts';

export interface Evaluated {
  readonly ok: true;
  readonly performance: Performance;
}

/**
 * The steady state of a centre: Erlang B (no waiting places), C (nobody hangs up), A (exponential patience) or M/M/n+G (any other), each with or
 * without balking and a limit on waiting places.
 *
 * With weights relative to "exactly all agents busy": the states below weigh 1/B(n) - 1 (`weightBelow`), those above n / AHT times the integral of
 * the virtual wait's density (`queueOutcome`); every result is a sum of positive parts over the total weight.
 *
 * Relative error below 1e-10 for every result above 1e-12, from 0.1 to 100,000 erlangs, under and over load.
 *
 * A fault in the numbers, or a queue that would grow for ever, comes back as `{ok: false, problem}`.
 *
 * Sources: Erlang (1917); Palm (1957); Garnett, Mandelbaum and Reiman (2002); Baccelli and Hebuterne (1981); Zeltyn and Mandelbaum (2005).
 */
export function evaluate(centre: Centre): Evaluated | Refused {
  const problem = numbersProblem(centre) ?? stabilityProblem(centre);
  return problem ? refused(problem) : { ok: true, performance: performanceOf(centre) };
}

/** `evaluate` for a centre known to be sound. */
export function performanceOf(centre: Centre): Performance {
  const { callsPerHour, ahtSeconds, agents } = centre;
  const thresholdSeconds = centre.thresholdSeconds ?? DEFAULT_THRESHOLD_SECONDS;
  const balking = centre.balkFraction ?? 0;
  const offeredLoadErlangs = (callsPerHour * ahtSeconds) / 3600;
  const queue = outcomeOf(centre, thresholdSeconds);
  const below = weightBelow(offeredLoadErlangs, agents);
  const above = queue.weight + queue.fullWeight;

  const immediate = 1 / (1 + (above / below) * exp(queue.logScale));
  const allBusy = 1 / (1 + (below / above) * exp(-queue.logScale));
  const blocked = (allBusy * queue.fullWeight) / above;
  const balked = (balking * allBusy * queue.weight) / above;
  const waiting = ((1 - balking) * allBusy * queue.weight) / above;

  const answered = immediate + waiting * queue.answered;
  const answeredWithin = immediate + waiting * queue.answeredWithin;
  const answeredAfter = waiting * queue.answeredAfter;
  const waitingAfter = waiting * queue.waitingAfter;
  const shortAbandoned = balked + waiting * queue.abandonedWithin;
  const abandoned = balked + waiting * queue.abandoned;
  const notShortAbandoned = answeredWithin + waitingAfter + blocked;
  const meanBusyAgents = offeredLoadErlangs * answered;
  return {
    thresholdSeconds,
    offeredLoadErlangs,
    occupancyFraction: meanBusyAgents / agents,
    meanBusyAgents,
    immediateFraction: immediate,
    allBusyFraction: allBusy,
    waitFraction: waiting,
    blockedFraction: blocked,
    balkedFraction: balked,
    abandonedFraction: abandoned,
    answeredFraction: answered,
    abandonedOfWaitersFraction: queue.abandoned,
    asaSeconds: (waiting * queue.answeredWaitSeconds) / answered,
    meanWaitSeconds: (waiting * queue.waitSeconds) / (immediate + balked + waiting),
    meanWaitOfWaitersSeconds: queue.waitSeconds,
    meanWaitOfAbandonersSeconds: queue.abandoned > 0 ? queue.abandonedWaitSeconds / queue.abandoned : null,
    meanQueue: (callsPerHour / 3600) * waiting * queue.waitSeconds,
    waitBeyondThresholdFraction: waitingAfter,
    answeredWaitBeyondThresholdFraction: answeredAfter / answered,
    shortAbandonedFraction: shortAbandoned,
    serviceLevel: {
      'answered / offered': answeredWithin,
      'answered / answered': answeredWithin / answered,
      'answered / (offered - short abandoned)': answeredWithin / notShortAbandoned,
      '(answered + short abandoned) / offered': Math.min(1, answeredWithin + shortAbandoned),
    },
    serviceLevelShortfall: {
      'answered / offered': blocked + abandoned + answeredAfter,
      'answered / answered': answeredAfter / answered,
      'answered / (offered - short abandoned)': (blocked + waitingAfter) / notShortAbandoned,
      '(answered + short abandoned) / offered': blocked + waitingAfter,
    },
  };
}

function outcomeOf(centre: Centre, threshold: number): QueueOutcome {
  const places = centre.waitingPlaces ?? Infinity;
  const patience = centre.patience ?? { family: 'infinite' };
  const joiningLoad = joiningLoadErlangs(centre);
  const drain = centre.agents / centre.ahtSeconds;
  if (places === 0) return noQueue;
  if (patience.family === 'infinite' && places === Infinity) {
    return patientOutcome(drain, (centre.agents - joiningLoad) / centre.ahtSeconds, threshold);
  }
  return queueOutcome(joiningLoad / centre.ahtSeconds, drain, patienceLaw(patience), places, threshold);
}

/** Nobody may wait: only the state "all agents busy" weighs. */
const noQueue: QueueOutcome = {
  weight: 0,
  fullWeight: 1,
  logScale: 0,
  abandoned: 0,
  abandonedWithin: 0,
  answered: 0,
  answeredWithin: 0,
  answeredAfter: 0,
  waitingAfter: 0,
  waitSeconds: 0,
  answeredWaitSeconds: 0,
  abandonedWaitSeconds: 0,
};

/** Nobody hangs up and places never run out: the wait of those who wait is exponential with rate `spare` = (n - load) / AHT. Erlang C. */
function patientOutcome(drain: number, spare: number, threshold: number): QueueOutcome {
  const after = exp(-spare * threshold);
  return {
    ...noQueue,
    weight: drain / spare,
    fullWeight: 0,
    answered: 1,
    answeredWithin: -expm1(-spare * threshold),
    answeredAfter: after,
    waitingAfter: after,
    waitSeconds: 1 / spare,
    answeredWaitSeconds: 1 / spare,
  };
}
