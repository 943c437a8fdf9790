import { agentIndex, isInTransition, staffIndex, type TotalsLayout } from '../floor/totals.ts';
import type { Model } from '../model/model.ts';
import type { StaffField } from '../people/transition.ts';

/**
 * Seconds that a group was scheduled and paid for: paid - overtime + training of those who are not on the floor yet.
 *
 * Overtime (finishing a contact after the shift, or hours beyond the contract while staff in transition are short) is left out because it has a
 * ledger line of its own, and because under a locked roster it is the only paid time that may move: scheduled time, FTE and all that is
 * charged on them stay equal.
 */
export const scheduledSeconds = (layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number =>
  totals[offset + agentIndex(layout, 'paid', group)]! -
  overtimeSeconds(layout, totals, offset, group) +
  trainingSeconds(layout, totals, offset, group);

/** Seconds that a group worked beyond its schedule: finishing the contact in hand, and the overtime of a transition. */
export const overtimeSeconds = (layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number =>
  totals[offset + agentIndex(layout, 'overtime', group)]! + staffSum(layout, totals, offset, 'overtime', group);

/** Seconds that newcomers of a group were paid for before their first contact. */
export const trainingSeconds = (layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number =>
  staffSum(layout, totals, offset, 'training', group);

/** A sum over the weeks of a transition; 0 where there is none. */
export function staffSum(layout: TotalsLayout, totals: Float64Array, offset: number, field: StaffField, group: number): number {
  if (!isInTransition(layout)) return 0;
  let sum = 0;
  for (let week = 0; week < layout.weeks; week++) sum += totals[offset + staffIndex(layout, week, field, group)]!;
  return sum;
}

/** Scheduled paid hours of all groups over the horizon. */
export function scheduledHours(layout: TotalsLayout, totals: Float64Array, offset: number): number {
  let seconds = 0;
  for (let group = 0; group < layout.groups; group++) seconds += scheduledSeconds(layout, totals, offset, group);
  return seconds / 3600;
}

/** Hours that one full-time agent is paid over the horizon: hoursPerWeek x D / 7. FTE = scheduled hours / this. */
export const fullTimeHours = (model: Model): number => (model.staffing.hoursPerWeek * model.calendar.horizonDays) / 7;
