import { exp, log, logGamma } from '@percall/numeric';
import { createExpansion, etaOf, etaOfLog, expandAt, idleSumLessOneLarge, waitingHarmonicSumLarge, waitingSumLarge } from './gammaRatio.ts';

/**
 * Erlang A of one interval: the stationary M/M/n+M queue, with a share that balks when all agents are busy.
 *
 * Time is measured in mean handle times. Palm (1957); Garnett, Mandelbaum and Reiman (2002); formulas in docs/background/model.md.
 * Sums are exact series for small centres and Temme's expansion for large ones; against the exact library every probability
 * is within 2e-6 absolutely (tested from 0.1 to 10,000 erlangs, under and over load).
 */

/** Results of `evaluateLoad`, `evaluateThreshold` and `evaluateWaits`: positions in `out`. */
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
// Behind them, what `evaluateLoad` leaves for the other two: waitingSum(x, y), its eta and ln(y / x), and the regime it found.
const waitingSumLeft = 8;
const etaLeft = 9;
const logRatioLeft = 10;
const regime = 11;
/** Length of `out`. */
export const queueFieldCount = 12;

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

// What many loads of one pool share, kept from call to call; none of it depends on anything but the pool's own numbers.
const shared = {
  agents: NaN,
  patience: NaN,
  balk: NaN,
  logJoins: NaN,
  /** e^(-threshold / patience) of these two. */
  threshold: NaN,
  thresholdPatience: NaN,
  stays: NaN,
};
const agentsExpansion = createExpansion();
const waitingExpansion = createExpansion();
const otherExpansion = createExpansion();

function sharePool(agents: number, patience: number, balk: number): void {
  if (agents !== shared.agents && agents >= largeAgents) expandAt(agentsExpansion, agents);
  if (balk !== shared.balk) shared.logJoins = balk < 1 ? log(1 - balk) : -Infinity;
  const x = agents * patience;
  if (x !== waitingExpansion.x && x >= largeX) expandAt(waitingExpansion, x);
  shared.agents = agents;
  shared.patience = patience;
  shared.balk = balk;
}

/** Sum of y^j / ((x+1)...(x+j)), j >= 0, of any x. */
function waitingSum(x: number, y: number): number {
  if (x < largeX) return waitingSeries(x, y);
  expandAt(otherExpansion, x);
  return waitingSumLarge(otherExpansion, y / x, etaOf(y / x));
}

function waitingSeries(x: number, y: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; ; j++) {
    term *= y / (x + j);
    sum += term;
    if (term < seriesPrecision * sum && x + j > y) return sum;
  }
}

/** 1 / B(n, a) - 1. */
function idleSeries(agents: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let k = agents; k > 0; k--) {
    term *= k / load;
    sum += term;
    if (k < load && term < seriesPrecision * sum) break;
  }
  return sum;
}

/** Regularised lower incomplete gamma function P(x, z), for the deep-overload branch only. */
function lowerGamma(x: number, z: number): number {
  if (!(z > 0)) return 0;
  if (x === 0 || etaOf(z / x) * Math.sqrt(x) > 9) return 1;
  return Math.min(1, exp(x * log(z) - z - logGamma(x + 1)) * waitingSum(x, z));
}

/**
 * Fills allBusy, abandoned, busyAgents and inSystem.
 *
 * @param out [queueFieldCount]
 * @param load offered load in erlangs (arrivals per handle time), >= 0
 * @param agents whole agents, >= 0
 * @param patience mean patience in handle times, >= 0
 * @param balk share of those who find all agents busy and leave at once
 */
export function evaluateLoad(out: Float64Array, load: number, agents: number, patience: number, balk: number): void {
  out[regime] = bySums;
  if (load <= 0) {
    out[allBusy] = agents === 0 ? 1 : 0;
    out[abandoned] = agents === 0 ? 1 : 0;
    out[busyAgents] = 0;
    out[inSystem] = 0;
    out[regime] = noWait;
    return;
  }
  if (agents === 0) {
    out[allBusy] = 1;
    out[abandoned] = 1;
    out[busyAgents] = 0;
    out[inSystem] = load * (1 - balk) * patience;
    out[regime] = deep;
    return;
  }
  if (agents !== shared.agents || patience !== shared.patience || balk !== shared.balk) sharePool(agents, patience, balk);
  const x = agents * patience;
  const ratio = load / agents;
  const logRatio = log(ratio);
  // Without balking one eta serves both sums; with it one logarithm.
  const waitingRatio = balk === 0 ? ratio : ratio * (1 - balk);
  const logWaitingRatio = logRatio + shared.logJoins;
  const eta = x > 0 && balk < 1 ? etaOfLog(waitingRatio - 1, logWaitingRatio) : 0;
  out[etaLeft] = eta;
  out[logRatioLeft] = logWaitingRatio;
  if (eta > 0 && eta * Math.sqrt(x) > deepOverload) {
    out[allBusy] = 1;
    out[abandoned] = 1 - agents / load;
    out[busyAgents] = agents;
    out[inSystem] = agents + load * (1 - agents / load - balk) * patience;
    out[regime] = deep;
    return;
  }
  const idle =
    agents >= largeAgents
      ? idleSumLessOneLarge(agentsExpansion, ratio, balk === 0 && x > 0 ? eta : etaOfLog(ratio - 1, logRatio))
      : idleSeries(agents, load);
  const waiting = x >= largeX && balk < 1 ? waitingSumLarge(waitingExpansion, waitingRatio, eta) : waitingSeries(x, x * waitingRatio);
  const total = idle + waiting;
  if (!(total < 1e290)) {
    out[allBusy] = 0;
    out[abandoned] = 0;
    out[busyAgents] = load;
    out[inSystem] = load;
    out[regime] = noWait;
    return;
  }
  const perTotal = 1 / total;
  const busyProbability = waiting * perTotal;
  const busy = (agents * (waiting - 1) + load * idle) * perTotal;
  const lost = Math.max(1 - busy / load, balk * busyProbability);
  out[allBusy] = busyProbability;
  out[abandoned] = lost;
  out[busyAgents] = busy;
  out[inSystem] = busy + load * (lost - balk * busyProbability) * patience;
  out[waitingSumLeft] = waiting;
}

/**
 * Fills answeredWithin and abandonedWithin after `evaluateLoad` of the same queue.
 *
 * With x = n patience, y = load (1 - balk) patience, z = y e^(-T / patience), pi = allBusy / waitingSum(x, y):
 *   answered after T  = (1 - balk) pi (x / y) e^(y - z - nT) (waitingSum(x, z) - 1)
 *   still waiting at T = pi e^(y - z - nT) waitingSum(x, z)
 *
 * @param threshold service-level threshold in handle times
 */
export function evaluateThreshold(
  out: Float64Array,
  load: number,
  agents: number,
  patience: number,
  balk: number,
  threshold: number,
): void {
  const lost = out[abandoned]!;
  const joins = 1 - balk;
  const x = agents * patience;
  const y = load * joins * patience;
  if (out[regime] === noWait || (y === 0 && agents > 0)) {
    // Nobody waits: patience is zero, all balk, or an agent is always free.
    out[answeredWithin] = 1 - lost;
    out[abandonedWithin] = lost;
    return;
  }
  if (threshold !== shared.threshold || patience !== shared.thresholdPatience) {
    shared.threshold = threshold;
    shared.thresholdPatience = patience;
    shared.stays = patience > 0 ? exp(-threshold / patience) : 0;
  }
  const { stays } = shared;
  const z = y * stays;
  if (out[regime] === deep) {
    const answered = 1 - lost;
    const answeredAfter = answered * lowerGamma(x + 1, z);
    out[answeredWithin] = answered - answeredAfter;
    const waitingAtThreshold = agents === 0 ? 1 : lowerGamma(x, z);
    out[abandonedWithin] = lost - (joins * stays * waitingAtThreshold - answeredAfter);
    return;
  }
  if (agents !== shared.agents || patience !== shared.patience || balk !== shared.balk) sharePool(agents, patience, balk);
  const ratio = y / x;
  const atBusy = joins * (out[allBusy]! / out[waitingSumLeft]!) * exp(y - z - agents * threshold);
  const ratioAtThreshold = ratio * stays;
  const sumAtThreshold =
    x >= largeX
      ? waitingSumLarge(waitingExpansion, ratioAtThreshold, etaOfLog(ratioAtThreshold - 1, out[logRatioLeft]! - threshold / patience))
      : waitingSeries(x, z);
  const answeredAfter = (atBusy / ratio) * (sumAtThreshold - 1);
  const within = 1 - lost - answeredAfter;
  out[answeredWithin] = within > 0 ? within : 0;
  const short = lost - (stays * atBusy * sumAtThreshold - answeredAfter);
  out[abandonedWithin] = short > 0 ? (short < lost ? short : lost) : 0;
}

/**
 * Fills waitAll and waitAnswered after `evaluateLoad` of the same queue.
 *
 * With x, y and pi as in `evaluateThreshold`:
 *   wait of answered = (1 - balk) pi patience (x / y) sum over j >= 1 of y^j / ((x+1)...(x+j)) (1/(x+1) + ... + 1/(x+j))
 */
export function evaluateWaits(out: Float64Array, load: number, agents: number, patience: number, balk: number): void {
  const lost = out[abandoned]!;
  const joins = 1 - balk;
  const x = agents * patience;
  const y = load * joins * patience;
  out[waitAll] = out[regime] === noWait ? 0 : (lost - balk * out[allBusy]!) * patience;
  if (out[regime] === noWait || y === 0) {
    out[waitAnswered] = 0;
    return;
  }
  if (out[regime] === deep) {
    out[waitAnswered] = lost < 1 ? (1 - lost) * log(y / x) * patience : 0;
    return;
  }
  if (agents !== shared.agents || patience !== shared.patience || balk !== shared.balk) sharePool(agents, patience, balk);
  const ratio = y / x;
  const waiting = out[waitingSumLeft]!;
  const harmonic = x >= largeX ? waitingHarmonicSumLarge(waitingExpansion, ratio, out[etaLeft]!, waiting) : waitingHarmonicSeries(x, y);
  out[waitAnswered] = (joins * (out[allBusy]! / waiting) * patience * harmonic) / ratio;
}

/** Fills every field. */
export function evaluateService(out: Float64Array, load: number, agents: number, patience: number, balk: number, threshold: number): void {
  evaluateLoad(out, load, agents, patience, balk);
  evaluateThreshold(out, load, agents, patience, balk, threshold);
  evaluateWaits(out, load, agents, patience, balk);
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
    if (part < 1e-9 * sum && x + j > y) return sum;
  }
}
