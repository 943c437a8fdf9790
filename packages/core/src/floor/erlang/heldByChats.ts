import type { ChatAgents } from './chatAgents.ts';
import { evaluateService, queueFieldCount, queueFields } from './intervalQueue.ts';

/** What `holdChats` leaves: agents who have chats in hand, and chats that they have. */
export const held = { agents: 0, chats: 0 };

/**
 * Agents whom chats hold in a team that also takes calls, where an agent with a chat takes no call. Fills `held`.
 *
 * A chat goes to a free agent where there is one, and else to an agent with chats and room for more. So an agent begins with a first chat at rate
 * load (1 - full) over all, takes load full / agents more while it has some, ends k at rate k / slowdown[k], and is free for calls when all
 * are over: after a busy period of 1 / m(1) (1 + v / m(2) (1 + v / m(3) (...))). Agents held = rate of beginning x busy period, a fixed point.
 *
 * @param load chats per handle time of one chat alone
 * @param full chance that no agent is free
 */
export function holdChats(load: number, full: number, cap: number, slowdown: Float64Array): void {
  held.agents = load * Math.min(1, slowdown[cap]! / cap);
  held.chats = load;
  if (!(load > 0)) return;
  const begin = load * Math.max(0.02, 1 - full);
  for (let step = 0; step < 60; step++) {
    const more = (load * full) / held.agents;
    let period = 0;
    let chats = 0;
    let weight = 1;
    for (let k = 1; k <= cap; k++) {
      const ends = k / slowdown[k]!;
      weight *= (k === 1 ? 1 : more) / ends;
      period += weight;
      chats += k * weight;
    }
    const next = begin * period;
    held.chats = begin * chats;
    if (Math.abs(next - held.agents) < 1e-6 * next) break;
    held.agents = 0.5 * (held.agents + next);
  }
}

const calls = new Float64Array(queueFieldCount);

/** Chance that no agent is free for calls of so many erlangs; between whole agents by a straight line. */
function chanceOfNone(load: number, agents: number, patience: number): number {
  const below = Math.max(0, Math.floor(agents));
  evaluateService(calls, load, below, patience, 0, 0);
  const atBelow = calls[queueFields.allBusy]!;
  evaluateService(calls, load, below + 1, patience, 0, 0);
  return atBelow + Math.max(0, agents - below) * (calls[queueFields.allBusy]! - atBelow);
}

/**
 * `holdChats` with the chance that agreed with it: the more chats hold, the fewer agents are left to calls, the more often none is free, and the fewer
 * chats begin with an agent of their own. Halves the way between never and always.
 *
 * @param patience of calls, in their handle times
 */
export function holdBesideCalls(load: number, callLoad: number, agents: number, patience: number, { cap, slowdown }: ChatAgents): void {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 12; step++) {
    const full = 0.5 * (low + high);
    holdChats(load, full, cap, slowdown);
    if (chanceOfNone(callLoad, agents - held.agents, patience) > full) low = full;
    else high = full;
  }
}
