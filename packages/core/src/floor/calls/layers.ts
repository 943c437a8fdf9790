import { leverStepsOf } from '../../frontDoor/leverSteps.ts';
import { longRunNeeds } from '../../frontDoor/longRunNeeds.ts';
import type { Model } from '../../model/model.ts';

/** [interval][contactType] of the model: B. */
export function layersOf(baseline: Model, model: Model): Float64Array {
  const layer = centralNeeds(model);
  const types = model.contactTypes.length;
  if (baseline !== model && baseline.calendar.intervalSeconds === model.calendar.intervalSeconds) {
    const baselineNeeds = centralNeeds(baseline);
    const intervalAt = new Map(Array.from(slotsOf(baseline), (slot, interval) => [slot, interval]));
    const typeNamed = new Map(baseline.contactTypes.map(({ name }, type) => [name, type]));
    slotsOf(model).forEach((slot, interval) => {
      model.contactTypes.forEach(({ name }, type) => {
        const [at, of] = [intervalAt.get(slot), typeNamed.get(name)];
        const needs = at === undefined || of === undefined ? 0 : baselineNeeds[at * baseline.contactTypes.length + of]!;
        if (needs > 0) layer[interval * types + type] = needs;
      });
    });
  }
  return layer.map((needs) => Math.max(1, needs));
}

function centralNeeds(model: Model): Float64Array {
  const byQueue = new Float64Array(model.calendar.intervals * model.queues.length);
  longRunNeeds(
    byQueue,
    model,
    leverStepsOf(
      model,
      Float64Array.from(model.leaves, ({ central }) => central),
    ),
  );
  return byContactType(model, byQueue);
}

/** [interval][contactType] of [interval][queue]. */
function byContactType({ calendar, contactTypes, queues }: Model, byQueue: Float64Array): Float64Array {
  const needs = new Float64Array(calendar.intervals * contactTypes.length);
  for (let interval = 0; interval < calendar.intervals; interval++)
    queues.forEach(({ contactType }, queue) => {
      needs[interval * contactTypes.length + contactType]! += byQueue[interval * queues.length + queue]!;
    });
  return needs;
}

/** [interval] intervals since the start of the horizon, open or not. */
function slotsOf({ calendar: { days, intervals, dayOffset, firstInterval, slot, intervalSeconds } }: Model): Int32Array {
  const slots = new Int32Array(intervals);
  for (let day = 0; day < days; day++)
    for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++)
      slots[interval] = Math.round((dayOffset[day]! * 86_400) / intervalSeconds) + slot[interval]!;
  return slots;
}
