import type { Model } from '../model/model.ts';
import { staffField, staffFields, type StaffField } from '../people/transition.ts';
import { agentField, agentFields, countField, countFields, type AgentField, type CountField, type Outcome } from './outcome.ts';

/** Sums kept for each week of the horizon and channel: what a penalty or "worst week" is judged on. */
export const weekFields = ['offered', 'abandoned', 'abandonedShort', 'handled', 'answeredWithinThreshold'] as const;
export type WeekField = (typeof weekFields)[number];

/**
 * Where each sum lies in the Totals of one replication and one model: a fixed Float64Array, all that leaves a replication.
 *
 * [countField][contactType][channel], then [agentField][group], then seats [group] (most agents scheduled at one time),
 * then [week][weekField][channel]; and under a transition [week][staffField][group].
 */
export interface TotalsLayout {
  readonly contactTypes: number;
  readonly channels: number;
  readonly groups: number;
  readonly weeks: number;
  readonly agents: number;
  readonly seats: number;
  readonly byWeek: number;
  /** Where a transition's staff begin; equal to `length` where there is none. */
  readonly staff: number;
  readonly length: number;
}

export function totalsLayout(model: Model): TotalsLayout {
  const contactTypes = model.contactTypes.length;
  const channels = model.channels.length;
  const groups = model.groups.length;
  const weeks = model.calendar.weeks;
  const agents = countFields.length * contactTypes * channels;
  const seats = agents + agentFields.length * groups;
  const byWeek = seats + groups;
  const staff = byWeek + weeks * weekFields.length * channels;
  const length = staff + (model.staffing.transition === null ? 0 : weeks * staffFields.length * groups);
  return { contactTypes, channels, groups, weeks, agents, seats, byWeek, staff, length };
}

export const countIndex = (layout: TotalsLayout, field: CountField, contactType: number, channel: number): number =>
  (countField[field] * layout.contactTypes + contactType) * layout.channels + channel;

export const agentIndex = (layout: TotalsLayout, field: AgentField, group: number): number =>
  layout.agents + agentField[field] * layout.groups + group;

export const seatIndex = (layout: TotalsLayout, group: number): number => layout.seats + group;

export const weekIndex = (layout: TotalsLayout, week: number, field: WeekField, channel: number): number =>
  layout.byWeek + (week * weekFields.length + weekFields.indexOf(field)) * layout.channels + channel;

/** Whether the Totals tell of staff in transition. */
export const isInTransition = ({ staff, length }: TotalsLayout): boolean => length > staff;

export const staffIndex = (layout: TotalsLayout, week: number, field: StaffField, group: number): number =>
  layout.staff + (week * staffFields.length + staffField[field]) * layout.groups + group;

/**
 * Sums an Outcome over the horizon into `totals` at `offset`, in interval order.
 * `scheduledAgents` [interval][group] is what was scheduled: its maximum is the seats. `staff` [week][staffField][group] is copied, where there is a transition.
 */
export function sumTotals(
  model: Model,
  outcome: Outcome,
  scheduledAgents: Float64Array,
  totals: Float64Array,
  offset: number,
  staff: Float64Array | null = null,
): void {
  const layout = totalsLayout(model);
  const { counts, agentSeconds } = outcome;
  const { intervals, contactTypes, channels, groups } = outcome.shape;
  totals.fill(0, offset, offset + layout.length);
  const cells = contactTypes * channels;
  for (let field = 0; field < countFields.length; field++) {
    const from = field * intervals * cells;
    const to = offset + field * cells;
    for (let cell = 0; cell < cells; cell++) totals[to + cell] = sumColumn(counts, from + cell, cells, intervals);
  }
  for (let field = 0; field < agentFields.length; field++) {
    const from = field * intervals * groups;
    const to = offset + layout.agents + field * groups;
    for (let group = 0; group < groups; group++) totals[to + group] = sumColumn(agentSeconds, from + group, groups, intervals);
  }
  for (let group = 0; group < groups; group++) {
    let most = 0;
    for (let interval = 0; interval < intervals; interval++) {
      const scheduled = scheduledAgents[interval * groups + group]!;
      if (scheduled > most) most = scheduled;
    }
    totals[offset + layout.seats + group] = most;
  }
  if (staff !== null) totals.set(staff, offset + layout.staff);
  const { firstInterval, days, week } = model.calendar;
  for (let weekField = 0; weekField < weekFields.length; weekField++) {
    const from = countField[weekFields[weekField]!] * intervals * cells;
    for (let day = 0; day < days; day++) {
      const to = offset + layout.byWeek + (week[day]! * weekFields.length + weekField) * channels;
      const first = firstInterval[day]!;
      for (let cell = 0; cell < cells; cell++)
        totals[to + (cell % channels)]! += sumColumn(counts, from + first * cells + cell, cells, firstInterval[day + 1]! - first);
    }
  }
}

/** Sum of `count` numbers, each `step` after the last. */
function sumColumn(values: Float64Array, from: number, step: number, count: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < count; i++, at += step) sum += values[at]!;
  return sum;
}
