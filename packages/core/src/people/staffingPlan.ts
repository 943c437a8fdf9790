import { createStage, planWorld } from '../floor/runWorld.ts';
import type { Model } from '../model/model.ts';
import { centralWorld } from '../world/centralWorld.ts';
import type { Roster } from './roster.ts';

/** Who works in one scenario: agents required and agents paid, [interval][group]. */
export interface StaffingPlan extends Roster {
  readonly model: Model;
  /** [interval][group] whom the scenario's own plan would pay; the same array as `scheduled` where it is followed. */
  readonly planned: Float64Array;
  /** [interval][group] those of `scheduled` whose work reaches the floor. */
  readonly onFloor: Float64Array;
  /** [week][staffField][group] staff on their way; null: not in transition. */
  readonly staff: Float64Array | null;
}

/** What a plan comes to for one group in some weeks of the horizon. */
export interface GroupStaffing {
  /** Sum over the open intervals of scheduled agents x hours. */
  readonly paidHours: number;
  /** Paid hours / (hours per week of one full-time agent x weeks): the mean over the weeks. */
  readonly fte: number;
  /** Over the open intervals; 0 where none is open. */
  readonly mostRequired: number;
  readonly mostScheduled: number;
}

/**
 * The plans of a study's models at central inputs, baseline first: every number at its median, no busyness, a forecast that is right. A locked
 * variant has its baseline's plan; one in transition requires what its own plan does, and schedules whom it has by then, with their overtime. It is the median input that is planned for, not the median plan.
 */
export function staffingPlans(models: readonly Model[]): readonly StaffingPlan[] {
  const stages = models.map((model) => createStage(model));
  return stages.map((stage, index) => {
    const { model, roster, transition } = stage;
    const world = centralWorld(model);
    planWorld(stage, world, null);
    const { required, scheduled } = roster;
    if (index === 0 || model.response === 're-plan')
      return { model, required, scheduled, planned: scheduled, onFloor: scheduled, staff: null };
    const planned = scheduled.slice();
    planWorld(stage, world, stages[0]!);
    return {
      model,
      required,
      scheduled,
      planned,
      onFloor: transition === null ? scheduled : transition.onFloor,
      staff: transition === null ? null : transition.byWeek,
    };
  });
}

/** Hours of one open interval. */
export const intervalHours = ({ calendar }: Model): number => calendar.intervalSeconds / 3600;

/** One group of a plan in one week of the horizon, from 0; null: in all of them. */
export function groupStaffing({ model, required, scheduled }: StaffingPlan, group: number, week: number | null): GroupStaffing {
  const { calendar, groups, staffing } = model;
  let agentIntervals = 0;
  let mostRequired = 0;
  let mostScheduled = 0;
  for (let day = 0; day < calendar.days; day++) {
    if (week !== null && calendar.week[day] !== week) continue;
    for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++) {
      const at = interval * groups.length + group;
      agentIntervals += scheduled[at]!;
      mostRequired = Math.max(mostRequired, required[at]!);
      mostScheduled = Math.max(mostScheduled, scheduled[at]!);
    }
  }
  const paidHours = agentIntervals * intervalHours(model);
  const weeks = week === null ? calendar.weeks : 1;
  return { paidHours, fte: paidHours / (staffing.hoursPerWeek * weeks), mostRequired, mostScheduled };
}
