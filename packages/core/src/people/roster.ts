import { eventFactor } from '../frontDoor/longRunNeeds.ts';
import type { FrontDoor } from '../frontDoor/frontDoor.ts';
import { stepOn, type LeverStep, type LeverSteps } from '../frontDoor/leverSteps.ts';
import {
  comingBack,
  daysSinceNeeds,
  longRunHandleSeconds,
  needsOfDay,
  openComingBack,
  selfServiceReturnDays,
  stationaryRepeats,
  type ComingBack,
} from '../frontDoor/returns.ts';
import { resolutionShare } from '../frontDoor/resolution.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/world.ts';
import { createBusynessNodes, fillBusynessNodes } from './busynessQuadrature.ts';
import { agentsBesideDeferred, agentsHeldByChats, type PlannedCalls } from './agentsBeside.ts';
import { paceWeight } from '../floor/erlang/pace.ts';
import { slowdownAt, slowdownOf } from '../floor/erlang/chatAgents.ts';
import type { Sharing } from '../floor/erlang/sharedLines.ts';
import { teamsOf, type Team } from '../floor/erlang/teams.ts';
import { partOf } from './parts.ts';
import {
  prepareRequirement,
  createRequirement,
  requiredAgents,
  type PlannedQueue,
  type PlanTargets,
  type Requirement,
} from './requirement.ts';
import { shareAgents } from './sharedAgents.ts';
import { plannedShrinkage } from './shrinkage.ts';

/** Who is planned to work: agents per interval and group. */
export interface Roster {
  /** [interval][group] agents that are wanted on duty: whole, unless they are given otherwise. */
  readonly required: Float64Array;
  /** [interval][group] agents paid: required / schedule efficiency / (1 - planned shrinkage); in transition those there are. */
  readonly scheduled: Float64Array;
}

export const createRoster = (model: Model): Roster => ({
  required: new Float64Array(model.calendar.intervals * model.groups.length),
  scheduled: new Float64Array(model.calendar.intervals * model.groups.length),
});

const secondsPerDay = 86_400;
const requirements = { phone: createRequirement(), chat: createRequirement() };
const busyness = createBusynessNodes();
const targets: PlanTargets = {
  serviceLevelAtLeast: 0,
  rule: 'answered / offered',
  abandonmentAtMost: 1,
  speedOfAnswerAtMost: Infinity,
  occupancyAtMost: 1,
};
const stock: ComingBack = { repeats: 0, returners: 0 };
const queue: PlannedQueue = { patience: 1, balk: 0, threshold: 0, chats: null };

/** Scratch of one model: [interval][queue] planned visits, [interval] planned abandonment and load of a line. */
export interface PlanScratch {
  readonly teams: readonly Team[];
  readonly arrivals: Float64Array;
  readonly abandoned: Float64Array;
  readonly load: Float64Array;
  /** [interval] agents of a team that calls and chats require, and agents busy with deferred work. */
  readonly phone: Float64Array;
  /** [interval] what a requirement comes to in parts of agents; and, of types that differ in their groups, what they need alone and together. */
  readonly inParts: Float64Array;
  readonly shared: SharedScratch;
  readonly chat: Float64Array;
  readonly phoneLoad: Float64Array;
  readonly chatLoad: Float64Array;
  readonly deferred: Float64Array;
  /** Calls of a team's interval, and how many chats its agents may have; mean handle time, pace and patience of a line, and handle time of deferred work. */
  readonly calls: PlannedCalls;
  readonly chats: { readonly cap: number; readonly slowdown: Float64Array } | null;
  readonly lineSeconds: Float64Array;
  readonly deferredSeconds: Float64Array;
  /**
   * [queue] mean handle time of the planned mix, before events, with levers in full; what a visit weighs in the pace of its line (`paceWeight`), and times its handle
   * time; and [step][queue] by how much the mean differs before.
   */
  readonly handleSeconds: Float64Array;
  readonly weight: Float64Array;
  readonly weighted: Float64Array;
  readonly leverFactor: Float64Array;
  /** [day] handle-time factor of the line's mix under events, and whether the day's requirement is done. */
  readonly handleFactor: Float64Array;
  readonly done: Uint8Array;
}

/** [interval][place among the types that share], and [interval]. */
interface SharedScratch {
  readonly alone: Float64Array;
  readonly load: Float64Array;
  readonly byType: Float64Array;
  readonly together: Float64Array;
  readonly required: Float64Array;
  /** [queue] */
  readonly requirements: readonly Requirement[];
}

function createShared({ calendar, queues }: Model, isNeeded: boolean): SharedScratch {
  const intervals = isNeeded ? calendar.intervals : 0;
  const byType = (): Float64Array => new Float64Array(intervals * queues.length);
  return {
    alone: byType(),
    load: byType(),
    byType: byType(),
    together: new Float64Array(intervals),
    required: new Float64Array(intervals),
    requirements: isNeeded ? queues.map(createRequirement) : [],
  };
}

export function createPlanScratch(model: Model): PlanScratch {
  const { intervals, days } = model.calendar;
  const column = (): Float64Array => new Float64Array(intervals);
  const teams = teamsOf(model);
  return {
    teams,
    arrivals: new Float64Array(intervals * model.queues.length),
    abandoned: column(),
    load: column(),
    phone: column(),
    inParts: column(),
    shared: createShared(
      model,
      teams.some(({ sharing }) => sharing !== null),
    ),
    chat: column(),
    phoneLoad: column(),
    chatLoad: column(),
    calls: { load: 0, handleSeconds: 0, paceSeconds: 0, patienceSeconds: 0, thresholdSeconds: 0, atLeast: 0 },
    chats: model.chat === null ? null : { cap: model.chat.cap, slowdown: new Float64Array(model.chat.cap + 1) },
    lineSeconds: new Float64Array(3),
    deferredSeconds: Float64Array.of(3600),
    deferred: column(),
    handleSeconds: new Float64Array(model.queues.length),
    weight: new Float64Array(model.queues.length),
    weighted: new Float64Array(model.queues.length),
    leverFactor: new Float64Array(model.queues.length * (model.ramp?.strength.length ?? 1)),
    handleFactor: new Float64Array(days),
    done: new Uint8Array(days),
  };
}

/**
 * Plans a roster to target in one world.
 *
 * The planner knows the world's long-run rates times a forecast error, and the levers' effect; never busyness, never arrivals.
 * Each open interval gets the fewest agents that meet the service level, abandonment and speed of answer of calls in expectation over the
 * stated busyness, within the maximum occupancy; as many again for chats by their targets, with at most that share of their places taken; and
 * enough for deferred work, spread evenly over the open time in which it is due, to fill no more than the maximum occupancy beside calls, and for
 * calls to be answered as well beside it.
 * Redials and repeats are part of the rates: attempts = first attempts and repeats / (1 - redial share x planned abandonment), in two passes,
 * the second with the first's abandonment. A team of several groups is planned as one and shared out by the work that is theirs first;
 * where its contact types differ in their groups it is planned between one pool and a pool for each (`shareAgents`).
 *
 * @param needs [interval][queue] long-run needs (`longRunNeeds`)
 */
export function planRoster(
  roster: Roster,
  scratch: PlanScratch,
  model: Model,
  world: World,
  needs: Float64Array,
  levers: LeverSteps,
): void {
  if (scratch.chats !== null) scratch.chats.slowdown.set(slowdownOf(model.chat!, world.leaves));
  for (const team of scratch.teams) {
    scratch.calls.atLeast = 0;
    for (const channel of ['phone', 'chat'] as const) {
      const required = scratch[channel];
      if (team[channel].length === 0) {
        required.fill(0);
        if (channel === 'phone') scratch.phoneLoad.fill(0);
        continue;
      }
      fillTargets(model, world, channel);
      scratch.abandoned.fill(0);
      // The first pass finds how many abandon where targets are just met; the second plans for those who then redial.
      for (let pass = 0; pass < 2; pass++) {
        for (const member of team[channel]) planArrivals(scratch, model, world, needs, levers, member);
        requireAgents(required, scratch, model, world, team[channel], requirements[channel], channel);
      }
      (channel === 'phone' ? scratch.phoneLoad : scratch.chatLoad).set(scratch.load);
      if (channel === 'phone') noteCalls(scratch, model, world);
      if (channel === 'phone' && team.sharing !== null) planShared(scratch, model, world, team, team.sharing);
    }
    planDeferred(scratch, model, world, needs, levers, team);
    shareOut(roster, scratch, model, world, team);
  }
  schedule(roster, model);
}

/** Notes how calls are, as `requireAgents` has left them. */
function noteCalls({ calls, lineSeconds }: PlanScratch, model: Model, { leaves }: World): void {
  const { serviceLevel } = model.targets;
  calls.handleSeconds = lineSeconds[0]!;
  calls.paceSeconds = lineSeconds[1]!;
  calls.patienceSeconds = lineSeconds[2]!;
  calls.thresholdSeconds = serviceLevel ? leaves[serviceLevel.withinSeconds]! : 0;
  calls.atLeast = serviceLevel ? leaves[serviceLevel.atLeast]! : 0;
}

/** [interval] agents busy with deferred work, where each interval's arrivals are worked off evenly over the open intervals until they are due. */
function planDeferred(scratch: PlanScratch, model: Model, world: World, needs: Float64Array, levers: LeverSteps, team: Team): void {
  const { calendar, queues } = model;
  const { deferred } = scratch;
  deferred.fill(0);
  if (team.deferred.length === 0) return;
  scratch.abandoned.fill(0);
  scratch.deferredSeconds[0] = 0;
  for (const member of team.deferred) {
    planArrivals(scratch, model, world, needs, levers, member);
    const { within } = model.due[queues[member]!.channel]!;
    const spread = Math.min(calendar.intervals, Math.max(1, Math.floor(world.leaves[within]! / calendar.intervalSeconds)));
    const perContact = scratch.handleSeconds[member]! / calendar.intervalSeconds / spread;
    // Of several kinds the longest: it is what keeps agents from calls.
    scratch.deferredSeconds[0] = Math.max(scratch.deferredSeconds[0], scratch.handleSeconds[member]!);
    for (let day = 0; day < calendar.days; day++) {
      const event =
        eventFactor(model.contactTypes[queues[member]!.contactType]!.eventHandleTime[day]!, world.leaves) *
        scratch.leverFactor[levers.ofDay[day]! * queues.length + member]!;
      for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++) {
        const erlangs = scratch.arrivals[interval * queues.length + member]! * perContact * event;
        // What falls due after the horizon is worked off at its beginning, as if the one before had been like it.
        for (let later = 0; later < spread; later++) deferred[(interval + later) % calendar.intervals]! += erlangs;
      }
    }
  }
}

/** Below this an agent more is rounding noise. */
const noise = 1e-9;

/** The team's agents by group: all to one, or to several in proportion to the work of the queues that they serve first; whole, largest rest first. */
function shareOut(roster: Roster, scratch: PlanScratch, model: Model, world: World, team: Team): void {
  const { calendar, groups, staffing } = model;
  const occupancy = world.leaves[staffing.maxOccupancy]!;
  const rests = team.groups.map(() => 0);
  for (let interval = 0; interval < calendar.intervals; interval++) {
    const together = (scratch.phoneLoad[interval]! + scratch.deferred[interval]!) / occupancy;
    const beside = scratch.deferred[interval]! > 0 ? Math.ceil(together - noise) : 0;
    const needed = agentsForAll(scratch, team, interval, beside);
    if (team.groups.length === 1) {
      roster.required[interval * groups.length + team.groups[0]!] = Math.max(needed, staffing.minimumAgents);
      continue;
    }
    let given = 0;
    const whole = agentsByGroup(scratch, model, world, team, interval, needed);
    team.groups.forEach((group, place) => {
      const agents = needed * whole[place]!;
      const down = Math.floor(agents + noise);
      rests[place] = agents - down;
      given += down;
      roster.required[interval * groups.length + group] = down;
    });
    for (; given < needed; given++) {
      const next = rests.indexOf(Math.max(...rests));
      rests[next] = -1;
      roster.required[interval * groups.length + team.groups[next]!]! += 1;
    }
    for (const group of team.groups) {
      const at = interval * groups.length + group;
      if (groups[group]!.part?.crossSkilled !== true) roster.required[at] = Math.max(roster.required[at]!, staffing.minimumAgents);
    }
  }
}

/** Agents for calls, and beside them for deferred work and chats: of those who take calls too, or their own. */
function agentsForAll(scratch: PlanScratch, team: Team, interval: number, least: number): number {
  const { calls, chats } = scratch;
  calls.load = scratch.phoneLoad[interval]!;
  const forCalls = agentsBesideDeferred(calls, scratch.phone[interval]!, least, scratch.deferred[interval]!, scratch.deferredSeconds[0]!);
  const chatsTakeCalls =
    chats !== null &&
    team.chat.length > 0 &&
    team.phone.length > 0 &&
    team.servesChat.every((serves, place) => !serves || team.servesPhone[place]);
  if (!chatsTakeCalls) return forCalls + scratch.chat[interval]!;
  return forCalls + agentsHeldByChats(calls, forCalls, scratch.deferred[interval]!, scratch.chatLoad[interval]!, chats.cap, chats.slowdown);
}

/** [place in the team] share of the team's agents in an interval: of those for calls by types' own, where they are planned so; else by the work that comes first. */
function agentsByGroup(scratch: PlanScratch, model: Model, world: World, team: Team, interval: number, needed: number): readonly number[] {
  const { queues } = model;
  const agents = team.groups.map(() => 0);
  let all = 0;
  const add = (queue: number, amount: number): void => {
    all += amount;
    homeParts(model, world, team, queue).forEach((part, place) => (agents[place]! += amount * part));
  };
  const { sharing } = team;
  const byWork = sharing === null ? [...team.phone, ...team.chat, ...team.deferred] : [...team.chat, ...team.deferred];
  for (const member of byWork) add(member, scratch.arrivals[interval * queues.length + member]! * scratch.handleSeconds[member]!);
  if (sharing !== null) {
    const ofCalls = Math.min(needed, scratch.phone[interval]!);
    const perWork = all > 0 ? (needed - ofCalls) / all : 0;
    agents.forEach((work, place) => (agents[place] = work * perWork));
    all *= perWork;
    sharing.queues.forEach((queue, place) => add(queue, scratch.shared.byType[interval * sharing.queues.length + place]!));
  }
  return agents.map((part) => (all > 0 ? part / all : 1 / agents.length));
}

/** [interval] planned arrivals of one queue: new needs at the door, repeats of earlier days and redials, times the forecast. */
function planArrivals(scratch: PlanScratch, model: Model, world: World, needs: Float64Array, levers: LeverSteps, queue: number): void {
  const { calendar } = model;
  const queues = model.queues.length;
  const { contactType } = model.queues[queue]!;
  const type = model.contactTypes[contactType]!;
  const { forecast } = world;
  const repeatDays = world.leaves[type.repeat.after]! / secondsPerDay;
  const { abandoned, arrivals } = scratch;
  const byPhone = model.channels[model.queues[queue]!.channel] === 'phone';
  const passedOnAt = (leaves: Float64Array): number => (byPhone && model.misroutes !== null ? leaves[model.misroutes.share]! : 0);
  const returningAt = (leaves: Float64Array): number => (1 - resolutionShare(model, type, leaves)) * leaves[type.repeat.share]!;
  const fillVisitAt = ({ leaves, doors }: LeverStep): void =>
    fillVisit(model, leaves, queue, doors[queue]!, returningAt(leaves), passedOnAt(leaves));
  fillVisitAt(levers.steps.at(-1)!);
  scratch.handleSeconds[queue] = visit.seconds;
  scratch.weight[queue] = visit.weight;
  scratch.weighted[queue] = visit.weighted;
  levers.steps.forEach((step, at) => {
    fillVisitAt(step);
    scratch.leverFactor[at * queues + queue] = visit.seconds / scratch.handleSeconds[queue]!;
  });
  const first = stepOn(levers, 0);
  openComingBack(stock, calendar, needs, queues, queue, first.doors[queue]!, returningAt(first.leaves), repeatDays);
  let { repeats, returners } = stock;
  for (let day = 0; day < calendar.days; day++) {
    const { leaves, doors } = stepOn(levers, day);
    const door = doors[queue]!;
    const redials = leaves[type.redial.share]!;
    const returning = returningAt(leaves);
    const passedOn = passedOnAt(leaves);
    const nobody = door.unresponsiveOffered;
    const from = calendar.firstInterval[day]!;
    const to = calendar.firstInterval[day + 1]!;
    const dayNeeds = needsOfDay(calendar, needs, queues, queue, day);
    const gap = daysSinceNeeds(calendar, needs, queues, queue, day);
    const repeatsToday = dayNeeds > 0 ? repeats * comingBack(gap, repeatDays) : 0;
    const returnersToday = dayNeeds > 0 ? returners * comingBack(gap, selfServiceReturnDays) : 0;
    const perNeed = dayNeeds > 0 ? (repeatsToday + returnersToday) / dayNeeds : 0;
    const error = forecast[calendar.week[day]! * model.contactTypes.length + contactType]!;
    let handled = 0;
    for (let interval = from; interval < to; interval++) {
      const here = needs[interval * queues + queue]!;
      const attempts = (here * (door.offered + perNeed)) / (1 - redials * abandoned[interval]!);
      handled += attempts * (1 - abandoned[interval]!);
      arrivals[interval * queues + queue] = (attempts * (1 + passedOn) + here * nobody) * error;
    }
    repeats += handled * returning - repeatsToday;
    returners += dayNeeds * door.selfServiceReturned - returnersToday;
  }
}

/** What `fillVisit` leaves: the mean handle time of a visit in seconds, what it weighs in the pace of its line (`paceWeight`), and that times its handle time. */
const visit = { seconds: 0, weight: 0, weighted: 0 };

/**
 * Fills `visit` with the mean visit to a line, in the long run: contacts with their repeats, visits to the wrong group, calls on which nobody
 * speaks; of chats, with nothing else in hand.
 */
function fillVisit(model: Model, leaves: Float64Array, queue: number, door: FrontDoor, returning: number, passedOn: number): void {
  const { chat, channels, queues, misroutes, unresponsiveCallers } = model;
  const isChat = chat !== null && channels[queues[queue]!.channel] === 'chat';
  const seconds = longRunHandleSeconds(door, returning) / (isChat ? slowdownAt(slowdownOf(chat, leaves), leaves[chat.measuredAt]!) : 1);
  visit.seconds = seconds;
  visit.weight = paceWeight(1, seconds);
  visit.weighted = visit.weight * seconds;
  if (isChat || (passedOn === 0 && door.unresponsiveOffered === 0)) return;
  const contacts = door.offered + door.selfServiceReturned + stationaryRepeats(1, door, returning);
  const transferSeconds = misroutes === null ? 0 : leaves[misroutes.transferAdds]!;
  const nobodySeconds = unresponsiveCallers === null ? 0 : leaves[unresponsiveCallers.agentSeconds]!;
  const visits = contacts * (1 + passedOn) + door.unresponsiveOffered;
  const ofTransfers = paceWeight(contacts * passedOn, transferSeconds);
  const ofNobody = paceWeight(door.unresponsiveOffered, nobodySeconds);
  visit.seconds = (contacts * (seconds + passedOn * transferSeconds) + door.unresponsiveOffered * nobodySeconds) / visits;
  visit.weight = (contacts * visit.weight + ofTransfers + ofNobody) / visits;
  visit.weighted = (contacts * visit.weighted + ofTransfers * transferSeconds + ofNobody * nobodySeconds) / visits;
}

function fillTargets(model: Model, world: World, channel: 'phone' | 'chat'): void {
  const { serviceLevel, abandonmentAtMost } = channel === 'phone' ? model.targets : model.targets.chat;
  targets.serviceLevelAtLeast = serviceLevel ? world.leaves[serviceLevel.atLeast]! : 0;
  targets.rule = serviceLevel?.rule ?? 'answered / offered';
  targets.abandonmentAtMost = abandonmentAtMost === null ? 1 : world.leaves[abandonmentAtMost]!;
  targets.occupancyAtMost = world.leaves[model.staffing.maxOccupancy]!;
}

/** [interval] fewest agents of a line, and the abandonment that goes with them. */
function requireAgents(
  required: Float64Array,
  scratch: PlanScratch,
  model: Model,
  world: World,
  members: readonly number[],
  requirement: Requirement,
  channel: 'phone' | 'chat',
): void {
  const { calendar, contactTypes, queues, targets: wanted } = model;
  const { leaves } = world;
  const serviceLevel = channel === 'phone' ? wanted.serviceLevel : wanted.chat.serviceLevel;
  const speedOfAnswer = channel === 'phone' ? wanted.speedOfAnswerAtMost : null;
  queue.chats = channel === 'chat' ? { agents: 0, cap: model.chat!.cap, slowdown: slowdownOf(model.chat!, leaves) } : null;
  const { arrivals, load, handleFactor, done } = scratch;

  let contacts = 0;
  for (const member of members) contacts += arrivalsOf(arrivals, member, queues.length);
  // The pool's handle time, patience and balking: queues weigh by their planned arrivals. Weights first, so that one alone
  // is the same pool in both passes, to the bit, and its requirement serves both.
  let seconds = 0;
  let ofPace = 0;
  let weighted = 0;
  let leaving = 0;
  let balking = 0;
  for (const member of members) {
    const { patience } = queues[member]!;
    const weight = contacts > 0 ? arrivalsOf(arrivals, member, queues.length) / contacts : 0;
    seconds += weight * scratch.handleSeconds[member]!;
    ofPace += weight * scratch.weight[member]!;
    weighted += weight * scratch.weighted[member]!;
    leaving += weight / leaves[patience!.mean]!;
    balking += weight * leaves[patience!.balk]!;
  }
  for (let day = 0; day < calendar.days; day++) {
    const from = calendar.firstInterval[day]!;
    const to = calendar.firstInterval[day + 1]!;
    let dayWork = 0;
    let plainWork = 0;
    load.fill(0, from, to);
    for (const member of members) {
      const step = model.ramp === null ? 0 : model.ramp.stepOfDay[day]!;
      const event =
        eventFactor(contactTypes[queues[member]!.contactType]!.eventHandleTime[day]!, leaves) *
        scratch.leverFactor[step * queues.length + member]!;
      const handleSeconds = scratch.handleSeconds[member]!;
      for (let interval = from; interval < to; interval++) {
        const plain = arrivals[interval * queues.length + member]! * handleSeconds;
        plainWork += plain;
        dayWork += plain * event;
        load[interval]! += (plain * event) / calendar.intervalSeconds;
      }
    }
    handleFactor[day] = plainWork > 0 ? dayWork / plainWork : 1;
    done[day] = 0;
  }
  fillBusynessNodes(busyness, poolBusynessCv(model, leaves, members));
  const pace = ofPace > 0 ? weighted / ofPace : 0;
  scratch.lineSeconds[0] = seconds;
  scratch.lineSeconds[1] = pace;
  scratch.lineSeconds[2] = leaving > 0 ? 1 / leaving : 0;

  for (let day = 0; day < calendar.days; day++) {
    if (done[day] === 1) continue;
    // One requirement serves all days of one handle time: events are rare.
    const factor = handleFactor[day]!;
    let most = 0;
    let least = Infinity;
    for (let other = day; other < calendar.days; other++)
      if (handleFactor[other] === factor)
        for (let interval = calendar.firstInterval[other]!; interval < calendar.firstInterval[other + 1]!; interval++) {
          const here = load[interval]!;
          if (here > most) most = here;
          if (here > 0 && here < least) least = here;
        }
    const paceSeconds = pace * factor;
    if (most > 0 && paceSeconds > 0) {
      queue.patience = 1 / leaving / paceSeconds;
      queue.balk = balking;
      queue.threshold = serviceLevel ? leaves[serviceLevel.withinSeconds]! / paceSeconds : 0;
      targets.speedOfAnswerAtMost = speedOfAnswer === null ? Infinity : leaves[speedOfAnswer]! / paceSeconds;
      prepareRequirement(requirement, most, queue, targets, busyness, least);
    }
    for (let other = day; other < calendar.days; other++) {
      if (handleFactor[other] !== factor) continue;
      done[other] = 1;
      for (let interval = calendar.firstInterval[other]!; interval < calendar.firstInterval[other + 1]!; interval++) {
        const needed = most > 0 && paceSeconds > 0 ? requiredAgents(requirement, load[interval]!) : 0;
        scratch.abandoned[interval] = needed > 0 ? requirement.abandoned[needed]! : 0;
        required[interval] = needed;
        scratch.inParts[interval] = needed > 0 ? agentsInParts(requirement, needed, load[interval]!) : 0;
      }
    }
  }
}

/** The agents required, in parts of an agent: between the most load of one fewer and theirs. */
function agentsInParts({ mostLoad, fewest }: Requirement, needed: number, load: number): number {
  if (needed <= fewest) return needed;
  const below = mostLoad[needed - 1]!;
  const reach = mostLoad[needed]! - below;
  return reach > 0 ? needed - 1 + Math.min(1, Math.max(0, (load - below) / reach)) : needed;
}

/**
 * [interval] agents of a team whose contact types differ in their groups: each type's are planned alone too, and shared as `shareAgents` says. Leaves
 * them in `phone`, whole, and by type in `byType`.
 */
function planShared(scratch: PlanScratch, model: Model, world: World, team: Team, sharing: Sharing): void {
  const { calendar } = model;
  const { queues, groups } = sharing;
  const count = queues.length;
  const { shared } = scratch;
  shared.together.set(scratch.inParts);
  queues.forEach((queue, place) => {
    requireAgents(shared.required, scratch, model, world, [queue], shared.requirements[queue]!, 'phone');
    for (let interval = 0; interval < calendar.intervals; interval++) {
      shared.alone[interval * count + place] = scratch.inParts[interval]!;
      shared.load[interval * count + place] = scratch.load[interval]!;
    }
  });
  const shares = new Float64Array(count * groups.length);
  queues.forEach((queue, place) => {
    const parts = homeParts(model, world, team, queue);
    parts.forEach((part, group) => (shares[place * groups.length + group] = part));
  });
  for (let interval = 0; interval < calendar.intervals; interval++) {
    const from = interval * count;
    for (let place = 0; place < count; place++) sharing.load[place] = shared.load[from + place]!;
    const needed = shared.byType.subarray(from, from + count);
    shareAgents(sharing, shared.alone.subarray(from, from + count), shares, shared.together[interval]!, needed);
    let all = 0;
    for (let place = 0; place < count; place++) all += needed[place]!;
    scratch.phone[interval] = Math.ceil(all - noise);
  }
}

/** [place in the team] share of a queue's work that comes to each group first: of groups of one level equal parts, of the parts of one group as large as they are. */
function homeParts({ queues, groups }: Model, world: World, team: Team, queue: number): readonly number[] {
  const { servedBy } = queues[queue]!;
  const parts = team.groups.map(() => 0);
  let all = 0;
  for (const { group, level } of servedBy) {
    if (level !== servedBy[0]!.level) continue;
    const part = partOf(groups[group]!, world.leaves);
    parts[team.groups.indexOf(group)] = part;
    all += part;
  }
  return parts.map((part) => part / all);
}

/** Planned arrivals of a queue over the horizon. */
function arrivalsOf(arrivals: Float64Array, queue: number, queues: number): number {
  let sum = 0;
  for (let at = queue; at < arrivals.length; at += queues) sum += arrivals[at]!;
  return sum;
}

/** cv of a pool's busyness in one interval: the common part in full, own parts by the types' shares of the volume. */
function poolBusynessCv(model: Model, leaves: Float64Array, members: readonly number[]): number {
  const types = [...new Set(members.map((member) => model.queues[member]!.contactType))];
  let volume = 0;
  for (const contactType of types) volume += leaves[model.contactTypes[contactType]!.volume]!;
  let common = 0;
  let own = 0;
  for (const contactType of types) {
    const type = model.contactTypes[contactType]!;
    const share = volume > 0 ? leaves[type.volume]! / volume : 1 / types.length;
    const day = leaves[type.dayToDay]! * leaves[type.dayToDay]!;
    const within = leaves[type.withinDay]! * leaves[type.withinDay]!;
    const shared = leaves[type.shared]!;
    common += share * Math.sqrt(shared * day);
    own += share * share * ((1 + (1 - shared) * day) * (1 + within) - 1);
  }
  return Math.sqrt((1 + common * common) * (1 + own) - 1);
}

/** Paid agents from required ones: divided by schedule efficiency and by what planned shrinkage leaves (both at their medians). */
export function schedule(roster: Roster, model: Model): void {
  const { groups, calendar } = model;
  const efficiency = model.leaves[model.staffing.scheduleEfficiency]!.central;
  for (let group = 0; group < groups.length; group++) {
    const perAgent = 1 / efficiency / (1 - plannedShrinkage(model, group));
    for (let interval = 0; interval < calendar.intervals; interval++) {
      const at = interval * groups.length + group;
      roster.scheduled[at] = roster.required[at]! * perAgent;
    }
  }
}
