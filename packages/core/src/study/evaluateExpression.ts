import type { Expression, Subject } from '../kpis/expression.ts';
import { compares } from './chance.ts';
import { estimateQuantile } from './distribution.ts';
import { chanceEstimate, estimateOverScrambles } from './estimate.ts';
import { findingsOf, type AnyScenario, type AnyStudy } from './findings.ts';
import type { Estimate } from './results.ts';

/** Whether an expression holds, and the estimate it was judged on. */
export interface Evaluated {
  readonly holds: boolean;
  /** null: no contacts, no floors, or nothing to compare with; an expression on it does not hold. */
  readonly value: Estimate | null;
}

/** Judges an expression on one scenario, by the estimate's value; its interval is for the reader. */
export function evaluateExpression(expression: Expression, scenario: AnyScenario): Evaluated {
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
export function evaluateAssertion(expression: Expression, { scenarios }: AnyStudy): AssertionResult {
  const variants = scenarios.length > 1 ? scenarios.slice(1) : scenarios;
  const asked = expression.scenario === null ? variants : scenarios.filter(({ model }) => model.name === expression.scenario);
  const judged = asked.map((scenario) => ({ name: scenario.model.name, ...evaluateExpression(expression, scenario) }));
  return { holds: judged.length > 0 && judged.every(({ holds }) => holds), scenarios: judged };
}

/** Whether the interval is as narrow as wanted: its half-width, relative to the estimate where the expression says so. */
export function precisionReached(expression: Expression, scenario: AnyScenario): boolean {
  const value = estimateSubject(expression.subject, scenario);
  if (value === null) return false;
  const halfWidth = (value.upper - value.lower) / 2;
  const scale = expression.relative ? Math.abs(value.value) : 1;
  return compares(halfWidth, expression.comparator, expression.value * scale);
}

/** What an expression is about, estimated on one scenario. null: no contacts, no floors, or nothing to compare with. */
export function estimateSubject(subject: Subject, scenario: AnyScenario): Estimate | null {
  const findings = findingsOf(scenario);
  if (subject.kind === 'probability') {
    const chance = findings.chance(subject.events);
    return chance && chanceEstimate(chance);
  }
  const { kpi: id, versusBaseline } = subject.measure;
  const kpis = versusBaseline ? (findings.versusBaseline?.kpis ?? []) : findings.kpis;
  const found = kpis.find(({ kpi }) => kpi.id === id);
  if (found === undefined) return null;
  return subject.statistic === 'mean' ? estimateOverScrambles(found.mean) : estimateQuantile(found.distribution(), subject.statistic.level);
}
