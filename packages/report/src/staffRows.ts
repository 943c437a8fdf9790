import { intervalHours, peopleThere, type StaffingPlan } from '@percall/core';
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

export const peopleColumns = [
  'scenario',
  'week',
  'from',
  'group',
  'planned',
  'paid',
  'onFloor',
  'training',
  'overtime',
  'hires',
  'leavers',
  'letGo',
] as const;

/** One group in one week, in full-time agents. */
export type PeopleRow = Readonly<Record<(typeof peopleColumns)[number], string | number>>;

/**
 * The people of every scenario, week by week.
 *
 * @param start first day of the horizon, YYYY-MM-DD
 * @param week of the horizon, from 0; null: all
 */
export function* peopleRows(plans: readonly StaffingPlan[], start: string, week: number | null): Generator<PeopleRow, void, undefined> {
  for (const plan of plans)
    for (const of of weeksOf(plan, week))
      for (const [group, { name }] of plan.model.groups.entries())
        yield { scenario: plan.model.name, week: of + 1, from: dateOf(start, 7 * of), group: name, ...peopleThere(plan, group, of) };
}

/** Weeks of the horizon that are asked for, from 0. */
export const weeksOf = ({ model }: StaffingPlan, week: number | null): readonly number[] =>
  week === null ? Array.from({ length: model.calendar.weeks }, (_, each) => each) : [week];
