import { isObject } from '../paths.ts';
import { mustText } from '../mustTexts.ts';
import type { Finding } from '../problems.ts';
import { nearestOf } from '../units/amount.ts';
import { special, type Schema } from './nodes.ts';

export const correlatedClasses = ['volume', 'handleTime', 'wage', 'shrinkage'] as const;
type CorrelatedClass = (typeof correlatedClasses)[number];

export interface CorrelationsTyped {
  readonly pairs: readonly { readonly ends: readonly [string, string]; readonly rho: number }[];
  readonly within: Readonly<Partial<Record<CorrelatedClass, number>>>;
}

/** The two ends of `volume~handleTime` or of two paths; a `~` inside quotes is part of a key. */
export function readEnds(key: string): readonly [string, string] | null {
  const match = /^((?:"(?:[^"\\]|\\.)*"|[^"~])+)~((?:"(?:[^"\\]|\\.)*"|[^"~])+)$/u.exec(key);
  return match === null ? null : [match[1]!.trim(), match[2]!.trim()];
}

export const correlations: Schema<CorrelationsTyped> = special(
  {
    label: 'Correlations',
    help: 'Rank correlations (Spearman) between classes of uncertain inputs or between paths, and within a class.',
    spelling: '{ volume~handleTime: 0.3, within: { volume: 0.7 } }',
    json: {
      type: 'object',
      properties: {
        within: {
          type: 'object',
          description: 'Rank correlation of the inputs of one class with each other; 0.7 when left out.',
          properties: Object.fromEntries(
            correlatedClasses.map((name) => [name, { type: 'number', minimum: 0, maximum: 1, description: `Within the class ${name}.` }]),
          ),
          additionalProperties: false,
        },
      },
      patternProperties: { '~': { type: 'number', minimum: -1, maximum: 1 } },
      additionalProperties: false,
    },
  },
  (input = {}) => {
    if (!isObject(input)) return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'object' }, got: input }] };
    const findings: Finding[] = [];
    const rhoOf = (value: unknown, low: number, below: readonly string[]): number => {
      if (typeof value === 'number' && value >= low && value <= 1) return value;
      findings.push(
        typeof value === 'number'
          ? { code: 'range', must: { rule: 'between', low, high: 1, quantity: 'number' }, got: value, below }
          : { code: 'type', must: { rule: 'kind', kind: 'number' }, got: value, below },
      );
      return 0;
    };
    const pairs: { ends: readonly [string, string]; rho: number }[] = [];
    const within: Partial<Record<CorrelatedClass, number>> = {};
    for (const [key, value] of Object.entries(input)) {
      if (key === 'within') {
        if (!isObject(value)) {
          findings.push({ code: 'type', must: { rule: 'kind', kind: 'object' }, got: value, below: [key] });
          continue;
        }
        for (const [name, rho] of Object.entries(value)) {
          const known = correlatedClasses.find((candidate) => candidate === name);
          if (known !== undefined) within[known] = rhoOf(rho, 0, [key, name]);
          else {
            const nearest = nearestOf(name, correlatedClasses);
            const must = { rule: 'known', names: correlatedClasses } as const;
            findings.push({ code: 'unknownKey', must, got: name, below: [key, name], ...(nearest === undefined ? {} : { nearest }) });
          }
        }
        continue;
      }
      const ends = readEnds(key);
      if (ends === null) findings.push({ code: 'unknownKey', must: mustText('correlationEnds'), got: key, below: [key] });
      else pairs.push({ ends, rho: rhoOf(value, -1, [key]) });
    }
    return findings.length > 0 ? { ok: false, findings } : { ok: true, value: { pairs, within } };
  },
);
