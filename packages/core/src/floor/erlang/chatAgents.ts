import type { ModelChat } from '../../model/model.ts';

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
