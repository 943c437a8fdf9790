import type { FloorInput } from '../floorInput.ts';
import { arriving, type Arrivals } from './arrivals.ts';
import { slowdownAt, type ChatAgents } from './chatAgents.ts';
import { queueFields } from './intervalQueue.ts';
import { settleRedials, type Line } from './line.ts';

const { busyAgents } = queueFields;
/** Passes in which chats in hand and their slowdown agree: the second moves them by a few percent, the third by nothing. */
const passes = 3;

/**
 * `settleRedials` of chats answered at once: as a queue of Erlang A with a server for each chat that the agents may have in hand, all as slow as with the mean
 * number in hand. The chain of `evaluateChats` costs many times as much. Agents are busy as long as there are as many chats as agents.
 */
export function settleChatsAtOnce(
  line: Line,
  arrivals: Arrivals,
  input: FloorInput,
  members: readonly number[],
  { agents, cap, slowdown }: ChatAgents,
): void {
  let alone = 0;
  for (let member = 0; member < members.length; member++)
    alone += arriving(arrivals, members[member]!) * arrivals.handleSeconds[members[member]!]!;
  alone /= input.model.calendar.intervalSeconds;
  let slow = 1;
  for (let pass = 0; pass < passes && agents > 0; pass++) slow = slowdownAt(slowdown, Math.max(1, (alone * slow) / agents));
  line.pooling.load = slow;
  line.pooling.handle = slow;
  settleRedials(line, arrivals, input, members, agents * cap, null);
  line.row[busyAgents] = Math.min(agents, line.row[busyAgents]!);
}
