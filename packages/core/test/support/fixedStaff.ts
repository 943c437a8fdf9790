import { createFrontDoor, openFrontDoor } from '../../src/frontDoor/frontDoor.ts';
import { longRunNeeds } from '../../src/frontDoor/longRunNeeds.ts';
import { createFloorScratch, runInstantFloor } from '../../src/floor/erlang/instantFloor.ts';
import { countIndex, createOutcome, sumTotals, totalsLayout, type CountField, type Model, type World } from '../../src/index.ts';

/** Runs the instant floor with agents given by hand, [interval], instead of planned. Returns a reader of the horizon's sums. */
export function runWithAgents(model: Model, world: World, agentsPerInterval: readonly number[]) {
  const { intervals } = model.calendar;
  const contactTypes = model.contactTypes.length;
  const doors = model.contactTypes.map((_, contactType) => {
    const door = createFrontDoor();
    openFrontDoor(door, model, contactType, world.leaves);
    return door;
  });
  const needs = new Float64Array(intervals * contactTypes);
  longRunNeeds(needs, model, world.leaves);
  const agents = Float64Array.from({ length: intervals }, (_, interval) => agentsPerInterval[interval % agentsPerInterval.length]!);
  const outcome = createOutcome({ intervals, contactTypes, channels: 1, groups: 1 });
  runInstantFloor(outcome, createFloorScratch(model), { model, world, agents, needs, doors });
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length);
  sumTotals(model, outcome, agents, totals, 0);
  return { outcome, sum: (field: CountField): number => totals[countIndex(layout, field, 0, 0)]! };
}
