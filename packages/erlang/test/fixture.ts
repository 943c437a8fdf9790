import { readFileSync } from 'node:fs';
import type { Centre, Performance } from '../src/index.ts';
import { evaluate, serviceLevelRules } from '../src/index.ts';

export const fixture = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T[];

/** Values in the fixture's shape: service levels as a list, in the order of `serviceLevelRules`. */
export type Expected = Readonly<Record<string, number | null | readonly number[]>>;

export interface Case {
  readonly centre: Centre;
  readonly expected: Expected;
}

export function performanceOf(centre: Centre): Performance {
  const answer = evaluate(centre);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.performance;
}

export interface Difference {
  readonly relative: number;
  readonly where: string;
}

/** Results at or below this are compared absolutely with it. */
const SMALLEST_JUDGED = 1e-12;

/** The largest relative error over all results that the fixture holds. */
export function worstDifference(performance: Performance, expected: Expected): Difference {
  let worst: Difference = { relative: 0, where: 'nowhere' };
  const compare = (where: string, got: number | null, value: number | null): void => {
    const relative =
      value === null || got === null ? (value === got ? 0 : Infinity) : Math.abs(got - value) / Math.max(Math.abs(value), SMALLEST_JUDGED);
    if (!(relative <= worst.relative)) worst = { relative, where: `${where}: ${got} for ${value}` };
  };
  for (const [name, value] of Object.entries(expected)) {
    const got = performance[name as keyof Performance];
    if (Array.isArray(value)) {
      const levels = got as Performance['serviceLevel'];
      serviceLevelRules.forEach((rule, i) => compare(`${name} ${rule}`, levels[rule], (value as number[])[i]!));
    } else compare(name, got as number, value as number | null);
  }
  return worst;
}

export const describeCentre = (centre: Centre): string => JSON.stringify(centre).replaceAll('"', '');
