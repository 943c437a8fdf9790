import type { Model } from '../../model/model.ts';
import { evaluateService, queueFieldCount, queueFields } from './intervalQueue.ts';

const first = new Float64Array(queueFieldCount);

/**
 * Mean handle-time factor of a queue over the groups that serve it: those of the lowest level take a contact while one of their agents is free, the
 * others while none is; and when all are busy, whoever is free first, in proportion to the agents.
 *
 * The chance that the first groups are all busy is Erlang A's for the queue's own work on them; that all are, the team's.
 *
 * @param agents [group of the model] on duty
 * @param load the queue's work in erlangs; patience in handle times
 * @param teamBusy chance that the whole team is busy
 */
export function skillFactor(
  { queues }: Model,
  leaves: Float64Array,
  queue: number,
  agents: (group: number) => number,
  load: number,
  patience: number,
  teamBusy: number,
): number {
  const { servedBy } = queues[queue]!;
  const lowest = servedBy[0]!.level;
  const at = { first: 0, firstFactor: 0, others: 0, othersFactor: 0 };
  for (const { group, level, handleTime } of servedBy) {
    const count = agents(group);
    if (level === lowest) {
      at.first += count;
      at.firstFactor += count * leaves[handleTime]!;
    } else {
      at.others += count;
      at.othersFactor += count * leaves[handleTime]!;
    }
  }
  if (at.first === 0 && at.others === 0) return leaves[servedBy[0]!.handleTime]!;
  if (at.others === 0) return at.firstFactor / at.first;
  if (at.first === 0) return at.othersFactor / at.others;
  evaluateService(first, load, at.first, patience, 0, 0);
  const share = Math.max(0, first[queueFields.allBusy]! - teamBusy) + (teamBusy * at.others) / (at.first + at.others);
  return (1 - share) * (at.firstFactor / at.first) + share * (at.othersFactor / at.others);
}
