import type { Performance } from './performance.ts';
import type { Must, Problem } from './problem.ts';
import { notAbove, notBetween, structure } from './problem.ts';
import type { ServiceLevelRule } from './serviceLevelRule.ts';
import { serviceLevelRules } from './serviceLevelRule.ts';

/** What a target may be set on. A service level is wanted at least, everything else at most. */
export const measures = [
  'serviceLevel',
  'asaSeconds',
  'meanWaitSeconds',
  'waitFraction',
  'abandonedFraction',
  'blockedFraction',
  'occupancyFraction',
] as const;

export type Measure = (typeof measures)[number];

export interface Target {
  readonly measure: Measure;
  /** Share, or seconds for the two waits. */
  readonly value: number;
  /** How a service level is counted; 'answered / offered' if absent. */
  readonly rule?: ServiceLevelRule;
}

export type Aim = Omit<Target, 'value'>;

export const measured = (performance: Performance, aim: Aim): number =>
  aim.measure === 'serviceLevel' ? performance.serviceLevel[aim.rule ?? 'answered / offered'] : performance[aim.measure];

export const meets = (performance: Performance, target: Target): boolean =>
  target.measure === 'serviceLevel' ? measured(performance, target) >= target.value : measured(performance, target) <= target.value;

/** What the measure tends to as an endless queue loses its stability. */
export const worst = (measure: Measure): number =>
  measure === 'serviceLevel' || measure === 'abandonedFraction' || measure === 'blockedFraction'
    ? 0
    : measure === 'occupancyFraction' || measure === 'waitFraction'
      ? 1
      : Infinity;

export function aimProblem(path: string, aim: Aim): Problem | undefined {
  const oneOf = (names: readonly string[]): Must => ({ rule: 'oneOf', names });
  if (!measures.includes(aim.measure)) return structure(`${path}.measure`, oneOf(measures), aim.measure);
  if (aim.rule !== undefined && !serviceLevelRules.includes(aim.rule)) return structure(`${path}.rule`, oneOf(serviceLevelRules), aim.rule);
  return undefined;
}

export function targetProblem(path: string, target: Target): Problem | undefined {
  const problem = aimProblem(path, target);
  if (problem) return problem;
  if (target.measure === 'asaSeconds' || target.measure === 'meanWaitSeconds')
    return notAbove(`${path}.value`, target.value, 0, 'duration');
  // 0 and 1 themselves are reached by no finite number of agents, or by any.
  return notAbove(`${path}.value`, target.value, 0, 'share') ?? notBetween(`${path}.value`, target.value, 0, 1 - 1e-12, 'share');
}
