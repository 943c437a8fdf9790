import { intervalHours, type StaffingPlan } from '@percall/core';
import { dateOf, timeOf } from './wallClock.ts';

export const staffColumns = ['scenario', 'week', 'date', 'from', 'to', 'group', 'required', 'scheduled', 'paidHours', 'fte'] as const;

/** One group in one open interval. Agents are heads; hours and FTE add up: those of a week to the week's. */
export type StaffRow = Readonly<Record<(typeof staffColumns)[number], string | number>>;

/**
 * The rows of plans, scenario by scenario, interval by interval.
 *
 * @param start first day of the horizon, YYYY-MM-DD
 * @param week of the horizon, from 0; null: all
 */
export function* staffRows(plans: readonly StaffingPlan[], start: string, week: number | null): Generator<StaffRow, void, undefined> {
  for (const { model, required, scheduled } of plans) {
    const { calendar, groups, staffing } = model;
    const hours = intervalHours(model);
    for (let day = 0; day < calendar.days; day++) {
      if (week !== null && calendar.week[day] !== week) continue;
      for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++) {
        const slot = calendar.slot[interval]!;
        for (const [group, { name }] of groups.entries()) {
          const at = interval * groups.length + group;
          const paidHours = scheduled[at]! * hours;
          yield {
            scenario: model.name,
            week: calendar.week[day]! + 1,
            date: dateOf(start, calendar.dayOffset[day]!),
            from: timeOf(slot, calendar.intervalSeconds),
            to: timeOf(slot + 1, calendar.intervalSeconds),
            group: name,
            required: required[at]!,
            scheduled: scheduled[at]!,
            paidHours,
            fte: paidHours / staffing.hoursPerWeek,
          };
        }
      }
    }
  }
}
