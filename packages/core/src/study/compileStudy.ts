import { canonicalJson, interpret, isError, sha256Hex, type Problem, type ScenarioDocument } from '@percall/scenario';
import { compileModel } from '../model/compileModel.ts';
import type { Model } from '../model/model.ts';
import { notModelledYet } from '../model/notModelledYet.ts';
import { withoutEffect } from '../model/withoutEffect.ts';
import { infeasible } from '../random/distributions/infeasible.ts';
import { planCoordinates } from '../world/coordinates.ts';
import { invertReports } from './invertReports.ts';
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

  const inversion = invertReports(baseline);
  const models = scenarios.map(({ name, scenario }) => compileModel(name, scenario, inversion));
  models.forEach((model, index) => {
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
    warnings: [...problems, ...withoutEffect(document)],
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
