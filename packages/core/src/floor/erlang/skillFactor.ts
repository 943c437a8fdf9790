import { erlangB } from '@percall/erlang';
import type { Model, ModelQueue } from '../../model/model.ts';
import type { Team } from './teams.ts';

/**
 * Mean handle-time factor of a queue over the groups that serve it: those of the lowest level take a contact while one of their agents is free, the
 * others while none is; and when all are busy, whoever is free first, in proportion to the agents.
 *
 * While the team has somebody free, the first groups lose to the others what comes when they are all busy: Erlang B of their agents, for all work
 * that comes to them first, whichever queue it is of.
 *
 * @param agents [group of the model] on duty
 * @param first what comes to groups first (`fillFirstLoad`)
 * @param teamBusy chance that the whole team is busy
 */
export function skillFactor(
  { queues }: Model,
  leaves: Float64Array,
  queue: number,
  agents: (group: number) => number,
  { load }: FirstLoad,
  teamBusy: number,
): number {
  const { servedBy } = queues[queue]!;
  const lowest = servedBy[0]!.level;
  const at = { first: 0, firstFactor: 0, firstLoad: 0, others: 0, othersFactor: 0 };
  for (const { group, level, handleTime } of servedBy) {
    const count = agents(group);
    if (level === lowest) {
      at.first += count;
      at.firstFactor += count * leaves[handleTime]!;
      at.firstLoad += load[group]!;
    } else {
      at.others += count;
      at.othersFactor += count * leaves[handleTime]!;
    }
  }
  if (at.first === 0 && at.others === 0) return leaves[servedBy[0]!.handleTime]!;
  if (at.others === 0) return at.firstFactor / at.first;
  if (at.first === 0) return at.othersFactor / at.others;
  const share = (1 - teamBusy) * erlangB(at.firstLoad, at.first) + (teamBusy * at.others) / (at.first + at.others);
  return (1 - share) * (at.firstFactor / at.first) + share * (at.othersFactor / at.others);
}

/** [group of the model] erlangs that come to it first, and its agents whom they leave free. */
export interface FirstLoad {
  readonly load: Float64Array;
  readonly free: Float64Array;
}

export const createFirstLoad = ({ groups }: Model): FirstLoad => ({
  load: new Float64Array(groups.length),
  free: new Float64Array(groups.length),
});

/**
 * Fills in the work that comes to the groups of a team first: of the queues that have a group alone on their lowest level, then of those that have
 * several there, in proportion to the agents whom the former leave free (to all, where they leave none).
 *
 * @param loadOf erlangs of a queue, with a handle-time factor of 1
 */
export function fillFirstLoad(
  first: FirstLoad,
  { queues: all }: Model,
  leaves: Float64Array,
  { groups, phone, chat, deferred }: Team,
  agents: (group: number) => number,
  loadOf: (queue: number) => number,
): void {
  const { load, free } = first;
  for (const group of groups) {
    load[group] = 0;
    free[group] = agents(group);
  }
  const add = (queues: readonly number[], several: boolean): void => {
    for (const queue of queues) if (hasSeveral(all[queue]!) === several) addLoad(first, all[queue]!, leaves, loadOf(queue));
  };
  add(phone, false);
  add(chat, false);
  add(deferred, false);
  let left = 0;
  for (const group of groups) left += Math.max(0, agents(group) - load[group]!);
  if (left > 0) for (const group of groups) free[group] = Math.max(0, agents(group) - load[group]!);
  add(phone, true);
  add(chat, true);
  add(deferred, true);
}

const hasSeveral = ({ servedBy }: ModelQueue): boolean => servedBy.length > 1 && servedBy[1]!.level === servedBy[0]!.level;

function addLoad({ load, free }: FirstLoad, { servedBy }: ModelQueue, leaves: Float64Array, queueLoad: number): void {
  const { level: lowest } = servedBy[0]!;
  let sum = 0;
  for (const { group, level } of servedBy) if (level === lowest) sum += free[group]!;
  if (sum === 0) return;
  for (const { group, level, handleTime } of servedBy)
    if (level === lowest) load[group]! += (queueLoad * leaves[handleTime]! * free[group]!) / sum;
}
