import { exp } from '@percall/numeric';
import type { PatienceLaw } from './patience.ts';
import { EXPOSURE, GONE, GONE_SECONDS, STAYING } from './patience.ts';
import type { Room } from './waitingRoom.ts';
import { roomFor } from './waitingRoom.ts';

/** What becomes of the callers who join the queue. Shares and seconds are per caller who joins, but for the first three. */
export interface QueueOutcome {
  /** Weight of "all agents busy and a place free" over that of "exactly all agents busy, nobody waiting", divided by e^logScale. */
  readonly weight: number;
  /** The same for "every place taken". */
  readonly fullWeight: number;
  readonly logScale: number;
  readonly abandoned: number;
  readonly abandonedWithin: number;
  readonly answered: number;
  readonly answeredWithin: number;
  readonly answeredAfter: number;
  /** P(wait > threshold) whatever its end. */
  readonly waitingAfter: number;
  /** E[wait], E[wait; answered], E[wait; abandoned]. */
  readonly waitSeconds: number;
  readonly answeredWaitSeconds: number;
  readonly abandonedWaitSeconds: number;
}

const MASS = 0;
const ABANDONED = 1;
const ANSWERED = 2;
const WAIT = 3;
const ANSWERED_WAIT = 4;
const ABANDONED_WAIT = 5;
const FULL = 6;
const INTEGRALS = 7;

/** Below e^-80 of its peak (2e-35) the density adds nothing, even where the blocking it carries weighs more than the peak's. */
const NEGLIGIBLE_DROP = 80;

/** Integrals of f / f(top) below this are not worth digits, and denormals have none. */
const SMALLEST_INTEGRAL = 1e-200;

/** A patience density that is singular at 0 takes some sixty halvings; a number of this size is never due to the integrand. */
const MOST_REFINEMENTS = 2000;

/**
 * The queue of M/M/n+G, with or without a limit on waiting places, from the density of the virtual wait (what a caller who never hangs up
 * would wait):
 *
 *     f(x) = e^(rate H(x) - drain x) P(Poisson(rate H(x)) < places),    H(x) = integral of 1 - G from 0 to x
 *
 * with `rate` the callers per second who join, `drain` the n / AHT completions per second of busy agents and G the patience. Every result is an
 * integral of f times something positive, over [0, threshold] and [threshold, infinity) apart, so small probabilities keep their digits.
 *
 * Adaptive Gauss-Legendre (20 points) on panels around the peak of f, which is log-concave; kinks of G are panel ends.
 *
 * Source: Baccelli and Hebuterne (1981), On queues with impatient customers; Zeltyn and Mandelbaum (2005), Call centers with impatient customers;
 * Brandt and Brandt (2002), The M(n)/M(n)/s+GI system, for limited places.
 */
export function queueOutcome(rate: number, drain: number, law: PatienceLaw, places: number, threshold: number): QueueOutcome {
  const density = new Density(rate, drain, law, places);
  const before = new Float64Array(INTEGRALS);
  const after = new Float64Array(INTEGRALS);
  if (threshold > 0) density.integrate(0, threshold, before);
  density.integrate(threshold, Infinity, after);
  const mass = before[MASS]! + after[MASS]!;
  const share = (integral: number): number => (before[integral]! + after[integral]!) / mass;
  const values = new Float64Array(4);
  law.at(threshold, values);
  return {
    weight: drain * mass,
    fullWeight: drain * (before[FULL]! + after[FULL]!),
    logScale: density.peakLog,
    abandoned: share(ABANDONED),
    abandonedWithin: (before[ABANDONED]! + values[GONE]! * after[MASS]!) / mass,
    answered: share(ANSWERED),
    answeredWithin: before[ANSWERED]! / mass,
    answeredAfter: after[ANSWERED]! / mass,
    waitingAfter: (values[STAYING]! * after[MASS]!) / mass,
    waitSeconds: share(WAIT),
    answeredWaitSeconds: share(ANSWERED_WAIT),
    abandonedWaitSeconds: share(ABANDONED_WAIT),
  };
}

class Density {
  readonly rate: number;
  readonly drain: number;
  readonly law: PatienceLaw;
  readonly places: number;
  /** Where f peaks, and log f there. */
  readonly peak: number;
  readonly peakLog: number;
  readonly peakRoomLog: number;
  /** log of the largest f / f(peak) on the stretch being integrated. */
  topLog = 0;
  refinements = 0;
  readonly values = new Float64Array(4);
  readonly room: Room = { logProbability: 0, fullRatio: 0 };

  constructor(rate: number, drain: number, law: PatienceLaw, places: number) {
    this.rate = rate;
    this.drain = drain;
    this.law = law;
    this.places = places;
    this.peak = this.findPeak();
    law.at(this.peak, this.values);
    if (places < Infinity) roomFor(places, rate * this.values[EXPOSURE]!, this.room);
    this.peakRoomLog = this.room.logProbability;
    this.peakLog = this.peak === 0 ? 0 : rate * this.values[EXPOSURE]! - drain * this.peak + this.peakRoomLog;
  }

  /** Derivative of log f: rate (1 - G) (1 - B) - drain, B the share of `places - 1` servers' loss at load rate H. It only falls. */
  slope(x: number): number {
    this.law.at(x, this.values);
    let joining = this.rate * this.values[STAYING]!;
    if (this.places < Infinity) {
      const y = this.rate * this.values[EXPOSURE]!;
      roomFor(this.places, y, this.room);
      joining *= y > 0 ? Math.max(0, 1 - (this.room.fullRatio * this.places) / y) : this.places > 1 ? 1 : 0;
    }
    return joining - this.drain;
  }

  findPeak(): number {
    if (!(this.rate > this.drain) || this.slope(0) <= 0) return 0;
    let low = 0;
    let high = 1 / this.drain;
    while (this.slope(high) > 0) {
      low = high;
      high *= 2;
    }
    for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
      const middle = low + (high - low) / 2;
      if (this.slope(middle) > 0) low = middle;
      else high = middle;
    }
    for (const kink of this.law.breaks) if (Math.abs(kink - high) <= 1e-14 * kink) return kink;
    return high;
  }

  /** log f(x) - log f(peak); leaves the law's values at x in `values`, and `room`. */
  logAt(x: number): number {
    this.law.at(x, this.values);
    let log = this.rate * this.law.exposureBetween(this.peak, x) - this.drain * (x - this.peak);
    if (this.places < Infinity) {
      roomFor(this.places, this.rate * this.values[EXPOSURE]!, this.room);
      log += this.room.logProbability - this.peakRoomLog;
    }
    return log;
  }

  /** Adds to `total` the seven integrals of f / f(peak) over [from, to], worked out relative to the largest f there. */
  integrate(from: number, to: number, total: Float64Array): void {
    const top = Math.min(Math.max(this.peak, from), to);
    const topLog = this.logAt(top);
    const height = exp(topLog);
    if (height === 0) return;
    this.topLog = topLog;
    this.refinements = 0;
    const floor = topLog - NEGLIGIBLE_DROP;
    const low = this.whereItFallsTo(floor, top, from);
    const high = this.whereItFallsTo(floor, top, to);
    const ends = [low, ...this.law.breaks.filter((kink) => kink > low && kink < high && kink !== top), high];
    if (top > low && top < high) ends.push(top);
    ends.sort((a, b) => a - b);

    // Few pieces are cut finer: a dozen panels or more in all.
    const PANELS = ends.length > 6 ? 2 : 6;
    const rough = new Float64Array(INTEGRALS);
    const panels: { left: number; right: number; sum: Float64Array }[] = [];
    for (let i = 1; i < ends.length; i++) {
      const start = ends[i - 1]!;
      const width = ends[i]! - start;
      for (let k = 0; k < PANELS; k++) {
        const left = start + (width * k) / PANELS;
        const right = k === PANELS - 1 ? ends[i]! : start + (width * (k + 1)) / PANELS;
        const sum = new Float64Array(INTEGRALS);
        this.gauss(left, right, sum);
        for (let j = 0; j < INTEGRALS; j++) rough[j]! += sum[j]!;
        panels.push({ left, right, sum });
      }
    }
    // The exponent itself is known to a few units in its last place only; finer panels would chase its rounding.
    const tolerance = 1e-13 + 1e-15 * (this.rate + this.drain) * high;
    const sums = new Float64Array(INTEGRALS);
    for (const { left, right, sum } of panels) this.refine(left, right, sum, rough, tolerance, sums);
    for (let j = 0; j < INTEGRALS; j++) total[j]! += height * sums[j]!;
  }

  refine(left: number, right: number, whole: Float64Array, rough: Float64Array, tolerance: number, total: Float64Array): void {
    const middle = left + (right - left) / 2;
    const first = new Float64Array(INTEGRALS);
    const second = new Float64Array(INTEGRALS);
    this.gauss(left, middle, first);
    this.gauss(middle, right, second);
    let settled = true;
    for (let j = 0; j < INTEGRALS; j++) {
      const halves = first[j]! + second[j]!;
      if (Math.abs(halves - whole[j]!) > tolerance * Math.max(rough[j]!, total[j]!, halves, SMALLEST_INTEGRAL)) settled = false;
    }
    if (settled || ++this.refinements > MOST_REFINEMENTS) {
      for (let j = 0; j < INTEGRALS; j++) total[j]! += first[j]! + second[j]!;
      return;
    }
    this.refine(left, middle, first, rough, tolerance, total);
    this.refine(middle, right, second, rough, tolerance, total);
  }

  /** A point between `top` and `limit` where log f is within 2 below `floor`, or `limit` if it never falls so far. */
  whereItFallsTo(floor: number, top: number, limit: number): number {
    if (top === limit || (limit < Infinity && this.logAt(limit) >= floor)) return limit;
    const direction = limit > top ? 1 : -1;
    let inside = top;
    let step = 1 / (this.drain + this.rate);
    let outside = top + direction * step;
    while (this.within(outside, limit, direction) && this.logAt(outside) >= floor) {
      inside = outside;
      step *= 2;
      outside = top + direction * step;
    }
    if (!this.within(outside, limit, direction)) outside = limit;
    for (let i = 0; i < 60; i++) {
      if (outside < Infinity && this.logAt(outside) >= floor - 2) return outside;
      const middle = inside + (outside - inside) / 2;
      if (this.logAt(middle) >= floor) inside = middle;
      else outside = middle;
    }
    return outside;
  }

  within(x: number, limit: number, direction: number): boolean {
    return direction > 0 ? x < limit : x > limit;
  }

  /** Twenty-point Gauss-Legendre of the seven integrands on one panel, added to `sum`. */
  gauss(left: number, right: number, sum: Float64Array): void {
    const centre = (left + right) / 2;
    const half = (right - left) / 2;
    const { values, room } = this;
    for (let k = 0; k < 20; k++) {
      const i = k >> 1;
      const offset = half * NODES[i]!;
      const x = (k & 1) === 0 ? centre - offset : centre + offset;
      const f = exp(this.logAt(x) - this.topLog) * half * WEIGHTS[i]!;
      const answered = f * values[STAYING]!;
      sum[MASS]! += f;
      sum[ABANDONED]! += f * values[GONE]!;
      sum[ANSWERED]! += answered;
      sum[WAIT]! += f * values[EXPOSURE]!;
      sum[ANSWERED_WAIT]! += answered * x;
      sum[ABANDONED_WAIT]! += f * values[GONE_SECONDS]!;
      sum[FULL]! += f * room.fullRatio;
    }
  }
}

// Positive zeros x of the Legendre polynomial of degree 20, and 2 / ((1 - x^2) P'(x)^2).
const NODES = new Float64Array([
  0.9931285991850949, 0.9639719272779138, 0.912234428251326, 0.8391169718222188, 0.7463319064601508, 0.636053680726515, 0.5108670019508271,
  0.37370608871541955, 0.22778585114164507, 0.07652652113349734,
]);
const WEIGHTS = new Float64Array([
  0.017614007139152118, 0.04060142980038694, 0.06267204833410907, 0.08327674157670475, 0.10193011981724044, 0.11819453196151841,
  0.13168863844917664, 0.14209610931838204, 0.14917298647260374, 0.15275338713072584,
]);
