import type { Patience } from './patience.ts';
import { patienceProblem } from './patienceProblem.ts';
import type { Problem } from './problem.ts';
import { infeasible, notAbove, notAtLeast, notBetween } from './problem.ts';

/** A pool of alike agents in a steady state: Poisson arrivals, exponential handle times, first come first served. */
export interface Centre {
  readonly callsPerHour: number;
  /** Mean handle time, after-contact work included. */
  readonly ahtSeconds: number;
  /** At least 1. Need not be whole: between whole numbers the results are the standard continuous extension. */
  readonly agents: number;
  /** Absent: nobody hangs up. */
  readonly patience?: Patience;
  /** Share of those who find every agent busy that leave at once instead of joining the queue; 0 if absent. */
  readonly balkFraction?: number;
  /** Callers that may wait at a time, a whole number >= 0; one more is blocked. Absent: no limit. 0 is Erlang B. */
  readonly waitingPlaces?: number;
  /** T of the service level and of the waiting-time tails; 20 s if absent. */
  readonly thresholdSeconds?: number;
}

export const DEFAULT_THRESHOLD_SECONDS = 20;

/** The share of the agents' time that those who stay would fill if nobody hung up: joining rate times AHT, in erlangs. */
export const joiningLoadErlangs = (centre: Centre): number =>
  ((centre.callsPerHour * centre.ahtSeconds) / 3600) * (1 - (centre.balkFraction ?? 0));

/** Without hanging up or a limit on places a queue grows for ever once the load reaches the agents. */
export const neverLeaves = (centre: Centre): boolean =>
  (centre.patience ?? { family: 'infinite' }).family === 'infinite' && (centre.waitingPlaces ?? Infinity) === Infinity;

/** The first thing wrong with a centre's numbers, stability apart. */
export function numbersProblem(centre: Centre): Problem | undefined {
  const { waitingPlaces, balkFraction, thresholdSeconds, patience } = centre;
  return (
    notAbove('callsPerHour', centre.callsPerHour, 0, 'count') ??
    notAbove('ahtSeconds', centre.ahtSeconds, 0, 'duration') ??
    notAtLeast('agents', centre.agents, 1, 'count') ??
    (patience && patienceProblem(patience)) ??
    (balkFraction === undefined ? undefined : notBetween('balkFraction', balkFraction, 0, 1, 'share')) ??
    (waitingPlaces === undefined || waitingPlaces === Infinity ? undefined : placesProblem(waitingPlaces)) ??
    (thresholdSeconds === undefined ? undefined : notAtLeast('thresholdSeconds', thresholdSeconds, 0, 'duration'))
  );
}

function placesProblem(waitingPlaces: number): Problem | undefined {
  const problem = notAtLeast('waitingPlaces', waitingPlaces, 0, 'count');
  if (problem || Number.isInteger(waitingPlaces)) return problem;
  return {
    code: 'range',
    path: 'waitingPlaces',
    params: { must: { rule: 'text', key: 'erlang.whole' }, got: waitingPlaces },
    severity: 'error',
  };
}

export function stabilityProblem(centre: Centre): Problem | undefined {
  if (!neverLeaves(centre)) return undefined;
  const offered = joiningLoadErlangs(centre);
  return offered < centre.agents ? undefined : infeasible('agents', 'erlang.stable', { offered, capacity: centre.agents }, centre.agents);
}
