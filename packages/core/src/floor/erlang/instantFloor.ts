import type { Model } from '../../model/model.ts';
import { daysRun, type Days } from '../dayPlan.ts';
import type { FloorInput } from '../floorInput.ts';
import { agentField, type Outcome } from '../outcome.ts';
import { openDay, openHorizon, openLevers } from './arrivals.ts';
import { rampCallbacks } from './callbacks.ts';
import { slowdownOf } from './chatAgents.ts';
import { createDeferredWork, finishDeferred, openDeferred } from './deferredWork.ts';
import { handledShare } from './handledShare.ts';
import { openLine } from './line.ts';
import type { Page } from './page.ts';
import { runDay } from './runDay.ts';
import { runSampledDay } from './sampledDay.ts';
import { clearWorked, correctDays, createSampledDays, openSample, openTeam, type SampledDays } from './sampledDays.ts';
import { setTimers } from './sharedLines.ts';
import { createTeamFloor, type TeamFloor } from './teamFloor.ts';
import { teamsOf, type Team } from './teams.ts';
import { createTrunkUse, tellOthers, type TrunkUse } from './trunks.ts';

/** What the instant floor keeps while a horizon runs. */
export interface FloorScratch extends TeamFloor {
  readonly teams: readonly Team[];
  /** [team] */
  readonly trunkUse: readonly TrunkUse[] | null;
  /** null: every day is run. */
  readonly sample: SampledDays | null;
  /** The floor of the rough answer to a day that is run; null: there is none. */
  readonly rehearsal: TeamFloor | null;
}

/** @param days which days of a horizon run their live queues */
export function createFloorScratch(model: Model, days: Days = 'all'): FloorScratch {
  const deferred = createDeferredWork(model);
  const runsAll = daysRun(model, days) === 'all';
  const teams = teamsOf(model);
  return {
    ...createTeamFloor(model, deferred),
    teams,
    trunkUse: createTrunkUse(model, teams),
    sample: runsAll ? null : createSampledDays(model),
    rehearsal: runsAll ? null : createTeamFloor(model, deferred),
  };
}

/**
 * The instant floor: what happens in one world, in closed form per interval.
 *
 * Rates instead of customers. An interval's arrivals are the needs that pass the front door, times busyness; repeats of earlier
 * days; and redials of those who abandoned, solved as a fixed point within the interval. Groups that share work are a team; its calls are an Erlang
 * A queue that inherits what the last interval left (`carryOver`), its chats a birth and death chain that does, its deferred work a backlog that
 * fills the time which calls leave. A contact is counted in the interval it arrives in, agent seconds in the interval they are worked in;
 * contacts still in hand when the centre closes are finished as overtime.
 *
 * Exact for one contact type by phone at constant rates with exponential handle times and patience; queues that share a line share its pace (`paceWeight`) and
 * mean patience. Clears and fills `outcome`, but for the paid, shrinkage and schedulingLoss that `putOnDuty` has filled.
 */
export function runInstantFloor(outcome: Outcome, scratch: FloorScratch, input: FloorInput): void {
  const { sample, rehearsal, trunkUse } = scratch;
  const { chat } = input.model;
  if (chat !== null) scratch.chatAgents!.slowdown.set(slowdownOf(chat, input.world.leaves));
  if (sample !== null) rehearsal!.chatAgents?.slowdown.set(scratch.chatAgents!.slowdown);
  if (trunkUse !== null) for (const { elsewhere } of trunkUse) elsewhere.fill(0);
  runTeams(outcome, scratch, input);
  if (trunkUse === null || !tellOthers(trunkUse, input.model)) return;
  unpayOvertime(outcome);
  runTeams(outcome, scratch, input);
}

/** Leaves what `putOnDuty` has filled: overtime is paid as it is worked. */
function unpayOvertime({ agentSeconds, shape }: Outcome): void {
  const block = shape.intervals * shape.groups;
  for (let at = 0; at < block; at++) agentSeconds[agentField.paid * block + at]! -= agentSeconds[agentField.overtime * block + at]!;
}

function runTeams(outcome: Outcome, scratch: FloorScratch, input: FloorInput): void {
  const { sample, trunkUse } = scratch;
  outcome.counts.fill(0);
  if (sample !== null) {
    clearWorked(outcome);
    openSample(sample, input.world.replication);
  }
  scratch.teams.forEach((team, place) => runTeam(outcome, scratch, input, team, trunkUse === null ? null : trunkUse[place]!));
  if (sample !== null) correctDays(sample, outcome, input.model.calendar.firstInterval);
}

function runTeam(outcome: Outcome, scratch: FloorScratch, input: FloorInput, team: Team, trunkUse: TrunkUse | null): void {
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
  if (isSampled) openTeam(sample);
  const page: Page = {
    outcome,
    live: outcome,
    first: 0,
    atOnce: false,
    isRehearsal: false,
    sample: isSampled ? sample : null,
    trunkUse,
    sums: null,
  };
  for (let day = 0; day < calendar.days; day++) {
    const step = input.levers.ofDay[day]!;
    const today = inputs[step]!;
    if (day > 0 && step !== input.levers.ofDay[day - 1]) for (const queue of queues) openLevers(arrivals, today, queue);
    rampCallbacks(phone.callbacks, model, today.world.leaves);
    if (team.sharing !== null) for (const queue of team.phone) rampCallbacks(scratch.own[queue]!.callbacks, model, today.world.leaves);
    for (const queue of queues) openDay(arrivals, today, queue, day);
    if (isSampled) runSampledDay(page, scratch, scratch.rehearsal!, sample, today, team, day);
    else runDay(page, scratch, today, team, day);
  }
  if (team.deferred.length > 0 || phone.callbacks.isOffered) finishDeferred(outcome, deferred, arrivals, phone, input, team);
}

/** The input of each step of the levers' ramp. */
function byStep(input: FloorInput): readonly FloorInput[] {
  const { levers, world } = input;
  if (input.model.ramp === null) return [input];
  return levers.steps.map(({ leaves, doors }) => ({ ...input, doors, world: { ...world, leaves } }));
}
