import * as z from 'zod/mini';
import type { Json } from '../document.ts';
import { getAt, isList, isObject, namedPath, type Path } from '../paths.ts';
import type { Must, Problem } from '../problem.ts';
import { problemAt, type Finding } from '../problems.ts';
import { groupExample } from '../schema/groupExample.ts';
import { nodeOf, type Node } from '../schema/nodes.ts';
import { nodeAt } from '../schema/walk.ts';
import { hoursPerWeekOf } from '../hoursPerWeek.ts';
import { atHoursPerWeek, nearestOf } from '../units/amount.ts';
import { remembered } from '../remembered.ts';
import type { Draft } from '../schema/root.ts';
import { rootSchema } from '../schema/root.ts';

export type ReadDocument = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a document with the schema: the draft, or everything the schema has against it. What is checked is then interpreted: read once. */
export const readWithSchema = remembered((document): ReadDocument => {
  const result = z.safeParse(rootSchema, document, { reportInput: true });
  if (result.success) return { ok: true, draft: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(document, issue)) };
});

const kinds: Readonly<Record<string, Extract<Must, { rule: 'kind' }>['kind']>> = {
  object: 'object',
  record: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'boolean',
};

function problemsOf(document: Json, issue: z.core.$ZodIssue): Problem[] {
  const path = typedPath(document, issue.path as (string | number)[]);
  if (issue.code === 'unrecognized_keys') {
    const node = nodeAt(issue.path as (string | number)[]);
    const groups = node === null ? [] : node.kind === 'either' ? node.options.map(nodeOf) : [node];
    const names = groups.flatMap((candidate) => (candidate.kind === 'group' ? Object.keys(candidate.entries) : []));
    return issue.keys.map((key) => problemAt([...path, key], unknownKey(key, names)));
  }
  if (issue.code === 'custom') {
    const finding = issue.params?.['finding'] as Finding;
    return [problemAt(path, { ...atHoursPerWeek(finding, hoursPerWeekOf(document)), below: [] })];
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : 'object';
  if (issue.input === undefined) return [problemAt(path, { code: 'missing', must: { rule: 'present' }, got: null })];
  const kind = kinds[expected] ?? 'object';
  const node = kind === 'object' ? nodeAt(issue.path as (string | number)[]) : null;
  const example = node === null ? null : groupExample(node, issue.input as Json, namesFor(document, node));
  return [problemAt(path, { code: 'type', must: { rule: 'kind', kind, ...(example === null ? {} : { example }) }, got: issue.input })];
}

/** The names that the document has for the entries of a table. */
function namesFor(document: Json, node: Node): readonly string[] {
  const defined = node.kind !== 'table' || node.keys === 'name' ? null : node.keys === 'contactType' ? 'contactTypes' : 'agents';
  const value = defined === null ? undefined : getAt(document, [defined]);
  return isObject(value) ? Object.keys(value) : [];
}

export function unknownKey(key: string, names: readonly string[]): Finding {
  const nearest = nearestOf(key, names);
  return { code: 'unknownKey', must: { rule: 'known', names }, got: key, ...(nearest === undefined ? {} : { nearest }) };
}

/** The path as the document has it: `social: 5 kg` is at fault in `social`, though the schema reads it as `social.mean`. */
export function typedPath(document: Json, path: Path): Path {
  let length = path.length;
  while (length > 1) {
    const parent = getAt(document, path.slice(0, length - 1));
    if (parent === undefined || isObject(parent) || isList(parent)) break;
    length -= 1;
  }
  return namedPath(document, path.slice(0, length));
}
