import { documentVersion, type Json } from './document.ts';
import { isObject } from './paths.ts';
import type { Problem } from './problem.ts';
import { hint } from './hintTexts.ts';
import { mustText } from './mustTexts.ts';
import { problemAt } from './problems.ts';

/** Turns a document of one version into one of the next. */
export type Migration = (document: { readonly [key: string]: Json }) => { readonly [key: string]: Json };

/** By the version they read. A format that was ever released keeps its migration. */
export const migrations: Readonly<Record<number, Migration>> = {};

export type Migrated =
  | { readonly ok: true; readonly document: { readonly [key: string]: Json } }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Brings a document to the current version, step by step; newer ones, and ones that state no version, are refused. */
export function migrate(
  document: Json,
  steps: Readonly<Record<number, Migration>> = migrations,
  current: number = documentVersion,
): Migrated {
  const refuse = (code: 'type' | 'missing' | 'newer' | 'range', got: unknown, path: readonly string[] = ['percall']): Migrated => ({
    ok: false,
    problems: [
      problemAt(path, {
        code,
        must: path.length === 0 ? { rule: 'kind', kind: 'object' } : mustText('version', { current }),
        got,
        // Which version a document without one is of, nobody can know; a later one needs a later build, not another number.
        ...(path.length === 0 || code === 'newer' ? {} : { hint: hint('addLine', { line: `percall: ${current}` }) }),
      }),
    ],
  });
  if (!isObject(document)) return refuse('type', document, []);
  let migrated = document;
  for (;;) {
    const version = migrated['percall'];
    if (version === undefined) return refuse('missing', null);
    if (typeof version !== 'number' || !Number.isInteger(version)) return refuse('type', version);
    if (version > current) return refuse('newer', version);
    if (version === current) return { ok: true, document: migrated };
    const step = steps[version];
    if (step === undefined) return refuse('range', version);
    migrated = { ...step(migrated), percall: version + 1 };
  }
}
