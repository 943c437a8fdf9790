import { log } from '@percall/numeric';
import {
  createPool,
  evaluateLoad,
  evaluateThreshold,
  evaluateWaits,
  offeredLoad,
  queueFieldCount,
  queueFields,
  setPool,
  type PoolNumbers,
} from '../floor/erlang/intervalQueue.ts';
import { chatCapacity, type ChatAgents } from '../floor/erlang/chatAgents.ts';
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
  /** Of chats, how many an agent may have in hand and how they slow each other; `agents` is filled in. */
  chats: ChatAgents | null;
}

/**
 * Most offered load, in erlangs, that each number of agents can carry within the targets, for one queue, set of targets and busyness.
 *
 * The most load of n agents is solved at sizes a quarter apart to 1e-4 and interpolated in between (cubic Hermite of the utilisation over
 * ln n): within 0.2% of the exact most load everywhere (tested). Covers the loads asked for; what it covers changes no answer.
 */
export interface Requirement {
  /** Sizes [first, solved) are solved; `mostLoad` and `abandoned` (at that load) are filled for [fewest, agents]. */
  first: number;
  solved: number;
  fewest: number;
  agents: number;
  mostLoad: Float64Array;
  abandoned: Float64Array;
  readonly utilisation: Float64Array;
  readonly abandonedThere: Float64Array;
  readonly planned: PlannedQueue;
  readonly targets: PlanTargets;
  busynessCv: number;
}

export const createRequirement = (): Requirement => ({
  first: 0,
  solved: 0,
  fewest: 0,
  agents: 0,
  mostLoad: new Float64Array(256),
  abandoned: new Float64Array(256),
  utilisation: new Float64Array(solvedAgents.length),
  abandonedThere: new Float64Array(solvedAgents.length),
  planned: { patience: NaN, balk: NaN, threshold: NaN, chats: null },
  targets: { serviceLevelAtLeast: NaN, rule: 'answered / offered', abandonmentAtMost: NaN, speedOfAnswerAtMost: NaN, occupancyAtMost: NaN },
  busynessCv: NaN,
});

const queue = new Float64Array(queueFieldCount);
const pool = createPool();
const numbers: PoolNumbers = { agents: NaN, patience: NaN, balk: NaN, threshold: NaN };
const { abandoned, allBusy, answeredWithin, abandonedWithin, busyAgents, inSystem, waitAnswered } = queueFields;

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
  const { chats, patience, balk } = planned;
  if (chats !== null) chats.agents = agents;
  pool.chats = chats;
  numbers.agents = chats === null ? agents : chatCapacity(chats);
  numbers.patience = patience;
  numbers.balk = balk;
  numbers.threshold = planned.threshold;
  setPool(pool, numbers);
  const needsService = targets.serviceLevelAtLeast > 0;
  const needsWait = targets.speedOfAnswerAtMost < Infinity;
  for (let node = 0; node < busyness.count; node++) {
    const factor = busyness.factors[node]!;
    const probability = busyness.probabilities[node]!;
    const weight = probability * factor;
    queue[offeredLoad] = load * factor;
    evaluateLoad(queue, pool);
    lost += weight * queue[abandoned]!;
    // Agents in work; of chats, the places taken, in agents with full hands: with several in hand hardly anyone is ever without.
    busy +=
      probability *
      (chats === null
        ? queue[busyAgents]!
        : (queue[inSystem]! - queue[offeredLoad] * (queue[abandoned]! - balk * queue[allBusy]!) * patience) / chats.cap);
    if (needsService) {
      evaluateThreshold(queue, pool);
      within += weight * queue[answeredWithin]!;
      lostWithin += weight * queue[abandonedWithin]!;
    }
    if (needsWait) {
      evaluateWaits(queue, pool);
      waited += weight * queue[waitAnswered]!;
    }
  }
  expected[0] = lost;
  let least = targets.occupancyAtMost - busy / agents;
  least = Math.min(least, targets.abandonmentAtMost - lost);
  if (needsService) least = Math.min(least, serviceLevel(targets.rule, within, lost, lostWithin) - targets.serviceLevelAtLeast);
  if (needsWait && lost < 1) {
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

/** Relative precision of the most load, and of a target met: far below one agent's share of it. */
const loadPrecision = 1e-4;
const marginPrecision = 5e-5;

/**
 * Most load at which `margin` is not negative: a bracket grown from a guess, then regula falsi (Illinois).
 * Leaves the abandonment expected there in `expected`.
 */
function solveMostLoad(guess: number, agents: number, planned: PlannedQueue, targets: PlanTargets, busyness: BusynessNodes): number {
  const cap = 3 * agents * (planned.chats?.cap ?? 1) + 10;
  let low = Math.min(guess, cap);
  let atLow = margin(low, agents, planned, targets, busyness);
  let lostAtLow = expected[0]!;
  let high = low;
  let atHigh = atLow;
  let reach = 0.004;
  if (atLow >= 0) {
    while (atHigh >= 0 && high < cap) {
      low = high;
      atLow = atHigh;
      lostAtLow = expected[0]!;
      high = Math.min(high * (1 + reach), cap);
      reach *= 4;
      atHigh = margin(high, agents, planned, targets, busyness);
    }
    if (atHigh >= 0) return cap;
  } else {
    while (atLow < 0 && low >= 1e-9 * agents) {
      high = low;
      atHigh = atLow;
      low *= Math.max(0.2, 1 - reach);
      reach *= 4;
      atLow = margin(low, agents, planned, targets, busyness);
      lostAtLow = expected[0]!;
    }
    if (atLow < 0) low = 0;
  }
  for (let step = 0; step < 60 && high - low > loadPrecision * high && atLow >= marginPrecision; step++) {
    let middle = (low * atHigh - high * atLow) / (atHigh - atLow);
    if (!(middle > low && middle < high)) middle = 0.5 * (low + high);
    const atMiddle = margin(middle, agents, planned, targets, busyness);
    if (atMiddle >= 0) {
      low = middle;
      atLow = atMiddle;
      lostAtLow = expected[0]!;
      atHigh *= 0.5;
    } else {
      high = middle;
      atHigh = atMiddle;
      atLow *= 0.5;
    }
  }
  expected[0] = lostAtLow;
  return low;
}

/**
 * Sizes are solved in blocks: the first of a block from a guess of its own, the others from the last two. So a size's solution is the same
 * to the bit wherever the table begins.
 */
const block = 4;
/** Least agents per erlang that a table is begun with; where fewer do, it is begun a block earlier. */
const leanest = 0.6;

/** Utilisation to try first at a size: within a block, the last two extrapolated over ln n. */
function guessUtilisation(utilisation: Float64Array, size: number): number {
  const place = size % block;
  if (place === 0) return 0.9 - 0.5 / Math.sqrt(solvedAgents[size]!);
  const last = utilisation[size - 1]!;
  if (place === 1) return Math.max(0.05, last);
  const slope = (last - utilisation[size - 2]!) / (logAgents[size - 1]! - logAgents[size - 2]!);
  return Math.max(0.05, last + 0.8 * slope * (logAgents[size]! - logAgents[size - 1]!));
}

/** Makes `requirement` answer for this queue, these targets and busyness, for loads from `leastLoad` to `maxLoad`. */
export function prepareRequirement(
  requirement: Requirement,
  maxLoad: number,
  planned: PlannedQueue,
  targets: PlanTargets,
  busyness: BusynessNodes,
  leastLoad = 0,
): void {
  if (!answersFor(requirement, planned, targets, busyness)) {
    Object.assign(requirement.planned, planned);
    requirement.planned.chats = planned.chats && { ...planned.chats, slowdown: planned.chats.slowdown.slice() };
    Object.assign(requirement.targets, targets);
    requirement.busynessCv = busyness.cv;
    begin(requirement, blockBelow(leanest * leastLoad));
  }
  solveUpTo(requirement, maxLoad, busyness);
  while (requirement.first > 0 && requirement.mostLoad[requirement.fewest]! >= leastLoad) {
    begin(requirement, requirement.first - block);
    solveUpTo(requirement, maxLoad, busyness);
  }
}

/** First size of the last block that starts with at most so many agents. */
function blockBelow(agents: number): number {
  let first = 0;
  while (solvedAgents[first + block]! <= agents) first += block;
  return first;
}

function begin(requirement: Requirement, first: number): void {
  requirement.first = first;
  requirement.solved = first;
  requirement.agents = 0;
}

function solveUpTo(requirement: Requirement, maxLoad: number, busyness: BusynessNodes): void {
  if (requirement.agents > 0 && requirement.mostLoad[requirement.agents]! >= maxLoad) return;
  const { first, planned, targets, utilisation, abandonedThere } = requirement;
  // One size beyond the load, so that the last piece used has a slope on either side.
  while (
    requirement.solved < solvedAgents.length &&
    (requirement.solved < first + 3 || utilisation[requirement.solved - 2]! * solvedAgents[requirement.solved - 2]! < maxLoad)
  ) {
    const size = requirement.solved;
    const agents = solvedAgents[size]!;
    const most = solveMostLoad(guessUtilisation(utilisation, size) * agents, agents, planned, targets, busyness);
    utilisation[size] = most / agents;
    abandonedThere[size] = expected[0]!;
    requirement.solved++;
  }
  fill(requirement);
}

function answersFor(requirement: Requirement, planned: PlannedQueue, targets: PlanTargets, busyness: BusynessNodes): boolean {
  const { planned: p, targets: t } = requirement;
  return (
    p.patience === planned.patience &&
    p.balk === planned.balk &&
    p.threshold === planned.threshold &&
    sameChats(p.chats, planned.chats) &&
    t.serviceLevelAtLeast === targets.serviceLevelAtLeast &&
    t.rule === targets.rule &&
    t.abandonmentAtMost === targets.abandonmentAtMost &&
    t.speedOfAnswerAtMost === targets.speedOfAnswerAtMost &&
    t.occupancyAtMost === targets.occupancyAtMost &&
    requirement.busynessCv === busyness.cv
  );
}

function sameChats(one: ChatAgents | null, other: ChatAgents | null): boolean {
  if (one === null || other === null) return one === other;
  return one.cap === other.cap && one.slowdown.every((factor, inHand) => factor === other.slowdown[inHand]);
}

/** Interpolates from the agents filled so far to the last size but one; where the table begins late, from its second size. */
function fill(requirement: Requirement): void {
  const { first, solved, utilisation, abandonedThere } = requirement;
  const last = solvedAgents[solved - 2]!;
  if (requirement.mostLoad.length <= last) {
    requirement.mostLoad = grown(requirement.mostLoad, last);
    requirement.abandoned = grown(requirement.abandoned, last);
  }
  const { mostLoad, abandoned: lost } = requirement;
  let piece = first === 0 ? 0 : first + 1;
  if (requirement.agents === 0) {
    requirement.fewest = solvedAgents[piece]!;
    requirement.agents = requirement.fewest - 1;
    mostLoad[requirement.agents] = 0;
  }
  for (let agents = requirement.agents + 1; agents <= last; agents++) {
    while (piece < solved - 3 && agents > solvedAgents[piece + 1]!) piece++;
    const place = (log(agents) - logAgents[piece]!) / (logAgents[piece + 1]! - logAgents[piece]!);
    // Never let rounding make one more agent carry less.
    mostLoad[agents] = Math.max(hermite(utilisation, piece, solved, place) * agents, mostLoad[agents - 1]!);
    lost[agents] = Math.max(0, hermite(abandonedThere, piece, solved, place));
  }
  requirement.agents = last;
}

function grown(array: Float64Array, last: number): Float64Array {
  const larger = new Float64Array(2 * last);
  larger.set(array);
  return larger;
}

/** Cubic Hermite over ln(agents) with three-point slopes; `place` 0..1 between the piece's two sizes. */
function hermite(values: Float64Array, piece: number, count: number, place: number): number {
  const width = logAgents[piece + 1]! - logAgents[piece]!;
  const rise = values[piece + 1]! - values[piece]!;
  const slope0 = slopeAt(values, piece, count) * width;
  const slope1 = slopeAt(values, piece + 1, count) * width;
  return values[piece]! + place * (slope0 + place * (3 * rise - 2 * slope0 - slope1 + place * (slope0 + slope1 - 2 * rise)));
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

/**
 * Fewest agents that carry a load within the targets; 0 for no load. The load is one that the table covers.
 * Loads grow so evenly with agents that a step or two from the straight line between the table's ends finds them.
 */
export function requiredAgents(requirement: Requirement, load: number): number {
  if (load <= 0) return 0;
  const { mostLoad, fewest, agents: most } = requirement;
  const atFewest = mostLoad[fewest]!;
  const along = (load - atFewest) / (mostLoad[most]! - atFewest);
  let agents = along > 0 ? Math.min(most, fewest + Math.floor(along * (most - fewest))) : fewest;
  while (agents < most && mostLoad[agents]! < load) agents++;
  while (agents > fewest && mostLoad[agents - 1]! >= load) agents--;
  return agents;
}
