import {
  canonicalJson,
  interpret,
  isError,
  sha256Hex,
  type Leaf,
  type Problem,
  type Scenario,
  type ScenarioDocument,
} from '@percall/scenario';
import { createFrontDoor, openFrontDoor, shortestHandleSeconds } from '../frontDoor/frontDoor.ts';
import { eventFactor } from '../frontDoor/longRunNeeds.ts';
import { compileModel } from '../model/compileModel.ts';
import type { Inversion, Model } from '../model/model.ts';
import { notModelledYet } from '../model/notModelledYet.ts';
import { withoutEffect } from '../model/withoutEffect.ts';
import { infeasible } from '../random/distributions/infeasible.ts';
import { medianOf } from '../random/distributions/median.ts';
import { planCoordinates } from '../world/coordinates.ts';
import { invertReports, type InvertedReports } from './invertReports.ts';
import type { Study } from './study.ts';

export type CompiledStudy =
  | { readonly ok: true; readonly study: Study; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Compiles a checked document, baseline and variants, into a Study: what a run, a shard or a worker needs, and nothing else.
 *
 * Refuses, as Problems, what the engine does not model yet, ranges and correlations that no distribution satisfies, and a locked
 * variant whose roster could not be the baseline's.
 *
 * @param options.seed replaces the document's own
 */
export function compileStudy(document: ScenarioDocument, options: { readonly seed?: string } = {}): CompiledStudy {
  const { scenarios } = interpret(document);
  const baseline = scenarios[0]!.scenario;
  const problems = scenarios.flatMap(({ name, scenario }, index) => {
    const found = notModelledYet(scenario);
    return index === 0 ? found : found.filter(isNewTo(notModelledYet(baseline))).map(namedAfter(name));
  });
  if (problems.some(isError)) return { ok: false, problems };

  const inverted = invertReports(baseline);
  problems.push(...contradictions(baseline, inverted));
  scenarios.slice(1).forEach(({ name, scenario }) => problems.push(...countedOtherwise(baseline, scenario).map(namedAfter(name))));
  if (problems.some(isError)) return { ok: false, problems };

  const models = scenarios.map(({ name, scenario }) => compileModel(name, scenario, inversionFor(scenario, baseline, inverted.inversion)));
  models.forEach((model, index) => {
    problems.push(...nothingToHandle(model).map(index === 0 ? (problem) => problem : namedAfter(model.name)));
    for (const leaf of model.leaves) {
      const refused = infeasible(leaf.distribution, leaf.support);
      if (refused && !problems.some(({ path }) => path === leaf.path))
        problems.push({ code: 'infeasible', path: leaf.path, params: { must: refused.must, got: leaf.distribution }, severity: 'error' });
    }
    if (index > 0 && model.targets.serviceLevel && serviceLevelMeasure(model) !== serviceLevelMeasure(models[0]!))
      problems.push(
        namedAfter(model.name)({
          code: 'structure',
          path: 'targets.serviceLevel',
          params: { must: { rule: 'text', key: 'sameMeasureInAllVariants' }, got: serviceLevelMeasure(model) },
          severity: 'error',
        }),
      );
    if (index > 0 && model.response === 'locked' && !sharesRoster(models[0]!, model))
      problems.push(
        namedAfter(model.name)({
          code: 'structure',
          path: 'staffing.response',
          params: { must: { rule: 'text', key: 'lockedNeedsTheBaselinesHoursAndGroups' }, got: 'locked' },
          severity: 'error',
        }),
      );
  });
  if (problems.some(isError)) return { ok: false, problems };

  const coordinates = planCoordinates(models, baseline.correlations, baseline.withinClass);
  if (!coordinates.ok) return coordinates;
  const seed = options.seed ?? baseline.seed;
  return {
    ok: true,
    study: {
      models,
      coordinates: coordinates.coordinates,
      cholesky: coordinates.cholesky,
      coordinateOfLeaf: coordinates.coordinateOfLeaf,
      seed,
      inputsHash: sha256Hex(
        canonicalJson(models.map(({ name, operationalHash, financialHash }) => ({ name, operationalHash, financialHash }))),
      ),
    },
    warnings: [
      ...problems,
      ...withoutEffect(
        document,
        scenarios.slice(1).map(({ name }) => name),
      ),
    ],
  };
}

const isNewTo =
  (known: readonly Problem[]) =>
  (problem: Problem): boolean =>
    !known.some(({ path }) => path === problem.path);

/** A Problem of a variant says which: its path starts with the variant. */
const namedAfter =
  (variant: string) =>
  (problem: Problem): Problem => ({ ...problem, path: `variants.${JSON.stringify(variant)}.${problem.path}` });

/** Distance from the typed figures beyond which a report is refused: what is promised. */
const reproduced = 1e-3;

/** Reports that no needs and handle times give, with the levers that are on: all calls contained and yet some offered, say. */
function contradictions(baseline: Scenario, { distance }: InvertedReports): Problem[] {
  return baseline.contactTypes.flatMap((type, contactType) => {
    const { volume, handleTime } = distance[contactType]!;
    const refuse = (leaf: Leaf): Problem => ({
      code: 'infeasible',
      path: leaf.path,
      params: { must: { rule: 'text', key: 'reportFitsLevers' }, got: centralOf(leaf) },
      severity: 'error',
    });
    if (volume > reproduced) return [refuse(type.volume)];
    return handleTime > reproduced ? [refuse(type.handleTime.phone!.mean)] : [];
  });
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

/** The baseline's inversion by contact type; a type that only the variant has is inverted from the variant's own report. */
function inversionFor(scenario: Scenario, baseline: Scenario, inversion: Inversion): Inversion {
  const places = scenario.contactTypes.map(({ name }) => baseline.contactTypes.findIndex((type) => type.name === name));
  if (places.every((place, index) => place === index)) return inversion;
  const own = places.includes(-1) ? invertReports(scenario).inversion : inversion;
  const pick = (key: keyof Inversion): Float64Array =>
    Float64Array.from(places, (place, contactType) => (place < 0 ? own[key][contactType]! : inversion[key][place]!));
  return {
    needsPerTypedContact: pick('needsPerTypedContact'),
    handleTimeFactor: pick('handleTimeFactor'),
    selfServiceTries: pick('selfServiceTries'),
    selfServiceSucceeds: pick('selfServiceSucceeds'),
  };
}

/** Contact types whose calls would take no time at all, at central values, after verification, software and events. */
function nothingToHandle(model: Model): Problem[] {
  const leaves = Float64Array.from(model.leaves, ({ central }) => central);
  const door = createFrontDoor();
  return model.contactTypes.flatMap((type, contactType) => {
    openFrontDoor(door, model, contactType, leaves);
    const event = Math.min(1, ...type.eventHandleTime.map((inForce) => eventFactor(inForce, leaves)));
    if (door.handleSeconds * event > shortestHandleSeconds) return [];
    const leaf = model.leaves[type.handleTime.mean]!;
    const problem: Problem = {
      code: 'infeasible',
      path: leaf.path,
      params: { must: { rule: 'text', key: 'handleTimeLeft' }, got: leaf.central },
      severity: 'error',
    };
    return [problem];
  });
}

/** What "answered in time" means in a model: rule and threshold. */
function serviceLevelMeasure({ targets, leaves }: Model): string {
  if (!targets.serviceLevel) return 'no service level';
  const { rule, withinSeconds } = targets.serviceLevel;
  return `${rule} within ${JSON.stringify(leaves[withinSeconds]!.distribution)}`;
}

/** Whether the baseline's roster fits: the same intervals and the same groups. */
function sharesRoster(baseline: Model, variant: Model): boolean {
  const key = ({ calendar, groups }: Model): string =>
    JSON.stringify([Array.from(calendar.dayOffset), Array.from(calendar.slot), calendar.intervalSeconds, groups.map(({ name }) => name)]);
  return key(baseline) === key(variant);
}
