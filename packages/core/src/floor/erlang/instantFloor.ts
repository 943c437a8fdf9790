import type { Model, ModelCalendar } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import type { Days } from '../dayPlan.ts';
import { agentField, countField, type Outcome } from '../outcome.ts';
import { arriving, arrive, copyArrivals, createArrivals, openDay, openHorizon, openLevers, type Arrivals } from './arrivals.ts';
import { rampCallbacks } from './callbacks.ts';
import { settleChatsAtOnce } from './chatsAtOnce.ts';
import { chatCapacity, secondsToEmptyHands, slowdownOf, type ChatAgents } from './chatAgents.ts';
import { closeLine } from './closeLine.ts';
import { handledShare } from './handledShare.ts';
import {
  callFirst,
  createDeferredWork,
  finishDeferred,
  meetBusyAgents,
  openDeferred,
  putOff,
  takeInDeferred,
  workDeferred,
  type DeferredWork,
} from './deferredWork.ts';
import { held, holdBesideCalls, holdChats } from './heldByChats.ts';
import { queueFieldCount, queueFields } from './intervalQueue.ts';
import { copyLine, createLine, openLine, settleRedials, someSeconds, takeAtOnce, type Line } from './line.ts';
import { callbacksWaitOvernight, closedSeconds, lettersWaitOvernight } from './overnight.ts';
import { record } from './record.ts';
import { addToStretch, averageStretch, createRoughStretch, openStretch, type RoughStretch } from './roughDay.ts';
import { answerInterval, closeRoughLine, endInterval, openRoughDay } from './roughLine.ts';
import {
  addIntervals,
  addTo,
  clear,
  clearWorked,
  correctDays,
  createSampledDays,
  openSample,
  type SampledDays,
} from './sampledDays.ts';
import { createFirstLoad, fillFirstLoad, skillFactor, type FirstLoad } from './skillFactor.ts';
import { setTimers, shareBusy, shareLines, type Sharing } from './sharedLines.ts';
import { teamsOf, type Team } from './teams.ts';

/** Customers and lines of a team, as its days find and leave them. */
interface Floor {
  readonly arrivals: Arrivals;
  readonly phone: Line;
  /** [queue] its own line, where the queues of a team differ in their groups. */
  readonly own: readonly Line[];
  readonly chat: Line;
  readonly chatAgents: ChatAgents | null;
  readonly deferred: DeferredWork;
  readonly firstLoad: FirstLoad;
  /** Of each line, what a stretch that is answered at once comes to. */
  readonly stretches: { readonly phone: RoughStretch; readonly own: readonly RoughStretch[]; readonly chat: RoughStretch };
}

/** What the instant floor keeps while a horizon runs. */
export interface FloorScratch extends Floor {
  readonly teams: readonly Team[];
  /** null: every day is run. */
  readonly sample: SampledDays | null;
  /** The floor of the rough answer to a day that is run; null: there is none. */
  readonly rehearsal: Floor | null;
}

function createFloor(model: Model, deferred: DeferredWork): Floor {
  const arrivals = createArrivals(model);
  return {
    arrivals,
    phone: createLine('phone'),
    own: model.queues.map(() => createLine('phone')),
    chat: createLine('chat'),
    chatAgents: model.chat === null ? null : { agents: 0, cap: model.chat.cap, slowdown: new Float64Array(model.chat.cap + 1) },
    deferred,
    firstLoad: createFirstLoad(model),
    stretches: {
      phone: createRoughStretch(model, arrivals, 'phone'),
      own: model.queues.map(() => createRoughStretch(model, arrivals, 'phone')),
      chat: createRoughStretch(model, arrivals, 'chat'),
    },
  };
}

/** @param days which days of a horizon run their live queues */
export function createFloorScratch(model: Model, days: Days = 'all'): FloorScratch {
  const deferred = createDeferredWork(model);
  // Callbacks are work that may outlast the day, or pile up for weeks: nothing rough is said of them.
  const runsAll = days === 'all' || model.callback !== null;
  return {
    ...createFloor(model, deferred),
    teams: teamsOf(model),
    sample: runsAll ? null : createSampledDays(model),
    rehearsal: runsAll ? null : createFloor(model, deferred),
  };
}

/** How the intervals of a day go, and where they are counted. */
interface Page {
  /** What deferred work comes to, by interval of the horizon. */
  readonly outcome: Outcome;
  /** What live contacts come to, and agents, by interval from `first` on; of a day that is answered at once, all in its interval 0. */
  live: Outcome;
  first: number;
  /** Whether live queues are answered at once; and only these, of a day that has been run. */
  atOnce: boolean;
  isRehearsal: boolean;
  readonly sample: SampledDays | null;
  /** Adds up a day that is answered at once. */
  sums: Outcome | null;
}

const secondsPerDay = 86_400;

/**
 * The instant floor: what happens in one world, in closed form per interval.
 *
 * Rates instead of customers. An interval's arrivals are the needs that pass the front door, times busyness; repeats of earlier
 * days; and redials of those who abandoned, solved as a fixed point within the interval. Groups that share work are a team; its calls are an Erlang
 * A queue that inherits what the last interval left (`carryOver`), its chats a birth and death chain that does, its deferred work a backlog that
 * fills the time which calls leave. A contact is counted in the interval it arrives in, agent seconds in the interval they are worked in;
 * contacts still in hand when the centre closes are finished as overtime.
 *
 * Exact for one contact type by phone at constant rates with exponential handle times and patience; queues that share a line share its mean
 * handle time and patience. Clears and fills `outcome`, but for the paid, shrinkage and schedulingLoss that `putOnDuty` has filled.
 */
export function runInstantFloor(outcome: Outcome, scratch: FloorScratch, input: FloorInput): void {
  outcome.counts.fill(0);
  const { sample, rehearsal } = scratch;
  const { chat, calendar } = input.model;
  if (chat !== null) scratch.chatAgents!.slowdown.set(slowdownOf(chat, input.world.leaves));
  if (sample !== null) {
    rehearsal!.chatAgents?.slowdown.set(scratch.chatAgents!.slowdown);
    clearWorked(outcome);
    openSample(sample, input.world.replication);
  }
  for (const team of scratch.teams) runTeam(outcome, scratch, input, team);
  if (sample !== null) correctDays(sample, outcome, calendar.firstInterval);
}

function runTeam(outcome: Outcome, scratch: FloorScratch, input: FloorInput, team: Team): void {
  const { model } = input;
  const { calendar } = model;
  const { arrivals, phone, chat, deferred } = scratch;
  const queues = [...team.phone, ...team.chat, ...team.deferred];

  const inputs = byStep(input);
  const first = inputs[input.levers.ofDay[0]!]!;
  for (const queue of queues) openLevers(arrivals, first, queue);
  const handled = handledShare(arrivals, first, team);
  for (const queue of queues) openHorizon(arrivals, first, queue, team.phone.includes(queue) ? handled : 1);
  openLine(phone, input);
  openLine(chat, input);
  if (team.sharing !== null) {
    for (const queue of team.phone) openLine(scratch.own[queue]!, input);
    setTimers(team.sharing, model, input.world.leaves);
  }
  openDeferred(deferred);
  const { sample } = scratch;
  const isSampled = sample !== null && team.phone.length + team.chat.length > 0;
  const page: Page = { outcome, live: outcome, first: 0, atOnce: false, isRehearsal: false, sample, sums: null };
  for (let day = 0; day < calendar.days; day++) {
    const step = input.levers.ofDay[day]!;
    const today = inputs[step]!;
    if (day > 0 && step !== input.levers.ofDay[day - 1]) for (const queue of queues) openLevers(arrivals, today, queue);
    rampCallbacks(phone.callbacks, model, today.world.leaves);
    for (const queue of queues) openDay(arrivals, today, queue, day);
    if (isSampled) runSampledDay(page, scratch, sample, today, team, day);
    else runDay(page, scratch, today, team, day);
  }
  if (team.deferred.length > 0 || phone.callbacks.isOffered) finishDeferred(outcome, deferred, arrivals, phone, input, team);
}

function runDay(page: Page, floor: Floor, input: FloorInput, team: Team, day: number): void {
  const { calendar } = input.model;
  const { arrivals } = floor;
  const last = calendar.firstInterval[day + 1]! - 1;
  const isPlain = page.atOnce && team.isPlain;
  if (isPlain) {
    if (team.phone.length > 0) openRoughDay(page.sample!.phone, floor.phone, arrivals, input, team.phone, day);
    if (team.chat.length > 0) openRoughDay(page.sample!.chat, floor.chat, arrivals, input, team.chat, day);
  }
  const isAlone = isPlain && team.deferred.length === 0;
  for (let now = calendar.firstInterval[day]!; now <= last; now++) {
    const closedFor = goesOn(calendar, day, now) ? null : closedSeconds(calendar, day, now);
    if (isAlone) {
      answerAlone(page, floor, input, team, now);
      if (closedFor !== null || now === last) endStretches(page, floor, input, team, now, closedFor, now === last);
      continue;
    }
    if (!isPlain) {
      for (const queue of team.phone) arrive(arrivals, input, queue, day, now);
      for (const queue of team.chat) arrive(arrivals, input, queue, day, now);
    }
    if (!page.isRehearsal) for (const queue of team.deferred) arrive(arrivals, input, queue, day, now);
    runInterval(page, floor, input, team, now);
    if (page.atOnce) {
      if (closedFor !== null || now === last) endStretches(page, floor, input, team, now, closedFor, now === last);
    } else if (closedFor !== null) closeFloor(page, floor, input, team, now, now - page.first, closedFor);
  }
}

/** An interval answered at once of a plain team that has no deferred work beside: all that `runInterval` comes to there. */
function answerAlone(page: Page, floor: Floor, input: FloorInput, team: Team, now: number): void {
  const { arrivals, phone, chat, chatAgents, stretches } = floor;
  const { groups, calendar } = input.model;
  const sample = page.sample!;
  const sums = page.sums!.agentSeconds;
  const seconds = calendar.intervalSeconds;
  const row = now * groups.length;
  const handling = agentField.handling * groups.length;
  const idle = agentField.idle * groups.length;
  let forPhone = 0;
  let forChat = 0;
  let all = 0;
  for (let place = 0; place < team.groups.length; place++) {
    const present = input.agents[row + team.groups[place]!]!;
    all += present;
    if (team.servesPhone[place]) forPhone += present;
    if (team.servesChat[place]) forChat += present;
  }
  onDuty.all = all;
  onDuty.phone = forPhone;
  onDuty.chat = forChat;
  onDuty.held = 0;
  let busy = 0;
  if (team.phone.length > 0) {
    answerInterval(sample.phone, stretches.phone, phone, arrivals, input, team.phone, now, forPhone, null);
    endInterval(sample.phone, stretches.phone, phone, arrivals, team.phone);
    busy = Math.min(phone.row[queueFields.busyAgents]!, forPhone);
    phone.inHand -= busy * seconds;
  }
  if (team.chat.length > 0) {
    chatAgents!.agents = forChat;
    answerInterval(sample.chat, stretches.chat, chat, arrivals, input, team.chat, now, forChat, chatAgents);
    chatAgents!.agents = forChat;
    endInterval(sample.chat, stretches.chat, chat, arrivals, team.chat);
    busy += Math.min(chat.row[queueFields.busyAgents]!, all);
  }
  const share = all > 0 ? Math.min(1, busy / all) : 0;
  for (let place = 0; place < team.groups.length; place++) {
    const group = team.groups[place]!;
    const present = input.agents[row + group]! * seconds;
    sums[handling + group]! += present * share;
    sums[idle + group]! += present - present * share;
  }
}

/** Records the stretches that end with an interval, closes the floor where it is closed after it, and adds up the day so far. */
function endStretches(
  page: Page,
  floor: Floor,
  input: FloorInput,
  team: Team,
  now: number,
  closedFor: number | null,
  endsDay: boolean,
): void {
  recordStretches(page, floor, input, team);
  if (closedFor !== null) closeFloor(page, floor, input, team, now, 0, closedFor);
  addTo(page.sums!, 0, page.live, 1);
  if (!endsDay) openStretches(page, floor, team);
}

/** A day of a horizon of which some are run: counts it in its first interval; and of a day that is run for others too, what its rough answer lacks. */
function runSampledDay(page: Page, scratch: FloorScratch, sample: SampledDays, input: FloorInput, team: Team, day: number): void {
  const { firstInterval } = input.model.calendar;
  const rehearsal = scratch.rehearsal!;
  const first = firstInterval[day]!;
  const correction = sample.corrections[sample.plan.stratumOf[day]!]!;
  const isRun = sample.runs[day] === 1;
  if (isRun && correction !== null) copyFloor(rehearsal, scratch, team);
  sample.busy.runToday = 0;
  sample.busy.roughToday = 0;
  clear(sample.ofDay);
  page.isRehearsal = false;
  page.first = first;
  page.atOnce = !isRun;
  answerAtOnce(scratch, !isRun);
  if (isRun) {
    clear(sample.today);
    page.live = sample.today;
    runDay(page, scratch, input, team, day);
    addIntervals(sample.ofDay, sample.today, firstInterval[day + 1]! - first);
  } else {
    page.live = sample.stretch;
    page.sums = sample.ofDay;
    openStretches(page, scratch, team);
    runDay(page, scratch, input, team, day);
  }
  addTo(page.outcome, first, sample.ofDay, 1);
  if (!isRun) correctReturns(scratch, sample, input.model, team);
  if (!isRun || correction === null) return;
  clear(sample.rough);
  page.live = sample.stretch;
  page.sums = sample.rough;
  page.atOnce = true;
  page.isRehearsal = true;
  answerAtOnce(rehearsal, true);
  openStretches(page, rehearsal, team);
  runDay(page, rehearsal, input, team, day);
  addTo(correction, 0, sample.ofDay, 1);
  addTo(correction, 0, sample.rough, -1);
  noteHandled(sample, input.model, team);
  const b = sample.busy;
  b.run = remembered * b.run + b.runToday;
  b.rough = remembered * b.rough + b.roughToday;
}

/** Weight of the days run before in what the next ones are like: some three of them count. */
const remembered = 0.7;

/** Notes how many a day that is run has handled, and its rough answer. */
function noteHandled({ ofDay, rough, handledRun, handledRough }: SampledDays, model: Model, team: Team): void {
  for (const queues of [team.phone, team.chat])
    for (const queue of queues) {
      const at = handledAt(model, queue);
      handledRun[queue] = remembered * handledRun[queue]! + ofDay.counts[at]!;
      handledRough[queue] = remembered * handledRough[queue]! + rough.counts[at]!;
    }
}

/** Of those handled on a day that is answered at once as many come back as of those that the last days run would have handled in its place. */
function correctReturns({ arrivals }: Floor, { ofDay, handledRun, handledRough }: SampledDays, model: Model, team: Team): void {
  for (const queues of [team.phone, team.chat])
    for (const queue of queues)
      if (handledRough[queue]! > 0)
        arrivals.repeats[queue]! +=
          (handledRun[queue]! / handledRough[queue]! - 1) * ofDay.counts[handledAt(model, queue)]! * arrivals.returning[queue]!;
}

/** Where a queue's handled contacts are, in an outcome of one interval. */
function handledAt({ queues, contactTypes, channels }: Model, queue: number): number {
  const { contactType, channel } = queues[queue]!;
  return (countField.handled * contactTypes.length + contactType) * channels.length + channel;
}

function answerAtOnce({ phone, own, chat }: Floor, isAtOnce: boolean): void {
  phone.isAtOnce = isAtOnce;
  chat.isAtOnce = isAtOnce;
  for (const line of own) line.isAtOnce = isAtOnce;
  if (isAtOnce) return;
  chat.pooling.load = 1;
  chat.pooling.handle = 1;
}

/** Customers and lines of the team as they are on another floor. */
function copyFloor(to: Floor, from: Floor, team: Team): void {
  copyArrivals(to.arrivals, from.arrivals);
  copyLine(to.phone, from.phone);
  copyLine(to.chat, from.chat);
  if (team.sharing !== null) for (const queue of team.phone) copyLine(to.own[queue]!, from.own[queue]!);
}

/** Opens the stretch of every line of the team. */
function openStretches(page: Page, { stretches }: Floor, team: Team): void {
  clear(page.live);
  if (team.sharing !== null) for (const queue of team.phone) openStretch(stretches.own[queue]!, only(queue));
  else if (team.phone.length > 0) openStretch(stretches.phone, team.phone);
  if (team.chat.length > 0) openStretch(stretches.chat, team.chat);
}

/** The input of each step of the levers' ramp. */
function byStep(input: FloorInput): readonly FloorInput[] {
  const { levers, world } = input;
  if (input.model.ramp === null) return [input];
  return levers.steps.map(({ leaves, doors }) => ({ ...input, doors, world: { ...world, leaves } }));
}

/** Whether the centre stays open when an interval ends. */
function goesOn({ intervals, intervalSeconds, dayOffset, slot, firstInterval }: ModelCalendar, day: number, now: number): boolean {
  const next = now + 1;
  if (next >= intervals) return false;
  const slotsPerDay = secondsPerDay / intervalSeconds;
  const nextDay = next < firstInterval[day + 1]! ? day : day + 1;
  return dayOffset[nextDay]! * slotsPerDay + slot[next]! === dayOffset[day]! * slotsPerDay + slot[now]! + 1;
}

/** Agents of a team in the interval: all, those for calls and for chats; and where chats hold agents who else take calls, how many, and their chats. */
const onDuty = { all: 0, phone: 0, chat: 0, held: 0, heldChats: 0 };

function runInterval(page: Page, floor: Floor, input: FloorInput, team: Team, now: number): void {
  const { outcome, live, atOnce, isRehearsal, sample } = page;
  const { arrivals, phone, chat, chatAgents, deferred } = floor;
  const ofDay = now - page.first;
  const at = atOnce ? 0 : ofDay;
  const isPlain = atOnce && team.isPlain;
  if (team.hasFactors) fitToGroups(floor, input, team, now);
  countAgents(floor, input, team, now, atOnce);
  let busyPhone = 0;
  let busyChat = 0;
  const keepsPlace = phone.callbacks.isOffered && phone.callbacks.keepsPlace;
  const busyBefore = keepsPlace ? callFirst(outcome, deferred, arrivals, phone, input, team, now, onDuty.phone) : 0;
  onDuty.phone -= Math.round(busyBefore);
  if (team.phone.length > 0 && (team.sharing === null || team.deferred.length > 0)) {
    if (isPlain) answerInterval(sample!.phone, floor.stretches.phone, phone, arrivals, input, team.phone, now, onDuty.phone, null);
    else settleRedials(phone, arrivals, input, team.phone, onDuty.phone, null);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  }
  if (team.chat.length > 0) {
    if (onDuty.held === 0) {
      chatAgents!.agents = onDuty.chat;
      if (isPlain) answerInterval(sample!.chat, floor.stretches.chat, chat, arrivals, input, team.chat, now, onDuty.chat, chatAgents);
      else if (atOnce) settleChatsAtOnce(chat, arrivals, input, team.chat, chatAgents!);
      else settleRedials(chat, arrivals, input, team.chat, chatCapacity(chatAgents!), chatAgents);
    } else {
      chatAgents!.agents = Math.max(1, onDuty.chat);
      takeAtOnce(chat, arrivals, input, team.chat, onDuty.held, onDuty.heldChats);
    }
    busyChat = Math.min(chat.row[queueFields.busyAgents]!, onDuty.all);
  }
  const defers = team.deferred.length > 0 || (phone.callbacks.isOffered && !keepsPlace);
  // Who has chats in hand begins nothing else; where nobody takes calls, letters are for those without a chat.
  const free = team.phone.length > 0 ? onDuty.all - onDuty.chat : onDuty.all;
  const busyLive = team.phone.length > 0 ? busyPhone : busyChat;
  if (team.sharing !== null) alone.set(phone.row);
  if (defers && isRehearsal) {
    phone.deferredHandleSeconds = sample!.deferredSeconds[ofDay]!;
    if (team.phone.length > 0) meetBusyAgents(phone, input, free, sample!.metBusy[ofDay]!, sample!.metSaturated[ofDay]!, 0);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  } else if (defers) {
    const asRun = atOnce && sample!.busy.rough > 0 ? sample!.busy.run / sample!.busy.rough : 1;
    phone.row[queueFields.busyAgents]! *= asRun;
    takeInDeferred(outcome, deferred, arrivals, phone, input, team, now, free, busyLive * asRun);
    phone.row[queueFields.busyAgents]! /= asRun;
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  }
  if (team.sharing !== null) {
    busyPhone = settleShared(floor, input, team, team.sharing, now);
    for (const queue of team.phone) {
      const line = floor.own[queue]!;
      if (atOnce) addToStretch(floor.stretches.own[queue]!, line, arrivals, input, only(queue));
      else {
        record(live, arrivals, line, input, only(queue), at);
        phone.inHand += line.inHand;
        line.inHand = 0;
      }
    }
  } else if (team.phone.length > 0) {
    if (isPlain) endInterval(sample!.phone, floor.stretches.phone, phone, arrivals, team.phone);
    else if (atOnce) addToStretch(floor.stretches.phone, phone, arrivals, input, team.phone);
    else record(live, arrivals, phone, input, team.phone, at);
  }
  if (team.chat.length > 0) {
    if (isPlain) endInterval(sample!.chat, floor.stretches.chat, chat, arrivals, team.chat);
    else if (atOnce) addToStretch(floor.stretches.chat, chat, arrivals, input, team.chat);
    else record(live, arrivals, chat, input, team.chat, at);
  }
  if (sample !== null && isRehearsal) sample.busy.roughToday += busyPhone;
  else if (sample !== null && !atOnce) sample.busy.runToday += busyPhone;
  let busyDeferred = isRehearsal ? sample!.busyDeferred[ofDay]! : busyBefore;
  if (!isRehearsal) {
    if (defers) busyDeferred += workDeferred(outcome, deferred, arrivals, phone, input, team, now, free, busyLive);
    if (keepsPlace) {
      putOff(deferred, arrivals, phone, input, team, now);
      deferred.free[now] = Math.max(0, onDuty.phone - busyPhone) * input.model.calendar.intervalSeconds;
    }
    if (sample !== null) {
      sample.busyDeferred[ofDay] = busyDeferred;
      sample.deferredInHand[ofDay] = deferred.inHand;
      sample.metBusy[ofDay] = deferred.met.busy;
      sample.metSaturated[ofDay] = deferred.met.saturated;
      sample.deferredSeconds[ofDay] = phone.deferredHandleSeconds;
    }
  }
  writeAgents(live, floor, input, team, now, at, busyPhone, busyChat, busyDeferred);
  if (atOnce) addAgents(page.sums!, live);
}

/** What is in hand and who waits when the centre closes. */
function closeFloor(page: Page, floor: Floor, input: FloorInput, team: Team, now: number, at: number, closedFor: number): void {
  const { outcome, live, isRehearsal, sample } = page;
  const { arrivals, phone, chat, chatAgents, deferred } = floor;
  if (team.sharing !== null) closeShared(live, floor, input, team.sharing, at);
  else if (team.phone.length > 0) closeLine(live, arrivals, phone, input, team.phone, at, onDuty.phone);
  if (team.chat.length > 0) closeLine(live, arrivals, chat, input, team.chat, at, chatCapacity(chatAgents!));
  callbacksWaitOvernight(outcome, arrivals, deferred, phone, input, team, now, closedFor);
  if (!isRehearsal) lettersWaitOvernight(outcome, deferred, input, team, now, closedFor);
  finishInHand(live, phone.inHand, input, team, now, at, team.servesPhone);
  if (team.chat.length > 0) {
    const seconds = secondsToEmptyHands(chatAgents!, chat.state.inSystem, chat.handleSeconds / chat.pooling.handle);
    finishInHand(live, seconds, input, team, now, at, team.servesChat);
  }
  finishInHand(live, isRehearsal ? sample!.deferredInHand[now - page.first]! : deferred.inHand, input, team, now, at, team.servesDeferred);
  for (const line of [phone, chat]) {
    line.inHand = 0;
    line.state.inSystem = 0;
    line.state.effective = 0;
  }
  if (isRehearsal) return;
  deferred.inHand = 0;
  deferred.busy = 0;
}

/** Records the stretches that have come to an end, each as one interval. */
function recordStretches({ live, sample }: Page, { stretches, phone }: Floor, input: FloorInput, team: Team): void {
  if (team.isPlain && team.phone.length > 0) closeRoughLine(sample!.phone, stretches.phone, team.phone);
  if (team.isPlain && team.chat.length > 0) closeRoughLine(sample!.chat, stretches.chat, team.chat);
  const recordOne = (stretch: RoughStretch, members: readonly number[]): number => {
    averageStretch(stretch, members);
    stretch.line.inHand = 0;
    record(live, stretch.arrivals, stretch.line, input, members, 0);
    return stretch.line.inHand;
  };
  if (team.sharing !== null) for (const queue of team.phone) phone.inHand += recordOne(stretches.own[queue]!, only(queue));
  else if (team.phone.length > 0) phone.inHand += recordOne(stretches.phone, team.phone);
  if (team.chat.length > 0) recordOne(stretches.chat, team.chat);
}

/** Adds an interval's handling and idle seconds to a day's, and leaves none behind. */
function addAgents(sums: Outcome, { agentSeconds, shape }: Outcome): void {
  for (let at = agentField.handling * shape.groups; at < (agentField.idle + 1) * shape.groups; at++) {
    sums.agentSeconds[at]! += agentSeconds[at]!;
    agentSeconds[at] = 0;
  }
}

const lists: (readonly number[])[] = [];

/** A list of one queue, always the same. */
const only = (queue: number): readonly number[] => (lists[queue] ??= [queue]);

/** The team's line by phone before it met agents who are busy with deferred work. */
const alone = new Float64Array(queueFieldCount);

/**
 * Settles the lines of queues that differ in their groups, each with the pool it sees, and returns the agents busy with them. What deferred work
 * does to calls was found for the team as one pool; every line meets it alike.
 */
function settleShared({ arrivals, phone, own }: Floor, input: FloorInput, team: Team, sharing: Sharing, now: number): number {
  const { model, world } = input;
  const { queues, load, contacts, leaving } = sharing;
  countForCalls(sharing, input, team, now);
  for (let place = 0; place < queues.length; place++) {
    const queue = queues[place]!;
    const attempts = arriving(arrivals, queue) + arrivals.orbit[queue]! * arrivals.orbitRedials[queue]!;
    contacts[place] = attempts * (1 + arrivals.misrouted[queue]!) + arrivals.unresponsive[queue]!;
    load[place] = (attempts * arrivals.handleSeconds[queue]!) / model.calendar.intervalSeconds;
    leaving[place] = 1 / someSeconds(world.leaves[model.queues[queue]!.patience!.mean]!);
  }
  shareLines(sharing);
  let busy = 0;
  for (let place = 0; place < queues.length; place++) {
    const queue = queues[place]!;
    const line = own[queue]!;
    const { pooling, row } = line;
    // What is in system is in the pool's size, which changes with who is on duty.
    line.state.inSystem *= sharing.loadFactor[place]! / pooling.load;
    line.state.effective *= sharing.loadFactor[place]! / pooling.load;
    pooling.load = sharing.loadFactor[place]!;
    pooling.handle = sharing.handleFactor[place]!;
    pooling.leaving = sharing.leavingFactor[place]!;
    pooling.idle = sharing.idleFactor[place]!;
    settleRedials(line, arrivals, input, only(queue), sharing.lineAgents[place]!, null);
    if (team.deferred.length > 0) meetAlike(line, phone);
    sharing.busy[place] = row[queueFields.busyAgents]! / pooling.load;
    busy += sharing.busy[place]!;
  }
  return Math.min(busy, onDuty.phone);
}

/** Agents of each group for calls; of those who serve chats too, as large a part in every group. */
function countForCalls({ agents }: Sharing, input: FloorInput, team: Team, now: number): void {
  let callsOnly = 0;
  let both = 0;
  for (let place = 0; place < team.groups.length; place++) {
    const count = input.agents[now * input.model.groups.length + team.groups[place]!]!;
    agents[place] = team.servesPhone[place] ? count : 0;
    if (team.servesPhone[place] && team.servesChat[place]) both += count;
    else if (team.servesPhone[place]) callsOnly += count;
  }
  if (both === 0) return;
  const part = Math.max(0, onDuty.phone - callsOnly) / both;
  for (let place = 0; place < team.groups.length; place++) if (team.servesPhone[place] && team.servesChat[place]) agents[place]! *= part;
}

/** Adds to a line what deferred work has added to the team's. */
function meetAlike({ row, handleSeconds }: Line, phone: Line): void {
  const added = (field: number): number => phone.row[field]! - alone[field]!;
  const { allBusy, abandoned, answeredWithin, abandonedWithin, waitAll, waitAnswered } = queueFields;
  for (const field of [allBusy, abandoned, answeredWithin, abandonedWithin])
    row[field] = Math.min(1, Math.max(0, row[field]! + added(field)));
  const unit = handleSeconds > 0 ? phone.handleSeconds / handleSeconds : 0;
  for (const field of [waitAll, waitAnswered]) row[field] = Math.max(0, row[field]! + added(field) * unit);
}

function closeShared(outcome: Outcome, { arrivals, own }: Floor, input: FloorInput, sharing: Sharing, at: number): void {
  sharing.queues.forEach((queue, place) => {
    closeLine(outcome, arrivals, own[queue]!, input, only(queue), at, sharing.lineAgents[place]!);
    own[queue]!.state.inSystem = 0;
    own[queue]!.state.effective = 0;
  });
}

/** Multiplies handle times by the factors of the groups that serve them. */
function fitToGroups(
  { arrivals, phone, own, chat, firstLoad }: Floor,
  { agents, model, world: { leaves } }: FloorInput,
  team: Team,
  now: number,
): void {
  const onDutyIn = (group: number): number => agents[now * model.groups.length + group]!;
  const loadOf = (queue: number): number => (arriving(arrivals, queue) * arrivals.handleSeconds[queue]!) / model.calendar.intervalSeconds;
  fillFirstLoad(firstLoad, model, leaves, team, onDutyIn, loadOf);
  const fit = (queues: readonly number[], line: Line | null): void => {
    for (const queue of queues)
      arrivals.handleSeconds[queue]! *= skillFactor(model, leaves, queue, onDutyIn, firstLoad, line?.row[queueFields.allBusy] ?? 0);
  };
  if (team.sharing === null) fit(team.phone, phone);
  else for (const queue of team.phone) fit([queue], own[queue]!);
  fit(team.chat, chat);
  fit(team.deferred, null);
}

/**
 * Counts the agents of the team. Where all who chat take calls too, chats hold some (`holdChats`), and calls have the others; where chats have agents of
 * their own besides, or leave none to calls, a group that serves both has, in this floor's eyes, some agents for each in proportion to the work.
 */
function countAgents(
  { arrivals, phone, chatAgents, deferred }: Floor,
  { agents, model, world: { leaves } }: FloorInput,
  team: Team,
  now: number,
  atOnce: boolean,
): void {
  const groups = model.groups.length;
  onDuty.all = 0;
  onDuty.phone = 0;
  onDuty.chat = 0;
  onDuty.held = 0;
  if (team.groups.length === 1 && (team.chat.length === 0 || team.phone.length === 0)) {
    onDuty.all = agents[now * groups + team.groups[0]!]!;
    if (team.chat.length === 0) onDuty.phone = onDuty.all;
    else onDuty.chat = onDuty.all;
    return;
  }
  let both = 0;
  for (let place = 0; place < team.groups.length; place++) {
    const count = agents[now * groups + team.groups[place]!]!;
    onDuty.all += count;
    if (team.servesPhone[place] && team.servesChat[place]) both += count;
    else if (team.servesPhone[place]) onDuty.phone += count;
    else if (team.servesChat[place]) onDuty.chat += count;
  }
  if (both === 0) return;
  const work = (queues: readonly number[]): number => {
    let sum = 0;
    for (const at of queues) sum += arriving(arrivals, at) * arrivals.handleSeconds[at]!;
    return sum / model.calendar.intervalSeconds;
  };
  const { cap, slowdown } = chatAgents!;
  if (onDuty.chat === 0) {
    // At once: as often as in the interval before nobody is free.
    if (atOnce) holdChats(work(team.chat), phone.row[queueFields.allBusy]!, cap, slowdown);
    else
      holdBesideCalls(
        work(team.chat),
        work(team.phone) + deferred.busy,
        onDuty.phone + both,
        patienceOf(arrivals, model, leaves, team.phone),
        chatAgents!,
      );
    if (held.agents <= mostHeld * both) {
      onDuty.held = held.agents;
      onDuty.heldChats = held.chats;
      onDuty.chat = Math.round(held.agents);
      onDuty.phone += both - onDuty.chat;
      return;
    }
  }
  const chats = (work(team.chat) * slowdown[cap]!) / cap;
  const all = chats + work(team.phone);
  const forChat = Math.round(all > 0 ? (both * chats) / all : 0);
  onDuty.chat += forChat;
  onDuty.phone += both - forChat;
}

/** Mean patience of a team's calls in their mean handle times. */
function patienceOf(arrivals: Arrivals, model: Model, leaves: Float64Array, queues: readonly number[]): number {
  let contacts = 0;
  let seconds = 0;
  let leaving = 0;
  for (const at of queues) {
    const here = arriving(arrivals, at);
    contacts += here;
    seconds += here * arrivals.handleSeconds[at]!;
    leaving += here / someSeconds(leaves[model.queues[at]!.patience!.mean]!);
  }
  return seconds > 0 && leaving > 0 ? (contacts * contacts) / (seconds * leaving) : 1;
}

/** Share of the agents beyond which chats would hold nearly all, and wait. */
const mostHeld = 0.9;

/**
 * Shares the team's busy seconds among its groups in proportion to their agents; deferred work goes where nobody else is busy. Calls of queues that
 * differ in their groups go to their own (`workShare`), and what these cannot have done to whoever has room.
 */
function writeAgents(
  { agentSeconds, shape }: Outcome,
  { phone }: Floor,
  { agents, model }: FloorInput,
  team: Team,
  now: number,
  to: number,
  busyPhone: number,
  busyChat: number,
  busyDeferred: number,
): void {
  const seconds = model.calendar.intervalSeconds;
  const groups = model.groups.length;
  const block = shape.intervals * groups;
  const handling = agentField.handling * block;
  const idle = agentField.idle * block;
  const overtime = agentField.overtime * block;
  phone.inHand -= busyPhone * seconds;
  const { sharing } = team;
  let busy = busyPhone + busyChat + busyDeferred;
  let room = onDuty.all;
  if (sharing !== null) {
    busy -= shareBusy(sharing);
    for (let place = 0; place < team.groups.length; place++) room -= sharing.groupBusy[place]!;
  }
  for (let place = 0; place < team.groups.length; place++) {
    const present = agents[now * groups + team.groups[place]!]!;
    const at = to * groups + team.groups[place]!;
    const own = sharing === null ? 0 : sharing.groupBusy[place]!;
    const share = team.groups.length === 1 ? 1 : room > 0 ? (present - own) / room : 0;
    const busySeconds = Math.min(present, own + busy * share) * seconds;
    agentSeconds[handling + at] = busySeconds;
    agentSeconds[idle + at] = present * seconds - busySeconds;
    agentSeconds[overtime + at] = 0;
  }
}

/** What is still in hand when the centre closes is finished as overtime, by the groups that serve it. */
function finishInHand(
  { agentSeconds, shape }: Outcome,
  seconds: number,
  { agents, model }: FloorInput,
  team: Team,
  now: number,
  to: number,
  serves: readonly boolean[],
): void {
  if (!(seconds > 0)) return;
  const groups = model.groups.length;
  const overtime = agentField.overtime * shape.intervals * groups;
  const paid = agentField.paid * shape.intervals * groups;
  let all = 0;
  for (let place = 0; place < team.groups.length; place++) if (serves[place]) all += agents[now * groups + team.groups[place]!]!;
  for (let place = 0; place < team.groups.length; place++) {
    if (!serves[place]) continue;
    const at = to * groups + team.groups[place]!;
    const share = team.groups.length === 1 ? 1 : all > 0 ? agents[now * groups + team.groups[place]!]! / all : 0;
    agentSeconds[overtime + at]! += seconds * share;
    agentSeconds[paid + at]! += seconds * share;
  }
}
