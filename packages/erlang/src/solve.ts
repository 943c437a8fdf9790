import { exp, log } from '@percall/numeric';
import { agentsRequired } from './agentsRequired.ts';
import type { Centre } from './centre.ts';
import { numbersProblem, stabilityProblem } from './centre.ts';
import { performanceOf } from './evaluate.ts';
import type { Patience } from './patience.ts';
import type { Performance } from './performance.ts';
import type { Refused } from './problem.ts';
import { infeasible, missing, refused, structure } from './problem.ts';
import type { Aim, Target } from './target.ts';
import { aimProblem, measured, meets, targetProblem, worst } from './target.ts';

/** What may be left open. */
export type Unknown = 'callsPerHour' | 'ahtSeconds' | 'agents' | 'patience' | 'thresholdSeconds' | 'target';

/** A centre and a target, with exactly one of the quantities left out (or undefined). */
export interface Question {
  readonly callsPerHour?: number | undefined;
  readonly ahtSeconds?: number | undefined;
  readonly agents?: number | undefined;
  /** Left out it is looked for, as an exponential; nobody hanging up is `{family: 'infinite'}`. */
  readonly patience?: Patience | undefined;
  readonly balkFraction?: number;
  readonly waitingPlaces?: number;
  /** Open only where the target is a service level; else 20 s where left out. */
  readonly thresholdSeconds?: number | undefined;
  readonly target: Aim & { readonly value?: number | undefined };
}

export interface Solved {
  readonly ok: true;
  readonly unknown: Unknown;
  /** Calls per hour, seconds, agents, mean patience in seconds, or the measure reached where the target's value was open. */
  readonly value: number;
  /** The centre complete, and what it does. */
  readonly centre: Centre;
  readonly performance: Performance;
}

/**
 * Finds the one quantity that was left open.
 *
 * - `agents`: the least whole number that meets the target.
 * - `callsPerHour`, `ahtSeconds`: the most that still meets it. `thresholdSeconds`: the least that does (0 where it is met at once).
 * - `patience`: the exponential mean at which the measure equals the target; where two do, the longer (a service level may first rise with
 *   patience, as callers stay to be answered, and then fall, as they queue).
 * - `target`: the measure itself.
 *
 * Numbers other than agents are found by bisection to a relative 1e-14 of their own, on the side that meets the target.
 *
 * No open quantity, two of them, numbers out of range, a queue that would grow for ever and a target out of reach come back as
 * `{ok: false, problem}`.
 */
export function solve(question: Question): Solved | Refused {
  const { callsPerHour, ahtSeconds, agents, patience, thresholdSeconds, target, ...rest } = question;
  const given: Partial<Record<Unknown, unknown>> = { callsPerHour, ahtSeconds, agents, patience, target: target.value };
  if (target.measure === 'serviceLevel') given.thresholdSeconds = thresholdSeconds;
  const unknowns = (Object.keys(given) as Unknown[]).filter((name) => given[name] === undefined);
  const [unknown] = unknowns;
  if (unknown === undefined || unknowns.length > 1) {
    return refused(structure('', { rule: 'text', key: 'erlang.oneUnknown', values: { unknowns: unknowns.join(', ') } }, unknowns));
  }
  const centre: Centre = {
    ...rest,
    callsPerHour: callsPerHour ?? 1,
    ahtSeconds: ahtSeconds ?? 1,
    agents: agents ?? 1,
    patience: patience ?? { family: 'exponential', meanSeconds: 1 },
    ...(thresholdSeconds === undefined ? {} : { thresholdSeconds }),
  };
  const problem = aimProblem('target', target) ?? numbersProblem(centre);
  if (problem) return refused(problem);
  if (target.value === undefined) {
    const unstable = stabilityProblem(centre);
    if (unstable) return refused(unstable);
    const performance = performanceOf(centre);
    return { ok: true, unknown, value: measured(performance, target), centre, performance };
  }
  const wanted: Target = { ...target, value: target.value };
  const wrong = targetProblem('target', wanted);
  if (wrong) return refused(wrong);
  switch (unknown) {
    case 'agents':
      return byAgents(centre, wanted);
    case 'callsPerHour':
      return byLoad(centre, wanted, unknown, (load) => ({ ...centre, callsPerHour: (load * 3600) / centre.ahtSeconds }));
    case 'ahtSeconds':
      return byLoad(centre, wanted, unknown, (load) => ({ ...centre, ahtSeconds: (load * 3600) / centre.callsPerHour }));
    case 'thresholdSeconds':
      return byThreshold(centre, wanted);
    case 'patience':
      return byPatience(centre, wanted);
    case 'target':
      return refused(missing('target.value'));
  }
}

function byAgents(centre: Centre, target: Target): Solved | Refused {
  const staffing = agentsRequired({ ...centre, targets: [target] });
  if (!staffing.ok) return refused({ ...staffing.problem, path: 'target' });
  const { agents, performance } = staffing;
  return { ok: true, unknown: 'agents', value: agents, centre: { ...centre, agents }, performance };
}

/** Halvings that take any bracket of doubles to its last place. */
const HALVINGS = 64;

/** Between `good`, which meets the target, and `bad`, which does not, the last that does. On a logarithmic scale, for positive ends. */
function edge(good: number, bad: number, meetsAt: (x: number) => boolean): number {
  for (let i = 0; i < HALVINGS; i++) {
    const middle = Math.max(good, bad) > 2 * Math.min(good, bad) ? exp((log(good) + log(bad)) / 2) : (good + bad) / 2;
    if (middle === good || middle === bad) break;
    if (meetsAt(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

const unreachable = (target: Target, one: number, other: number): Refused =>
  refused(infeasible('target.value', 'erlang.reachable', { low: Math.min(one, other), high: Math.max(one, other) }, target.value));

function byLoad(
  start: Centre,
  target: Target,
  unknown: 'callsPerHour' | 'ahtSeconds',
  withLoad: (erlangs: number) => Centre,
): Solved | Refused {
  const measureAt = (load: number): number => {
    const centre = withLoad(load);
    return stabilityProblem(centre) ? worst(target.measure) : measured(performanceOf(centre), target);
  };
  const meetsAt = (load: number): boolean => {
    const centre = withLoad(load);
    return !stabilityProblem(centre) && meets(performanceOf(centre), target);
  };
  const light = start.agents * 1e-9;
  const heavy = start.agents * 1e4;
  if (!meetsAt(light) || meetsAt(heavy)) return unreachable(target, measureAt(light), measureAt(heavy));
  const centre = withLoad(edge(light, heavy, meetsAt));
  return { ok: true, unknown, value: centre[unknown], centre, performance: performanceOf(centre) };
}

const LONGEST_THRESHOLD_SECONDS = 1e8;

function byThreshold(start: Centre, target: Target): Solved | Refused {
  const unstable = stabilityProblem(start);
  if (unstable) return refused(unstable);
  const at = (thresholdSeconds: number): Centre => ({ ...start, thresholdSeconds });
  const meetsAt = (thresholdSeconds: number): boolean => meets(performanceOf(at(thresholdSeconds)), target);
  const solved = (thresholdSeconds: number): Solved => {
    const centre = at(thresholdSeconds);
    return { ok: true, unknown: 'thresholdSeconds', value: thresholdSeconds, centre, performance: performanceOf(centre) };
  };
  if (meetsAt(0)) return solved(0);
  let late = 1;
  while (!meetsAt(late)) {
    late *= 4;
    if (late > LONGEST_THRESHOLD_SECONDS) {
      return unreachable(target, measured(performanceOf(at(0)), target), measured(performanceOf(at(LONGEST_THRESHOLD_SECONDS)), target));
    }
  }
  return solved(edge(late, 1e-9, meetsAt));
}

/** Patience is looked for from a thousandth of AHT to a million times it, in steps of a factor. */
const PATIENCE_STEPS = 72;

function byPatience(start: Centre, target: Target): Solved | Refused {
  const at = (meanSeconds: number): Centre => ({ ...start, patience: { family: 'exponential', meanSeconds } });
  const meetsAt = (meanSeconds: number): boolean => meets(performanceOf(at(meanSeconds)), target);
  const measureAt = (meanSeconds: number): number => measured(performanceOf(at(meanSeconds)), target);
  const mean = (i: number): number => start.ahtSeconds * 1e-3 * exp((i / PATIENCE_STEPS) * log(1e9));
  let lowest = Infinity;
  let highest = -Infinity;
  let longer = mean(PATIENCE_STEPS);
  const longest = meetsAt(longer);
  for (let i = PATIENCE_STEPS; i >= 0; i--) {
    const shorter = mean(i);
    const value = measureAt(shorter);
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    if (meetsAt(shorter) !== longest) {
      const centre = at(longest ? edge(longer, shorter, meetsAt) : edge(shorter, longer, meetsAt));
      const meanSeconds = (centre.patience as { meanSeconds: number }).meanSeconds;
      return { ok: true, unknown: 'patience', value: meanSeconds, centre, performance: performanceOf(centre) };
    }
    longer = shorter;
  }
  return unreachable(target, lowest, highest);
}
