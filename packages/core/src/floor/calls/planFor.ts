import type { Model } from '../../model/model.ts';
import type { FloorCalendar } from './floorCalendar.ts';
import type { FloorPlan } from './floorPlan.ts';

/**
 * The floor of a model: a queue for each contact type, which its group serves, the longest waiting first. `agents` are none yet: they are
 * another world's each time (`putOnFloor`).
 */
export function planFor(model: Model, { start, end, endSeconds }: FloorCalendar): FloorPlan {
  return {
    queues: model.queues.map(({ contactType, handleTime }) => ({
      name: model.contactTypes[contactType]!.name,
      concurrency: 1,
      slowdown: Float64Array.of(1, 1),
      deferred: false,
      closeGraceSeconds: model.calendar.closeGraceSeconds,
      holdsTrunk: true,
      // When a trunk is free again; there is no limit to trunks yet.
      afterContactSeconds: model.leaves[handleTime.afterContactWork]!.central,
      weight: 1,
      callback: null,
    })),
    groups: model.groups.map(({ name }) => name),
    skills: model.queues.map(({ servedBy }, queue) => ({
      queue,
      group: servedBy[0]!.group,
      handleTimeFactor: 1,
      groupRank: 0,
      queueRank: 0,
      overflowAfterSeconds: 0,
      reserve: 0,
    })),
    periodStart: start,
    periodEnd: end,
    agents: new Float64Array(start.length * model.groups.length),
    trunks: Infinity,
    selection: 'longest-waiting',
    end: endSeconds,
  };
}

/** Puts the agents of a world, [interval][group], into the periods of its floor. */
export function putOnFloor(plan: FloorPlan, { interval }: FloorCalendar, agents: Float64Array): void {
  const groups = plan.groups.length;
  for (let period = 0; period < interval.length; period++)
    for (let group = 0; group < groups; group++) plan.agents[period * groups + group] = agents[interval[period]! * groups + group]!;
}
