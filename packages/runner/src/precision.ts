import {
  estimateSubject,
  kpiNames,
  parseExpression,
  precisionReached,
  type AnyScenario,
  type AnyStudy,
  type Estimate,
  type Expression,
  type Study,
} from '@percall/core';
import type { Problem } from '@percall/scenario';

/** How narrow the interval of one estimate became, in one scenario. */
export interface PrecisionInScenario {
  readonly name: string;
  readonly reached: boolean;
  /** null: no contacts, no floors, or nothing to compare with: no number of replications gives it an interval. */
  readonly estimate: Estimate | null;
  /** Half of the 95% interval, and what it must come to, in the unit of the estimate; a relative bound is of the estimate as it stands. */
  readonly halfWidth: number;
  readonly wanted: number;
  /**
   * Replications that reach it, about, at most: the error falls with one over the square root of their number, or faster. null: none do, since
   * there is no estimate, or none above 0 of which a share could be reached.
   */
  readonly replications: number | null;
}

/** A wanted precision and what became of it. */
export interface PrecisionResult {
  readonly expression: Expression;
  /** In each of the scenarios that it is about. */
  readonly reached: boolean;
  readonly scenarios: readonly PrecisionInScenario[];
}

/** A precision that cannot be read, that names what the study lacks, or that no study reaches. */
export class PrecisionRefused extends RangeError {
  override readonly name = 'PrecisionRefused';
  /** What is wrong where, as data; empty where the message says it all. */
  readonly problems: readonly Problem[];

  constructor(text: string, why: string, problems: readonly Problem[] = []) {
    super(`precision ${JSON.stringify(text)} ${why}`);
    this.problems = problems;
  }
}

/** The expression of a wanted half-width: `cpc.handled.p50 < 0.5%`. Throws PrecisionRefused. */
export function readPrecision(text: string, study: Study): Expression {
  const { models } = study;
  const scenarios = models.map(({ name }) => name);
  const parsed = parseExpression(text, [...new Set(models.flatMap(kpiNames))], { scenarios, purpose: 'precision' });
  if (!parsed.ok) throw new PrecisionRefused(text, `cannot be read: ${parsed.problem.code}`, [parsed.problem]);
  const { expression } = parsed;
  if (!(expression.value > 0)) throw new PrecisionRefused(text, 'is never reached: the bound must be above 0');
  const why = comparedWithItself(expression, study);
  if (why !== null) throw new PrecisionRefused(text, why);
  return expression;
}

/** What is wrong with an expression about the baseline's difference from itself; null: it is about something else. */
export function comparedWithItself({ subject, scenario }: Expression, { models }: Study): string | null {
  const compares =
    subject.kind === 'statistic'
      ? subject.measure.versusBaseline
      : subject.events.some((event) => (typeof event === 'string' ? event !== 'holds' : event.measure.versusBaseline));
  const baseline = models[0]!.name;
  if (!compares || (scenario !== baseline && models.length > 1)) return null;
  const why = models.length === 1 ? 'there is no variant to compare with it' : 'the baseline is not compared with itself';
  return `is about ${JSON.stringify(baseline)}: ${why}`;
}

/** The KPIs that an expression reads, by id. */
export const namedKpis = ({ subject }: Expression): readonly string[] =>
  subject.kind === 'statistic'
    ? [subject.measure.kpi]
    : subject.events.flatMap((event) => (typeof event === 'string' ? [] : [event.measure.kpi]));

/** Whether the interval is as narrow as asked in the scenario that is named, or in every variant (the baseline where there is none). */
export function judgePrecision(expression: Expression, { scenarios }: AnyStudy): PrecisionResult {
  const variants = scenarios.length > 1 ? scenarios.slice(1) : scenarios;
  const asked = expression.scenario === null ? variants : scenarios.filter(({ model }) => model.name === expression.scenario);
  const judged = asked.map((scenario) => inScenario(expression, scenario));
  return { expression, reached: judged.length > 0 && judged.every(({ reached }) => reached), scenarios: judged };
}

function inScenario(expression: Expression, scenario: AnyScenario): PrecisionInScenario {
  const estimate = estimateSubject(expression.subject, scenario);
  const halfWidth = estimate === null ? NaN : (estimate.upper - estimate.lower) / 2;
  const wanted = expression.relative ? expression.value * Math.abs(estimate?.value ?? NaN) : expression.value;
  const times = (halfWidth / wanted) * (halfWidth / wanted);
  return {
    name: scenario.model.name,
    reached: precisionReached(expression, scenario),
    estimate,
    halfWidth,
    wanted,
    replications: Number.isFinite(times) ? Math.ceil(scenario.replications * times) : null,
  };
}
