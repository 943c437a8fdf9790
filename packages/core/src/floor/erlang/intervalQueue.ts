import { exp, log, logGamma } from '@percall/numeric';
import { chatRate, type ChatAgents } from './chatAgents.ts';
import {
  createExpansion,
  expandAt,
  fillEta,
  idleSumLessOneLarge,
  waitingHarmonicSumLarge,
  waitingSumLarge,
  type Expansion,
} from './gammaRatio.ts';

/**
 * Erlang A of one interval: the stationary M/M/n+M queue, with a share that balks when all agents are busy.
 *
 * Time is measured in mean handle times. Palm (1957); Garnett, Mandelbaum and Reiman (2002); formulas in docs/background/model.md.
 * Sums are exact series for small centres and Temme's expansion for large ones; against the exact library every probability
 * is within 2e-6 absolutely (tested from 0.1 to 100,000 erlangs, under and over load).
 */

/** Results of `evaluateLoad`, `evaluateThreshold` and `evaluateWaits`: positions in a row. */
export const queueFields = {
  /** Probability that all agents are busy. */
  allBusy: 0,
  /** Share of the offered that abandons, balking included. */
  abandoned: 1,
  /** Mean agents busy. */
  busyAgents: 2,
  /** Mean contacts in the system. */
  inSystem: 3,
  /** Share of the offered that is answered within the threshold. */
  answeredWithin: 4,
  /** Share of the offered that abandons within the threshold. */
  abandonedWithin: 5,
  /** Waiting of all, per offered contact, in handle times. */
  waitAll: 6,
  /** Waiting of those answered, per offered contact, in handle times. */
  waitAnswered: 7,
} as const;
/** The fields; their averages over time mean something too. */
export const metFieldCount = 8;
/** Behind them: the offered load in erlangs (arrivals per handle time), >= 0, which whoever evaluates the row has put there. */
export const offeredLoad = 8;
// What `evaluateLoad` leaves for the other two: the regime it found; waitingSum(x, y); y / x, its logarithm and eta; and idleSum - 1.
const regime = 9;
const waitingSumLeft = 10;
const ratioLeft = 11;
const logRatioLeft = 12;
const etaLeft = 13;
const idleSumLeft = 14;
/** Length of a row: numbers pass from function to function in rows, because a call that is not inlined boxes every double it is given. */
export const queueFieldCount = 15;

/** How a queue was evaluated: by the sums, as the fluid limit of deep overload, or as one in which nobody waits. */
const bySums = 0;
const deep = 1;
const noWait = 2;

const { allBusy, abandoned, busyAgents, inSystem, answeredWithin, abandonedWithin, waitAll, waitAnswered } = queueFields;

/** Below this many agents, and below this x, sums are exact: the expansion is good to 1e-6 from here on. */
const largeAgents = 24;
const largeX = 16;
/** Standard deviations of overload beyond which an idle agent is never seen: the fluid limit is exact to doubles. */
const deepOverload = 30;
const seriesPrecision = 1e-13;
/** Of the capacity, a load so small that all busy is as good as impossible; what is larger keeps the chain of chats, rescaled at 1e200, inside the doubles. */
const nearlyNone = 1e-90;

/** What whoever evaluates a queue says of it; times in mean handle times. In an object, for the reason above: the calls are many. */
export interface PoolNumbers {
  /** Whole agents, >= 0; of chats, all that they do at a time with their hands full, in contacts of one chat alone (`chatCapacity`). */
  agents: number;
  /** Mean patience, >= 0. */
  patience: number;
  /** Share of those who find all agents busy and leave at once. */
  balk: number;
  /** Service-level threshold. */
  threshold: number;
}

/** A queue's numbers, with what its evaluations share. */
export interface Pool extends PoolNumbers {
  /** Agents who have several contacts in hand; null: one at a time. */
  chats: ChatAgents | null;
  /** The share of the patient who still wait at the threshold: e^(-threshold / patience). */
  stays: number;
  /** Factor on 1 / P(all busy) of a queue in which nobody waits: not 1 where agents serve others too (`sharedLines`). */
  idleFactor: number;
  /** agents x patience. */
  x: number;
  /** ln(1 - balk) */
  logJoins: number;
  readonly agentsExpansion: Expansion;
  readonly waitingExpansion: Expansion;
}

export const createPool = (): Pool => ({
  agents: NaN,
  chats: null,
  patience: NaN,
  balk: NaN,
  threshold: NaN,
  stays: NaN,
  idleFactor: 1,
  x: NaN,
  logJoins: NaN,
  agentsExpansion: createExpansion(),
  waitingExpansion: createExpansion(),
});

/** Sets a pool's four numbers; what follows from those that stay is kept. */
export function setPool(pool: Pool, { agents, patience, balk, threshold }: PoolNumbers): void {
  if (threshold !== pool.threshold || patience !== pool.patience) pool.stays = patience > 0 ? exp(-threshold / patience) : 0;
  if (balk !== pool.balk) pool.logJoins = balk < 1 ? log(1 - balk) : -Infinity;
  pool.agents = agents;
  pool.patience = patience;
  pool.balk = balk;
  pool.threshold = threshold;
  const x = agents * patience;
  pool.x = x;
  if (agents >= largeAgents && agents !== pool.agentsExpansion.x) expandAt(pool.agentsExpansion, agents);
  if (x >= largeX && x !== pool.waitingExpansion.x) expandAt(pool.waitingExpansion, x);
}

const otherExpansion = createExpansion();

function setOtherRatio(ratio: number): void {
  otherExpansion.ratio = ratio;
  otherExpansion.logRatio = log(ratio);
  fillEta(otherExpansion);
}

/** Sum of y^j / ((x+1)...(x+j)), j >= 0, of any x. */
function waitingSum(x: number, y: number): number {
  if (x < largeX) {
    series.x = x;
    series.y = y;
    waitingSeries();
    return series.sum;
  }
  expandAt(otherExpansion, x);
  setOtherRatio(y / x);
  waitingSumLarge(otherExpansion);
  return otherExpansion.sum;
}

/** What `waitingSeries` is asked, and what it answers: here, for the reason that `queueFieldCount` tells. */
const series = { x: NaN, y: NaN, sum: NaN };

/** Leaves the sum of y^j / ((x+1)...(x+j)), j >= 0, term by term. */
function waitingSeries(): void {
  const { x, y } = series;
  let term = 1;
  let sum = 1;
  for (let j = 1; ; j++) {
    term *= y / (x + j);
    sum += term;
    // Written so that what is no number ends too: whoever sums it up will find it, and a loop without end would hide it.
    if (!(term >= seriesPrecision * sum) && !(x + j <= y)) break;
  }
  series.sum = sum;
}

/** Leaves 1 / B(n, a) - 1, term by term. */
function fillIdleSeries(row: Float64Array, { agents }: Pool): void {
  const load = row[offeredLoad]!;
  let term = 1;
  let sum = 0;
  for (let k = agents; k > 0; k--) {
    term *= k / load;
    sum += term;
    if (k < load && term < seriesPrecision * sum) break;
  }
  row[idleSumLeft] = sum;
}

/** Regularised lower incomplete gamma function P(x, z), for the deep-overload branch only. */
function lowerGamma(x: number, z: number): number {
  if (!(z > 0)) return 0;
  if (x === 0) return 1;
  setOtherRatio(z / x);
  if (otherExpansion.eta * Math.sqrt(x) > 9) return 1;
  return Math.min(1, exp(x * log(z) - z - logGamma(x + 1)) * waitingSum(x, z));
}

/** Fills allBusy, abandoned, busyAgents and inSystem of a row [queueFieldCount] at its `offeredLoad`. */
export function evaluateLoad(row: Float64Array, pool: Pool): void {
  const { agents, patience, balk } = pool;
  const load = row[offeredLoad]!;
  row[regime] = bySums;
  if (load <= 0) {
    row[allBusy] = agents === 0 ? 1 : 0;
    row[abandoned] = agents === 0 ? 1 : 0;
    row[busyAgents] = 0;
    row[inSystem] = 0;
    row[regime] = noWait;
    return;
  }
  if (agents === 0) {
    row[allBusy] = 1;
    row[abandoned] = 1;
    row[busyAgents] = 0;
    row[inSystem] = load * (1 - balk) * patience;
    row[regime] = deep;
    return;
  }
  fillRatios(row, pool);
  if (pool.chats !== null) {
    fillWaitingSum(row, pool);
    evaluateChats(row, pool, pool.chats);
    return;
  }
  if (row[regime] === deep) {
    row[allBusy] = 1;
    row[abandoned] = 1 - agents / load;
    row[busyAgents] = agents;
    row[inSystem] = agents + load * (1 - agents / load - balk) * patience;
    return;
  }
  fillWaitingSum(row, pool);
  fillIdleSum(row, pool);
  if (pool.idleFactor !== 1) row[idleSumLeft] = Math.max(0, (1 + row[idleSumLeft]!) * pool.idleFactor - 1);
  const idle = row[idleSumLeft]!;
  const waiting = row[waitingSumLeft]!;
  const total = idle + waiting;
  if (!(total < 1e290)) {
    row[allBusy] = 0;
    row[abandoned] = 0;
    row[busyAgents] = load;
    row[inSystem] = load;
    row[regime] = noWait;
    return;
  }
  const perTotal = 1 / total;
  const busyProbability = waiting * perTotal;
  const busy = (agents * (waiting - 1) + load * idle) * perTotal;
  const lost = Math.max(1 - busy / load, balk * busyProbability);
  row[allBusy] = busyProbability;
  row[abandoned] = lost;
  row[busyAgents] = busy;
  row[inSystem] = busy + load * (lost - balk * busyProbability) * patience;
}

/**
 * `evaluateLoad` of agents who have several contacts in hand: a birth and death chain, exact where chats are as even among agents as they can be.
 *
 * With j chats in hand they end at rate R(j) (`chatRate`), up to all that the agents may take; beyond, the rest waits as in the queue of Erlang A.
 * The probabilities below follow from the one of full hands by balance: p(j - 1) = p(j) R(j) / load.
 */
function evaluateChats(row: Float64Array, pool: Pool, chats: ChatAgents): void {
  const { patience, balk, agents: capacity } = pool;
  const load = row[offeredLoad]!;
  const most = chats.agents * chats.cap;
  if (row[regime] === deep) {
    row[allBusy] = 1;
    row[abandoned] = 1 - capacity / load;
    row[busyAgents] = chats.agents;
    row[inSystem] = most + load * (1 - capacity / load - balk) * patience;
    return;
  }
  if (load < nearlyNone * capacity) {
    row[allBusy] = 0;
    row[abandoned] = 0;
    row[busyAgents] = load;
    row[inSystem] = load;
    row[regime] = noWait;
    return;
  }
  let full = row[waitingSumLeft]!;
  let term = 1;
  let below = 0;
  let busy = chats.agents * full;
  let inHand = most * full;
  for (let j = most; j > 0; j--) {
    term *= chatRate(chats, j) / load;
    below += term;
    busy += Math.min(j - 1, chats.agents) * term;
    inHand += (j - 1) * term;
    if (term > 1e200) {
      full *= 1e-200;
      below *= 1e-200;
      busy *= 1e-200;
      inHand *= 1e-200;
      term *= 1e-200;
    }
    if (term < seriesPrecision * below && chatRate(chats, j) < load) break;
  }
  const total = below + full;
  const busyProbability = full / total;
  const waiting = row[waitingSumLeft]!;
  const ended = (capacity * busyProbability * (waiting - 1)) / waiting + (load * below) / total;
  const lost = Math.max(1 - ended / load, balk * busyProbability);
  row[allBusy] = busyProbability;
  row[abandoned] = lost;
  row[busyAgents] = busy / total;
  row[inSystem] = inHand / total + load * (lost - balk * busyProbability) * patience;
  if (busyProbability === 0) row[regime] = noWait;
}

/** Leaves the ratios of load to agents, in both expansions too, and tells whether that is deep overload. Without balking one eta serves both; with it one logarithm. */
function fillRatios(row: Float64Array, pool: Pool): void {
  const { agents, balk, x, agentsExpansion: idle, waitingExpansion: waits } = pool;
  idle.ratio = row[offeredLoad]! / agents;
  idle.logRatio = log(idle.ratio);
  waits.ratio = idle.ratio * (1 - balk);
  waits.logRatio = idle.logRatio + pool.logJoins;
  if (x > 0 && balk < 1) fillEta(waits);
  else waits.eta = 0;
  if (x > 0 && balk === 0) idle.eta = waits.eta;
  else fillEta(idle);
  row[ratioLeft] = waits.ratio;
  row[logRatioLeft] = waits.logRatio;
  row[etaLeft] = waits.eta;
  const { eta } = waits;
  if (eta > 0 && eta * Math.sqrt(x) > deepOverload) row[regime] = deep;
}

/** After `fillRatios`, as `fillIdleSum` is. */
function fillWaitingSum(row: Float64Array, { x, waitingExpansion }: Pool): void {
  const ratio = row[ratioLeft]!;
  if (x < largeX || !(ratio > 0)) {
    series.x = x;
    series.y = x * ratio;
    waitingSeries();
    row[waitingSumLeft] = series.sum;
    return;
  }
  waitingSumLarge(waitingExpansion);
  row[waitingSumLeft] = waitingExpansion.sum;
}

function fillIdleSum(row: Float64Array, pool: Pool): void {
  const { agents, agentsExpansion } = pool;
  if (agents < largeAgents) {
    fillIdleSeries(row, pool);
    return;
  }
  idleSumLessOneLarge(agentsExpansion);
  row[idleSumLeft] = agentsExpansion.sum;
}

/**
 * Fills answeredWithin and abandonedWithin after `evaluateLoad` of the same row and pool.
 *
 * With x = n patience, y = load (1 - balk) patience, z = y e^(-T / patience), pi = allBusy / waitingSum(x, y):
 *   answered after T  = (1 - balk) pi (x / y) e^(y - z - nT) (waitingSum(x, z) - 1)
 *   still waiting at T = pi e^(y - z - nT) waitingSum(x, z)
 */
export function evaluateThreshold(row: Float64Array, pool: Pool): void {
  const { agents, patience, balk, threshold, stays, x } = pool;
  const lost = row[abandoned]!;
  const joins = 1 - balk;
  const y = row[offeredLoad]! * joins * patience;
  if (row[regime] === noWait || (y === 0 && agents > 0)) {
    // Nobody waits: patience is zero, all balk, or an agent is always free.
    row[answeredWithin] = 1 - lost;
    row[abandonedWithin] = lost;
    return;
  }
  const z = y * stays;
  if (row[regime] === deep) {
    const answered = 1 - lost;
    const answeredAfter = answered * lowerGamma(x + 1, z);
    row[answeredWithin] = answered - answeredAfter;
    const waitingAtThreshold = agents === 0 ? 1 : lowerGamma(x, z);
    row[abandonedWithin] = lost - (joins * stays * waitingAtThreshold - answeredAfter);
    return;
  }
  const ratio = row[ratioLeft]!;
  const ratioAtThreshold = ratio * stays;
  let sumAtThreshold: number;
  if (x >= largeX) {
    const { waitingExpansion } = pool;
    waitingExpansion.ratio = ratioAtThreshold;
    waitingExpansion.logRatio = row[logRatioLeft]! - threshold / patience;
    fillEta(waitingExpansion);
    waitingSumLarge(waitingExpansion);
    sumAtThreshold = waitingExpansion.sum;
  } else {
    series.x = x;
    series.y = z;
    waitingSeries();
    sumAtThreshold = series.sum;
  }
  const atBusy = joins * (row[allBusy]! / row[waitingSumLeft]!) * exp(y - z - agents * threshold);
  const answeredAfter = (atBusy / ratio) * (sumAtThreshold - 1);
  const within = 1 - lost - answeredAfter;
  row[answeredWithin] = within > 0 ? within : 0;
  const short = lost - (stays * atBusy * sumAtThreshold - answeredAfter);
  row[abandonedWithin] = short > 0 ? (short < lost ? short : lost) : 0;
}

/**
 * Fills waitAll and waitAnswered after `evaluateLoad` of the same row and pool.
 *
 * With x, y and pi as in `evaluateThreshold`:
 *   wait of answered = (1 - balk) pi patience (x / y) sum over j >= 1 of y^j / ((x+1)...(x+j)) (1/(x+1) + ... + 1/(x+j))
 */
export function evaluateWaits(row: Float64Array, pool: Pool): void {
  const { agents, patience, balk, x } = pool;
  const lost = row[abandoned]!;
  const joins = 1 - balk;
  const y = row[offeredLoad]! * joins * patience;
  row[waitAll] = row[regime] === noWait ? 0 : (lost - balk * row[allBusy]!) * patience;
  if (row[regime] === noWait || y === 0 || agents === 0) {
    row[waitAnswered] = 0;
    return;
  }
  const ratio = row[ratioLeft]!;
  if (row[regime] === deep) {
    row[waitAnswered] = (1 - lost) * row[logRatioLeft]! * patience;
    return;
  }
  const waiting = row[waitingSumLeft]!;
  let harmonic: number;
  if (x >= largeX) {
    const { waitingExpansion } = pool;
    waitingExpansion.ratio = ratio;
    waitingExpansion.eta = row[etaLeft]!;
    waitingExpansion.sum = waiting;
    waitingHarmonicSumLarge(waitingExpansion);
    harmonic = waitingExpansion.sum;
  } else harmonic = +waitingHarmonicSeries(x, y); // plus: see `mills`
  row[waitAnswered] = (joins * (row[allBusy]! / waiting) * patience * harmonic) / ratio;
}

/** What `waitBeyond` leaves: the chance that all agents are busy and at least so many wait, and how many wait then and their square, times that chance. */
export const beyond = { chance: 0, waiting: 0, square: 0 };

/**
 * Fills `beyond` after `evaluateLoad` of the same row and pool, for at least j waiting, j >= 0 and whole.
 *
 * P(Q >= j, all busy) = allBusy y^j / ((x+1)...(x+j)) waitingSum(x + j, y) / waitingSum(x, y); and by balance, y P(Q >= j) is the expectation of
 * x + Q over Q >= j + 1, and y times that of Q over Q >= j the one of (x + Q) (Q - 1) over Q >= j + 1. In deep overload the queue is as long as its mean.
 */
export function waitBeyond(row: Float64Array, pool: Pool, j: number): void {
  beyond.chance = 0;
  beyond.waiting = 0;
  beyond.square = 0;
  if (row[regime] === noWait || row[allBusy] === 0 || pool.patience === 0) return;
  const { x, agents } = pool;
  if (row[regime] === deep) {
    const waiting = row[inSystem]! - agents;
    beyond.chance = waiting >= j ? 1 : 0;
    beyond.waiting = beyond.chance * waiting;
    beyond.square = beyond.waiting * waiting;
    return;
  }
  const y = x * row[ratioLeft]!;
  if (!(y > 0)) return;
  const perBusy = row[allBusy]! / row[waitingSumLeft]!;
  const first = exp(j * log(y) + logGamma(x + 1) - logGamma(x + j + 1));
  const from = perBusy * first * waitingSum(x + j, y);
  const exactly = perBusy * first;
  const after = Math.max(0, from - exactly);
  beyond.chance = from;
  beyond.waiting = Math.max(j * from, y * from - x * after + j * exactly);
  beyond.square = y * beyond.waiting - (x - 1) * (beyond.waiting - j * exactly) + x * after + j * j * exactly;
}

/** Beyond so many handle times of all agents within the threshold, a wait is as long as its mean. */
const longThreshold = 500;

/**
 * Chance that all agents are busy, at least j wait, and who joins then and stays is answered within the threshold; after `evaluateLoad` of the same row and
 * pool, for j >= 0 and whole.
 *
 * Behind k who wait, a wait V is a sum of exponential times of rates n, n + 1/patience ... n + k/patience, so that e^(-V/patience) is Beta(x, k + 1) and
 * P(V > T) = e^(-nT) times the sum over i = 0..k of x (x+1)...(x+i-1) / i! (1 - e^(-T/patience))^i.
 */
export function soonBeyond(row: Float64Array, pool: Pool, j: number): number {
  waitBeyond(row, pool, j);
  const { chance } = beyond;
  const { x, agents, patience, threshold, stays } = pool;
  if (chance === 0) return 0;
  if (row[regime] === deep) return agents > 0 && patience * log(1 + beyond.waiting / x) <= threshold ? chance : 0;
  if (agents * threshold > longThreshold) {
    waitBeyond(row, pool, Math.max(j, Math.ceil(Math.min(1e6, x / stays - x))));
    return chance - beyond.chance;
  }
  const y = x * row[ratioLeft]!;
  let state = row[allBusy]! / row[waitingSumLeft]!;
  let term = exp(-agents * threshold);
  let late = term;
  let soon = 0;
  // Until whoever joins waits longer: some more than agents give up or end their contacts within the threshold.
  for (let waiting = 0; late < 1 - 1e-9; waiting++) {
    if (waiting >= j) soon += state * (1 - late);
    state *= y / (x + waiting + 1);
    term *= ((x + waiting) / (waiting + 1)) * (1 - stays);
    late += term;
    // Or until there are none who do: where patience is far shorter than the threshold, hardly any wait is ever as long.
    if (y < x + waiting + 1 && state < 1e-10 * chance) break;
  }
  return Math.min(chance, soon);
}

const onlyPool = createPool();
const onlyNumbers: PoolNumbers = { agents: NaN, patience: NaN, balk: NaN, threshold: NaN };

/**
 * Fills every field of one queue.
 *
 * @param out [queueFieldCount]
 * @param load offered load in erlangs, >= 0
 * @param agents, patience, balk, threshold as in `PoolNumbers`
 */
export function evaluateService(out: Float64Array, load: number, agents: number, patience: number, balk: number, threshold: number): void {
  onlyNumbers.agents = agents;
  onlyNumbers.patience = patience;
  onlyNumbers.balk = balk;
  onlyNumbers.threshold = threshold;
  setPool(onlyPool, onlyNumbers);
  out[offeredLoad] = load;
  evaluateLoad(out, onlyPool);
  evaluateThreshold(out, onlyPool);
  evaluateWaits(out, onlyPool);
}

/** Sum over j >= 1 of y^j / ((x+1)...(x+j)) (1/(x+1) + ... + 1/(x+j)). */
function waitingHarmonicSeries(x: number, y: number): number {
  let term = 1;
  let harmonic = 0;
  let sum = 0;
  for (let j = 1; ; j++) {
    const inverse = 1 / (x + j);
    term *= y * inverse;
    harmonic += inverse;
    const part = term * harmonic;
    sum += part;
    // 1e-9 is far below the error of the other sums.
    if (!(part >= 1e-9 * sum) && !(x + j <= y)) return sum;
  }
}
