import { exp } from '@percall/numeric';
import { evaluateLoad, evaluateService, queueFieldCount, queueFields } from './intervalQueue.ts';

/**
 * Erlang A of one interval that inherits what the last one left: a stationary formula per interval is wrong just after a peak.
 *
 * Let L(a) be the stationary mean number in system at offered load a. The mean number X(t) follows dX/dt = a - L^-1(X) (time in handle
 * times): arrivals less the outflow of the stationary queue that has as many in system (pointwise stationary fluid flow: Wang,
 * Tipper and Banerjee 1996). So the *effective load* L^-1(X) relaxes from its start to a with time constant dL/da: one handle time
 * when idle, one patience when overloaded. What arrivals meet at each moment is Erlang A at the effective load of that moment.
 */

/** State of one pool between intervals. */
export interface PoolState {
  /** Mean contacts in system. */
  inSystem: number;
}

/** Nodes of the relaxation: the start, then halvings of the distance to the end, then the end itself. */
const mostNodes = 5;
const rows = Array.from({ length: mostNodes }, () => new Float64Array(queueFieldCount));
const { inSystem } = queueFields;
const probe = new Float64Array(queueFieldCount);

const ln2 = 0.6931471805599453;
/**
 * Distances to the stationary number in system, in units of its natural spread sqrt(agents): below the first the stationary formula
 * stands as it is; below the second the way to it is a straight line; beyond the third it passes through the bend of L.
 */
const settled = 1e-3;
const short = 0.25;
const long = 0.75;
/** Precision of the starting load, in the same units: what it starts from has decayed to e^-6 by the end of a usual interval. */
const startPrecision = 2e-3;

/** Load at which a stationary queue has `target` contacts in system: safeguarded secant from a known point. */
function loadOf(target: number, knownLoad: number, knownInSystem: number, agents: number, patience: number, balk: number): number {
  if (target <= 0) return 0;
  const enough = startPrecision * Math.sqrt(agents + 1);
  let low = 0;
  let atLow = 0;
  let high = Infinity;
  let atHigh = Infinity;
  if (knownInSystem <= target) {
    low = knownLoad;
    atLow = knownInSystem;
  } else {
    high = knownLoad;
    atHigh = knownInSystem;
  }
  // Slopes of L: one handle time while agents are free, one patience (less balking) once all are busy.
  const overloadSlope = Math.max(1e-6, patience * (1 - balk));
  let load = target <= agents ? target - Math.max(0, knownInSystem - knownLoad) : agents + (target - agents) / overloadSlope;
  for (let step = 0; step < 60; step++) {
    if (!(load > low && load < high)) load = high === Infinity ? 2 * low + 1 : 0.5 * (low + high);
    evaluateLoad(probe, load, agents, patience, balk);
    const here = probe[inSystem]!;
    if (Math.abs(here - target) <= enough) return load;
    if (here < target) {
      low = load;
      atLow = here;
    } else {
      high = load;
      atHigh = here;
    }
    load =
      high === Infinity ? low + (target - atLow) / Math.min(1, overloadSlope) : low + ((target - atLow) * (high - low)) / (atHigh - atLow);
    // A secant that keeps one end crawls: halve every third step.
    if (step % 3 === 2 && high < Infinity) load = 0.5 * (low + high);
  }
  return load;
}

/**
 * Averages of every queue field over the interval, as its arrivals meet them; moves `state` to the interval's end.
 *
 * @param out [queueFields] averages over the interval; `allBusy`, `busyAgents` and `inSystem` over time
 * @param load offered load of the interval in erlangs
 * @param length length of the interval in mean handle times
 */
export function carryOver(
  out: Float64Array,
  state: PoolState,
  load: number,
  agents: number,
  patience: number,
  balk: number,
  threshold: number,
  length: number,
): void {
  evaluateService(out, load, agents, patience, balk, threshold);
  const stationary = out[inSystem]!;
  const start = state.inSystem;
  const distance = start - stationary;
  const spread = Math.sqrt(agents + 1);
  if (Math.abs(distance) <= settled * spread) {
    state.inSystem = stationary;
    return;
  }
  const startLoad = loadOf(start, load, stationary, agents, patience, balk);
  const span = startLoad - load;
  if (span === 0) {
    state.inSystem = stationary;
    return;
  }
  const halvings = Math.abs(distance) <= short * spread ? 0 : Math.abs(distance) <= long * spread ? 1 : 3;
  for (let node = 0, s = 1; node <= halvings; node++, s *= 0.5)
    evaluateService(rows[node]!, load + span * s, agents, patience, balk, threshold);
  const end = rows[halvings + 1]!;
  end.set(out);

  // Between nodes L and the fields are linear in s, the share of the distance still to go; s falls as e^(-t / tau).
  out.fill(0);
  let left = length;
  let s = 1;
  for (let node = 0; node <= halvings && left > 0; node++) {
    const from = rows[node]!;
    const to = rows[node + 1]!;
    const next = node < halvings ? 0.5 * s : 0;
    const tau = Math.max(1e-9, (from[inSystem]! - to[inSystem]!) / (span * (s - next)));
    const time = next > 0 ? Math.min(left, tau * ln2) : left;
    const reached = next > 0 && time < left ? next : s * exp(-time / tau);
    // Integral over the piece of (s - next): exact for the exponential.
    const above = tau * (s - reached) - next * time;
    for (let field = 0; field < queueFieldCount; field++)
      out[field]! += to[field]! * time + ((from[field]! - to[field]!) / (s - next)) * above;
    state.inSystem = to[inSystem]! + ((from[inSystem]! - to[inSystem]!) * (reached - next)) / (s - next);
    left -= time;
    s = reached;
  }
  for (let field = 0; field < queueFieldCount; field++) out[field]! /= length;
}
