import { exp } from '@percall/numeric';
import type { Model } from '../../model/model.ts';
import { firstOfWeek } from '../../people/weeks.ts';
import type { FloorInput } from '../floorInput.ts';
import { countField, type Outcome } from '../outcome.ts';
import { arriving, attempting, type Arrivals } from './arrivals.ts';
import { createBacklog, openBacklog, served, serveOldest, shareWithin, type Backlog } from './backlog.ts';
import { judgeCallbacks, judged } from './callbacks.ts';
import { evaluateService, queueFieldCount, queueFields } from './intervalQueue.ts';
import type { Line } from './line.ts';
import type { Team } from './teams.ts';

/** Work of a team that waits for its agents to be free: e-mail and social media, and callbacks that do not keep their place. */
export interface DeferredWork {
  readonly letters: Backlog;
  readonly calls: Backlog;
  /** [interval][queue] contacts that arrived, and their mean handle time in seconds. */
  readonly arrived: Float64Array;
  readonly handleSeconds: Float64Array;
  /** [interval] agent seconds that were free for deferred work. */
  readonly free: Float64Array;
  /** Agents who have deferred work in hand as an interval begins, and agent seconds that were begun and are not yet worked. */
  busy: number;
  inHand: number;
  /** Seconds that deferred work waits by chance where agents are free for it in the mean: behind calls, and behind each other. */
  chanceSeconds: number;
  /** With what calls met agents in the last interval: agents busy with deferred work, and the share of the time in which they were never idle. */
  readonly met: { busy: number; saturated: number };
  /** By how much more often agents are all busy than with calls alone, in the last interval; and callbacks taken in it. */
  extraBusy: number;
  called: number;
}

export const createDeferredWork = (model: Model): DeferredWork => {
  const isNeeded = model.queues.some(({ patience }) => patience === null) || model.callback !== null;
  const intervals = isNeeded ? model.calendar.intervals : 0;
  return {
    letters: createBacklog(intervals),
    calls: createBacklog(intervals),
    arrived: new Float64Array(intervals * model.queues.length),
    handleSeconds: new Float64Array(intervals * model.queues.length),
    free: new Float64Array(intervals),
    busy: 0,
    inHand: 0,
    chanceSeconds: 0,
    met: { busy: 0, saturated: 0 },
    extraBusy: 0,
    called: 0,
  };
};

export function openDeferred(work: DeferredWork): void {
  openBacklog(work.letters);
  openBacklog(work.calls);
  work.busy = 0;
  work.inHand = 0;
  work.chanceSeconds = 0;
  work.extraBusy = 0;
  work.called = 0;
}

const secondsPerDay = 86_400;
const { allBusy, abandoned, answeredWithin, abandonedWithin, waitAll, waitAnswered, busyAgents } = queueFields;
const total = new Float64Array(queueFieldCount);
const whenBusy = new Float64Array(queueFieldCount);

/**
 * Takes in the deferred work of an interval, and moves the line of calls to what it meets when agents are busy with it.
 *
 * @param agents who may have it in hand, of whom `busyLive` have live contacts
 */
export function takeInDeferred(
  outcome: Outcome,
  work: DeferredWork,
  arrivals: Arrivals,
  phone: Line,
  input: FloorInput,
  team: Team,
  now: number,
  agents: number,
  busyLive: number,
): void {
  const { model } = input;
  const seconds = model.calendar.intervalSeconds;
  let capacity = Math.max(0, agents - busyLive) * seconds;
  const { callbacks } = phone;
  const isApart = callbacks.isOffered && !callbacks.keepsPlace;
  const waitedBefore = work.letters.waiting + work.calls.waiting;
  let letters = 0;
  for (const queue of team.deferred) {
    const contacts = arriving(arrivals, queue);
    letters += contacts;
    work.arrived[now * model.queues.length + queue] = contacts;
    work.handleSeconds[now * model.queues.length + queue] = arrivals.handleSeconds[queue]!;
    work.letters.work[now]! += contacts * arrivals.handleSeconds[queue]!;
    recordArrival(outcome, arrivals, input, queue, now, contacts);
  }
  work.letters.waiting += work.letters.work[now]!;
  // How many take a callback depends on how often agents are busy with callbacks: as often as in the interval before, to begin with.
  const taken = isApart ? callbacks.accepted + work.extraBusy * callbacks.takes : 0;
  let expected = isApart ? callsTaken(work, arrivals, phone, input, team, now, taken) : 0;
  const begun = Math.min(capacity, waitedBefore + work.letters.work[now]! + expected);
  phone.deferredHandleSeconds = meanSeconds(work.letters.work[now]!, letters, expected, work.called);
  if (team.phone.length > 0) {
    const left = waitedBefore + work.letters.work[now]! + expected - begun;
    const arriving = work.letters.work[now]! + expected;
    // Until what waited is worked off, nobody is idle; then as much as arrives is in hand.
    const saturated = left > noise * seconds ? 1 : capacity > arriving ? Math.min(1, waitedBefore / (capacity - arriving)) : 1;
    work.met.busy = meanInHand(work, begun, seconds, phone.deferredHandleSeconds);
    work.met.saturated = saturated;
    work.extraBusy = meetBusyAgents(phone, input, agents, work.met.busy, saturated, taken);
    // Who takes a callback or gives up leaves agents to others.
    capacity = Math.max(0, agents - phone.row[busyAgents]!) * seconds;
    if (isApart) expected = callsTaken(work, arrivals, phone, input, team, now, callbacks.accepted);
  }
  work.free[now] = capacity;
  if (!isApart) return;
  work.calls.work[now] = expected;
  work.calls.waiting += expected;
}

/** Works off what waits, with the agents whom live contacts leave: callbacks first, then what is oldest. Returns the agents that are busy with it. */
export function workDeferred(
  outcome: Outcome,
  work: DeferredWork,
  arrivals: Arrivals,
  phone: Line,
  input: FloorInput,
  team: Team,
  now: number,
  agents: number,
  busyLive: number,
): number {
  const seconds = input.model.calendar.intervalSeconds;
  const { callbacks } = phone;
  const isApart = callbacks.isOffered && !callbacks.keepsPlace;
  const capacity = work.free[now]!;
  let used = 0;
  if (isApart) {
    while (serveOldest(work.calls, now, capacity, used)) {
      used += served.seconds;
      recordCallbacks(outcome, work, arrivals, phone, input, team, now);
    }
  }
  while (serveOldest(work.letters, now, capacity, used)) {
    used += served.seconds;
    recordLetters(outcome, work, arrivals, input, team, now, now);
  }
  const busy = keepInHand(work, used, seconds, phone.deferredHandleSeconds);
  work.chanceSeconds = waitByChance(phone, input, agents, busyLive, used / seconds);
  if (isApart) {
    const each = work.called > 0 ? work.calls.work[now]! / work.called : phone.deferredHandleSeconds;
    callbacks.ahead = (work.called * work.chanceSeconds) / seconds + (each > 0 ? work.calls.waiting / each : 0);
  }
  return busy;
}

/**
 * Callbacks that keep their place come before whoever calls later: calls those whom earlier intervals have left, and returns the agents that takes.
 *
 * @param agents who take calls
 */
export function callFirst(
  outcome: Outcome,
  work: DeferredWork,
  arrivals: Arrivals,
  phone: Line,
  input: FloorInput,
  team: Team,
  now: number,
  agents: number,
): number {
  const seconds = input.model.calendar.intervalSeconds;
  let used = 0;
  while (serveOldest(work.calls, now - 1, agents * seconds, used)) {
    used += served.seconds;
    recordCallbacks(outcome, work, arrivals, phone, input, team, now);
  }
  return used / seconds;
}

/** Puts off the callbacks of an interval that nobody has made in it. */
export function putOff(
  work: DeferredWork,
  arrivals: Arrivals,
  lineOf: (queue: number) => Line,
  { model }: FloorInput,
  team: Team,
  now: number,
): void {
  work.called = 0;
  let seconds = 0;
  for (const queue of team.phone) {
    const line = lineOf(queue);
    const { accepted, unserved } = line.callbacks;
    seconds += callsOf(work, arrivals, line, model, queue, now, accepted * unserved);
  }
  work.calls.work[now] = seconds;
  work.calls.waiting += seconds;
}

/** Notes the callbacks of an interval, where such a share of the contacts takes one, and returns the agent seconds they take. */
function callsTaken(
  work: DeferredWork,
  arrivals: Arrivals,
  line: Line,
  { model }: FloorInput,
  team: Team,
  now: number,
  share: number,
): number {
  let seconds = 0;
  work.called = 0;
  for (const queue of team.phone) seconds += callsOf(work, arrivals, line, model, queue, now, share);
  return seconds;
}

/** The same of one queue. */
function callsOf(
  work: DeferredWork,
  arrivals: Arrivals,
  { callbacks, blocked }: Line,
  model: Model,
  queue: number,
  now: number,
  share: number,
): number {
  const accepted = attempting(arrivals, queue) * (1 - blocked) * share;
  const each = callbacks.attemptsEach * callbacks.dialSeconds + callbacks.reachedEach * arrivals.handleSeconds[queue]!;
  work.arrived[now * model.queues.length + queue] = accepted;
  work.handleSeconds[now * model.queues.length + queue] = each;
  work.called += accepted;
  return accepted * each;
}

/** Mean handle time of two kinds of work; an hour where there is none of either. */
const meanSeconds = (seconds: number, contacts: number, otherSeconds: number, others: number): number =>
  contacts + others > 0 ? (seconds + otherSeconds) / (contacts + others) : 3600;

/** Agent seconds of work below which nothing waits. */
const noise = 1e-9;

/**
 * Mean wait of deferred work that has agents enough. Cobham's second class waits P(all busy) x time between ends / (free (free - own arrivals in that time)),
 * free being the share of the time with all busy in which no call waits: 1 - the calls' occupancy where none gives up, more where they do.
 */
function waitByChance(line: Line, { model }: FloorInput, agents: number, busyLive: number, busyDeferred: number): number {
  if (!(agents > 0) || !(busyDeferred > 0)) return 0;
  let allBusyChance = line.row[allBusy]!;
  let free = 1;
  let fast = line.deferredHandleSeconds / agents;
  if (line.visits > 0) {
    fast = secondsBetweenEnds(line.handleSeconds, agents, busyLive, line.deferredHandleSeconds);
    const load = (line.visits / model.calendar.intervalSeconds) * fast;
    evaluateService(whenBusy, load, 1, 1 / line.leaving / fast, 0, 0);
    const chance = whenBusy[allBusy]!;
    free = chance > 0 ? Math.min(1, (load * (1 - chance)) / chance) : 1;
  } else {
    evaluateService(total, Math.min(busyDeferred, mostBusy * agents), agents, endless, 0, 0);
    allBusyChance = total[allBusy]!;
  }
  const slack = Math.max(1 - mostBusy, free - (busyDeferred / line.deferredHandleSeconds) * fast);
  return Math.min((allBusyChance * fast) / (Math.max(1 - mostBusy, free) * slack), model.calendar.intervalSeconds);
}

/**
 * Chance that all agents are busy, with calls or with deferred work, while none of it has to wait long: Erlang A's at the load of both. Of those who
 * wait for an agent only calls give up, and calls wait for a shorter time: by priority, 1 - occupancy of it.
 *
 * @param calls a second; `leaving` is their rate of giving up, `live` the agents busy with them
 */
export function chanceAllBusy(
  calls: number,
  handleSeconds: number,
  leaving: number,
  agents: number,
  live: number,
  busyDeferred: number,
  deferredSeconds: number,
): number {
  const idle = Math.max(0.02, 1 - Math.min(1, (live + busyDeferred) / agents));
  const ofQueue = calls / (calls + busyDeferred / deferredSeconds / idle);
  const load = calls * handleSeconds + busyDeferred;
  const mean = load / (calls + busyDeferred / deferredSeconds);
  evaluateService(total, load, agents, 1 / (leaving * ofQueue * mean), 0, 0);
  return total[allBusy]!;
}

/** Mean seconds from the end of one contact to that of the next, where all agents are busy: `live` with calls and the others with deferred work. */
export const secondsBetweenEnds = (handleSeconds: number, agents: number, live: number, deferredSeconds: number): number =>
  1 / (live / handleSeconds + Math.max(0, agents - live) / deferredSeconds);

/** Patience, in handle times, that outlasts every wait; and an occupancy up to which waits by chance are told: beyond, there is a backlog. */
const endless = 1e5;
const mostBusy = 0.98;

/** Mean agents busy in an interval with what is begun evenly in it and before: each contact is in hand for a handle time. */
function meanInHand({ busy }: DeferredWork, begun: number, length: number, handleSeconds: number): number {
  const rate = begun / length;
  return rate + (busy - rate) * (handleSeconds / length) * (1 - exp(-length / handleSeconds));
}

/** `meanInHand`, and moves the agents busy to the interval's end. */
function keepInHand(work: DeferredWork, begun: number, length: number, handleSeconds: number): number {
  const rate = begun / length;
  const mean = meanInHand(work, begun, length, handleSeconds);
  work.busy = rate + (work.busy - rate) * exp(-length / handleSeconds);
  work.inHand += begun - mean * length;
  return mean;
}

/**
 * Calls that find agents busy with deferred work, which they do not interrupt. With deferred work in hand agents are all busy for a share of the time
 * that is larger than with calls alone: 1 while work waits, else Erlang A's at the load of both. Who comes then meets the queue of calls given
 * that all are busy, which depends on the rate at which agents become free alone: that of one agent who is so many times faster. Returns by how much more
 * often all are busy.
 */
export function meetBusyAgents(
  line: Line,
  { model }: FloorInput,
  agents: number,
  busyDeferred: number,
  saturated: number,
  taken: number,
): number {
  const { row, leaving, handleSeconds, paceSeconds, pooling } = line;
  // Of the pool that the line sees.
  const visits = (line.visits * pooling.load) / pooling.handle;
  const live = row[busyAgents]!;
  if (!(busyDeferred > 0) || !(visits > 0) || !(agents > 0) || !(leaving > 0)) return 0;
  const length = model.calendar.intervalSeconds;
  const deferredSeconds = line.deferredHandleSeconds;
  const calls = (visits * (1 - taken)) / length;
  const both = chanceAllBusy(calls, handleSeconds, leaving, agents, live, busyDeferred, deferredSeconds);
  const extra = saturated + (1 - saturated) * both - row[allBusy]!;
  if (!(extra > 0)) return 0;
  const fast = secondsBetweenEnds(handleSeconds, agents, live, deferredSeconds);
  const { callbacks } = line;
  const takes = callbacks.keepsPlace ? 0 : callbacks.takes;
  evaluateService(whenBusy, (visits / length) * fast, 1, 1 / leaving / fast, takes, line.thresholdSeconds / fast);
  const chance = whenBusy[allBusy]!;
  if (!(chance > 0)) return 0;
  const lost = Math.min(1, Math.max(0, whenBusy[abandoned]! / chance - takes));
  callbacks.accepted += extra * takes;
  if (callbacks.accepts > 0 && takes > 0) callbacks.offered = callbacks.accepted / callbacks.accepts;
  row[abandoned] = Math.min(1, row[abandoned]! + extra * lost);
  row[answeredWithin] = Math.max(0, row[answeredWithin]! - (extra * (1 - whenBusy[answeredWithin]!)) / chance);
  row[abandonedWithin]! += extra * Math.max(0, whenBusy[abandonedWithin]! / chance - takes);
  row[waitAll]! += ((extra * whenBusy[waitAll]!) / chance) * (fast / paceSeconds);
  row[waitAnswered]! += ((extra * whenBusy[waitAnswered]!) / chance) * (fast / paceSeconds);
  row[busyAgents] = Math.max(0, live - extra * (lost + takes) * ((visits * handleSeconds) / length));
  row[allBusy]! += extra;
  return extra;
}

/** What is known of deferred contacts when they arrive. */
function recordArrival(
  { counts, shape }: Outcome,
  arrivals: Arrivals,
  { model, doors }: FloorInput,
  queue: number,
  now: number,
  contacts: number,
): void {
  const { contactType, channel } = model.queues[queue]!;
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  const here = (now * shape.contactTypes + contactType) * shape.channels + channel;
  const door = doors[queue]!;
  const arising = arrivals.arising[queue]!;
  counts[countField.needs * cells + here] = arising;
  counts[countField.selfServiceTried * cells + here] = arising * door.selfServiceTried;
  counts[countField.selfServiceSolved * cells + here] = arising * door.selfServiceSolved;
  counts[countField.selfServiceReturned * cells + here] = arrivals.returned[queue]!;
  counts[countField.offered * cells + here] = contacts;
  counts[countField.repeats * cells + here] = arrivals.repeating[queue]!;
  counts[countField.openAtEnd * cells + here] = contacts;
  counts[countField.resolvedNeeds * cells + here]! += arising * (door.selfServiceSolved - door.selfServiceReturned);
  arrivals.returners[queue]! += arising * door.selfServiceReturned;
}

/** Seconds between the arrivals that `served` says and the work on them, first and last: on the clock, and in open time. */
const waits = { first: 0, last: 0, openFirst: 0, openLast: 0 };

/** @param now interval of the work; @param copied days by which it lies beyond the horizon's interval of that number */
function measureWaits({ calendar }: Model, now: number, openNow: number, copiedDays: number): void {
  const length = calendar.intervalSeconds;
  const { interval, from, to, begin, end } = served;
  const apart = clockOf(calendar, now) + copiedDays * secondsPerDay - clockOf(calendar, interval);
  waits.first = Math.max(0, apart + (begin - from) * length);
  waits.last = Math.max(0, apart + (end - to) * length);
  waits.openFirst = Math.max(0, (openNow - interval + begin - from) * length);
  waits.openLast = Math.max(0, (openNow - interval + end - to) * length);
}

/** Seconds from the start of the horizon to that of an interval. */
function clockOf({ intervalSeconds, dayOffset, firstInterval, slot, days }: Model['calendar'], interval: number): number {
  let low = 0;
  let high = days - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstInterval[middle]! <= interval) low = middle;
    else high = middle - 1;
  }
  return dayOffset[low]! * secondsPerDay + slot[interval]! * intervalSeconds;
}

function recordLetters(
  { counts, shape }: Outcome,
  work: DeferredWork,
  arrivals: Arrivals,
  { model, world: { leaves } }: FloorInput,
  team: Team,
  now: number,
  openNow: number,
  copiedDays = 0,
): void {
  measureWaits(model, now, openNow, copiedDays);
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  for (const queue of team.deferred) {
    const { contactType, channel, handleTime } = model.queues[queue]!;
    const here = (served.interval * shape.contactTypes + contactType) * shape.channels + channel;
    const at = served.interval * model.queues.length + queue;
    const handled = work.arrived[at]! * (served.to - served.from);
    if (!(handled > 0)) continue;
    const { within, clock } = model.due[channel]!;
    const due = leaves[within]!;
    const { chanceSeconds } = work;
    const kept = clock
      ? shareWithin(due, waits.first + chanceSeconds, waits.last + chanceSeconds)
      : shareWithin(due, waits.openFirst + chanceSeconds, waits.openLast + chanceSeconds);
    const waited = handled * (0.5 * (waits.first + waits.last) + work.chanceSeconds);
    const resolved = handled * arrivals.resolution[queue]!;
    const firsts =
      counts[countField.offered * cells + here]! -
      counts[countField.repeats * cells + here]! -
      counts[countField.selfServiceReturned * cells + here]!;
    const first = (handled * firsts) / counts[countField.offered * cells + here]!;
    counts[countField.handled * cells + here]! += handled;
    counts[countField.openAtEnd * cells + here]! -= handled;
    counts[countField.handledFirst * cells + here]! += first;
    counts[countField.resolvedFirst * cells + here]! += first * arrivals.resolution[queue]!;
    counts[countField.deferredWithinTarget * cells + here]! += handled * kept;
    counts[countField.waitSecondsAnswered * cells + here]! += waited;
    counts[countField.waitSecondsAll * cells + here]! += waited;
    counts[countField.handleSeconds * cells + here]! += handled * work.handleSeconds[at]!;
    counts[countField.workSeconds * cells + here]! += handled * work.handleSeconds[at]!;
    counts[countField.afterContactSeconds * cells + here]! +=
      handled * Math.min(work.handleSeconds[at]!, leaves[handleTime.afterContactWork]!);
    counts[countField.resolvedNeeds * cells + here]! += resolved;
    arrivals.repeats[queue]! += handled * arrivals.returning[queue]!;
  }
}

function recordCallbacks(
  { counts, shape }: Outcome,
  work: DeferredWork,
  arrivals: Arrivals,
  { callbacks }: Line,
  { model }: FloorInput,
  team: Team,
  now: number,
  openNow = now,
  copiedDays = 0,
): void {
  measureWaits(model, now, openNow, copiedDays);
  judgeCallbacks(callbacks, 0.5 * (waits.first + waits.last) + work.chanceSeconds);
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  for (const queue of team.phone) {
    const { contactType, channel } = model.queues[queue]!;
    const here = (served.interval * shape.contactTypes + contactType) * shape.channels + channel;
    const at = served.interval * model.queues.length + queue;
    const called = work.arrived[at]! * (served.to - served.from);
    if (!(called > 0)) continue;
    const reached = called * callbacks.reachedEach;
    const dialling = called * callbacks.attemptsEach * callbacks.dialSeconds;
    const talking = called * work.handleSeconds[at]! - dialling;
    counts[countField.handled * cells + here]! += reached;
    counts[countField.handledFirst * cells + here]! += reached;
    counts[countField.resolvedFirst * cells + here]! += reached * arrivals.resolution[queue]!;
    counts[countField.callbackAttempts * cells + here]! += called * callbacks.attemptsEach;
    counts[countField.callbackReached * cells + here]! += reached;
    counts[countField.callbackKept * cells + here]! += reached * judged.kept;
    counts[countField.callbackLost * cells + here]! += called - reached;
    counts[countField.callbackWaitSeconds * cells + here]! += reached * judged.waitSeconds;
    counts[countField.handleSeconds * cells + here]! += talking + dialling;
    counts[countField.workSeconds * cells + here]! += talking;
    counts[countField.resolvedNeeds * cells + here]! += reached * arrivals.resolution[queue]!;
    arrivals.repeats[queue]! += reached * arrivals.returning[queue]!;
  }
}

/**
 * After the horizon: what it leaves is worked off in copies of its last week, as free as that one was, and counted where it arrived; what one more week
 * leaves is open at the end.
 */
export function finishDeferred(outcome: Outcome, work: DeferredWork, arrivals: Arrivals, phone: Line, input: FloorInput, team: Team): void {
  const { calendar } = input.model;
  const last = calendar.intervals - 1;
  const first = firstOfWeek(calendar)[calendar.weeks - 1]!;
  for (let now = first; now <= last; now++) {
    const capacity = work.free[now]!;
    let used = 0;
    while (serveOldest(work.calls, last, capacity, used)) {
      used += served.seconds;
      recordCallbacks(outcome, work, arrivals, phone, input, team, now, last + 1 + now - first, 7);
    }
    while (serveOldest(work.letters, last, capacity, used)) {
      used += served.seconds;
      recordLetters(outcome, work, arrivals, input, team, now, last + 1 + now - first, 7);
    }
  }
  leaveOpen(outcome, work, input, team);
}

/** Callbacks that nobody has made by then are open at the end. */
function leaveOpen({ counts, shape }: Outcome, { calls, arrived }: DeferredWork, { model }: FloorInput, team: Team): void {
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  for (let interval = calls.oldest; interval < model.calendar.intervals; interval++) {
    const left = interval === calls.oldest ? 1 - calls.done : 1;
    if (calls.work[interval] === 0) continue;
    for (const queue of team.phone) {
      const { contactType, channel } = model.queues[queue]!;
      const here = (interval * shape.contactTypes + contactType) * shape.channels + channel;
      counts[countField.openAtEnd * cells + here]! += left * arrived[interval * model.queues.length + queue]!;
    }
  }
}
