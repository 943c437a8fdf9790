import { expect } from 'vitest';
import { exp, log as logarithm, normalInverse, pow } from '@percall/numeric';
import { addContact, createLog, flags, outcomes, type ContactLog } from '../../../src/floor/calls/contactLog.ts';
import { contentCustomers, type Customers } from '../../../src/floor/calls/customers.ts';
import type { CallbackPlan, FloorPlan, QueuePlan, SkillPlan } from '../../../src/floor/calls/floorPlan.ts';
import { createAgentTime, runCalls, type AgentTime } from '../../../src/floor/calls/runCalls.ts';
import { fillGamma, gammaKeys } from '../../../src/random/gamma.ts';
import { purposes, startStream } from '../../../src/random/keyedStream.ts';
import { nameHash } from '../../../src/random/nameHash.ts';
import { seedKey } from '../../../src/random/seed.ts';
import { nextWord } from '../../../src/random/sfc32.ts';
import { uniformOf } from '../../../src/random/uniform.ts';

// Draws

export type Stream = Int32Array;
export type Draw = (stream: Stream) => number;

/** A stream of a test's own: the same numbers for the same seed and place, whatever else is drawn. */
export function streamOf(seed: string, place: number, replication = 0): Stream {
  const state = new Int32Array(4);
  startStream(state, seedKey(seed), place, replication, 0, 0);
  return state;
}

export const uniform = (stream: Stream): number => uniformOf(nextWord(stream));
export const constant =
  (value: number): Draw =>
  () =>
    value;
export const exponential =
  (mean: number): Draw =>
  (stream) =>
    -mean * logarithm(uniform(stream));
export const between =
  (low: number, high: number): Draw =>
  (stream) =>
    low + (high - low) * uniform(stream);
export const erlang =
  (k: number, mean: number): Draw =>
  (stream) => {
    let product = 1;
    for (let phase = 0; phase < k; phase++) product *= uniform(stream);
    return (-mean / k) * logarithm(product);
  };
export const weibull =
  (shape: number, scale: number): Draw =>
  (stream) =>
    scale * pow(-logarithm(uniform(stream)), 1 / shape);
export function lognormal(mean: number, cv: number): Draw {
  const variance = logarithm(1 + cv * cv);
  const sigma = Math.sqrt(variance);
  return (stream) => mean * exp(sigma * normalInverse(uniform(stream)) - variance / 2);
}
/** Two exponentials with balanced means. */
export function hyperexponential(mean: number, cv: number): Draw {
  const share = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
  return (stream) => {
    const quick = uniform(stream) < share;
    return (-mean / (2 * (quick ? share : 1 - share))) * logarithm(uniform(stream));
  };
}
/** Patience 0 with this chance. */
export const balking =
  (chance: number, patience: Draw): Draw =>
  (stream) => {
    const seconds = patience(stream);
    return uniform(stream) < chance ? 0 : seconds;
  };
export const endless = constant(Infinity);

// Plans

export const slowdownOf = (...factors: number[]): Float64Array => Float64Array.of(1, ...factors);

export const queueOf = (changes: Partial<QueuePlan> = {}): QueuePlan => ({
  name: 'queue',
  concurrency: 1,
  slowdown: slowdownOf(1),
  deferred: false,
  closeGraceSeconds: Infinity,
  holdsTrunk: true,
  afterContactShare: 0,
  weight: 1,
  callback: null,
  ...changes,
});

export const callbackOf = (changes: Partial<CallbackPlan> = {}): CallbackPlan => ({
  offerFromSeconds: 0,
  handleSeconds: 300,
  offerFromWaiting: 0,
  queue: 0,
  attempts: 1,
  retryAfterSeconds: 600,
  dialSeconds: 0,
  ...changes,
});

export const skillOf = (queue: number, group: number, changes: Partial<SkillPlan> = {}): SkillPlan => ({
  queue,
  group,
  handleTimeFactor: 1,
  groupRank: 0,
  queueRank: 0,
  overflowAfterSeconds: 0,
  reserve: 0,
  ...changes,
});

/** Periods: when each begins and ends, and [period][group] agents. */
export interface Staffing {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly agents: readonly (readonly number[])[];
}

/** Busyness of each of `days`: Gamma with mean 1 and shape alpha. */
export function busyness(days: number, alpha: number, seed: string): Float64Array {
  const factors = new Float64Array(days);
  const slots = Int32Array.from({ length: days }, (_, day) => day);
  fillGamma(factors, slots, 1 / Math.sqrt(alpha), gammaKeys(seedKey(seed), purposes.commonDay), 0, nameHash('day'));
  return factors;
}

/** Powers of Gamma(alpha, alpha) less their means, alpha (alpha + 1) ... (alpha + k - 1) / alpha^k, as controls. */
export const busynessControls = (factors: Float64Array, alpha: number, powers: number): Float64Array[] =>
  Array.from({ length: powers }, (_, at) => {
    let mean = 1;
    for (let k = 0; k <= at; k++) mean *= (alpha + k) / alpha;
    return factors.map((factor) => factor ** (at + 1) - mean);
  });

/** One staffing for all time, cut into `periods` of equal length: each is a batch of the estimates. Nothing comes after the last, which does not end. */
export const always = (agents: readonly number[], periods: number, seconds: number): Staffing => ({
  start: Array.from({ length: periods + 1 }, (_, period) => period * seconds),
  end: Array.from({ length: periods + 1 }, (_, period) => (period < periods ? (period + 1) * seconds : 1e12)),
  agents: Array.from({ length: periods + 1 }, () => agents),
});

/** The same day `days` times, `every` so many seconds: periods of equal length, then closed. */
export function daysOf(agents: readonly (readonly number[])[], seconds: number, days: number, every: number): Staffing {
  const places = Array.from({ length: days * agents.length }, (_, period) => ({
    start: Math.floor(period / agents.length) * every + (period % agents.length) * seconds,
    agents: agents[period % agents.length]!,
  }));
  return {
    start: places.map(({ start }) => start),
    end: places.map(({ start }) => start + seconds),
    agents: places.map((place) => place.agents),
  };
}

export interface PlanParts {
  readonly queues?: readonly QueuePlan[];
  readonly groups?: number;
  readonly skills?: readonly SkillPlan[];
  readonly staffing: Staffing;
  readonly trunks?: number;
  readonly selection?: FloorPlan['selection'];
  readonly agentSelection?: FloorPlan['agentSelection'];
  readonly end?: number;
}

/** By default one queue and one group that serves it. */
export function planOf({
  queues = [queueOf()],
  groups = 1,
  skills = [skillOf(0, 0)],
  staffing,
  trunks,
  selection,
  agentSelection,
  end,
}: PlanParts): FloorPlan {
  return {
    queues,
    groups: Array.from({ length: groups }, (_, group) => `group ${group}`),
    skills,
    periodStart: Float64Array.from(staffing.start),
    periodEnd: Float64Array.from(staffing.end),
    agents: Float64Array.from(staffing.agents.flat()),
    trunks: trunks ?? Infinity,
    selection: selection ?? 'longest-waiting',
    agentSelection: agentSelection ?? 'longest-idle',
    end: end ?? Infinity,
  };
}

// Contacts

/** One stream of contacts: a Poisson process of `rate` contacts a second (or one rate to a period of the plan). */
export interface Source {
  readonly queue?: number;
  readonly rate: number | ((period: number) => number);
  readonly work: Draw | ((stream: Stream, period: number) => number);
  readonly patience?: Draw | ((stream: Stream, period: number) => number);
  readonly ivr?: Draw;
  /** Chance that it ends in the IVR. */
  readonly contained?: number;
}

/** Adds the contacts of all sources to the log, in time order, from empty: those of one source draw the same whatever the others are. */
export function addContacts(
  log: ContactLog,
  sources: readonly Source[],
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
  seed: string,
): void {
  log.count = 0;
  const clocks = streamOf(seed, 0);
  const streams = sources.map(
    (_, source) => [streamOf(seed, 4 * source + 1), streamOf(seed, 4 * source + 2), streamOf(seed, 4 * source + 3)] as const,
  );
  for (let period = 0; period < starts.length; period++) {
    const rates = sources.map(({ rate }) => (typeof rate === 'number' ? rate : rate(period)));
    const total = rates.reduce((sum, rate) => sum + rate, 0);
    const until = ends[period]!;
    for (let time = starts[period]!; total > 0;) {
      time -= logarithm(uniform(clocks)) / total;
      if (time >= until) break;
      let source = 0;
      for (let at = uniform(clocks) * total; source < sources.length - 1 && at >= rates[source]!; source++) at -= rates[source]!;
      const { queue = 0, work, patience, ivr, contained } = sources[source]!;
      const [works, patiences, doors] = streams[source]!;
      const contact = addContact(log, queue);
      log.time[contact] = time;
      log.work[contact] = work(works, period);
      log.patience[contact] = patience === undefined ? Infinity : patience(patiences, period);
      if (ivr !== undefined) log.ivrSeconds[contact] = ivr(doors);
      if (contained !== undefined && uniform(doors) < contained) log.flags[contact] = flags.endsInIvr;
    }
  }
}

/** One log for all tests of a file: made once, so that nothing is spent on memory. */
const shared = createLog(1024);

export interface Run {
  readonly plan: FloorPlan;
  readonly log: ContactLog;
  readonly time: AgentTime;
}

export interface Around {
  readonly customersOf?: (log: ContactLog) => Customers;
  /** Changes contacts before they come. */
  readonly before?: (log: ContactLog) => void;
  /** Whether contacts come in the last period too: else it is there for what is left. */
  readonly toLastPeriod?: boolean;
}

/** Draws the contacts of a plan's periods, and runs the floor. The log is the next run's too. */
export function simulate(plan: FloorPlan, sources: readonly Source[], seed: string, around: Around = {}): Run {
  const { customersOf, before, toLastPeriod = false } = around;
  const periods = plan.periodStart.length - (toLastPeriod ? 0 : 1);
  addContacts(shared, sources, plan.periodStart.subarray(0, periods), plan.periodEnd.subarray(0, periods), seed);
  before?.(shared);
  return runOn(plan, shared, customersOf?.(shared));
}

/** The same for contacts that a test writes itself, in time order. */
export function simulateThese(plan: FloorPlan, write: (log: ContactLog) => void): Run {
  shared.count = 0;
  write(shared);
  return runOn(plan, shared);
}

export function runOn(plan: FloorPlan, log: ContactLog, customers: Customers = contentCustomers): Run {
  const time = createAgentTime(plan);
  runCalls(plan, log, customers, time);
  return { plan, log, time };
}

/** Adds a contact that a test describes, and returns its number. */
export function add(log: ContactLog, time: number, work: number, patience = Infinity, queue = 0): number {
  const contact = addContact(log, queue);
  log.time[contact] = time;
  log.work[contact] = work;
  log.patience[contact] = patience;
  return contact;
}

// Estimates

/** An estimate and its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

export type Column = Float64Array;
export const columnOf = (rows: number, at: (row: number) => number): Column => Float64Array.from({ length: rows }, (_, row) => at(row));

/**
 * Ratio of two totals over batches (or replications), with its standard error by the delta method.
 *
 * Controls are columns whose means are known to be 0 (arrivals and work of a batch less what they are on average): the part of the deviation
 * that they explain is taken out by least squares, which leaves the estimate where it was and makes the error smaller.
 */
export function ratioOf(numerator: Column, denominator: Column | number, controls: readonly Column[] = []): Estimate {
  const rows = numerator.length;
  const below = typeof denominator === 'number' ? new Float64Array(rows).fill(denominator) : denominator;
  const total = below.reduce((sum, value) => sum + value, 0);
  const value = numerator.reduce((sum, each) => sum + each, 0) / total;
  let residual = numerator.map((each, row) => each - value * below[row]!);
  let correction = 0;
  let used = 0;
  // Gram and Schmidt: each control less what those before it say.
  const basis: { readonly centred: Column; readonly mean: number; readonly square: number }[] = [];
  for (const control of controls) {
    let mean = control.reduce((sum, each) => sum + each, 0) / rows;
    let centred = control.map((each) => each - mean);
    const size = centred.reduce((sum, each) => sum + each * each, 0);
    for (const one of basis) {
      const slope = centred.reduce((sum, each, row) => sum + each * one.centred[row]!, 0) / one.square;
      centred = centred.map((each, row) => each - slope * one.centred[row]!);
      mean -= slope * one.mean;
    }
    const square = centred.reduce((sum, each) => sum + each * each, 0);
    if (!(square > 1e-9 * size)) continue;
    basis.push({ centred, mean, square });
    const slope = residual.reduce((sum, each, row) => sum + each * centred[row]!, 0) / square;
    residual = residual.map((each, row) => each - slope * centred[row]!);
    correction += slope * mean * rows;
    used++;
  }
  const square = residual.reduce((sum, each) => sum + each * each, 0);
  return { value: value - correction / total, error: Math.sqrt((square * rows) / (rows - 1 - used)) / total };
}

/** What happened, by batch (period of arrival; `perBatch` periods to a batch) after `warmUp` batches, for the contacts that `isOf` picks. */
export interface Tally {
  readonly batches: number;
  readonly offered: Column;
  readonly admitted: Column;
  readonly blocked: Column;
  readonly abandoned: Column;
  readonly handled: Column;
  readonly delayed: Column;
  readonly waitAll: Column;
  readonly waitServed: Column;
  readonly waitAbandoned: Column;
  /** Served, and abandoned, within the acceptable wait. */
  readonly within: Column;
  readonly short: Column;
  readonly work: Column;
  readonly workSquared: Column;
}

export interface TallyParts {
  readonly batches: number;
  readonly warmUp?: number;
  readonly perBatch?: number;
  readonly awt?: number;
  readonly isOf?: (contact: number) => boolean;
}

export function tally({ log }: Run, { batches, warmUp = 0, perBatch = 1, awt = 0, isOf }: TallyParts): Tally {
  const column = (): Column => new Float64Array(batches);
  const result: Tally = {
    batches,
    offered: column(),
    admitted: column(),
    blocked: column(),
    abandoned: column(),
    handled: column(),
    delayed: column(),
    waitAll: column(),
    waitServed: column(),
    waitAbandoned: column(),
    within: column(),
    short: column(),
    work: column(),
    workSquared: column(),
  };
  for (let contact = 0; contact < log.count; contact++) {
    const batch = Math.floor(log.period[contact]! / perBatch) - warmUp;
    if (batch < 0 || batch >= batches || (isOf !== undefined && !isOf(contact))) continue;
    result.offered[batch]!++;
    result.work[batch]! += log.work[contact]!;
    result.workSquared[batch]! += log.work[contact]! ** 2;
    const outcome = log.outcome[contact]!;
    if (outcome === outcomes.blocked) {
      result.blocked[batch]!++;
      continue;
    }
    result.admitted[batch]!++;
    if (outcome === outcomes.handled) {
      const wait = log.start[contact]! - log.joined[contact]!;
      result.handled[batch]!++;
      result.waitServed[batch]! += wait;
      result.waitAll[batch]! += wait;
      if (wait > 0) result.delayed[batch]!++;
      if (wait <= awt) result.within[batch]!++;
    } else if (outcome === outcomes.abandoned) {
      const wait = log.end[contact]! - log.joined[contact]!;
      result.abandoned[batch]!++;
      result.waitAbandoned[batch]! += wait;
      result.waitAll[batch]! += wait;
      result.delayed[batch]!++;
      if (wait <= awt) result.short[batch]!++;
    }
  }
  return result;
}

/** Arrivals and work of each batch less what they are on average: controls. `workSquare` is E[work^2]. */
export function controlsOf(counts: Tally, arrivals: number, workMean: number, workSquare?: number): Column[] {
  const { offered, work, workSquared } = counts;
  return [
    offered.map((count) => count - arrivals),
    work.map((seconds, batch) => seconds - offered[batch]! * workMean),
    ...(workSquare === undefined ? [] : [workSquared.map((square, batch) => square - offered[batch]! * workSquare)]),
  ];
}

/**
 * Bursts of each batch, as a control: over windows of `window` seconds, the squares of the work that came less what comes on average, less their
 * mean rate x window x E[work^2] (a compound Poisson sum). Queues come from bursts: this takes a third off the error of a wait.
 */
export function burstsOf(
  { log, plan }: Run,
  { batches, warmUp = 0 }: TallyParts,
  window: number,
  rate: number,
  mean: number,
  square: number,
): Column {
  const seconds = plan.periodEnd[0]! - plan.periodStart[0]!;
  const perBatch = Math.max(1, Math.floor(seconds / window));
  const each = seconds / perBatch;
  const sums = new Float64Array(batches * perBatch);
  for (let contact = 0; contact < log.count; contact++) {
    const at = Math.floor(log.time[contact]! / each) - warmUp * perBatch;
    if (at >= 0 && at < sums.length) sums[at]! += log.work[contact]!;
  }
  const bursts = new Float64Array(batches);
  sums.forEach((sum, at) => (bursts[Math.floor(at / perBatch)]! += (sum - rate * each * mean) ** 2 - rate * each * square));
  return bursts;
}

/** Busy seconds of a group by batch, overtime included. */
export const busyOf = ({ plan, time }: Run, { batches, warmUp = 0, perBatch = 1 }: TallyParts, group = 0): Column =>
  columnOf(batches, (batch) => {
    let seconds = 0;
    for (let period = (batch + warmUp) * perBatch; period < (batch + warmUp + 1) * perBatch; period++)
      seconds += time.busy[period * plan.groups.length + group]! + time.overtime[period * plan.groups.length + group]!;
    return seconds;
  });

// Judgement

export type Measured = Readonly<Record<string, Estimate>>;
export type Expected = Readonly<Record<string, number>>;

/** |x - expected| is at most so many standard errors; with some 400 comparisons at fixed seeds, one in five suites would be unlucky once. */
export const mostErrors = 3.5;

export interface Judgement {
  /** The largest distance, in standard errors (both sides' together), and of what. */
  readonly worst: number;
  readonly of: string;
  /** [name] half-width of the comparison, relative to what is expected. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Compares each figure that both know; reference errors come on top of our own. */
export function judge(measured: Measured, expected: Expected, referenceErrors: Expected = {}): Judgement {
  let worst = 0;
  let of = 'nothing';
  const widths: Record<string, number> = {};
  for (const [name, { value, error }] of Object.entries(measured)) {
    const wanted = expected[name];
    if (wanted === undefined) throw new Error(`No ${name} is expected.`);
    const both = Math.hypot(error, referenceErrors[name] ?? 0);
    const away = value === wanted ? 0 : Math.abs(value - wanted) / both;
    widths[name] = (mostErrors * both) / Math.abs(wanted);
    if (!(away <= worst)) [worst, of] = [away, `${name}: ${value} for ${wanted}, ${away} standard errors`];
  }
  return { worst, of, widths };
}

/** No figure is further off than `mostErrors` standard errors, and none is judged by a half-width beyond `widest`, relative to what is expected. */
export function holds(judgement: Judgement, widest: number): void {
  expect(judgement.worst, judgement.of).toBeLessThan(mostErrors);
  expect(Math.max(...Object.values(judgement.widths)), JSON.stringify(judgement.widths)).toBeLessThan(widest);
}
