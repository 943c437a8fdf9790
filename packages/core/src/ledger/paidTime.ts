import { agentIndex, type TotalsLayout } from '../floor/totals.ts';
import type { Model } from '../model/model.ts';

/**
 * Seconds that a group was scheduled and paid for: paid - overtime.
 *
 * Overtime (finishing a contact after the shift) is left out because it has a ledger line of its own, and because under a locked roster
 * it is the only paid time that may move: scheduled time, FTE and all that is charged on them stay equal.
 */
export const scheduledSeconds = (layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number =>
  totals[offset + agentIndex(layout, 'paid', group)]! - overtimeSeconds(layout, totals, offset, group);

/** Seconds that a group worked after the end of its schedule, finishing the contact in hand. */
export const overtimeSeconds = (layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number =>
  totals[offset + agentIndex(layout, 'overtime', group)]!;

/** Scheduled paid hours of all groups over the horizon. */
export function scheduledHours(layout: TotalsLayout, totals: Float64Array, offset: number): number {
  let seconds = 0;
  for (let group = 0; group < layout.groups; group++) seconds += scheduledSeconds(layout, totals, offset, group);
  return seconds / 3600;
}

/** Hours that one full-time agent is paid over the horizon: hoursPerWeek x D / 7. FTE = scheduled hours / this. */
export const fullTimeHours = (model: Model): number => (model.staffing.hoursPerWeek * model.calendar.horizonDays) / 7;
