import type { Centre } from './centre.ts';
import { joiningLoadErlangs, neverLeaves, numbersProblem } from './centre.ts';
import { performanceOf } from './evaluate.ts';
import type { Performance } from './performance.ts';
import type { Refused } from './problem.ts';
import { infeasible, missing, notBetween, refused } from './problem.ts';
import type { Target } from './target.ts';
import { meets, targetProblem } from './target.ts';

export interface StaffingQuestion extends Omit<Centre, 'agents'> {
  /** All of them hold at once; at least one. */
  readonly targets: readonly Target[];
  /** Share of paid time in which agents are not available; 0 if absent. */
  readonly shrinkageFraction?: number;
}

export interface Staffing {
  readonly ok: true;
  /** The least whole number of agents on duty that meets every target. */
  readonly agents: number;
  /** agents / (1 - shrinkage): what must be scheduled, before rounding. */
  readonly scheduledAgents: number;
  /** The same rounded up to whole people. */
  readonly scheduledHeads: number;
  readonly performance: Performance;
}

/**
 * The least whole number of agents that meets every target, and how many to schedule for it: required / (1 - shrinkage).
 *
 * Found by doubling steps from the offered load and then halving, about 2 log2(distance) evaluations. Results improve with every agent, with one
 * exception: where waiting places are limited, fewer agents may abandon less by blocking more; then the answer is the edge nearest the load.
 *
 * Faults and targets that no number of agents reaches come back as `{ok: false, problem}`.
 */
export function agentsRequired(question: StaffingQuestion): Staffing | Refused {
  const { targets, shrinkageFraction = 0, ...rest } = question;
  const centreWith = (agents: number): Centre => ({ ...rest, agents });
  const problem =
    numbersProblem(centreWith(1)) ??
    (targets.length === 0 ? missing('targets') : undefined) ??
    targets.map((target, i) => targetProblem(`targets.[${i}]`, target)).find((found) => found !== undefined) ??
    notBetween('shrinkageFraction', shrinkageFraction, 0, 0.99, 'share');
  if (problem) return refused(problem);

  const load = joiningLoadErlangs(centreWith(1));
  const least = neverLeaves(centreWith(1)) ? Math.floor(load) + 1 : 1;
  const most = Math.ceil(3 * load) + 10_000;
  let best: Performance | undefined;
  const enough = (agents: number): boolean => {
    const performance = performanceOf(centreWith(agents));
    if (!targets.every((target) => meets(performance, target))) return false;
    best = performance;
    return true;
  };

  // `low` does not suffice (or is one below the least), `high` does.
  let low: number;
  let high = Math.max(least, Math.ceil(load));
  let step = 1;
  if (enough(high)) {
    low = Math.max(least - 1, high - step);
    while (low >= least && enough(low)) {
      high = low;
      step *= 2;
      low = Math.max(least - 1, high - step);
    }
  } else {
    do {
      low = high;
      if (low >= most) return refused(infeasible('targets', 'erlang.reachableByAgents', { agents: most }, targets));
      high = Math.min(most, low + step);
      step *= 2;
    } while (!enough(high));
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  const scheduledAgents = high / (1 - shrinkageFraction);
  return {
    ok: true,
    agents: high,
    scheduledAgents,
    // 21 / 0.7 is 30.000000000000004 in doubles, and 30 people.
    scheduledHeads: Math.ceil(scheduledAgents * (1 - 1e-12)),
    performance: best!,
  };
}
