import { firstOfWeek } from './weeks.ts';
import { staffField, staffFields, type StaffField } from './transition.ts';
import { intervalHours, type StaffingPlan } from './staffingPlan.ts';

/**
 * The people of one group in one week of the horizon, or over all of it, in full-time agents: hours over those of one full-time agent, the mean over the
 * weeks; those who come and go are counted, the sum over the weeks.
 */
export interface PeopleThere {
  /** Whom the scenario's own plan would pay. */
  readonly planned: number;
  /** Paid by contract, without those in training. */
  readonly paid: number;
  /** Whose work reaches the floor, in paid hours at the pace of full agents, overtime in it: at most the plan's, but on the baseline's roster all of it. */
  readonly onFloor: number;
  /** Paid before their first contact. */
  readonly training: number;
  readonly overtime: number;
  /** Who begin to be paid, those who replace leavers in it. */
  readonly hires: number;
  readonly leavers: number;
  readonly letGo: number;
}

/** Whether who is there is who the scenario's own plan wants: neither on the baseline's roster nor on the way from it. */
export const followsItsPlan = ({ planned, scheduled }: StaffingPlan): boolean => planned === scheduled;

/**
 * People of a group in a week, from 0; null: in all of them. In transition they are those of `moveStaff`. Otherwise as many leave as attrition says and are replaced
 * without a gap: attrition x 7 / 365.25 a week of those paid, whose training is part of shrinkage.
 */
export function peopleThere(plan: StaffingPlan, group: number, week: number | null): PeopleThere {
  const { model, planned, scheduled, onFloor, staff } = plan;
  const { calendar, groups, staffing } = model;
  const weeks = week === null ? Array.from({ length: calendar.weeks }, (_, each) => each) : [week];
  const first = firstOfWeek(calendar);
  const perWeek = 1 / (staffing.hoursPerWeek * weeks.length);
  const fullTime = (agents: Float64Array): number => {
    let sum = 0;
    for (const each of weeks)
      for (let interval = first[each]!; interval < first[each + 1]!; interval++) sum += agents[interval * groups.length + group]!;
    return sum * intervalHours(model) * perWeek;
  };
  const ofPlan = { planned: fullTime(planned), onFloor: fullTime(onFloor) };
  if (staff === null) {
    const paid = fullTime(scheduled);
    const leavers = ((model.leaves[staffing.attrition]!.central * 7) / 365.25) * paid * weeks.length;
    return { ...ofPlan, paid, training: 0, overtime: 0, hires: leavers, leavers, letGo: 0 };
  }
  const sumOf = (field: StaffField): number =>
    weeks.reduce((sum, each) => sum + staff[(each * staffFields.length + staffField[field]) * groups.length + group]!, 0);
  const hours = (field: StaffField): number => (sumOf(field) / 3600) * perWeek;
  return {
    ...ofPlan,
    paid: hours('paid'),
    training: hours('training'),
    overtime: hours('overtime'),
    hires: sumOf('hires'),
    leavers: sumOf('leavers'),
    letGo: sumOf('letGo'),
  };
}
