import type { ModelChat } from '../../model/model.ts';
import { evaluateService, queueFieldCount, queueFields } from './intervalQueue.ts';

/** Agents who have several chats in hand, as even among them as they can be. */
export interface ChatAgents {
  /** Whole agents. */
  agents: number;
  /** Chats that one may have in hand. */
  cap: number;
  /** [chats in hand] how many times longer each takes; [1] is 1. Length cap + 1; [0] is not read. */
  readonly slowdown: Float64Array;
}

/** Chats that end per handle time of one chat alone, with j in hand: each of k at one agent goes on at 1 / slowdown[k] of that pace. */
export function chatRate({ agents, slowdown }: ChatAgents, j: number): number {
  const each = Math.floor(j / agents);
  const more = j - each * agents;
  const even = each > 0 ? ((agents - more) * each) / slowdown[each]! : 0;
  return more > 0 ? even + (more * (each + 1)) / slowdown[each + 1]! : even;
}

/** The rate with all hands full. */
export const chatCapacity = (chats: ChatAgents): number => (chats.agents > 0 ? chatRate(chats, chats.agents * chats.cap) : 0);

/** Slowdown with a mean number in hand, by straight lines between whole ones; beyond the last it stays. */
export function slowdownAt(slowdown: Float64Array, inHand: number): number {
  const last = slowdown.length - 1;
  if (inHand >= last) return slowdown[last]!;
  const below = Math.max(1, Math.floor(inHand));
  return slowdown[below]! + (inHand - below) * (slowdown[below + 1]! - slowdown[below]!);
}

/** [chats in hand] how many times longer each takes: [1] is 1, [k] is 1 + stretch (k - 1), or as the document lists it. Length cap + 1. */
export function slowdownOf({ cap, stretch, handleTimes }: ModelChat, leaves: Float64Array): Float64Array {
  return Float64Array.from({ length: cap + 1 }, (_, inHand) => {
    if (inHand === 0) return 1;
    return handleTimes === null ? 1 + leaves[stretch]! * (inHand - 1) : handleTimes[inHand - 1]! / handleTimes[0]!;
  });
}

/**
 * Agent seconds until all chats in hand are over and no more come: one after the other, each with the others still in hand. With k at an agent, and
 * exponential handle times, handle time x sum over i = k ... 1 of slowdown[i] / i.
 */
export function secondsToEmptyHands({ agents, cap, slowdown }: ChatAgents, inSystem: number, handleSeconds: number): number {
  if (!(inSystem > 0) || agents === 0) return 0;
  const each = Math.min(cap, inSystem / agents);
  if (each <= 1) return inSystem * handleSeconds;
  const whole = Math.floor(each);
  let sum = 0;
  for (let k = 1; k <= whole; k++) sum += slowdown[k]! / k;
  if (whole < cap) sum += ((each - whole) * slowdown[whole + 1]!) / (whole + 1);
  return agents * handleSeconds * sum;
}

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
