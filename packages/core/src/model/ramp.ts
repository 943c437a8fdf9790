import type { Leaf, Scenario } from '@percall/scenario';
import { medianOf } from '../random/distributions/median.ts';
import { dayNumber } from './calendar.ts';
import type { ModelCalendar, ModelLeaf, ModelRamp } from './model.ts';

/** What says nothing of a lever that the baseline does not name: a share of 0, or a factor of 1. */
const neutral: readonly (readonly [pattern: RegExp, value: number])[] = [
  [/^levers\.ivr\.containment\./, 0],
  [/^levers\.selfService\..*\.tries$/, 0],
  [/^levers\.rootCause\./, 1],
];

/**
 * How the levers of a variant grow from the baseline's: from its start on, evenly over its ramp, as strong in each week as in its middle. Levers are the
 * operational numbers below `levers`; all else that a variant changes holds from the first day. null: it starts before the horizon and has no
 * ramp, or changes no lever.
 *
 * Adds to `leaves` what the levers grow from, drawn like the baseline's own numbers.
 */
export function compileRamp(scenario: Scenario, before: Scenario, calendar: ModelCalendar, leaves: ModelLeaf[]): ModelRamp | null {
  const { starts, rampSeconds, horizon } = scenario;
  const startDay = starts === null ? 0 : dayNumber(starts) - dayNumber(horizon.start);
  const rampDays = (rampSeconds ?? 0) / 86_400;
  if (startDay + rampDays <= 0) return null;
  const known = leavesByPath(before);
  const grows: number[] = [];
  const from: number[] = [];
  leaves.slice().forEach((leaf, at) => {
    if (leaf.role !== 'operational' || !leaf.path.startsWith('levers.')) return;
    const was = known.get(leaf.path) ?? neutralLeaf(leaf);
    if (was === null || JSON.stringify(was.distribution) === JSON.stringify(leaf.distribution)) return;
    grows.push(at);
    from.push(leaves.length);
    leaves.push({ ...leaf, distribution: was.distribution, central: medianOf(was.distribution, leaf.support) });
  });
  if (grows.length === 0) return null;
  const strengthOfWeek = Array.from({ length: calendar.weeks }, (_, week) => {
    const middle = 7 * week + 3.5 - startDay;
    if (rampDays > 0) return Math.min(1, Math.max(0, middle / rampDays));
    return middle >= 0 ? 1 : 0;
  });
  const strength = [...new Set(strengthOfWeek)];
  return {
    strength: Float64Array.from(strength),
    stepOfDay: Int32Array.from(calendar.week, (week) => strength.indexOf(strengthOfWeek[week]!)),
    leaves: Int32Array.from(grows),
    before: Int32Array.from(from),
  };
}

function neutralLeaf(leaf: ModelLeaf): Pick<ModelLeaf, 'distribution'> | null {
  const found = neutral.find(([pattern]) => pattern.test(leaf.path));
  return found === undefined ? null : { distribution: { family: 'certain', value: found[1] } };
}

/** Every number of a scenario's levers, by path. */
function leavesByPath({ levers }: Scenario): ReadonlyMap<string, Leaf> {
  const byPath = new Map<string, Leaf>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('distribution' in value && 'path' in value) byPath.set((value as Leaf).path, value as Leaf);
    else Object.values(value).forEach(visit);
  };
  visit(levers);
  return byPath;
}
