import { canonicalJson } from '../canonicalJson.ts';
import type { Json } from '../document.ts';
import { positions, sameInAllVariants, setAt, within, type Patched } from '../patch.ts';
import { formatPath, getAt, isList, isObject, parsePath, positionIn, type Path } from '../paths.ts';
import { problemAt } from '../problems.ts';
import type { Control } from './controls.ts';
import { pathOf, placeAt, reach, standing } from './place.ts';
import { movedBack, sameNumber, saysSame } from './same.ts';
import { nodeAt } from '../schema/walk.ts';
import { scenarioDocument } from './scenarioDocument.ts';
import { usualAt, usualGroup } from './usualGroup.ts';

/**
 * The document with a value at a control, null removing it; not yet checked. In the baseline (`variant` null) it is written in place. In a
 * variant it becomes `changes[path]`, which goes when the value says the same as the baseline's; a change that stands above the control is
 * edited inside, and those below it are replaced: no two changes overlap. What all scenarios share is written in place whichever is selected.
 */
export function documentWith(document: Json, variant: string | null, control: Pick<Control, 'path'>, value: Json): Patched {
  const path = pathOf(control);
  if (variant === null || isShared(control)) return put(document, path, value).patched;
  const variants = isObject(document) ? document['variants'] : undefined;
  const position = isList(variants) ? positionIn(variants, variant) : -1;
  const scenario = scenarioDocument(document, variant);
  const baseline = scenarioDocument(document, null);
  if (position < 0 || scenario === null || baseline === null) {
    const names = isList(variants) ? variants.flatMap((item) => (isObject(item) ? [item['name'] as string] : [])) : [];
    return { ok: false, problems: [problemAt(['variants', variant], { code: 'reference', must: { rule: 'known', names }, got: variant })] };
  }
  const stood = getAt(document, ['variants', position, 'changes']);
  const entries = isObject(stood) ? Object.entries(stood) : [];
  const place = formatPath(positions(baseline, path));
  const related = entries.flatMap(([key]) => {
    const parsed = parsePath(key);
    const resolved = parsed.ok ? formatPath(positions(baseline, parsed.path)) : key;
    return parsed.ok && (within(resolved, place) || within(place, resolved)) ? [{ key, path: parsed.path, resolved }] : [];
  });
  const own = placeAt(baseline, path);
  const other = own === null ? reach(baseline, path) : null;
  const same = sameNumber(own, value) || movedBack(own, placeAt(scenario, path), value) || saysSame(other, value ?? undefined);
  const wanted = same ? ((own ?? other)?.typed ?? usualAt(baseline, path) ?? null) : value;
  const { patched, above } = put(scenario, path, wanted);
  if (!patched.ok) return patched;

  const outer = related.find(({ resolved }) => resolved !== place && within(resolved, place));
  const exact = related.find(({ resolved }) => resolved === place);
  const key = outer?.key ?? (above === null ? (exact?.key ?? control.path) : formatPath(above));
  const at = outer?.path ?? above ?? path;
  const changed = at === path ? wanted : (getAt(patched.document, at) ?? null);
  const unchanged = at === path ? same : equal(changed, getAt(baseline, at) ?? usualGroup(at));
  const changes: Record<string, Json> = {};
  for (const [name, change] of entries) {
    if (name === key && !unchanged) changes[name] = changed;
    else if (!related.some((other) => other.key === name)) changes[name] = change;
  }
  if (!unchanged) changes[key] = changed;
  return setAt(document, ['variants', position, 'changes'], changes);
}

/** The document in which a variant has the baseline's value at a control again. */
export function documentWithout(document: Json, variant: string, control: Control): Patched {
  const baseline = scenarioDocument(document, null);
  return documentWith(document, variant, control, (baseline === null ? undefined : typedAt(baseline, pathOf(control))) ?? null);
}

/** Whether a variant has another value at a control than the baseline, by what it means: `70%` and `0.7` are one. */
export function isChanged(document: Json, variant: string | null, control: Control): boolean {
  const [baseline, scenario] = [scenarioDocument(document, null), variant === null ? null : scenarioDocument(document, variant)];
  return baseline !== null && scenario !== null && differs(baseline, scenario, control);
}

/** The same of two scenarios that are at hand: for marks beside every control. */
export function differs(baseline: Json, scenario: Json, control: Control): boolean {
  const path = pathOf(control);
  const place = placeAt(scenario, path);
  const other = placeAt(baseline, path);
  if (place === null || other === null) return place !== other;
  return !sameNumber(other, standing(place) ?? null);
}

/** Whether a place is one for the whole document: what a variant cannot have of its own, and what stands beside the changes of one. */
export const isShared = (control: Pick<Control, 'path'>): boolean => {
  const path = pathOf(control);
  if (sameInAllVariants.includes(path[0] as string)) return true;
  const node = nodeAt(path);
  return node !== null && 'words' in node && node.words.shared === true;
};

/** What the document says at a path, short forms above it written out. */
const typedAt = (scenario: Json, path: Path): Json | undefined => placeAt(scenario, path)?.typed;

/**
 * Sets a value. A group on the way that is left out and then means more than its entries' defaults (channels: all by phone) is written out first:
 * `above` is its path.
 */
function put(document: Json, path: Path, value: Json): { readonly patched: Patched; readonly above: Path | null } {
  for (let length = 1; length < path.length && value !== null; length += 1) {
    const above = path.slice(0, length);
    const usual = getAt(document, above) === undefined ? usualGroup(above) : null;
    if (usual === null) continue;
    const filled = setAt(document, above, usual);
    return { patched: filled.ok ? setAt(filled.document, path, value) : filled, above };
  }
  return { patched: setAt(document, path, value), above: null };
}

const equal = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b);
