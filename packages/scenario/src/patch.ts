import type { Json } from './document.ts';
import { formatPath, getAt, isList, isObject, parsePath, positionIn, type Path } from './paths.ts';
import type { Problem } from './problem.ts';
import { mustText } from './mustTexts.ts';
import { problemAt, type Finding } from './problems.ts';
import { listedSkills } from './schema/agents.ts';
import { besideNode, longForm, nodeOf, type Schema } from './schema/nodes.ts';
import { schemaAt } from './schema/walk.ts';
import { nearestOf } from './units/amount.ts';

export type Patched = { readonly ok: true; readonly document: Json } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What all scenarios of a document have in common: worlds are shared, and results are compared. */
export const sameInAllVariants = [
  'percall',
  'extends',
  'name',
  'note',
  'source',
  'currency',
  'timeZone',
  'period',
  'headline',
  'horizon',
  'correlations',
  'variants',
  'replications',
  'seed',
];

/**
 * Sets or, with null, removes the value at a path; the argument is not changed. Missing groups on the way are made. A short form on the way is
 * written out: setting `phone.cv` where `phone: 9 min` stands gives `phone: {mean: 9 min, cv: ...}`. A plain number has no `.low`.
 *
 * The result is not validated: `applyChanges` does that.
 */
export function setAt(document: Json, path: Path, value: Json): Patched {
  if (path.length === 0) return { ok: true, document: value };
  const fail = (at: Path, finding: Finding): Patched => ({ ok: false, problems: [problemAt(at, finding)] });
  const put = (here: Json | undefined, depth: number): Patched => {
    const part = path[depth]!;
    const at = path.slice(0, depth);
    const last = depth === path.length - 1;
    if (part === '__proto__') return fail(path.slice(0, depth + 1), { code: 'unknownKey', must: mustText('plainKey'), got: part });
    const container = written(schemaAt(at), here, part);
    if (isList(container)) {
      const position = typeof part === 'number' && part === container.length ? part : positionIn(container, part);
      if (position < 0) {
        const names = container.flatMap((item) => (isObject(item) && typeof item['name'] === 'string' ? [item['name']] : []));
        const nearest = typeof part === 'string' ? nearestOf(part, names) : undefined;
        return fail(path.slice(0, depth + 1), {
          code: 'reference',
          must: { rule: 'known', names },
          got: part,
          ...(nearest === undefined ? {} : { nearest }),
        });
      }
      if (last && value === null) return { ok: true, document: container.filter((_, i) => i !== position) };
      const inner = last ? ({ ok: true, document: value } as const) : put(container[position], depth + 1);
      return inner.ok ? { ok: true, document: Object.assign([...container], { [position]: inner.document }) } : inner;
    }
    if (!isObject(container) || typeof part === 'number')
      return fail(at, { code: 'type', must: { rule: 'kind', kind: typeof part === 'number' ? 'list' : 'object' }, got: container });
    const rest = Object.hasOwn(container, part) ? container[part] : undefined;
    if (value === null && (last || rest === undefined)) {
      const kept = { ...container };
      delete kept[part];
      return { ok: true, document: kept };
    }
    const inner = last ? ({ ok: true, document: value } as const) : put(rest, depth + 1);
    return inner.ok ? { ok: true, document: { ...container, [part]: inner.document } } : inner;
  };
  return put(document, 0);
}

/** A short form written out where a key below it is asked for, and a number where a choice beside it is. */
function written(schema: Schema | null, value: Json | undefined, part: string | number): Json {
  if (schema === null || typeof part === 'number') return value ?? {};
  const node = nodeOf(schema);
  if (node.kind === 'leaf' && besideNode(node.description, part) !== null && !isObject(value)) {
    const number = value ?? node.description.default ?? null;
    return number === null ? {} : { value: number };
  }
  if (value === undefined) return {};
  if (node.kind === 'group' && node.shorthand !== null && Object.hasOwn(node.entries, part)) return longForm(node.shorthand)(value) as Json;
  if (node.kind === 'table') return listedSkills(value) as Json;
  return value;
}

/** Applies changes to a document that need not be valid; overlapping paths and paths that all variants share are refused. */
export function patch(document: Json, changes: Readonly<Record<string, Json>>): Patched {
  const problems: Problem[] = [];
  const parsed: { readonly text: string; readonly path: Path; readonly resolved: string; readonly value: Json }[] = [];
  for (const [text, value] of Object.entries(changes)) {
    const read = parsePath(text);
    if (!read.ok || read.path.length === 0) {
      problems.push(problemAt([], read.ok ? { code: 'syntax', must: mustText('path'), got: text } : read.finding));
      continue;
    }
    const { path } = read;
    if (sameInAllVariants.includes(path[0] as string)) {
      problems.push(problemAt(path, { code: 'structure', must: mustText('sameInAllVariants'), got: value }));
      continue;
    }
    const resolved = formatPath(positions(document, path));
    const other = parsed.find((earlier) => within(earlier.resolved, resolved) || within(resolved, earlier.resolved));
    if (other !== undefined)
      problems.push(problemAt(path, { code: 'overlap', must: mustText('disjointPaths', { other: other.text }), got: text }));
    parsed.push({ text, path, resolved, value });
  }
  problems.push(...unknownGroups(document, parsed));
  let patched = document;
  for (const { path, value } of parsed) {
    const result = setAt(patched, path, value);
    if (result.ok) patched = result.document;
    else problems.push(...result.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document: patched };
}

/** What makes a new contact type or group of agents: changes that give all of it mean one that is added. */
const needed: Readonly<Record<string, readonly string[]>> = { contactTypes: ['volume', 'handleTime'], agents: ['skills', 'wage'] };

/** A change below a name that the document does not have, and that the changes do not add: a slip of the keyboard. */
function unknownGroups(document: Json, changes: readonly { readonly path: Path }[]): Problem[] {
  const said = new Set<string>();
  return changes.flatMap(({ path }) => {
    const [table, name] = path;
    if (typeof table !== 'string' || typeof name !== 'string' || path.length < 3 || !Object.hasOwn(needed, table)) return [];
    const known = getAt(document, [table]);
    const place = formatPath([table, name]);
    if (!isObject(known) || Object.hasOwn(known, name) || said.has(place)) return [];
    const given = changes.flatMap(({ path: [other, under, key] }) => (other === table && under === name ? [key ?? ''] : []));
    if (given.includes('') || needed[table]!.every((key) => given.includes(key))) return [];
    said.add(place);
    const names = Object.keys(known);
    const nearest = nearestOf(name, names);
    const must = { rule: 'known', names } as const;
    return [problemAt([table, name], { code: 'reference', must, got: name, ...(nearest === undefined ? {} : { nearest }) })];
  });
}

/** Whether a path, spelled with positions, is another one or lies below it. */
export const within = (outer: string, inner: string): boolean =>
  inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)));

/** Names of list items turned into positions, so that two spellings of one place are seen to overlap. */
export function positions(document: Json, path: Path): Path {
  let value: Json | undefined = document;
  return path.map((part) => {
    let key = part;
    if (isList(value)) {
      const position = positionIn(value, part);
      if (position >= 0) key = position;
      value = value[position];
    } else value = isObject(value) && typeof part === 'string' && Object.hasOwn(value, part) ? value[part] : undefined;
    return key;
  });
}
