import { log } from '@percall/numeric';
import { evaluateLoad, evaluateService, queueFieldCount, queueFields } from '../floor/erlang/intervalQueue.ts';
import type { ServiceLevelRule } from '../model/model.ts';
import type { BusynessNodes } from './busynessQuadrature.ts';

/** What an interval's agents must achieve, in expectation over busyness. Infinity, 0 or 1 where a target is not set. */
export interface PlanTargets {
  serviceLevelAtLeast: number;
  rule: ServiceLevelRule;
  abandonmentAtMost: number;
  /** In mean handle times. */
  speedOfAnswerAtMost: number;
  occupancyAtMost: number;
}

/** The queue an interval's agents work off; times in mean handle times. */
export interface PlannedQueue {
  patience: number;
  balk: number;
  threshold: number;
}

/**
 * Most offered load, in erlangs, that each number of agents can carry within the targets.
 * Built for one world and queue; `mostLoad` and `abandoned` (at that load) are [agents], filled from 0 to `agents`.
 */
export interface Requirement {
  agents: number;
  mostLoad: Float64Array;
  abandoned: Float64Array;
}

export const createRequirement = (): Requirement => ({ agents: 0, mostLoad: new Float64Array(256), abandoned: new Float64Array(256) });

const queue = new Float64Array(queueFieldCount);
const { abandoned, answeredWithin, abandonedWithin, busyAgents, waitAnswered } = queueFields;

// Expected abandonment at the last load that `margin` looked at.
const expected = new Float64Array(1);

/**
 * How far the expectation over busyness is inside all targets: the least of the margins, positive inside, falling with load.
 * Ratios are ratios of expectations: a busy day weighs by its contacts.
 */
function margin(load: number, agents: number, planned: PlannedQueue, targets: PlanTargets, busyness: BusynessNodes): number {
  let lost = 0;
  let within = 0;
  let lostWithin = 0;
  let busy = 0;
  let waited = 0;
  const needsService = targets.serviceLevelAtLeast > 0 || targets.speedOfAnswerAtMost < Infinity;
  for (let node = 0; node < busyness.count; node++) {
    const factor = busyness.factors[node]!;
    const probability = busyness.probabilities[node]!;
    const weight = probability * factor;
    if (needsService) evaluateService(queue, load * factor, agents, planned.patience, planned.balk, planned.threshold);
    else evaluateLoad(queue, load * factor, agents, planned.patience, planned.balk);
    lost += weight * queue[abandoned]!;
    busy += probability * queue[busyAgents]!;
    if (needsService) {
      within += weight * queue[answeredWithin]!;
      lostWithin += weight * queue[abandonedWithin]!;
      waited += weight * queue[waitAnswered]!;
    }
  }
  expected[0] = lost;
  let least = targets.occupancyAtMost - busy / agents;
  least = Math.min(least, targets.abandonmentAtMost - lost);
  if (targets.serviceLevelAtLeast > 0)
    least = Math.min(least, serviceLevel(targets.rule, within, lost, lostWithin) - targets.serviceLevelAtLeast);
  if (targets.speedOfAnswerAtMost < Infinity && lost < 1) {
    const wait = waited / (1 - lost);
    // Made a pure number near 1, like the other margins.
    least = Math.min(least, (targets.speedOfAnswerAtMost - wait) / (targets.speedOfAnswerAtMost + wait));
  }
  return least;
}

/** The four rules, from shares of the offered. */
function serviceLevel(rule: ServiceLevelRule, within: number, lost: number, lostWithin: number): number {
  switch (rule) {
    case 'answered / offered':
      return within;
    case 'answered / answered':
      return lost < 1 ? within / (1 - lost) : 0;
    case 'answered / (offered - short abandoned)':
      return lostWithin < 1 ? within / (1 - lostWithin) : 0;
    case '(answered + short abandoned) / offered':
      return within + lostWithin;
  }
}

/** Numbers of agents at which the most load is solved for; between them utilisation is interpolated. */
const solvedAgents: readonly number[] = (() => {
  const list = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27];
  while (list[list.length - 1]! < 1_000_000) list.push(Math.ceil(list[list.length - 1]! * 1.25));
  return list;
})();
const logAgents = Float64Array.from(solvedAgents, (agents) => log(agents));
const utilisation = new Float64Array(solvedAgents.length);
const abandonedThere = new Float64Array(solvedAgents.length);

/** Relative precision of the most load: far below one agent's share of it. */
const loadPrecision = 2e-5;

/** Most load at which `margin` is not negative: regula falsi (Illinois) in a bracket grown from a guess. */
function solveMostLoad(guess: number, agents: number, planned: PlannedQueue, targets: PlanTargets, busyness: BusynessNodes): number {
  const cap = 3 * agents + 10;
  let low = Math.min(guess, cap) * 0.97;
  let atLow = margin(low, agents, planned, targets, busyness);
  while (atLow < 0 && low > 1e-9 * agents) {
    low *= 0.8;
    atLow = margin(low, agents, planned, targets, busyness);
  }
  if (atLow < 0) return 0;
  let high = Math.min(low * 1.05, cap);
  let atHigh = margin(high, agents, planned, targets, busyness);
  while (atHigh >= 0) {
    if (high >= cap) return cap;
    low = high;
    atLow = atHigh;
    high = Math.min(high * 1.15, cap);
    atHigh = margin(high, agents, planned, targets, busyness);
  }
  for (let step = 0; step < 60 && high - low > loadPrecision * high; step++) {
    let middle = (low * atHigh - high * atLow) / (atHigh - atLow);
    if (!(middle > low && middle < high)) middle = 0.5 * (low + high);
    const atMiddle = margin(middle, agents, planned, targets, busyness);
    if (atMiddle >= 0) {
      low = middle;
      atLow = atMiddle;
      atHigh *= 0.5;
      if (atMiddle < 1e-7) break;
    } else {
      high = middle;
      atHigh = atMiddle;
      atLow *= 0.5;
    }
  }
  return low;
}

/**
 * Fills the requirement up to the agents that carry `maxLoad`.
 *
 * The most load of n agents is solved at about 25 sizes to 2e-5 and interpolated in between (cubic Hermite of the utilisation over
 * ln n): within 0.2% of the exact most load everywhere, tested.
 */
export function buildRequirement(
  requirement: Requirement,
  maxLoad: number,
  planned: PlannedQueue,
  targets: PlanTargets,
  busyness: BusynessNodes,
): void {
  let solved = 0;
  let guess = 0.5;
  // One size beyond what is needed gives the interpolation a slope at the end.
  let beyond = 0;
  while (solved < solvedAgents.length && beyond < 2) {
    const agents = solvedAgents[solved]!;
    const most = solveMostLoad(guess * agents, agents, planned, targets, busyness);
    margin(most, agents, planned, targets, busyness);
    utilisation[solved] = most / agents;
    abandonedThere[solved] = expected[0]!;
    if (most >= maxLoad) beyond++;
    guess = Math.max(0.05, most / agents);
    solved++;
  }
  const last = solvedAgents[solved - 1]!;
  requirement.agents = last;
  if (requirement.mostLoad.length <= last) {
    requirement.mostLoad = new Float64Array(2 * last);
    requirement.abandoned = new Float64Array(2 * last);
  }
  requirement.mostLoad[0] = 0;
  requirement.abandoned[0] = 0;
  let piece = 0;
  for (let agents = 1; agents <= last; agents++) {
    while (piece < solved - 2 && agents > solvedAgents[piece + 1]!) piece++;
    const here = hermite(utilisation, piece, solved, agents);
    requirement.mostLoad[agents] = here * agents;
    requirement.abandoned[agents] = Math.max(0, hermite(abandonedThere, piece, solved, agents));
    // Never let rounding make one more agent carry less.
    if (requirement.mostLoad[agents]! < requirement.mostLoad[agents - 1]!) requirement.mostLoad[agents] = requirement.mostLoad[agents - 1]!;
  }
}

/** Cubic Hermite over ln(agents) with three-point slopes. */
function hermite(values: Float64Array, piece: number, count: number, agents: number): number {
  if (agents === solvedAgents[piece]) return values[piece]!;
  const x0 = logAgents[piece]!;
  const width = logAgents[piece + 1]! - x0;
  const t = (log(agents) - x0) / width;
  const rise = values[piece + 1]! - values[piece]!;
  const slope0 = slopeAt(values, piece, count) * width;
  const slope1 = slopeAt(values, piece + 1, count) * width;
  return values[piece]! + t * (slope0 + t * (3 * rise - 2 * slope0 - slope1 + t * (slope0 + slope1 - 2 * rise)));
}

function slopeAt(values: Float64Array, node: number, count: number): number {
  const left = Math.max(0, node - 1);
  const right = Math.min(count - 1, node + 1);
  if (left === node || right === node) return (values[right]! - values[left]!) / (logAgents[right]! - logAgents[left]!);
  const h0 = logAgents[node]! - logAgents[left]!;
  const h1 = logAgents[right]! - logAgents[node]!;
  const d0 = (values[node]! - values[left]!) / h0;
  const d1 = (values[right]! - values[node]!) / h1;
  return (d0 * h1 + d1 * h0) / (h0 + h1);
}

/** Fewest agents that carry a load within the targets; 0 for no load. */
export function requiredAgents(requirement: Requirement, load: number): number {
  if (load <= 0) return 0;
  let low = 0;
  let high = requirement.agents;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (requirement.mostLoad[middle]! >= load) high = middle;
    else low = middle;
  }
  return high;
}
