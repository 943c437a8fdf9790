import type { Condition, Expression, Measure, NamedEvent, Subject } from '../kpis/expression.ts';
import type { Analysis, ScenarioAnalysis } from './analyse.ts';
import { alongWages } from './alongWages.ts';
import { chanceOf, compares, has, type Demand } from './chance.ts';
import { estimateQuantile } from './distribution.ts';
import { probabilityEstimate } from './estimate.ts';
import type { Estimate } from './results.ts';
import { distributionOf, distributionOfDifference, meanDifference, meanOf } from './summariseKpi.ts';
import { ratioIn, type KpiWorlds } from './worlds.ts';

/** Whether an expression holds, and the estimate it was judged on. */
export interface Evaluated {
  readonly holds: boolean;
  /** null: no contacts, no floors, or nothing to compare with; an expression on it does not hold. */
  readonly value: Estimate | null;
}

/** Judges an expression on one scenario, by the estimate's value; its interval is for the reader. */
export function evaluateExpression(expression: Expression, scenario: ScenarioAnalysis): Evaluated {
  const value = estimateSubject(expression.subject, scenario);
  return { value, holds: value !== null && compares(value.value, expression.comparator, expression.value) };
}

/** An assertion on a study. */
export interface AssertionResult {
  readonly holds: boolean;
  readonly scenarios: readonly (Evaluated & { readonly name: string })[];
}

/**
 * Judges an expression on the scenario it names, or on every variant (the baseline where there is none): it must hold in each.
 * An expression that names a scenario the study lacks does not hold.
 */
export function evaluateAssertion(expression: Expression, { scenarios }: Analysis): AssertionResult {
  const variants = scenarios.length > 1 ? scenarios.slice(1) : scenarios;
  const asked = expression.scenario === null ? variants : scenarios.filter(({ model }) => model.name === expression.scenario);
  const judged = asked.map((scenario) => ({ name: scenario.model.name, ...evaluateExpression(expression, scenario) }));
  return { holds: judged.length > 0 && judged.every(({ holds }) => holds), scenarios: judged };
}

/** Whether the interval is as narrow as wanted: its half-width, relative to the estimate where the expression says so. */
export function precisionReached(expression: Expression, scenario: ScenarioAnalysis): boolean {
  const value = estimateSubject(expression.subject, scenario);
  if (value === null) return false;
  const halfWidth = (value.upper - value.lower) / 2;
  const scale = expression.relative ? Math.abs(value.value) : 1;
  return compares(halfWidth, expression.comparator, expression.value * scale);
}

/** What an expression is about, estimated on one scenario. null: no contacts, no floors, or nothing to compare with. */
export function estimateSubject(subject: Subject, scenario: ScenarioAnalysis): Estimate | null {
  if (subject.kind === 'probability') return estimateProbability(subject.events, scenario);
  const pair = pairOf(subject.measure, scenario);
  if (pair === null) return null;
  const { ours, theirs } = pair;
  if (subject.statistic === 'mean') return theirs === null ? meanOf(ours) : meanDifference(ours, theirs);
  return estimateQuantile(theirs === null ? distributionOf(ours) : distributionOfDifference(ours, theirs), subject.statistic.level);
}

function estimateProbability(events: readonly (NamedEvent | Condition)[], scenario: ScenarioAnalysis): Estimate | null {
  const chance = chanceIn(events, scenario);
  return chance && probabilityEstimate(chance, scenario.exact && chanceIn(events, scenario.exact));
}

/** [replication] the chance that all events happen. null: one of them has no meaning here. */
function chanceIn(events: readonly (NamedEvent | Condition)[], scenario: ScenarioAnalysis): Float64Array | null {
  const demands: Demand[] = [];
  for (const event of events) {
    const demanded = typeof event === 'string' ? namedEvent(event, scenario) : conditionIn(event, scenario);
    if (demanded === null) return null;
    demands.push(...demanded);
  }
  return chanceOf(demands, scenario.replications);
}

function namedEvent(event: NamedEvent, { holds, versusBaseline }: ScenarioAnalysis): readonly Demand[] | null {
  const cheaper = versusBaseline?.isCheaper ?? null;
  switch (event) {
    case 'holds':
      return holds && [has(holds)];
    case 'noWorse':
      return versusBaseline?.noWorse ? [has(versusBaseline.noWorse)] : null;
    case 'cheaper':
      return cheaper && [cheaper];
    case 'cheaperAndNoWorse':
      return cheaper && versusBaseline?.noWorse ? [cheaper, has(versusBaseline.noWorse)] : null;
  }
}

/** The condition, as a demand that is not met where there are no contacts. null: no contacts in any world. */
function conditionIn({ measure, comparator, value }: Condition, scenario: ScenarioAnalysis): readonly Demand[] | null {
  const pair = pairOf(measure, scenario);
  if (pair === null) return null;
  const { ours, theirs } = pair;
  for (let replication = 0; replication < scenario.replications; replication++)
    if (!Number.isNaN(ratioIn(ours, replication) - (theirs === null ? 0 : ratioIn(theirs, replication))))
      return [{ values: alongWages(ours, theirs), comparator, bound: value }];
  return null;
}

/** The KPI here and, for a difference, in the baseline. null: the scenario has no such KPI, or no baseline. */
function pairOf(
  { kpi, versusBaseline }: Measure,
  scenario: ScenarioAnalysis,
): { readonly ours: KpiWorlds; readonly theirs: KpiWorlds | null } | null {
  const find = (kpis: readonly KpiWorlds[]) => kpis.find((worlds) => worlds.kpi.id === kpi);
  const ours = find(scenario.kpis);
  if (ours === undefined) return null;
  if (!versusBaseline) return { ours, theirs: null };
  const theirs = scenario.versusBaseline === null ? undefined : find(scenario.versusBaseline.baseline.kpis);
  return theirs === undefined ? null : { ours, theirs };
}
