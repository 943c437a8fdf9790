import {
  channels,
  formatPath,
  interpret,
  isError,
  type Interpreted,
  type Channel,
  type ContactType,
  type Leaf,
  type Problem,
  type Scenario,
  type ScenarioDocument,
} from '@percall/scenario';
import { daysOf, type Days } from '../floor/dayPlan.ts';
import type { FloorName } from '../floor/floorInput.ts';
import { createFrontDoor, openFrontDoor, shortestHandleSeconds } from '../frontDoor/frontDoor.ts';
import { eventFactor } from '../frontDoor/longRunNeeds.ts';
import { channelsOf, comesBy, compileModel } from '../model/compileModel.ts';
import { approximated } from '../model/approximated.ts';
import { inTwoParts } from '../model/crossSkilled.ts';
import { extremesOf } from '../model/compileTargets.ts';
import type { Inversion, Model, ModelServiceLevel } from '../model/model.ts';
import { notModelledYet } from '../model/notModelledYet.ts';
import { notPlannedFor } from '../model/notPlannedFor.ts';
import { withoutEffect } from '../model/withoutEffect.ts';
import { infeasible } from '../random/distributions/infeasible.ts';
import { medianOf } from '../random/distributions/median.ts';
import { scrambles } from '../random/sobol.ts';
import { planCoordinates } from '../world/coordinates.ts';
import { gotAsTyped } from './gotAsTyped.ts';
import { asPlanned, invertReports, reportsOf, reproduced, type InvertedReports } from './invertReports.ts';
import { createLastRound } from './lastRound.ts';
import type { Sampling, SamplingMethod, Study } from './study.ts';

export type CompiledStudy =
  | { readonly ok: true; readonly study: Study; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface CompileOptions {
  /** Replaces the document's own. */
  readonly seed?: string;
  /** Replaces the document's own. */
  readonly replications?: number;
  /** How uncertain leaves are drawn. Default: `sobol`. */
  readonly sampling?: SamplingMethod;
  /** Which floor its worlds run on. Default: `erlang`. */
  readonly floor?: FloorName;
  /** Which days of the horizon run their live queues. Default: `auto`, as `daysOf` says. */
  readonly days?: Days | 'auto';
}

/** Compiles documents one after the other. */
export type StudyCompiler = (document: ScenarioDocument, options?: CompileOptions) => CompiledStudy;

/**
 * Compiles a checked document, baseline and variants, into a Study: what a run, a shard or a worker needs, and nothing else.
 *
 * Refuses, as Problems, what the engine does not model yet, ranges and correlations that no distribution satisfies, and a variant
 * that is locked or in transition and whose roster could not be the baseline's, or come from it.
 */
export const compileStudy: StudyCompiler = (document, options) => createStudyCompiler()(document, options);

/**
 * A `compileStudy` that remembers the last study it compiled, so that a change to it costs what it changes: an edited variant is one model, and
 * under other prices or ranges the baseline's reports still mean what they meant. What comes back depends on the document and the options
 * alone; models that did not change are the same objects.
 */
export function createStudyCompiler(): StudyCompiler {
  const compileScenarios = createScenariosCompiler();
  return (document, options = {}) => {
    const { scenarios } = interpret(document);
    const variants = scenarios.slice(1).map(({ name }) => name);
    const answer = compileScenarios({ scenarios, group: 'variants', withoutEffect: withoutEffect(document, variants) }, options);
    return answer.ok ? answer : { ok: false, problems: gotAsTyped(document, answer.problems) };
  };
}

/** Scenarios that go through the same worlds, the baseline first, wherever they come from. */
export interface Scenarios {
  readonly scenarios: Interpreted['scenarios'];
  /** Where a Problem places a scenario that is not the baseline: `variants."Name".path`. */
  readonly group: string;
  /** Warnings of what they type and nobody reads. */
  readonly withoutEffect: readonly Problem[];
}

/** The compiler of all that become a study. It remembers as `createStudyCompiler` says. */
export function createScenariosCompiler(): (from: Scenarios, options: CompileOptions) => CompiledStudy {
  const inversions = createLastRound<InvertedReports & { readonly serial: number }>();
  const models = createLastRound<CompiledModel>();
  let inverted = 0;
  const invert = (scenario: Scenario) => inversions.answer(reportsOf(scenario), () => ({ ...invertReports(scenario), serial: ++inverted }));

  return ({ scenarios: [first, ...others], group, withoutEffect }, options) => {
    // There is nothing that a baseline could be on its way from.
    const scenarios = [{ ...first!, scenario: asPlanned(first!.scenario) }, ...others];
    const { floor = 'erlang' } = options;
    inversions.begin();
    models.begin();
    const namedAfter = namedIn(group);
    const baseline = scenarios[0]!.scenario;
    const notInBaseline = notModelledYet(baseline, floor);
    const problems = scenarios.flatMap(({ name, scenario }, index) =>
      index === 0 ? notInBaseline : notModelledYet(scenario, floor).filter(isNewTo(notInBaseline)).map(namedAfter(name)),
    );
    if (problems.some(isError)) return { ok: false, problems };

    const reports = invert(baseline);
    problems.push(...contradictions(baseline, reports));
    scenarios.slice(1).forEach(({ name, scenario }) => problems.push(...countedOtherwise(baseline, scenario).map(namedAfter(name))));
    if (problems.some(isError)) return { ok: false, problems };

    const studied = channelsOf(scenarios.map(({ scenario }) => scenario));
    const extremes = extremesOf(baseline, studied);
    const inParts = inTwoParts(scenarios.map(({ scenario }) => scenario));
    const compiled = scenarios.map(({ name, scenario }, index) => {
      // Asked for in every round, whether or not the model is remembered, so that it is remembered too.
      const ownReports = scenario.contactTypes.every((type) => isIn(baseline, type)) ? reports : invert(scenario);
      return models.answer(
        JSON.stringify([reports.serial, name, scenario, studied, extremes, isLate(scenario) ? baseline.levers : null, inParts[index]]),
        () =>
          checkedModel(
            compileModel(
              name,
              scenario,
              inversionFor(scenario, baseline, reports.inversion, ownReports.inversion),
              studied,
              extremes,
              baseline,
              inParts[index],
            ),
          ),
      );
    });
    const [{ model: ofBaseline }] = compiled as [CompiledModel];
    const unplannedInBaseline = notPlannedFor(ofBaseline, true);
    compiled.forEach(({ model, nothingToHandle, infeasible, approximated }, index) => {
      const named = index === 0 ? (problem: Problem) => problem : namedAfter(model.name);
      problems.push(...nothingToHandle.map(named));
      // A range that variants share with the baseline is refused once, by its own path.
      problems.push(...(index === 0 ? infeasible : infeasible.filter(isNewTo(compiled[0]!.infeasible)).map(named)));
      // What the baseline's routing is warned of is not said again of each variant.
      if (floor === 'erlang')
        problems.push(...(index === 0 ? approximated : approximated.filter(isNewTo(compiled[0]!.approximated)).map(named)));
      problems.push(...(index === 0 ? unplannedInBaseline : notPlannedFor(model, false).filter(isNewTo(unplannedInBaseline)).map(named)));
      if (index > 0) problems.push(...incomparable(ofBaseline, model).map(named), ...tooShort(model).map(named));
    });
    if (problems.some(isError)) return { ok: false, problems };

    const coordinates = planCoordinates(
      compiled.map(({ model }) => model),
      baseline.correlations,
      baseline.withinClass,
    );
    if (!coordinates.ok) return coordinates;
    const replications = options.replications ?? baseline.replications;
    inversions.keep();
    models.keep();
    return {
      ok: true,
      study: {
        models: compiled.map(({ model }) => model),
        coordinates: coordinates.coordinates,
        cholesky: coordinates.cholesky,
        coordinateOfLeaf: coordinates.coordinateOfLeaf,
        name: baseline.name,
        replications,
        seed: options.seed ?? baseline.seed,
        sampling: samplingOf(options.sampling ?? 'sobol', replications),
        redrawn: null,
        floor,
        days: daysOf(
          compiled.map(({ model }) => model),
          floor,
          options.days,
        ),
      },
      warnings: [...problems, ...withoutEffect],
    };
  };
}

const samplingOf = (method: SamplingMethod, replications: number): Sampling =>
  method === 'latinHypercube' ? { method, points: Math.ceil(replications / scrambles) } : { method };

/** Whether a scenario's levers grow from the baseline's. */
const isLate = ({ starts, rampSeconds }: Scenario): boolean => starts !== null || rampSeconds !== null;

/** A model with what its own numbers have against it. */
interface CompiledModel {
  readonly model: Model;
  readonly nothingToHandle: readonly Problem[];
  readonly infeasible: readonly Problem[];
  readonly approximated: readonly Problem[];
}

const checkedModel = (model: Model): CompiledModel => ({
  model,
  nothingToHandle: nothingToHandle(model),
  infeasible: infeasibleRanges(model),
  approximated: approximated(model),
});

/** Ranges that no distribution satisfies. */
function infeasibleRanges({ leaves }: Model): Problem[] {
  return leaves.flatMap(({ path, distribution, support }) => {
    const refused = infeasible(distribution, support);
    return refused === null ? [] : [{ code: 'infeasible', path, params: { must: refused.must, got: distribution }, severity: 'error' }];
  });
}

/** What keeps a variant from being set beside the baseline. */
function incomparable(baseline: Model, variant: Model): Problem[] {
  const problems: Problem[] = [];
  const measured = [(model: Model) => model.targets.serviceLevel, (model: Model) => model.targets.chat.serviceLevel].find(
    (of) => of(variant) && serviceLevelMeasure(variant, of(variant)) !== serviceLevelMeasure(baseline, of(baseline)),
  );
  if (measured)
    problems.push({
      code: 'structure',
      path: 'targets.serviceLevel',
      params: { must: { rule: 'text', key: 'sameMeasureInAllVariants' }, got: serviceLevelMeasure(variant, measured(variant)) },
      severity: 'error',
    });
  if (variant.response === 'transition' && !sharesStaff(baseline, variant))
    problems.push({
      code: 'structure',
      path: 'staffing.response',
      params: { must: { rule: 'text', key: 'transitionNeedsTheBaselinesWeeksAndGroups' }, got: 'transition' },
      severity: 'error',
    });
  if (variant.response === 'locked' && !sharesRoster(baseline, variant))
    problems.push({
      code: 'structure',
      path: 'staffing.response',
      params: { must: { rule: 'text', key: 'lockedNeedsTheBaselinesHoursAndGroups' }, got: 'locked' },
      severity: 'error',
    });
  return problems;
}

/** Whether a scenario has a contact type, in all the channels that it comes by. */
const isIn = (scenario: Scenario, type: ContactType): boolean =>
  scenario.contactTypes.some(
    (own) => own.name === type.name && channels.every((channel) => comesBy(own, channel) || !comesBy(type, channel)),
  );

const isNewTo =
  (known: readonly Problem[]) =>
  (problem: Problem): boolean =>
    !known.some(({ path }) => path === problem.path);

/** A Problem of a variant, or of another document, says which: its path starts with it. */
export const namedIn =
  (group: string) =>
  (name: string) =>
  (problem: Problem): Problem => ({ ...problem, path: `${group}.${JSON.stringify(name)}.${problem.path}` });

/**
 * Reports that no needs and handle times give, with the levers that are on: all calls contained and yet some offered, say. Warned of where the
 * report jumps over a volume: its needs are known, and its report is as near as whole agents let it be.
 */
function contradictions(baseline: Scenario, { distance }: InvertedReports): Problem[] {
  return baseline.contactTypes.flatMap((type, contactType) => {
    const { volume, handleTime, jumps } = distance[contactType]!;
    const refuse = (leaf: Leaf): Problem => ({
      code: 'infeasible',
      path: leaf.path,
      params: { must: { rule: 'text', key: 'reportFitsLevers' }, got: centralOf(leaf) },
      severity: 'error',
    });
    const slow = channels.filter((channel) => handleTime[channel]! > reproduced);
    const refused = volume > reproduced && !jumps ? [type.volume] : slow.map((channel) => type.handleTime[channel]!.mean);
    const nobody = refused.length > 0 ? nobodyFor(baseline, type) : null;
    if (refused.length === 0 && volume > reproduced) return [jumpedOver(type.volume, volume)];
    return nobody === null ? refused.map(refuse) : [nobody];
  });
}

const jumpedOver = (leaf: Leaf, distance: number): Problem => ({
  code: 'approximate',
  path: leaf.path,
  params: { must: { rule: 'text', key: 'reportJumps', values: { distance: `${(distance * 100).toPrecision(2)}%` } }, got: centralOf(leaf) },
  severity: 'warning',
});

/** That the roster has nobody for a contact type, all week: the reason why no needs give its report. null: it has somebody, or is planned. */
function nobodyFor({ agents, staffing: { roster } }: Scenario, { name }: ContactType): Problem | null {
  const groups = agents.filter(({ skills }) => skills.some(({ contactType }) => contactType === name)).map((each) => each.name);
  const rosters = roster?.filter(({ group }) => groups.includes(group)) ?? [];
  const [first] = rosters;
  if (first === undefined || rosters.some((each) => each.agents.some((day) => day.some((onDuty) => onDuty > 0)))) return null;
  return {
    code: 'infeasible',
    path: formatPath(['staffing', 'roster', first.group]),
    params: { must: { rule: 'text', key: 'someoneOnDuty', values: { type: name } }, got: 0 },
    severity: 'error',
  };
}

const centralOf = ({ distribution, support }: Leaf): number => medianOf(distribution, support);

/** Volumes of a variant that count something else than the baseline's: its needs are the baseline's, so the two must speak of the same thing. */
function countedOtherwise(baseline: Scenario, variant: Scenario): Problem[] {
  return variant.contactTypes.flatMap((type) => {
    const known = baseline.contactTypes.find(({ name }) => name === type.name);
    if (known === undefined || known.counted === type.counted) return [];
    const problem: Problem = {
      code: 'structure',
      path: `${type.volume.path}.counted`,
      params: { must: { rule: 'text', key: 'sameCountInAllVariants' }, got: type.counted },
      severity: 'error',
    };
    return [problem];
  });
}

/** The baseline's inversion; a contact type, or a channel of one, that only the variant has is inverted from the variant's `own` report. */
function inversionFor(scenario: Scenario, baseline: Scenario, inversion: Inversion, own: Inversion): Inversion {
  const places = scenario.contactTypes.map(({ name }) => baseline.contactTypes.findIndex((type) => type.name === name));
  const isKnown = (contactType: number, channel: Channel): boolean =>
    places[contactType]! >= 0 && comesBy(baseline.contactTypes[places[contactType]!]!, channel);
  if (
    places.every((place, index) => place === index) &&
    scenario.contactTypes.every((type, index) => channels.every((channel) => isKnown(index, channel) || !comesBy(type, channel)))
  )
    return inversion;
  const pick = (key: keyof Inversion): Float64Array =>
    Float64Array.from(places, (place, contactType) => (place < 0 ? own[key][contactType]! : inversion[key][place]!));
  const pickByChannel = (key: keyof Inversion): Float64Array =>
    Float64Array.from({ length: places.length * channels.length }, (_, at) => {
      const [contactType, channel] = [Math.floor(at / channels.length), at % channels.length];
      return isKnown(contactType, channels[channel]!) ? inversion[key][places[contactType]! * channels.length + channel]! : own[key][at]!;
    });
  return {
    needsPerTypedContact: pick('needsPerTypedContact'),
    channelWeight: pickByChannel('channelWeight'),
    handleTimeFactor: pickByChannel('handleTimeFactor'),
    selfServiceTries: pick('selfServiceTries'),
    selfServiceSucceeds: pick('selfServiceSucceeds'),
  };
}

/** Contact types whose calls would take no time at all, at central values, after verification, software and events. */
function nothingToHandle(model: Model): Problem[] {
  const leaves = Float64Array.from(model.leaves, ({ central }) => central);
  const door = createFrontDoor();
  return model.queues.flatMap(({ contactType, handleTime }, queue) => {
    openFrontDoor(door, model, queue, leaves);
    const event = Math.min(1, ...model.contactTypes[contactType]!.eventHandleTime.map((inForce) => eventFactor(inForce, leaves)));
    if (door.handleSeconds * event > shortestHandleSeconds) return [];
    const leaf = model.leaves[handleTime.mean]!;
    const problem: Problem = {
      code: 'infeasible',
      path: leaf.path,
      params: { must: { rule: 'text', key: 'handleTimeLeft' }, got: leaf.central },
      severity: 'error',
    };
    return [problem];
  });
}

/** A horizon that ends before a hire decided on its first day is a full agent: what hiring costs is in it, and what it brings is not. */
function tooShort({ staffing: { transition }, calendar, leaves }: Model): Problem[] {
  if (transition === null) return [];
  const seconds = [transition.hireLag, transition.training, transition.ramp].reduce((sum, leaf) => sum + leaves[leaf]!.central, 0);
  const weeks = Math.ceil(seconds / (7 * 86_400) - 1e-9);
  if (weeks <= calendar.weeks) return [];
  return [
    {
      code: 'structure',
      path: 'horizon.weeks',
      params: { must: { rule: 'text', key: 'longEnoughForHires', values: { weeks, given: calendar.weeks } }, got: calendar.weeks },
      severity: 'warning',
    },
  ];
}

/** What "answered in time" means in a model: rule and threshold. */
function serviceLevelMeasure({ leaves }: Model, serviceLevel: ModelServiceLevel | null): string {
  if (!serviceLevel) return 'no service level';
  const { rule, withinSeconds } = serviceLevel;
  return `${rule} within ${JSON.stringify(leaves[withinSeconds]!.distribution)}`;
}

/** Whether the baseline's roster fits: the same intervals and the same groups. */
function sharesRoster(baseline: Model, variant: Model): boolean {
  const key = ({ calendar, groups }: Model): string =>
    JSON.stringify([Array.from(calendar.dayOffset), Array.from(calendar.slot), calendar.intervalSeconds, groups.map(({ name }) => name)]);
  return key(baseline) === key(variant);
}

/** Whether a variant's staff can come from the baseline's: the same weeks and the same groups. */
function sharesStaff(baseline: Model, variant: Model): boolean {
  const key = ({ calendar, groups }: Model): string => JSON.stringify([calendar.weeks, groups.map(({ name }) => name)]);
  return key(baseline) === key(variant);
}
