import { leverStepsOf } from '../../src/frontDoor/leverSteps.ts';
import { longRunNeeds } from '../../src/frontDoor/longRunNeeds.ts';
import { createFloorScratch, runInstantFloor } from '../../src/floor/erlang/instantFloor.ts';
import { countIndex, createOutcome, sumTotals, totalsLayout, type CountField, type Model, type World } from '../../src/index.ts';

/** Runs the instant floor with agents given by hand, [interval], instead of planned. Returns a reader of the horizon's sums. */
export function runWithAgents(model: Model, world: World, agentsPerInterval: readonly number[]) {
  const { intervals } = model.calendar;
  const contactTypes = model.contactTypes.length;
  const levers = leverStepsOf(model, world.leaves);
  const needs = new Float64Array(intervals * contactTypes);
  longRunNeeds(needs, model, levers);
  const agents = Float64Array.from({ length: intervals }, (_, interval) => agentsPerInterval[interval % agentsPerInterval.length]!);
  const outcome = createOutcome({ intervals, contactTypes, channels: 1, groups: 1 });
  runInstantFloor(outcome, createFloorScratch(model), { model, world, agents, needs, levers, doors: levers.steps[0]!.doors });
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length);
  sumTotals(model, outcome, agents, totals, 0);
  return { outcome, sum: (field: CountField): number => totals[countIndex(layout, field, 0, 0)]! };
}
