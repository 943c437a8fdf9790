import { eventFactor } from '../frontDoor/longRunNeeds.ts';
import type { FrontDoor } from '../frontDoor/frontDoor.ts';
import {
  comingBack,
  daysSinceOpen,
  longRunHandleSeconds,
  needsOfDay,
  openComingBack,
  selfServiceReturnDays,
  type ComingBack,
} from '../frontDoor/returns.ts';
import { resolutionShare } from '../frontDoor/resolution.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/world.ts';
import { createBusynessNodes, fillBusynessNodes } from './busynessQuadrature.ts';
import { prepareRequirement, createRequirement, requiredAgents, type PlannedQueue, type PlanTargets } from './requirement.ts';
import { plannedShrinkage } from './shrinkage.ts';

/** Who is planned to work: agents per interval and group. */
export interface Roster {
  /** [interval][group] agents that the planner wants on duty: whole. */
  readonly required: Float64Array;
  /** [interval][group] agents paid: required / schedule efficiency / (1 - planned shrinkage). */
  readonly scheduled: Float64Array;
}

export const createRoster = (model: Model): Roster => ({
  required: new Float64Array(model.calendar.intervals * model.groups.length),
  scheduled: new Float64Array(model.calendar.intervals * model.groups.length),
});

const secondsPerDay = 86_400;
const requirement = createRequirement();
const busyness = createBusynessNodes();
const targets: PlanTargets = {
  serviceLevelAtLeast: 0,
  rule: 'answered / offered',
  abandonmentAtMost: 1,
  speedOfAnswerAtMost: Infinity,
  occupancyAtMost: 1,
};
const stock: ComingBack = { repeats: 0, returners: 0 };
const queue: PlannedQueue = { patience: 1, balk: 0, threshold: 0 };

/** Scratch of one model: [interval][queue] planned arrivals, [interval] planned abandonment and load of a group. */
export interface PlanScratch {
  readonly arrivals: Float64Array;
  readonly abandoned: Float64Array;
  readonly load: Float64Array;
  /** [queue] mean handle time of the planned mix, before events. */
  readonly handleSeconds: Float64Array;
  /** [day] handle-time factor of the group's mix under events, and whether the day's requirement is done. */
  readonly handleFactor: Float64Array;
  readonly done: Uint8Array;
}

export const createPlanScratch = (model: Model): PlanScratch => ({
  arrivals: new Float64Array(model.calendar.intervals * model.queues.length),
  abandoned: new Float64Array(model.calendar.intervals),
  load: new Float64Array(model.calendar.intervals),
  handleSeconds: new Float64Array(model.queues.length),
  handleFactor: new Float64Array(model.calendar.days),
  done: new Uint8Array(model.calendar.days),
});

/**
 * Plans a roster to target in one world.
 *
 * The planner knows the world's long-run rates times a forecast error, and the levers' effect; never busyness, never arrivals.
 * Each open interval gets the fewest agents that meet the service level, abandonment and speed of answer in expectation over the
 * stated busyness, within the maximum occupancy. Redials and repeats are part of the rates: attempts = first attempts and repeats
 * / (1 - redial share x planned abandonment), in two passes, the second with the first's abandonment.
 *
 * @param needs [interval][queue] long-run needs (`longRunNeeds`)
 * @param doors [queue] front door in this world
 */
export function planRoster(
  roster: Roster,
  scratch: PlanScratch,
  model: Model,
  world: World,
  needs: Float64Array,
  doors: readonly FrontDoor[],
): void {
  scratch.abandoned.fill(0);
  for (let group = 0; group < model.groups.length; group++) {
    fillTargets(model, world);
    // The first pass finds how many abandon where targets are just met; the second plans for those who then redial.
    for (let pass = 0; pass < 2; pass++) {
      for (const queue of model.groups[group]!.queues) planArrivals(scratch, model, world, needs, doors[queue]!, queue);
      requireAgents(roster, scratch, model, world, group);
    }
  }
  schedule(roster, model);
}

/** [interval] planned arrivals of one queue: new needs at the door, repeats of earlier days and redials, times the forecast. */
function planArrivals(scratch: PlanScratch, model: Model, world: World, needs: Float64Array, door: FrontDoor, queue: number): void {
  const { calendar } = model;
  const queues = model.queues.length;
  const { contactType } = model.queues[queue]!;
  const type = model.contactTypes[contactType]!;
  const { leaves, forecast } = world;
  const redials = leaves[type.redial.share]!;
  const returning = (1 - resolutionShare(model, type, leaves)) * leaves[type.repeat.share]!;
  const repeatDays = leaves[type.repeat.after]! / secondsPerDay;
  const { abandoned, arrivals } = scratch;
  scratch.handleSeconds[queue] = longRunHandleSeconds(door, returning);
  openComingBack(stock, calendar, needs, queues, queue, door, returning, repeatDays);
  let { repeats, returners } = stock;
  for (let day = 0; day < calendar.days; day++) {
    const gap = daysSinceOpen(calendar, day);
    const from = calendar.firstInterval[day]!;
    const to = calendar.firstInterval[day + 1]!;
    const dayNeeds = needsOfDay(calendar, needs, queues, queue, day);
    const repeatsToday = repeats * comingBack(gap, repeatDays);
    const returnersToday = returners * comingBack(gap, selfServiceReturnDays);
    const perNeed = dayNeeds > 0 ? (repeatsToday + returnersToday) / dayNeeds : 0;
    const error = forecast[calendar.week[day]! * model.contactTypes.length + contactType]!;
    let handled = 0;
    for (let interval = from; interval < to; interval++) {
      const here = needs[interval * queues + queue]!;
      const attempts = (here * (door.offered + perNeed)) / (1 - redials * abandoned[interval]!);
      handled += attempts * (1 - abandoned[interval]!);
      arrivals[interval * queues + queue] = attempts * error;
    }
    repeats += handled * returning - (dayNeeds > 0 ? repeatsToday : 0);
    returners += dayNeeds * door.selfServiceReturned - (dayNeeds > 0 ? returnersToday : 0);
  }
}

function fillTargets(model: Model, world: World): void {
  const { serviceLevel, abandonmentAtMost } = model.targets;
  targets.serviceLevelAtLeast = serviceLevel ? world.leaves[serviceLevel.atLeast]! : 0;
  targets.rule = serviceLevel?.rule ?? 'answered / offered';
  targets.abandonmentAtMost = abandonmentAtMost === null ? 1 : world.leaves[abandonmentAtMost]!;
  targets.occupancyAtMost = world.leaves[model.staffing.maxOccupancy]!;
}

/** Fewest agents of a group for every interval, and the abandonment that goes with them. */
function requireAgents(roster: Roster, scratch: PlanScratch, model: Model, world: World, group: number): void {
  const { calendar, groups, contactTypes, queues, staffing } = model;
  const { leaves } = world;
  const members = groups[group]!.queues;
  const { arrivals, load, handleFactor, done } = scratch;

  let contacts = 0;
  for (const member of members) contacts += arrivalsOf(arrivals, member, queues.length);
  // The pool's mean handle time, patience and balking: queues weigh by their planned arrivals. Weights first, so that one alone
  // is the same pool in both passes, to the bit, and its requirement serves both.
  let seconds = 0;
  let leaving = 0;
  let balking = 0;
  for (const member of members) {
    const { patience } = queues[member]!;
    const weight = contacts > 0 ? arrivalsOf(arrivals, member, queues.length) / contacts : 0;
    seconds += weight * scratch.handleSeconds[member]!;
    leaving += patience === null ? 0 : weight / leaves[patience.mean]!;
    balking += patience === null ? 0 : weight * leaves[patience.balk]!;
  }
  for (let day = 0; day < calendar.days; day++) {
    const from = calendar.firstInterval[day]!;
    const to = calendar.firstInterval[day + 1]!;
    let dayWork = 0;
    let plainWork = 0;
    load.fill(0, from, to);
    for (const member of members) {
      const event = eventFactor(contactTypes[queues[member]!.contactType]!.eventHandleTime[day]!, leaves);
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
    const handleSeconds = seconds * factor;
    if (most > 0 && handleSeconds > 0) {
      queue.patience = 1 / leaving / handleSeconds;
      queue.balk = balking;
      queue.threshold = model.targets.serviceLevel ? leaves[model.targets.serviceLevel.withinSeconds]! / handleSeconds : 0;
      targets.speedOfAnswerAtMost =
        model.targets.speedOfAnswerAtMost === null ? Infinity : leaves[model.targets.speedOfAnswerAtMost]! / handleSeconds;
      prepareRequirement(requirement, most, queue, targets, busyness, least);
    }
    for (let other = day; other < calendar.days; other++) {
      if (handleFactor[other] !== factor) continue;
      done[other] = 1;
      for (let interval = calendar.firstInterval[other]!; interval < calendar.firstInterval[other + 1]!; interval++) {
        const needed = most > 0 && handleSeconds > 0 ? requiredAgents(requirement, load[interval]!) : 0;
        scratch.abandoned[interval] = needed > 0 ? requirement.abandoned[needed]! : 0;
        roster.required[interval * groups.length + group] = Math.max(needed, staffing.minimumAgents);
      }
    }
  }
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
function schedule(roster: Roster, model: Model): void {
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
