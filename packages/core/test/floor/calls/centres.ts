import { interpret, type Channel, type ScenarioDocument } from '@percall/scenario';
import { leverStepsOf } from '../../../src/frontDoor/leverSteps.ts';
import { longRunNeeds } from '../../../src/frontDoor/longRunNeeds.ts';
import { planComeBack } from '../../../src/floor/calls/comeBack.ts';
import { addContact, type ContactLog } from '../../../src/floor/calls/contactLog.ts';
import { customersKeyOf, openDecisions } from '../../../src/floor/calls/decisions.ts';
import { contactLog, createExactFloor } from '../../../src/floor/calls/exactFloor.ts';
import { floorCalendar, type FloorCalendar } from '../../../src/floor/calls/floorCalendar.ts';
import { modelCustomers, noteCustomer, noteEntry, openCustomers, queuesInWorld } from '../../../src/floor/calls/modelCustomers.ts';
import { fillNeeds, needsSource } from '../../../src/floor/calls/needs.ts';
import { planFor, putOnFloor } from '../../../src/floor/calls/planFor.ts';
import { createAgentTime, runCalls } from '../../../src/floor/calls/runCalls.ts';
import { tally } from '../../../src/floor/calls/tally.ts';
import type { FloorInput } from '../../../src/floor/floorInput.ts';
import {
  agentOffset,
  countFields,
  countOffset,
  createOutcome,
  createSampler,
  type AgentField,
  type CountField,
  type Model,
  type Outcome,
  type Study,
  type World,
} from '../../../src/index.ts';
import { asTyped, channelsOf, compileModel } from '../../../src/model/compileModel.ts';
import { seedKey } from '../../../src/random/seed.ts';
import { planCoordinates } from '../../../src/world/coordinates.ts';
import { centralWorld } from '../../../src/world/centralWorld.ts';

/** [interval][group] agents. */
export type Agents = (interval: number, group: number) => number;

/** The models of a document, reports taken at their word (`asTyped`): what no planner and no other floor has to know yet can be said all the same. */
export function modelsOf(document: ScenarioDocument, edit: (model: Model) => Model = (model) => model): Study {
  const { scenarios } = interpret(document);
  const studied = channelsOf(scenarios.map(({ scenario }) => scenario));
  const models = scenarios.map(({ name, scenario }) =>
    edit(compileModel(name, scenario, asTyped(scenario.contactTypes.length), studied, undefined, scenarios[0]!.scenario)),
  );
  const { scenario } = scenarios[0]!;
  const planned = planCoordinates(models, scenario.correlations, scenario.withinClass);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  const { coordinates, cholesky, coordinateOfLeaf } = planned;
  const { name, replications, seed } = scenario;
  return {
    models,
    coordinates,
    cholesky,
    coordinateOfLeaf,
    name,
    replications,
    seed,
    sampling: { method: 'sobol' },
    redrawn: null,
    floor: 'calls',
    days: 'all',
  };
}

/** What a floor is told of a world, with agents by hand. */
function inputOf(model: Model, world: World, agentsOf: Agents): FloorInput {
  const { intervals } = model.calendar;
  const groups = model.groups.length;
  const levers = leverStepsOf(model, world.leaves);
  const needs = new Float64Array(intervals * model.queues.length);
  longRunNeeds(needs, model, levers);
  const agents = Float64Array.from({ length: intervals * groups }, (_, at) => agentsOf(Math.floor(at / groups), at % groups));
  return { model, world, agents, needs, levers, doors: levers.steps.at(-1)!.doors };
}

function outcomeOf({ calendar: { intervals }, contactTypes, channels, groups }: Model): Outcome {
  return createOutcome({ intervals, contactTypes: contactTypes.length, channels: channels.length, groups: groups.length });
}

/** A world that a floor has run through. The log is the next one's too. */
export interface Ran {
  readonly model: Model;
  readonly world: World;
  readonly log: ContactLog;
  readonly outcome: Outcome;
  /** [interval] of a count, over contact types and channels unless they are given by place and name. */
  readonly each: (field: CountField, contactType?: number, channel?: Channel) => Float64Array;
  /** The same over the horizon. */
  readonly sum: (field: CountField, contactType?: number, channel?: Channel) => number;
  /** [interval] agent seconds of a group. */
  readonly seconds: (field: AgentField, group?: number) => Float64Array;
}

function reader(model: Model, world: World, outcome: Outcome): Ran {
  const { shape, counts, agentSeconds } = outcome;
  const each: Ran['each'] = (field, contactType, channel) => {
    const values = new Float64Array(shape.intervals);
    for (let interval = 0; interval < shape.intervals; interval++)
      for (let type = 0; type < shape.contactTypes; type++)
        for (let at = 0; at < shape.channels; at++) {
          if ((contactType ?? type) !== type || (channel ?? model.channels[at]) !== model.channels[at]) continue;
          values[interval]! += counts[countOffset(shape, field) + (interval * shape.contactTypes + type) * shape.channels + at]!;
        }
    return values;
  };
  return {
    model,
    world,
    log: contactLog,
    outcome,
    each,
    sum: (...of) => each(...of).reduce((sum, value) => sum + value, 0),
    seconds: (field, group = 0) =>
      Float64Array.from(
        { length: shape.intervals },
        (_, interval) => agentSeconds[agentOffset(shape, field) + interval * shape.groups + group]!,
      ),
  };
}

/** Runs worlds of a study's models with agents by hand. */
export function centre(study: Study, agentsOf: Agents): (replication: number, model?: number) => Ran {
  const sampler = createSampler(study);
  const floors = study.models.map((_, index) => createExactFloor(study, index));
  return (replication, index = 0) => {
    const model = study.models[index]!;
    const world = sampler.createWorld(index);
    sampler.sample(replication, index, world);
    const outcome = outcomeOf(model);
    const input = inputOf(model, world, agentsOf);
    const paid = agentOffset(outcome.shape, 'paid');
    input.agents.forEach((agents, at) => (outcome.agentSeconds[paid + at] = agents * model.calendar.intervalSeconds));
    floors[index]!(outcome, input);
    return reader(model, world, outcome);
  };
}

/** A contact that a test describes: seconds since the first opening of the horizon, seconds of work with nothing else in hand. */
export interface Told {
  readonly at: number;
  readonly work: number;
  readonly queue?: number;
  readonly patience?: number;
  readonly ivr?: number;
  readonly flags?: number;
  /** Queue that it goes to first, for so many seconds. */
  readonly first?: { readonly queue: number; readonly seconds: number };
}

/** The floor of a model's central world, ready to run; `run` takes the contacts that are in the log then. */
function floorOf(model: Model, agentsOf: Agents, seed: string, change: (calendar: FloorCalendar) => FloorCalendar) {
  const world = centralWorld(model);
  const input = inputOf(model, world, agentsOf);
  const calendar = change(floorCalendar(model));
  const agents = new Float64Array(calendar.start.length * model.groups.length);
  putOnFloor(agents, calendar, input);
  const plan = planFor(input, calendar, agents);
  const queues = queuesInWorld(input);
  const comeBack = planComeBack(model, calendar);
  const time = createAgentTime(plan);
  const outcome = outcomeOf(model);
  contactLog.count = 0;
  openDecisions(customersKeyOf(seedKey(seed)), 0);
  openCustomers(contactLog, queues, input.levers.ofDay, comeBack);
  const run = (): Ran & { readonly agentSeconds: number } => {
    runCalls(plan, contactLog, modelCustomers, time);
    tally(contactLog, time, plan, calendar, input, outcome);
    const agentSeconds = [time.busy, time.overtime].flatMap((seconds) => [...seconds]).reduce((sum, seconds) => sum + seconds, 0);
    return { ...reader(model, world, outcome), agentSeconds };
  };
  return { world, input, calendar, queues, comeBack, outcome, run };
}

/** The calendar, its warm-up and run-off counted too. */
export const allCounted = (calendar: FloorCalendar): FloorCalendar => ({
  ...calendar,
  countedFrom: 0,
  countedTo: calendar.interval.length,
});

/** Runs the central world of a study's baseline by another calendar; `agentSeconds` are those of all of it. */
export function byCalendar(study: Study, agentsOf: Agents, change: (calendar: FloorCalendar) => FloorCalendar) {
  const [model] = study.models as [Model];
  const { input, calendar, queues, comeBack, outcome, run } = floorOf(model, agentsOf, study.seed, change);
  fillNeeds(contactLog, outcome, input, needsSource(seedKey(study.seed), model, model, calendar), queues, comeBack);
  return run();
}

/** Runs the central world of a document with contacts written by hand, in time order, instead of drawn. `opens` is when the horizon does. */
export function byHand(document: ScenarioDocument, agentsOf: Agents, contacts: readonly Told[]): Ran & { readonly opens: number } {
  const [model] = modelsOf(document).models as [Model];
  const { calendar, run } = floorOf(model, agentsOf, 'by hand', (usual) => usual);
  const opens = calendar.start[calendar.countedFrom]!;
  for (const { at, work, queue = 0, patience = Infinity, ivr = 0, flags = 0, first } of contacts) {
    const contact = addContact(contactLog, queue);
    contactLog.time[contact] = opens + at;
    contactLog.work[contact] = work;
    contactLog.patience[contact] = patience;
    contactLog.ivrSeconds[contact] = ivr;
    contactLog.flags[contact] = flags;
    if (first !== undefined) {
      contactLog.queue[contact] = first.queue;
      contactLog.transferTo[contact] = queue;
      contactLog.transferWork[contact] = first.seconds;
    }
    noteCustomer(contact, work, 0);
    noteEntry(contact, 1);
  }
  return { ...run(), opens };
}

/** Counts that are not 0, over the horizon, as name and sum. */
export const counted = ({ sum }: Ran, ...of: readonly [contactType?: number, channel?: Channel]): Readonly<Record<string, number>> =>
  Object.fromEntries(countFields.map((field) => [field, sum(field, ...of)] as const).filter(([, value]) => value !== 0));
