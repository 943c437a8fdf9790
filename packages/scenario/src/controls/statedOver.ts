import { patchedVariants } from '../check/checkDocument.ts';
import type { Json, ScenarioDocument } from '../document.ts';
import { setAt, type Patched } from '../patch.ts';
import { getAt, isList, isObject, parsePath, type Path } from '../paths.ts';
import { documentPeriod } from '../restate.ts';
import type { Period } from '../scenario.ts';
import { periodOf, readLeaf, splitSpread } from '../schema/readLeaf.ts';
import { visitNumbers } from '../schema/walk.ts';

/**
 * The document with its results stated over another period, and the same centre: volumes that name no period are written with the one that they were
 * for (`110k ±8%` becomes `110k per month ±8%`), in the baseline and in what variants change.
 */
export function documentStatedOver(document: ScenarioDocument, period: Period): Patched {
  const was = documentPeriod(document);
  if (was === period) return { ok: true, document };
  let patched: Patched = { ok: true, document };
  for (const at of bareVolumes(document)) if (patched.ok) patched = setAt(patched.document, at, named(getAt(document, at)!, was));
  for (const { path: variant, patched: scenario } of patchedVariants(document)) {
    if (!scenario.ok || !patched.ok) continue;
    const volumes = bareVolumes(scenario.document);
    const changes = getAt(document, [...variant, 'changes']);
    for (const [key, change] of isObject(changes) ? Object.entries(changes) : []) {
      const parsed = parsePath(key);
      if (!parsed.ok || !patched.ok) continue;
      let next = change;
      for (const at of volumes) {
        if (begins(at, parsed.path)) next = replacedAt(next, at.slice(parsed.path.length), (typed) => named(typed, was));
        else if (begins(parsed.path, at)) next = namedEntry(next, parsed.path.at(-1), was);
      }
      if (next !== change) patched = setAt(patched.document, [...variant, 'changes', key], next);
    }
  }
  return patched.ok ? setAt(patched.document, ['period'], period) : patched;
}

/** Where volumes stand that are for the document's period. */
function bareVolumes(scenario: Json): readonly Path[] {
  const found: Path[] = [];
  visitNumbers(scenario, (at, typed, description) => {
    const read = description.perPeriod === true ? readLeaf(typed, description) : null;
    if (read?.ok === true && periodOf(read.value) === null) found.push(at);
  });
  return found;
}

/** Whether a path begins with another. */
const begins = (path: Path, start: Path): boolean => start.every((part, depth) => path[depth] === part);

/** A copy in which one place is another, where there is such a place. */
function replacedAt(value: Json, [part, ...rest]: Path, by: (typed: Json) => Json): Json {
  if (part === undefined) return by(value);
  if (!isObject(value) || typeof part !== 'string' || value[part] === undefined) return value;
  return { ...value, [part]: replacedAt(value[part], rest, by) };
}

/** Keys beside a number, which are no amounts. */
const besideNumber: readonly unknown[] = ['source', 'note', 'counted'];

const namedEntry = (value: Json, key: unknown, period: Period): Json => (besideNumber.includes(key) ? value : named(value, period));

/** A number as typed, each of its values with the period: what changes one of them then need not know of the others. */
function named(typed: Json, period: Period): Json {
  if (isList(typed)) return typed.map((item) => named(item, period));
  if (isObject(typed)) return Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, namedEntry(value, key, period)]));
  if (typeof typed !== 'string') return typed === null ? null : `${String(typed)} per ${period}`;
  const [centre, spread] = splitSpread(typed, { perPeriod: true }) ?? [typed];
  return `${centre.trim()} per ${period}${spread === undefined ? '' : ` ±${spread.trim()}`}`;
}
