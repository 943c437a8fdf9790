import type { Model } from '../model/model.ts';
import { findExtremes } from './extremes.ts';
import { staffField, staffFields, type StaffField } from '../people/transition.ts';
import { agentField, agentFields, countField, countFields, type AgentField, type CountField, type Outcome } from './outcome.ts';

/** Sums kept for each week of the horizon and channel: what a penalty is judged on. */
const plainWeekFields = ['offered', 'abandoned', 'abandonedShort', 'handled', 'answeredWithinThreshold'] as const;
const callbackWeekFields = ['callbackAccepted', 'callbackReached'] as const;
export type WeekField = (typeof plainWeekFields)[number] | (typeof callbackWeekFields)[number] | 'unresponsive';

/**
 * Where each sum lies in the Totals of one replication and one model: a fixed Float64Array, all that leaves a replication.
 *
 * [countField][contactType][channel], then [agentField][group], then seats [group] (most agents scheduled at one time),
 * then [week][weekField][channel]; under a transition [week][staffField][group]; then the numerator and denominator of each of the model's extremes
 * [extreme][2].
 */
export interface TotalsLayout {
  readonly contactTypes: number;
  readonly channels: number;
  readonly groups: number;
  readonly weeks: number;
  readonly agents: number;
  readonly seats: number;
  readonly byWeek: number;
  /** Sums of a week that the model has: those of callbacks and of calls on which nobody speaks only where there are any. */
  readonly weekFields: readonly WeekField[];
  /** Where a transition's staff begin; equal to `extremes` where there is none. */
  readonly staff: number;
  readonly extremes: number;
  readonly length: number;
}

/** Models are frozen, so what follows from one is worked out once. */
const layouts = new WeakMap<Model, TotalsLayout>();

export function totalsLayout(model: Model): TotalsLayout {
  const known = layouts.get(model);
  if (known !== undefined) return known;
  const contactTypes = model.contactTypes.length;
  const channels = model.channels.length;
  const groups = model.groups.length;
  const weeks = model.calendar.weeks;
  const agents = countFields.length * contactTypes * channels;
  const seats = agents + agentFields.length * groups;
  const byWeek = seats + groups;
  const weekFields: readonly WeekField[] = [
    ...plainWeekFields,
    ...(model.callback === null ? [] : callbackWeekFields),
    ...(model.unresponsiveCallers === null ? [] : (['unresponsive'] as const)),
  ];
  const staff = byWeek + weeks * weekFields.length * channels;
  const extremes = staff + (model.staffing.transition === null ? 0 : weeks * staffFields.length * groups);
  const length = extremes + 2 * model.targets.extremes.length;
  const layout = { contactTypes, channels, groups, weeks, agents, seats, byWeek, weekFields, staff, extremes, length };
  layouts.set(model, layout);
  return layout;
}

export const countIndex = (layout: TotalsLayout, field: CountField, contactType: number, channel: number): number =>
  (countField[field] * layout.contactTypes + contactType) * layout.channels + channel;

export const agentIndex = (layout: TotalsLayout, field: AgentField, group: number): number =>
  layout.agents + agentField[field] * layout.groups + group;

export const seatIndex = (layout: TotalsLayout, group: number): number => layout.seats + group;

export const weekIndex = (layout: TotalsLayout, week: number, field: WeekField, channel: number): number =>
  layout.byWeek + (week * layout.weekFields.length + layout.weekFields.indexOf(field)) * layout.channels + channel;

/** Where the numerator of an extreme lies; its denominator is the next. */
export const extremeIndex = (layout: TotalsLayout, extreme: number): number => layout.extremes + 2 * extreme;

/** Whether the Totals tell of staff in transition. */
export const isInTransition = ({ staff, extremes }: TotalsLayout): boolean => extremes > staff;

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
  sumFields(counts, countFields.length, intervals, cells, totals, offset);
  sumFields(agentSeconds, agentFields.length, intervals, groups, totals, offset + layout.agents);
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
  const { weekFields } = layout;
  for (let weekField = 0; weekField < weekFields.length; weekField++) {
    const from = countField[weekFields[weekField]!] * intervals * cells;
    for (let day = 0; day < days; day++) {
      const to = offset + layout.byWeek + (week[day]! * weekFields.length + weekField) * channels;
      const first = firstInterval[day]!;
      for (let cell = 0; cell < cells; cell++)
        totals[to + (cell % channels)]! += sumColumn(counts, from + first * cells + cell, cells, firstInterval[day + 1]! - first);
    }
  }
  findExtremes(model, outcome, totals, offset + layout.extremes);
}

/**
 * Sums `values` [field][interval][cell] over intervals, into `sums` [field][cell] from `at` on. Four fields go side by side: a sum waits for each
 * of its additions, and not for those of the others.
 */
function sumFields(values: Float64Array, fields: number, intervals: number, cells: number, sums: Float64Array, at: number): void {
  const block = intervals * cells;
  const together = fields - (fields % 4);
  for (let field = 0; field < together; field += 4)
    for (let cell = 0; cell < cells; cell++) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      const from = field * block + cell;
      for (let here = from; here < from + block; here += cells) {
        first += values[here]!;
        second += values[here + block]!;
        third += values[here + 2 * block]!;
        fourth += values[here + 3 * block]!;
      }
      const to = at + field * cells + cell;
      sums[to] = first;
      sums[to + cells] = second;
      sums[to + 2 * cells] = third;
      sums[to + 3 * cells] = fourth;
    }
  for (let field = together; field < fields; field++)
    for (let cell = 0; cell < cells; cell++) sums[at + field * cells + cell] = sumColumn(values, field * block + cell, cells, intervals);
}

/** Sum of `count` numbers, each `step` after the last. */
function sumColumn(values: Float64Array, from: number, step: number, count: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < count; i++, at += step) sum += values[at]!;
  return sum;
}
