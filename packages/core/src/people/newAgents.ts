/**
 * Pace of an agent on the first day on the floor, of that of the others: half.
 *
 * With the default ramp of 12 weeks a newcomer falls 12 x (1 - 0.5) / 2 = 3 weeks of work behind. A published learning curve, handle times 1.4 times as long
 * falling to par within 4 months, comes to 2.8 weeks (`cost-learning`: 12 months x (1 - 0.94689)).
 */
export const firstPace = 0.5;

/**
 * Mean pace of agents in the week that begins `weeks` after their first day on the floor, of that of full agents: it rises from `firstPace` to 1 in a
 * straight line over `rampWeeks`, and stays there.
 */
export function newAgentsPace(weeks: number, rampWeeks: number, first = firstPace): number {
  // The part of the week that is still in the ramp, and the mean of the line over it.
  const inRamp = Math.min(1, Math.max(0, rampWeeks - weeks));
  if (inRamp === 0) return 1;
  const mean = first + ((1 - first) * (weeks + inRamp / 2)) / rampWeeks;
  return 1 - inRamp * (1 - mean);
}
