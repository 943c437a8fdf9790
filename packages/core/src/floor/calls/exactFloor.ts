import { anotherSeed, seedKey } from '../../random/seed.ts';
import type { Study } from '../../study/study.ts';
import type { Floor } from '../floorInput.ts';
import { planComeBack } from './comeBack.ts';
import { createLog } from './contactLog.ts';
import { customersKeyOf, openDecisions } from './decisions.ts';
import { floorCalendar } from './floorCalendar.ts';
import { modelCustomers, openCustomers, queuesInWorld } from './modelCustomers.ts';
import { fillNeeds, needsSource } from './needs.ts';
import { planFor, putOnFloor } from './planFor.ts';
import { createAgentTime, runCalls } from './runCalls.ts';
import { tally } from './tally.ts';

/** The contacts of the world that ran last: one log for all the floors of this thread. */
export const contactLog = createLog(0);

/**
 * The exact floor: what happens in one world, every contact of it, event by event.
 *
 * World's customers, drawn one by one (`fillNeeds`), go through the front door; who asks for an agent goes through the queue of their contact
 * type and channel (`runCalls`), and may redial or come back. A warm-up before the horizon and a run-off after it are run and not counted.
 *
 * @param index the model, by its place in the study; customers are the same as its baseline's
 */
export function createExactFloor(study: Study, index: number): Floor {
  const model = study.models[index]!;
  const seed = seedKey(study.redrawn === null ? study.seed : anotherSeed(study.seed));
  const calendar = floorCalendar(model);
  const agents = new Float64Array(calendar.start.length * model.groups.length);
  const source = needsSource(seed, study.models[0]!, model, calendar);
  const customersKey = customersKeyOf(seed);
  const comeBack = planComeBack(model, calendar);
  const time = createAgentTime({ agents });
  return (outcome, input) => {
    outcome.counts.fill(0);
    putOnFloor(agents, calendar, input);
    const plan = planFor(input, calendar, agents);
    const queues = queuesInWorld(input);
    openDecisions(customersKey, input.world.replication);
    openCustomers(contactLog, queues, input.levers.ofDay, comeBack);
    fillNeeds(contactLog, outcome, input, source, queues, comeBack);
    runCalls(plan, contactLog, modelCustomers, time);
    tally(contactLog, time, plan, calendar, input, outcome);
  };
}
