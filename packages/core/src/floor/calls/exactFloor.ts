import { anotherSeed, seedKey } from '../../random/seed.ts';
import type { Study } from '../../study/study.ts';
import type { Floor, FloorInput } from '../floorInput.ts';
import type { Outcome } from '../outcome.ts';
import { planComeBack } from './comeBack.ts';
import { createLog } from './contactLog.ts';
import { customersKeyOf, openDecisions } from './decisions.ts';
import { floorCalendar } from './floorCalendar.ts';
import type { FloorPlan } from './floorPlan.ts';
import { modelCustomers, openCustomers, queuesInWorld, type QueuesInWorld } from './modelCustomers.ts';
import { fillNeeds, needsSource, type NeedsSource } from './needs.ts';
import { isPause } from './pause.ts';
import { planFor, putOnFloor } from './planFor.ts';
import { continueCalls, createAgentTime, lastRun, runCalls } from './runCalls.ts';
import { tally } from './tally.ts';

/** The contacts of the world that ran last: one log for all the floors of this thread. */
export const contactLog = createLog(0);

/** A world that the floor was left in the middle of. */
interface Left {
  /** Whose world it is. */
  readonly source: NeedsSource;
  readonly replication: number;
  readonly plan: FloorPlan;
  readonly queues: QueuesInWorld;
  /** Days of customers that are drawn. */
  readonly drawn: { day: number };
  /** Which run of calls it is; null: its customers are still being drawn. */
  run: number | null;
}

/** The last world of this thread that was begun and not ended. What it needs to go on lies where a world always has it, until another is begun. */
let left: Left | null = null;

/**
 * The exact floor: what happens in one world, every contact of it, event by event.
 *
 * World's customers, drawn one by one (`fillNeeds`), go through the front door; who asks for an agent goes through the queue of their contact
 * type and channel (`runCalls`), and may redial or come back. A warm-up before the horizon and a run-off after it are run and not counted.
 * Inside `untilPaused` it may be left in the middle of a world, and goes on when it is run in the same world again.
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

  function begin(outcome: Outcome, input: FloorInput): Left {
    const { replication } = input.world;
    outcome.counts.fill(0);
    putOnFloor(agents, calendar, input);
    const plan = planFor(input, calendar, agents);
    const queues = queuesInWorld(input);
    openDecisions(customersKey, replication);
    openCustomers(contactLog, queues, input.levers.ofDay, comeBack);
    return { source, replication, plan, queues, drawn: { day: 0 }, run: null };
  }

  function goOn(world: Left, outcome: Outcome, input: FloorInput): void {
    const { plan, queues, drawn } = world;
    if (world.run === null) {
      fillNeeds(contactLog, outcome, input, source, queues, comeBack, drawn);
      world.run = lastRun() + 1;
      runCalls(plan, contactLog, modelCustomers, time);
    } else continueCalls();
    tally(contactLog, time, plan, calendar, input, outcome);
  }

  /** Floors of others may have been run since, and calls that are nobody's world. */
  const leftIn = (replication: number): Left | null =>
    left !== null && left.source === source && left.replication === replication && (left.run === null || left.run === lastRun())
      ? left
      : null;

  const run = (outcome: Outcome, input: FloorInput): void => {
    const world = leftIn(input.world.replication) ?? begin(outcome, input);
    left = world;
    try {
      goOn(world, outcome, input);
      left = null;
    } catch (fault) {
      if (!isPause(fault)) left = null;
      throw fault;
    }
  };
  return Object.assign(run, { isLeftIn: (replication: number) => leftIn(replication) !== null });
}
