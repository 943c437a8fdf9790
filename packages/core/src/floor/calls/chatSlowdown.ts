import type { ModelChat } from '../../model/model.ts';

/**
 * How many times longer than alone a chat takes with so many in its agent's hands: 1 + stretch (inHand - 1), or by the given handle times, on straight
 * lines between whole numbers; beyond the last of them as at the last.
 */
export function slowdownAt({ stretch, handleTimes }: ModelChat, leaves: Float64Array, inHand: number): number {
  if (handleTimes === null) return 1 + leaves[stretch]! * (inHand - 1);
  const at = Math.min(Math.max(inHand, 1), handleTimes.length);
  const below = Math.floor(at);
  const here = handleTimes[below - 1]!;
  const next = handleTimes[below] ?? here;
  return (here + (at - below) * (next - here)) / handleTimes[0]!;
}
