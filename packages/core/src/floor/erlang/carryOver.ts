import { exp, log } from '@percall/numeric';
import type { ChatAgents } from './chatAgents.ts';
import {
  beyond,
  createPool,
  evaluateLoad,
  evaluateThreshold,
  evaluateWaits,
  metFieldCount,
  offeredLoad,
  queueFieldCount,
  queueFields,
  setPool,
  soonBeyond,
  waitBeyond,
  type PoolNumbers,
} from './intervalQueue.ts';

/**
 * Erlang A of one interval that inherits what the last one left: a stationary formula per interval is wrong just after a peak.
 *
 * Let L(a) be the stationary mean number in system at offered load a. The mean number X(t) follows dX/dt = a - L^-1(X) (time in handle
 * times): arrivals less the outflow of the stationary queue that has as many in system (pointwise stationary fluid flow: Wang,
 * Tipper and Banerjee 1996). So the *effective load* L^-1(X) relaxes from its start to a with time constant dL/da: one handle time
 * when idle, one patience when overloaded. What arrivals meet at each moment is Erlang A at the effective load of that moment.
 *
 * With s the share of the way from start to end still to go, dt = -L'(s) ds / s. L and every field are taken as quadratics in s through
 * Erlang A at a few values of s; their averages over time are then exact, and are weighted sums of the fields at those values. Beside forty
 * straight pieces, every month of a bank drawn keeps its service level within 0.03 points and its mean wait within 0.3%.
 */

/** State of one pool between intervals. */
export interface PoolState {
  /** Mean contacts in system. */
  inSystem: number;
  /** Effective load in erlangs, as `relaxAtOnce` has left it: of an interval that is relaxed in full, its own. */
  effective: number;
}

/** What `relax` is asked, of a queue: in an object, because a call that is not inlined boxes every double it is given. */
export interface Relaxation extends PoolNumbers {
  /** Offered load of the interval in erlangs. */
  load: number;
  /** Length of the interval in mean handle times. */
  length: number;
  /** What it answers: averages of the chance that all agents are busy and of the abandonment, whose slope in the load, per erlang, is 0 where the interval is stationary. */
  allBusy: number;
  abandoned: number;
  abandonedSlope: number;
}

export const createRelaxation = (): Relaxation => ({
  agents: NaN,
  patience: NaN,
  balk: NaN,
  threshold: NaN,
  load: NaN,
  length: NaN,
  allBusy: NaN,
  abandoned: NaN,
  abandonedSlope: NaN,
});

/** Values of s at which the queue is evaluated, three to a quadratic: where the way is short, and where it passes through the bend of L. */
const shortWay = Float64Array.of(1, 0.3, 0);
const longWay = Float64Array.of(1, 0.55, 0.25, 0.1, 0);
const mostNodes = longWay.length;
/** Longest short way, and distance at which the stationary formula stands as it is, in units of the natural spread sqrt(agents + 1). */
const short = 2;
const settled = 1e-3;
/** How close row 0 must come to the start, as a share of the way: the quadratics reach so far beyond it. */
const startPrecision = 0.1;
/** A quadratic L that falls below this share of its mean slope at either end is replaced by its chord. */
const leastSlope = 0.1;
/** Farthest beyond row 0 that an interval may open, in ways and in natural spreads: where it is farther by both, the quadratics say nothing of the queue there. */
const farthest = 2;

const { allBusy, inSystem, abandoned } = queueFields;
/** How far, relative to it, the share of the node nearest the end may drift before the inner nodes are evaluated anew. */
const mostDrift = 0.5;
/** [node] the queue at that node's load, its share s of the way, and the part of the interval's time that the node stands for. */
const rows = Array.from({ length: mostNodes }, () => new Float64Array(queueFieldCount));
const shares = new Float64Array(mostNodes);
const weights = new Float64Array(mostNodes);

/** The queue that the interval's last `relax` was called with. */
const pool = createPool();

/** The interval as `relax` leaves it for `averageFields`, and for its next call in the same interval. */
const interval = {
  /** Row of the interval's own load: the last. */
  end: 0,
  /** Mean contacts in system when it opens. */
  start: 0,
  /** Way from the end to row 0, in erlangs; and the time that `weighPiece` has not yet weighed. */
  span: 0,
  left: 0,
  /** Whether the rows before the last are evaluated: row 0 near the queue that it opens with, the others on the way from there. */
  wayKnown: false,
};

/** Leaves in row 0 a stationary queue that has about as many in system as the interval opens with: safeguarded secant from the end of the way. */
function findStart(known: Float64Array): void {
  const { agents, patience, balk } = pool;
  const row = rows[0]!;
  const target = interval.start;
  const knownLoad = known[offeredLoad]!;
  const knownInSystem = known[inSystem]!;
  const enough = startPrecision * Math.abs(knownInSystem - target);
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
  if (target <= 0) load = 0;
  for (let step = 0; step < 60; step++) {
    if (target > 0 && !(load > low && load < high)) load = high === Infinity ? 2 * low + 1 : 0.5 * (low + high);
    row[offeredLoad] = load;
    evaluateLoad(row, pool);
    const here = row[inSystem]!;
    if (Math.abs(here - target) <= enough) return;
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
}

/**
 * Opens an interval of a pool: `relax` may then be called for one load after another until its redials have settled. With `chats`, agents have
 * several contacts in hand, and `relax` is given their `chatCapacity` for agents; `idleFactor` as in `Pool`.
 */
export function openInterval(state: PoolState, chats: ChatAgents | null = null, idleFactor = 1): void {
  pool.chats = chats;
  pool.idleFactor = idleFactor;
  interval.start = state.inSystem;
  interval.wayKnown = false;
}

/** What lies on the way is evaluated anew by the next `relax`: for a pool whose patience or balking has changed within the interval. */
export function forgetWay(): void {
  interval.wayKnown = false;
}

/**
 * Relaxes the pool from the interval's start to an offered load, moves `state` to the interval's end and answers the average abandonment.
 * Row 0 is found at the first call; calls that follow differ by their redials alone.
 */
export function relax(state: PoolState, relaxation: Relaxation): void {
  setPool(pool, relaxation);
  const { load, agents, length } = relaxation;
  const spread = Math.sqrt(agents + 1);
  // Until the distance is known: where the end of a short way goes.
  let end = interval.wayKnown ? interval.end : shortWay.length - 1;
  rows[end]![offeredLoad] = load;
  evaluateLoad(rows[end]!, pool);
  const stationary = rows[end]![inSystem]!;
  const distance = Math.abs(interval.start - stationary);
  relaxation.abandonedSlope = 0;
  for (let node = 0; node < mostNodes; node++) weights[node] = 0;
  state.inSystem = stationary;
  state.effective = load;
  if (!(distance > settled * spread)) {
    interval.end = end;
    weights[end] = 1;
    relaxation.allBusy = rows[end]![allBusy]!;
    relaxation.abandoned = rows[end]![abandoned]!;
    return;
  }
  if (!interval.wayKnown) {
    findStart(rows[end]!);
    if (distance > short * spread) {
      rows[longWay.length - 1]!.set(rows[end]!);
      end = longWay.length - 1;
    }
  }
  interval.end = end;
  const span = rows[0]![offeredLoad]! - load;
  if (span === 0) {
    weights[end] = 1;
    relaxation.allBusy = rows[end]![allBusy]!;
    relaxation.abandoned = rows[end]![abandoned]!;
    return;
  }
  // Redials move the end a little: what was evaluated on the way still lies on it, at other shares.
  const nodes = end === shortWay.length - 1 ? shortWay : longWay;
  const last = nodes[end - 1]!;
  const stays = interval.wayKnown && Math.abs((rows[end - 1]![offeredLoad]! - load) / span - last) < mostDrift * last;
  for (let node = 0; node <= end; node++) {
    const row = rows[node]!;
    if (stays || node === 0 || node === end) shares[node] = (row[offeredLoad]! - load) / span;
    else {
      shares[node] = nodes[node]!;
      row[offeredLoad] = load + span * nodes[node]!;
      evaluateLoad(row, pool);
    }
  }
  interval.wayKnown = true;
  interval.span = span;
  interval.left = length;
  for (let node = 0; node < end && interval.left > 0; node += 2) weighPiece(state, node);

  let average = 0;
  let busy = 0;
  let share = 0;
  for (let node = 0; node <= end; node++) {
    weights[node]! /= length;
    average += weights[node]! * rows[node]![abandoned]!;
    busy += weights[node]! * rows[node]![allBusy]!;
    share += weights[node]! * shares[node]!;
  }
  // The last quadratic's slope in s at its end, on what of each moment's load is the interval's own.
  const atEnd = rows[end]![abandoned]!;
  const near = shares[end - 1]!;
  const far = shares[end - 2]!;
  const toNear = (rows[end - 1]![abandoned]! - atEnd) / near;
  const toFar = (rows[end - 2]![abandoned]! - atEnd) / far;
  relaxation.abandonedSlope = ((1 - share) * (toNear * far - toFar * near)) / ((far - near) * span);
  relaxation.allBusy = busy;
  relaxation.abandoned = average;
}

/**
 * A first answer in place of `relax`, by one queue instead of several: Erlang A at the mean effective load of the interval, which goes from where the last one
 * ended towards its own as e^(-t / L'). L' = 1 + A' (patience - 1) in handle times, with A' as in `congestion`.
 *
 * @param busy chance that all agents are busy, as the interval before had it
 */
export function relaxAtOnce(state: PoolState, relaxation: Relaxation, busy: number): void {
  setPool(pool, relaxation);
  const { load, length, patience } = relaxation;
  const ratio = 1 / Math.sqrt(Math.max(1e-6, patience));
  const slope = (ratio * busy) / (1 + (ratio - 1) * busy);
  const constant = Math.max(1e-3, 1 + slope * (patience - 1));
  const decay = exp(-length / constant);
  const away = state.effective - load;
  const mean = load + (away * constant * (1 - decay)) / length;
  const row = rows[0]!;
  row[offeredLoad] = mean;
  evaluateLoad(row, pool);
  weights.fill(0);
  weights[0] = 1;
  interval.end = 0;
  relaxation.allBusy = row[allBusy]!;
  relaxation.abandoned = row[abandoned]!;
  relaxation.abandonedSlope = 0;
  state.effective = load + away * decay;
  state.inSystem = Math.max(0, row[inSystem]! + constant * (state.effective - mean));
}

/**
 * One quadratic, from `node` (the first: from the interval's start near it) to the next but one: adds the time near each of its three nodes
 * to their weights, moves `state` along and takes it from the time that is left.
 */
function weighPiece(state: PoolState, node: number): void {
  const { span, left } = interval;
  const s0 = shares[node]!;
  const s1 = shares[node + 1]!;
  const s2 = shares[node + 2]!;
  const per01 = 1 / (s0 - s1);
  const per12 = 1 / (s1 - s2);
  const per02 = 1 / (s0 - s2);
  const perErlang = 1 / span;
  const l0 = rows[node]![inSystem]!;
  const l1 = rows[node + 1]![inSystem]!;
  const l2 = rows[node + 2]![inSystem]!;
  const slope12 = (l1 - l2) * perErlang * per12;
  const chord = Math.max(1e-9, (l0 - l2) * perErlang * per02);
  // L'(s) = p + 2 q s, per erlang.
  let q = ((l0 - l1) * perErlang * per01 - slope12) * per02;
  let p = slope12 - q * (s1 + s2);
  const beyond = node > 0 ? 0 : (interval.start - l0) * perErlang;
  let from = s0 + beyond / (p + 2 * q * s0);
  // A bend that is steep at the nodes may fall beyond them, where the interval starts: nothing relaxes against the slope.
  if (!(p + 2 * q * s2 > leastSlope * chord && p + 2 * q * s0 > leastSlope * chord && p + 2 * q * from > 0)) {
    q = 0;
    p = chord;
    from = s0 + beyond / chord;
  }
  // Row 0 is near the start and not at it: a steep queue may open beyond the end of a long way, and then has arrived. So has one that gets no longer by load,
  // as where helpers are taken by others and nobody waits.
  const away = from - s0;
  const isFar = away > farthest && away * Math.abs(span) > farthest * Math.sqrt(pool.agents + 1);
  if ((s2 > 0 && !(from > 0)) || !((l0 - l2) * span > 0) || isFar) {
    weights[interval.end]! += left;
    state.inSystem = rows[interval.end]![inSystem]!;
    interval.left = 0;
    return;
  }
  const whole = s2 > 0 ? p * log(from / s2) + 2 * q * (from - s2) : Infinity;
  const time = Math.min(left, whole);
  const reached = time < whole ? shareAfter(from, p, q, time) : s2;

  // Integrals over the time of 1, s and s^2; then of the three polynomials that are 1 at one node and 0 at the others.
  const d1 = from - reached;
  const d2 = 0.5 * (from + reached) * d1;
  const d3 = ((from * from + from * reached + reached * reached) * d1) / 3;
  const m1 = p * d1 + 2 * q * d2;
  const m2 = p * d2 + 2 * q * d3;
  weights[node]! += (m2 - (s1 + s2) * m1 + s1 * s2 * time) * per01 * per02;
  weights[node + 1]! -= (m2 - (s0 + s2) * m1 + s0 * s2 * time) * per01 * per12;
  weights[node + 2]! += (m2 - (s0 + s1) * m1 + s0 * s1 * time) * per02 * per12;
  state.inSystem = l2 + span * (reached - s2) * (p + q * (reached + s2));
  interval.left = left - time;
}

/** Where s stands a time after s0: s0 e^-w with p w + 2 q s0 (1 - e^-w) = time, by Newton's method from the side it does not overshoot. */
function shareAfter(s0: number, p: number, q: number, time: number): number {
  const bend = 2 * q * s0;
  let w = (time - bend) / p;
  if (w < 3) {
    const early = time / (p + bend);
    w = q > 0 ? Math.max(w, early) : Math.min(w, early);
  }
  let decay = exp(-w);
  for (let step = 0; step < 20; step++) {
    const move = (time - p * w - bend * (1 - decay)) / (p + bend * decay);
    // Two terms of e^-move do for the last one.
    if (Math.abs(move) < 1e-5) return s0 * decay * (1 - move);
    w += move;
    decay = exp(-w);
  }
  return s0 * decay;
}

/**
 * Averages of every queue field over the interval that `relax` has left, as its arrivals meet them.
 *
 * @param out [queueFields] averages over the interval; `allBusy`, `busyAgents` and `inSystem` over time
 */
export function averageFields(out: Float64Array): void {
  const { end } = interval;
  for (let field = 0; field < metFieldCount; field++) out[field] = 0;
  for (let node = 0; node <= end; node++) {
    const weight = weights[node]!;
    if (weight === 0) continue;
    const row = rows[node]!;
    evaluateThreshold(row, pool);
    evaluateWaits(row, pool);
    for (let field = 0; field < metFieldCount; field++) out[field]! += weight * row[field]!;
  }
}

/** Average of `soonBeyond` over the interval that `relax` has left. */
export function averageSoon(j: number): number {
  let average = 0;
  for (let node = 0; node <= interval.end; node++) if (weights[node] !== 0) average += weights[node]! * soonBeyond(rows[node]!, pool, j);
  return average;
}

/** What `averageBeyond` leaves: averages of `beyond` over the interval. */
export const averagesBeyond = { chance: 0, waiting: 0, square: 0 };

/** Averages over the interval that `relax` has left: the chance that all agents are busy and at least j wait, how many then, and their square, times that chance. */
export function averageBeyond(j: number): void {
  averagesBeyond.chance = 0;
  averagesBeyond.waiting = 0;
  averagesBeyond.square = 0;
  for (let node = 0; node <= interval.end; node++) {
    const weight = weights[node]!;
    if (weight === 0) continue;
    waitBeyond(rows[node]!, pool, j);
    averagesBeyond.chance += weight * beyond.chance;
    averagesBeyond.waiting += weight * beyond.waiting;
    averagesBeyond.square += weight * beyond.square;
  }
}

const known = createRelaxation();

/**
 * `openInterval`, `relax` and `averageFields`: an interval whose load is known.
 *
 * @param load, length as in `Relaxation`
 * @param agents, patience, balk, threshold as in `PoolNumbers`
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
  Object.assign(known, { load, agents, patience, balk, threshold, length });
  openInterval(state);
  relax(state, known);
  averageFields(out);
}
