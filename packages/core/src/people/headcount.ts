import type { LeafIndex, Model } from '../model/model.ts';
import { partOf } from './parts.ts';
import type { Roster } from './roster.ts';
import { plannedShrinkage } from './shrinkage.ts';
import { firstOfWeek } from './weeks.ts';

/**
 * Turns a roster planned to target into one of as many full-time agents as there are.
 *
 * Each week's paid hours are full-time agents x hours per week, spread over its open intervals in proportion to what the targets require. Not
 * in proportion to the load: small loads need more agents per erlang, and what is short should be short alike. Of the targets it takes the
 * shape alone, so neither they nor the most occupancy raise or lower the hours. Intervals keep the minimum of agents as long as the hours
 * reach; where they do not, or where nothing is required, they are spread evenly. Agents are parts of agents here: the world's rounding makes them
 * whole on the floor. A week without open hours has no one on the roster.
 *
 * @param roster [interval][group] as `planRoster` leaves it; rewritten
 */
export function shapeHeadcount(roster: Roster, model: Model, leaves: Float64Array, fullTimeAgents: readonly LeafIndex[]): void {
  const { groups, calendar, staffing } = model;
  const efficiency = model.leaves[staffing.scheduleEfficiency]!.central;
  const { required, scheduled } = roster;
  const first = firstOfWeek(calendar);
  for (let group = 0; group < groups.length; group++) {
    const onDutyPerPaid = efficiency * (1 - plannedShrinkage(model, group));
    const least = groups[group]!.part?.crossSkilled === true ? 0 : staffing.minimumAgents / onDutyPerPaid;
    /** Paid agents of all intervals of a week, added up. */
    const fullTime = leaves[fullTimeAgents[group]!]! * partOf(groups[group]!, leaves);
    const paid = (fullTime * staffing.hoursPerWeek * 3600) / calendar.intervalSeconds;
    for (let week = 0; week < calendar.weeks; week++) {
      const from = first[week]!;
      const to = first[week + 1]!;
      const scale = scaleToSum(scheduled, groups.length, group, from, to, least, paid);
      for (let interval = from; interval < to; interval++) {
        const at = interval * groups.length + group;
        scheduled[at] = scale === null ? paid / (to - from) : Math.max(least, scale * scheduled[at]!);
        required[at] = scheduled[at] * onDutyPerPaid;
      }
    }
  }
}

/**
 * The scale k at which the sum of max(least, k value) over intervals [from, to) of a column is `sum`; null: there is none. Those that would be
 * below `least` are set aside until no other is: their number only grows, so that ends.
 */
function scaleToSum(
  values: Float64Array,
  columns: number,
  column: number,
  from: number,
  to: number,
  least: number,
  sum: number,
): number | null {
  if (least * (to - from) >= sum) return null;
  let scale = Infinity;
  for (let below = -1, before = -2; below !== before;) {
    before = below;
    below = 0;
    let rest = 0;
    for (let interval = from; interval < to; interval++) {
      const value = values[interval * columns + column]!;
      if (scale * value < least) below++;
      else rest += value;
    }
    if (!(rest > 0)) return null;
    scale = (sum - least * below) / rest;
  }
  return scale;
}
