import type { Model } from '../model/model.ts';
import type { World } from './world.ts';

/** A World of this model's shape, to be filled again and again; certain leaves have their values. */
export function createWorld(model: Model): World {
  const { intervals, days, weeks } = model.calendar;
  return {
    replication: -1,
    leaves: Float64Array.from(model.leaves, (leaf) => leaf.central),
    busyness: new Float64Array(days * model.contactTypes.length).fill(1),
    withinDay: new Float64Array(intervals * model.contactTypes.length).fill(1),
    forecast: new Float64Array(weeks * model.contactTypes.length).fill(1),
    rounding: new Float64Array(intervals * model.groups.length).fill(0.5),
  };
}
