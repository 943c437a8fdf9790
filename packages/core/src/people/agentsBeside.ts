import { held, holdChats } from '../floor/erlang/heldByChats.ts';
import { chanceAllBusy, secondsBetweenEnds } from '../floor/erlang/deferredWork.ts';
import { evaluateService, queueFieldCount, queueFields } from '../floor/erlang/intervalQueue.ts';

/** Calls of an interval, as they are planned. */
export interface PlannedCalls {
  /** Erlangs, mean handle time, pace (`paceWeight`) and patience in seconds, and within how many seconds how many are to be answered. */
  load: number;
  handleSeconds: number;
  paceSeconds: number;
  patienceSeconds: number;
  thresholdSeconds: number;
  atLeast: number;
}

const alone = new Float64Array(queueFieldCount);
const whenBusy = new Float64Array(queueFieldCount);
const { allBusy, answeredWithin, busyAgents } = queueFields;
/** How far above its target a plan for rough days comes out on a mean one, at most: what more there is may be used up by other work. */
const headroom = 0.06;
const mostMore = 50;

/**
 * Fewest agents with whom calls are answered as well beside deferred work, which nobody interrupts, as with `agents` who do nothing else: such calls
 * meet agents busy with it more often, and wait for the first who is free. Never fewer than `least`.
 */
export function agentsBesideDeferred(
  calls: PlannedCalls,
  agents: number,
  least: number,
  deferred: number,
  deferredSeconds: number,
): number {
  const { load, handleSeconds, paceSeconds, patienceSeconds, thresholdSeconds, atLeast } = calls;
  const from = Math.max(agents, least);
  if (!(load > 0) || !(deferred > 0) || !(atLeast > 0)) return from;
  const perSecond = load / handleSeconds;
  const patience = patienceSeconds / paceSeconds;
  evaluateService(alone, load, agents, patience, 0, thresholdSeconds / paceSeconds);
  const wanted = Math.min(alone[answeredWithin]!, atLeast + headroom);
  for (let more = 0; more < mostMore; more++) {
    const here = from + more;
    evaluateService(alone, load, here, patience, 0, thresholdSeconds / paceSeconds);
    const live = alone[busyAgents]!;
    const both = chanceAllBusy(perSecond, handleSeconds, 1 / patienceSeconds, here, live, deferred, deferredSeconds);
    const fast = secondsBetweenEnds(handleSeconds, here, live, deferredSeconds);
    evaluateService(whenBusy, perSecond * fast, 1, patienceSeconds / fast, 0, thresholdSeconds / fast);
    const late = whenBusy[allBusy]! > 0 ? (1 - whenBusy[answeredWithin]!) / whenBusy[allBusy]! : 0;
    if (alone[answeredWithin]! - Math.max(0, both - alone[allBusy]!) * late >= wanted) return here;
  }
  return from + mostMore;
}

/** Agents whom chats hold beside calls and `deferred` erlangs of other work that have `agents`: whole ones, where an agent with a chat takes no call. */
export function agentsHeldByChats(
  { load, paceSeconds, patienceSeconds }: PlannedCalls,
  agents: number,
  deferred: number,
  chats: number,
  cap: number,
  slowdown: Float64Array,
): number {
  if (!(chats > 0)) return 0;
  let full = 0;
  if (load > 0) {
    evaluateService(alone, load + deferred, agents, patienceSeconds / paceSeconds, 0, 0);
    full = alone[allBusy]!;
  }
  holdChats(chats, full, cap, slowdown);
  return Math.ceil(held.agents - 1e-9);
}
