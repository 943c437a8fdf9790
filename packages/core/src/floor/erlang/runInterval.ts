import type { Model } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { agentField, type Outcome } from '../outcome.ts';
import { arriving, type Arrivals } from './arrivals.ts';
import { settleChatsAtOnce } from './chatsAtOnce.ts';
import { busyGroups, spreadBusy } from './busyGroups.ts';
import { chatCapacity, secondsToEmptyHands } from './chatAgents.ts';
import { closeLine } from './closeLine.ts';
import { callFirst, meetBusyAgents, putOff, takeInDeferred, workDeferred, type DeferredWork } from './deferredWork.ts';
import { held, holdBesideCalls, holdChats } from './heldByChats.ts';
import { queueFields } from './intervalQueue.ts';
import { settleRedials, someSeconds, takeAtOnce, type Line } from './line.ts';
import { only } from './onlyQueue.ts';
import { callbacksWaitOvernight, lettersWaitOvernight } from './overnight.ts';
import type { Page } from './page.ts';
import { record } from './record.ts';
import { addToStretch } from './roughDay.ts';
import { answerInterval, endInterval } from './roughLine.ts';
import { fillFirstLoad, skillFactor } from './skillFactor.ts';
import { shareBusy, shareLines, type Sharing } from './sharedLines.ts';
import type { TeamFloor } from './teamFloor.ts';
import type { Team } from './teams.ts';

/** Agents of a team in the interval: all, those for calls and for chats; and where chats hold agents who else take calls, how many, and their chats. */
export const onDuty = { all: 0, phone: 0, chat: 0, held: 0, heldChats: 0 };

/** One interval of a team: its lines, beside them its deferred work, and its agents. */
export function runInterval(page: Page, floor: TeamFloor, input: FloorInput, team: Team, now: number): void {
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
  // What deferred work does to calls, and who finds no trunk, is found for a team as one pool.
  const asOne = team.sharing === null || team.deferred.length > 0 || input.model.trunks < Infinity;
  if (page.trunkUse !== null) phone.trunkSecondsElsewhere = page.trunkUse.elsewhere[now]!;
  if (team.phone.length > 0 && asOne) {
    if (isPlain) answerInterval(sample!.phone, floor.stretches.phone, phone, arrivals, input, team.phone, now, onDuty.phone, null);
    else settleRedials(phone, arrivals, input, team.phone, onDuty.phone, null);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
    if (page.trunkUse !== null && !isRehearsal) page.trunkUse.own[now] = phone.trunkSeconds;
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
  if (defers && isRehearsal) {
    phone.deferredHandleSeconds = sample!.deferredSeconds[ofDay]!;
    deferred.met.busy = sample!.metBusy[ofDay]!;
    deferred.met.saturated = sample!.metSaturated[ofDay]!;
    if (team.phone.length > 0) meetBusyAgents(phone, input, free, deferred.met.busy, deferred.met.saturated, 0);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  } else if (defers) {
    const asRun = atOnce && sample!.busy.rough > 0 ? sample!.busy.run / sample!.busy.rough : 1;
    phone.row[queueFields.busyAgents]! *= asRun;
    takeInDeferred(outcome, deferred, arrivals, phone, input, team, now, free, busyLive * asRun);
    phone.row[queueFields.busyAgents]! /= asRun;
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, onDuty.phone);
  }
  if (team.sharing !== null) {
    busyPhone = settleShared(floor, input, team, team.sharing, now, deferred.met);
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
      putOff(deferred, arrivals, lineOf(floor, team), input, team, now);
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
export function closeFloor(page: Page, floor: TeamFloor, input: FloorInput, team: Team, now: number, at: number, closedFor: number): void {
  const { outcome, live, isRehearsal, sample } = page;
  const { arrivals, phone, chat, chatAgents, deferred } = floor;
  if (team.sharing !== null) closeShared(live, floor, input, team.sharing, at);
  else if (team.phone.length > 0) closeLine(live, arrivals, phone, input, team.phone, at, onDuty.phone);
  if (team.chat.length > 0) closeLine(live, arrivals, chat, input, team.chat, at, chatCapacity(chatAgents!));
  callbacksWaitOvernight(outcome, arrivals, deferred, lineOf(floor, team), input, team, now, closedFor);
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

/** Adds an interval's handling and idle seconds to a day's, and leaves none behind. */
function addAgents(sums: Outcome, { agentSeconds, shape }: Outcome): void {
  for (let at = agentField.handling * shape.groups; at < (agentField.idle + 1) * shape.groups; at++) {
    sums.agentSeconds[at]! += agentSeconds[at]!;
    agentSeconds[at] = 0;
  }
}

/**
 * Settles the lines of queues that differ in their groups, each with the pool it sees, and returns the agents busy with them. What deferred work
 * agents have in hand was found for the team as one pool; every line meets its part of it.
 */
function settleShared(
  { arrivals, phone, own }: TeamFloor,
  input: FloorInput,
  team: Team,
  sharing: Sharing,
  now: number,
  met: DeferredWork['met'],
): number {
  const { model, world } = input;
  const { queues, load, contacts, leaving } = sharing;
  for (let place = 0; place < queues.length; place++) {
    const queue = queues[place]!;
    const { share } = model.contactTypes[model.queues[queue]!.contactType]!.redial;
    const again = own[queue]!.lost * world.leaves[share]! * arrivals.ownRedials[queue]!;
    const attempts = (arriving(arrivals, queue) + arrivals.orbit[queue]! * arrivals.orbitRedials[queue]!) / (1 - again);
    contacts[place] = attempts * (1 + arrivals.misrouted[queue]!) + arrivals.unresponsive[queue]!;
    load[place] = (attempts * arrivals.handleSeconds[queue]!) / model.calendar.intervalSeconds;
    leaving[place] = 1 / someSeconds(world.leaves[model.queues[queue]!.patience!.mean]!);
  }
  countForCalls(sharing, input, team, now);
  shareLines(sharing);
  let busy = 0;
  for (let place = 0; place < queues.length; place++) {
    const queue = queues[place]!;
    const line = own[queue]!;
    const { pooling, row } = line;
    line.blocked = phone.blocked;
    // What is in system is in the pool's size, which changes with who is on duty.
    line.state.inSystem *= sharing.loadFactor[place]! / pooling.load;
    line.state.effective *= sharing.loadFactor[place]! / pooling.load;
    pooling.load = sharing.loadFactor[place]!;
    pooling.handle = sharing.handleFactor[place]!;
    pooling.pace = sharing.paceFactor[place]!;
    pooling.leaving = sharing.leavingFactor[place]!;
    pooling.idle = sharing.idleFactor[place]!;
    settleRedials(line, arrivals, input, only(queue), sharing.lineAgents[place]!, null);
    if (team.deferred.length > 0) {
      line.deferredHandleSeconds = phone.deferredHandleSeconds;
      meetBusyAgents(line, input, sharing.lineAgents[place]!, met.busy * partOfDeferred(sharing, place, line, phone), met.saturated, 0);
    }
    sharing.busy[place] = row[queueFields.busyAgents]! / pooling.load;
    busy += sharing.busy[place]!;
  }
  return Math.min(busy, onDuty.phone);
}

/**
 * Part of the team's deferred work that agents of a line have in hand: half as many of them there are, and half as many of them are idle, since it goes to
 * whoever is. Fitted to N designs of fifty agents, where either alone is 5 points of service level off.
 */
function partOfDeferred({ lineAgents }: Sharing, place: number, { row }: Line, phone: Line): number {
  const agents = lineAgents[place]!;
  const idle = Math.max(0, agents - row[queueFields.busyAgents]!);
  const allIdle = Math.max(1, onDuty.phone - phone.row[queueFields.busyAgents]!);
  return 0.5 * Math.min(1, agents / Math.max(1, onDuty.phone)) + 0.5 * Math.min(1, idle / allIdle);
}

/** The line of a queue by phone: the team's, or its own. */
const lineOf =
  ({ phone, own }: TeamFloor, { sharing }: Team) =>
  (queue: number): Line =>
    sharing === null ? phone : own[queue]!;

/**
 * Agents of each group for calls: of those who serve chats too, chats hold whom they come to first, in proportion, and of the others only what these have not
 * enough of: who chats already takes the next one.
 */
function countForCalls({ agents }: Sharing, input: FloorInput, team: Team, now: number): void {
  let callsOnly = 0;
  let first = 0;
  let later = 0;
  for (let place = 0; place < team.groups.length; place++) {
    const count = input.agents[now * input.model.groups.length + team.groups[place]!]!;
    agents[place] = team.servesPhone[place] ? count : 0;
    if (!team.servesPhone[place]) continue;
    if (!team.servesChat[place]) callsOnly += count;
    else if (team.chatsFirst[place]) first += count;
    else later += count;
  }
  const all = callsOnly + first + later;
  if (!(all > onDuty.phone)) return;
  const both = first + later;
  const chats = Math.min(both, all - onDuty.phone);
  const ofFirst = Math.min(first, chats);
  const left = first > 0 ? 1 - ofFirst / first : 1;
  const leftLater = later > 0 ? 1 - (chats - ofFirst) / later : 1;
  // Some begin the interval with callbacks that earlier ones have left.
  const part = both > 0 ? 1 : onDuty.phone / callsOnly;
  for (let place = 0; place < team.groups.length; place++)
    agents[place]! *= !team.servesChat[place] ? part : team.chatsFirst[place] ? left : leftLater;
}

function closeShared(outcome: Outcome, { arrivals, own }: TeamFloor, input: FloorInput, sharing: Sharing, at: number): void {
  sharing.queues.forEach((queue, place) => {
    closeLine(outcome, arrivals, own[queue]!, input, only(queue), at, sharing.lineAgents[place]!);
    own[queue]!.state.inSystem = 0;
    own[queue]!.state.effective = 0;
  });
}

/** Multiplies handle times by the factors of the groups that serve them. */
function fitToGroups(
  { arrivals, phone, own, chat, firstLoad }: TeamFloor,
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
  { arrivals, phone, chatAgents, deferred }: TeamFloor,
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
  const seconds = model.calendar.intervalSeconds;
  const { cap, slowdown } = chatAgents!;
  if (onDuty.chat === 0) {
    // At once: as often as in the interval before nobody is free.
    if (atOnce) holdChats(workOf(arrivals, team.chat, seconds), phone.row[queueFields.allBusy]!, cap, slowdown);
    else
      holdBesideCalls(
        workOf(arrivals, team.chat, seconds),
        workOf(arrivals, team.phone, seconds) + deferred.busy,
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
  const chats = (workOf(arrivals, team.chat, seconds) * slowdown[cap]!) / cap;
  const all = chats + workOf(arrivals, team.phone, seconds);
  const forChat = Math.round(all > 0 ? (both * chats) / all : 0);
  onDuty.chat += forChat;
  onDuty.phone += both - forChat;
}

/** Erlangs that arrive. A function of its own: what a closure captures would be allocated whenever `countAgents` is called. */
function workOf(arrivals: Arrivals, queues: readonly number[], intervalSeconds: number): number {
  let sum = 0;
  for (const at of queues) sum += arriving(arrivals, at) * arrivals.handleSeconds[at]!;
  return sum / intervalSeconds;
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

/** Shares the team's busy seconds among its groups. Calls of queues that differ in their groups go to their own (`workShare`). */
function writeAgents(
  { agentSeconds, shape }: Outcome,
  { phone, chat }: TeamFloor,
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
  const count = team.groups.length;
  const block = shape.intervals * groups;
  const handling = agentField.handling * block;
  const idle = agentField.idle * block;
  const overtime = agentField.overtime * block;
  phone.inHand -= busyPhone * seconds;
  const { sharing } = team;
  const { present, busyIn, begun, busyWith, secondsOf } = busyGroups(count);
  const apart = sharing === null ? 0 : shareBusy(sharing);
  const perCall = phone.handleSeconds > 0 ? 1 / phone.handleSeconds : 0;
  for (let place = 0; place < count; place++) {
    present[place] = agents[now * groups + team.groups[place]!]!;
    busyIn[place] = sharing === null ? 0 : sharing.groupBusy[place]!;
    begun[place] = busyIn[place]! * perCall;
  }
  if (count === 1) busyIn[0] = busyPhone + busyChat + busyDeferred;
  else {
    busyWith[0] = Math.max(0, busyPhone - apart);
    busyWith[1] = busyChat;
    busyWith[2] = busyDeferred;
    secondsOf[0] = phone.handleSeconds;
    secondsOf[1] = chat.handleSeconds;
    secondsOf[2] = phone.deferredHandleSeconds > 0 ? phone.deferredHandleSeconds : phone.handleSeconds;
    spreadBusy(team);
  }
  for (let place = 0; place < count; place++) {
    const at = to * groups + team.groups[place]!;
    const busySeconds = Math.min(present[place]!, busyIn[place]!) * seconds;
    agentSeconds[handling + at] = busySeconds;
    agentSeconds[idle + at] = present[place]! * seconds - busySeconds;
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
