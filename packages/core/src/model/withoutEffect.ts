import { getAt, parsePath, setAt, type Json, type Path, type Problem, type ScenarioDocument } from '@percall/scenario';
import type { FloorName } from '../floor/floorInput.ts';
import { notModelled } from './notModelled.ts';

/** Parts of a document that are valid and that nothing in this build reads yet, with what will read them. */
const waiting = notModelled.filter(({ warned }) => warned);

const waitingPaths: readonly Path[] = waiting.map(({ pattern }) => pattern.split('.'));

/**
 * A warning for each part that was typed and changes nothing yet, in the baseline or in a variant: accepted, because the document is right,
 * but never in silence. What would change an answer if it were modelled is refused instead (`notModelledYet`).
 */
export function withoutEffect(document: ScenarioDocument, variants: readonly string[], floor: FloorName): Problem[] {
  const unread = waiting.filter(({ except }) => except !== floor);
  const baseline = typedIn(document);
  const warnings = unread.flatMap(({ pattern, since }) => (pattern in baseline ? [warning(pattern, since, baseline[pattern]!)] : []));
  for (const name of variants) {
    const typed = typedIn(changed(document, changesOf(document, name)));
    for (const { pattern, since } of unread)
      if (pattern in typed && JSON.stringify(typed[pattern]) !== JSON.stringify(baseline[pattern]))
        warnings.push(warning(`variants.${JSON.stringify(name)}.${pattern}`, since, typed[pattern]!));
  }
  return warnings;
}

/** The document with those of the changes that reach a waiting part. It was checked with all of them, so none is validated again. */
function changed(document: Json, changes: Readonly<Record<string, Json>>): Json {
  let result = document;
  for (const [text, value] of Object.entries(changes)) {
    const parsed = parsePath(text);
    if (!parsed.ok || !waitingPaths.some((path) => overlap(path, parsed.path))) continue;
    const set = setAt(result, parsed.path, value);
    if (set.ok) result = set.document;
  }
  return result;
}

/** Whether one of two places is in the other. */
function overlap(one: Path, other: Path): boolean {
  for (let depth = 0; depth < one.length && depth < other.length; depth++) if (one[depth] !== other[depth]) return false;
  return true;
}

/** The waiting parts that a document types, by path. */
function typedIn(document: Json): Readonly<Record<string, Json>> {
  const typed: Record<string, Json> = {};
  waiting.forEach(({ pattern }, index) => {
    const value = getAt(document, waitingPaths[index]!);
    if (value !== undefined) typed[pattern] = value;
  });
  return typed;
}

function changesOf(document: ScenarioDocument, name: string): Readonly<Record<string, Json>> {
  const changes = getAt(document, ['variants', name, 'changes']);
  return typeof changes === 'object' && changes !== null && !Array.isArray(changes) ? (changes as Readonly<Record<string, Json>>) : {};
}

const warning = (path: string, since: string, got: Json): Problem => ({
  code: 'unused',
  path,
  params: { must: { rule: 'modelled', since }, got },
  severity: 'warning',
});
