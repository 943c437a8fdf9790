import { formatPath, type Problem } from '@percall/scenario';
import { sharingOf } from '../floor/erlang/sharedLines.ts';
import { teamsOf } from '../floor/erlang/teams.ts';
import type { Model, ModelQueue } from './model.ts';

/**
 * Warnings of routing that the instant floor is further from the exact one on than it states for the rest: more than 2 points of service level, or
 * than 1 point and 15% of abandonment. The exact floor runs all of it as it is.
 */
export function approximated(model: Model): Problem[] {
  const problems: Problem[] = [];
  const warn = (path: string, key: string, got: unknown): void => {
    problems.push({ code: 'approximate', path, params: { must: { rule: 'text', key }, got }, severity: 'warning' });
  };
  const { queues, groups, contactTypes } = model;
  if (queues.some(({ servedBy }) => servedBy.some(({ overflowAfter }) => overflowAfter !== null)))
    warn('levers.routing.overflowAfter', 'overflowInPart', null);
  for (const team of teamsOf(model)) {
    const apart = team.sharing === null && sharingOf(model, team.phone, team.groups) !== null;
    if (apart || sharingOf(model, team.chat, team.groups) !== null) warn('agents', 'sharedAsOnePool', groups[team.groups[0]!]!.name);
    if (team.sharing === null) continue;
    const takesMore = team.servesPhone.findIndex((calls, place) => calls && (team.servesChat[place]! || team.servesDeferred[place]!));
    if (takesMore >= 0) warn('agents', 'sharedBesideMore', groups[team.groups[takesMore]!]!.name);
    for (const bound of team.phone)
      for (const free of team.phone) {
        const group = takenFrom(queues[bound]!, queues[free]!);
        if (group === null || groups[group]!.part?.crossSkilled === true) continue;
        const type = contactTypes[queues[free]!.contactType]!.name;
        warn(formatPath(['agents', groups[group]!.name, 'skills', type]), 'levelBelowTheirs', type);
      }
  }
  return problems;
}

/** A group of a queue that has no other group than a second queue, which it does not come before there, has too; null: none. */
function takenFrom(bound: ModelQueue, free: ModelQueue): number | null {
  if (free.servedBy.length <= bound.servedBy.length) return null;
  let taken: number | null = null;
  for (const { group, level } of bound.servedBy) {
    const theirs = free.servedBy.find((skill) => skill.group === group);
    if (theirs === undefined) return null;
    if (theirs.level <= level) taken ??= group;
  }
  return taken;
}
