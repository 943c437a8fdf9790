import type { TotalsLayout } from '../floor/totals.ts';

/**
 * Rounding noise of a sum of scheduled agents that must not cost a whole seat: 12.000000000000002 agents sit on 12 seats.
 * A schedule of 1e5 agents in doubles is exact to 1.5e-11, and nobody schedules a billionth of an agent.
 */
const noise = 1e-9;

/** Whole seats: each group's most scheduled agents, summed over groups, rounded up. */
export function wholeSeats(layout: TotalsLayout, totals: Float64Array, offset: number): number {
  let scheduled = 0;
  for (let group = 0; group < layout.groups; group++) scheduled += totals[offset + layout.seats + group]!;
  return Math.ceil(scheduled - noise);
}
