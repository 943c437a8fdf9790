import type { Model, ModelCalendar } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { agentField, type Outcome } from '../outcome.ts';
import { arriving, arrive, createArrivals, openDay, openHorizon, openLevers, type Arrivals } from './arrivals.ts';
import { rampCallbacks } from './callbacks.ts';
import { chatCapacity, secondsToEmptyHands, slowdownOf, type ChatAgents } from './chatAgents.ts';
import { closeLine } from './closeLine.ts';
import { handledShare } from './handledShare.ts';
import {
  callFirst,
  createDeferredWork,
  finishDeferred,
  openDeferred,
  putOff,
  takeInDeferred,
  workDeferred,
  type DeferredWork,
} from './deferredWork.ts';
import { held, holdBesideCalls } from './heldByChats.ts';
import { queueFieldCount, queueFields } from './intervalQueue.ts';
import { createLine, openLine, settleRedials, someSeconds, takeAtOnce, type Line } from './line.ts';
import { closedSeconds, waitOvernight } from './overnight.ts';
import { record } from './record.ts';
import { createFirstLoad, fillFirstLoad, skillFactor, type FirstLoad } from './skillFactor.ts';
import { setTimers, shareBusy, shareLines, type Sharing } from './sharedLines.ts';
import { teamsOf, type Team } from './teams.ts';

/** What the instant floor keeps while a horizon runs. */
export interface FloorScratch {
  readonly arrivals: Arrivals;
  readonly teams: readonly Team[];
  readonly phone: Line;
  /** [queue] its own line, where the queues of a team differ in their groups. */
  readonly own: readonly Line[];
  readonly chat: Line;
  readonly chatAgents: ChatAgents | null;
  readonly deferred: DeferredWork;
  readonly firstLoad: FirstLoad;
}

export const createFloorScratch = (model: Model): FloorScratch => ({
  arrivals: createArrivals(model),
  teams: teamsOf(model),
  phone: createLine('phone'),
  own: model.queues.map(() => createLine('phone')),
  chat: createLine('chat'),
  chatAgents: model.chat === null ? null : { agents: 0, cap: model.chat.cap, slowdown: new Float64Array(model.chat.cap + 1) },
  deferred: createDeferredWork(model),
  firstLoad: createFirstLoad(model),
});

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
  const { chat } = input.model;
  if (chat !== null) scratch.chatAgents!.slowdown.set(slowdownOf(chat, input.world.leaves));
  for (const team of scratch.teams) runTeam(outcome, scratch, input, team);
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
  for (let day = 0; day < calendar.days; day++) {
    const step = input.levers.ofDay[day]!;
    const today = inputs[step]!;
    if (day > 0 && step !== input.levers.ofDay[day - 1]) for (const queue of queues) openLevers(arrivals, today, queue);
    rampCallbacks(phone.callbacks, model, today.world.leaves);
    for (const queue of queues) openDay(arrivals, today, queue, day);
    const last = calendar.firstInterval[day + 1]! - 1;
    for (let now = calendar.firstInterval[day]!; now <= last; now++) {
      for (const queue of queues) arrive(arrivals, today, queue, day, now);
      runInterval(outcome, scratch, today, team, now, goesOn(calendar, day, now) ? null : closedSeconds(calendar, day, now));
    }
  }
  if (team.deferred.length > 0 || phone.callbacks.isOffered) finishDeferred(outcome, deferred, arrivals, phone, input, team);
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

/** @param closedFor seconds for which the centre is closed after the interval; null: it stays open */
function runInterval(outcome: Outcome, scratch: FloorScratch, input: FloorInput, team: Team, now: number, closedFor: number | null): void {
  const { arrivals, phone, chat, chatAgents, deferred } = scratch;
  if (team.hasFactors) fitToGroups(scratch, input, team, now);
  countAgents(scratch, input, team, now);
  let busyPhone = 0;
  let busyChat = 0;
  const keepsPlace = phone.callbacks.isOffered && phone.callbacks.keepsPlace;
  const busyBefore = keepsPlace ? callFirst(outcome, deferred, arrivals, phone, input, team, now, onDuty.phone) : 0;
  onDuty.phone -= Math.round(busyBefore);
  if (team.phone.length > 0 && (team.sharing === null || team.deferred.length > 0)) {
    settleRedials(phone, arrivals, input, team.phone, onDuty.phone, null);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  }
  if (team.chat.length > 0) {
    if (onDuty.held === 0) {
      chatAgents!.agents = onDuty.chat;
      settleRedials(chat, arrivals, input, team.chat, chatCapacity(chatAgents!), chatAgents);
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
  if (defers) {
    takeInDeferred(outcome, deferred, arrivals, phone, input, team, now, free, busyLive);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  }
  if (team.sharing !== null) {
    busyPhone = settleShared(scratch, input, team, team.sharing, now);
    for (const queue of team.phone) {
      const line = scratch.own[queue]!;
      record(outcome, arrivals, line, input, [queue], now);
      phone.inHand += line.inHand;
      line.inHand = 0;
    }
  } else if (team.phone.length > 0) record(outcome, arrivals, phone, input, team.phone, now);
  if (team.chat.length > 0) record(outcome, arrivals, chat, input, team.chat, now);
  let busyDeferred = busyBefore;
  if (defers) busyDeferred += workDeferred(outcome, deferred, arrivals, phone, input, team, now, free, busyLive);
  if (keepsPlace) {
    putOff(deferred, arrivals, phone, input, team, now);
    deferred.free[now] = Math.max(0, onDuty.phone - busyPhone) * input.model.calendar.intervalSeconds;
  }
  writeAgents(outcome, scratch, input, team, now, busyPhone, busyChat, busyDeferred);
  if (closedFor === null) return;
  if (team.sharing !== null) closeShared(outcome, scratch, input, team.sharing, now);
  else if (team.phone.length > 0) closeLine(outcome, arrivals, phone, input, team.phone, now, onDuty.phone);
  if (team.chat.length > 0) closeLine(outcome, arrivals, chat, input, team.chat, now, chatCapacity(chatAgents!));
  waitOvernight(outcome, arrivals, deferred, phone, input, team, now, closedFor);
  finishInHand(outcome, phone.inHand, input, team, now, team.servesPhone);
  if (team.chat.length > 0) {
    const seconds = secondsToEmptyHands(chatAgents!, chat.state.inSystem, chat.handleSeconds);
    finishInHand(outcome, seconds, input, team, now, team.servesChat);
  }
  finishInHand(outcome, deferred.inHand, input, team, now, team.servesDeferred);
  for (const line of [phone, chat]) {
    line.inHand = 0;
    line.state.inSystem = 0;
  }
  deferred.inHand = 0;
  deferred.busy = 0;
}

/** The team's line by phone before it met agents who are busy with deferred work. */
const alone = new Float64Array(queueFieldCount);

/**
 * Settles the lines of queues that differ in their groups, each with the pool it sees, and returns the agents busy with them. What deferred work
 * does to calls was found for the team as one pool; every line meets it alike.
 */
function settleShared({ arrivals, phone, own }: FloorScratch, input: FloorInput, team: Team, sharing: Sharing, now: number): number {
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
    pooling.load = sharing.loadFactor[place]!;
    pooling.handle = sharing.handleFactor[place]!;
    pooling.leaving = sharing.leavingFactor[place]!;
    pooling.idle = sharing.idleFactor[place]!;
    settleRedials(line, arrivals, input, [queue], sharing.lineAgents[place]!, null);
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

function closeShared(outcome: Outcome, { arrivals, own }: FloorScratch, input: FloorInput, sharing: Sharing, now: number): void {
  sharing.queues.forEach((queue, place) => {
    closeLine(outcome, arrivals, own[queue]!, input, [queue], now, sharing.lineAgents[place]!);
    own[queue]!.state.inSystem = 0;
  });
}

/** Multiplies handle times by the factors of the groups that serve them. */
function fitToGroups(
  { arrivals, phone, own, chat, firstLoad }: FloorScratch,
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
  { arrivals, chatAgents, deferred }: FloorScratch,
  { agents, model, world: { leaves } }: FloorInput,
  team: Team,
  now: number,
): void {
  const groups = model.groups.length;
  onDuty.all = 0;
  onDuty.phone = 0;
  onDuty.chat = 0;
  onDuty.held = 0;
  if (team.groups.length === 1 && team.chat.length === 0) {
    onDuty.all = agents[now * groups + team.groups[0]!]!;
    onDuty.phone = onDuty.all;
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
  { phone }: FloorScratch,
  { agents, model }: FloorInput,
  team: Team,
  now: number,
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
    const at = now * groups + team.groups[place]!;
    const own = sharing === null ? 0 : sharing.groupBusy[place]!;
    const share = team.groups.length === 1 ? 1 : room > 0 ? (agents[at]! - own) / room : 0;
    const busySeconds = Math.min(agents[at]!, own + busy * share) * seconds;
    agentSeconds[handling + at] = busySeconds;
    agentSeconds[idle + at] = agents[at]! * seconds - busySeconds;
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
    const at = now * groups + team.groups[place]!;
    const share = team.groups.length === 1 ? 1 : all > 0 ? agents[at]! / all : 0;
    agentSeconds[overtime + at]! += seconds * share;
    agentSeconds[paid + at]! += seconds * share;
  }
}
