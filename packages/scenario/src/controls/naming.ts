import type { Json } from '../document.ts';
import { formatPath, getAt, isList, isObject, parsePath, type Path } from '../paths.ts';
import { within } from '../patch.ts';
import type { Problem } from '../problem.ts';
import { mustText } from '../mustTexts.ts';
import { problemAt } from '../problems.ts';
import { correlations } from '../schema/correlations.ts';
import { nodeOf, type Schema } from '../schema/nodes.ts';
import { spellsNumber } from '../schema/readLeaf.ts';
import { rootSchema } from '../schema/root.ts';
import { changes } from '../schema/variants.ts';
import { schemaAt } from '../schema/walk.ts';
import { eventsOf, withoutEvent } from './events.ts';
import { changesWith, correlationsWith, type Become } from './pointers.ts';

/** What a document defines under a name of its own, and refers to by that name elsewhere. */
export type Named = 'contactType' | 'agentGroup';

/** Where they are defined. */
export const definedIn: Readonly<Record<Named, string>> = { contactType: 'contactTypes', agentGroup: 'agents' };

/** A document in which a name stands for others, and what is gone with it. */
export interface Renamed {
  readonly document: Json;
  /** Paths of what the document had and has no more; of a variant's changes: `variants.IVR.changes."levers.ivr.containment.cards"`. */
  readonly gone: readonly string[];
}

/** What an entry under a new name is to say, given what the old one says there; undefined: nothing, the new name has no such entry. */
export type Copied = (value: Json, path: Path) => Json | undefined;

const asIs: Copied = (value) => value;

/** The names of a kind that the baseline defines. */
export function namesOf(document: Json, named: Named): readonly string[] {
  const defined = getAt(document, [definedIn[named]]);
  return isObject(defined) ? Object.keys(defined) : [];
}

/** What is wrong with a new name; null: nothing. Names that only a variant defines are taken too. */
export function nameProblem(document: Json, named: Named, name: string): Problem | null {
  const path = [definedIn[named], name];
  if (name.trim() === '') return problemAt([definedIn[named]], { code: 'type', must: mustText('notEmpty'), got: name });
  if (name === '__proto__') return problemAt([definedIn[named]], { code: 'unknownKey', must: mustText('plainKey'), got: name });
  const variants = getAt(document, ['variants']);
  const inVariant = (variant: Json): boolean =>
    Object.keys((isObject(variant) && isObject(variant['changes']) && variant['changes']) || {}).some((key) => {
      const parsed = parsePath(key);
      return parsed.ok && parsed.path[0] === path[0] && parsed.path[1] === name;
    });
  const taken = namesOf(document, named).includes(name) || (isList(variants) && variants.some(inVariant));
  return taken ? problemAt(path, { code: 'overlap', must: mustText('uniqueName'), got: name }) : null;
}

/**
 * The document with `names` in the place of a name, wherever it is defined or referred to: in tables and lists by it, in the paths and values of
 * variants' changes, at the ends of correlations. One other name renames, none removes, the name itself and another one copies.
 *
 * What named nothing else goes with the name: a group of agents without a skill, an event of that contact type alone. Not yet checked.
 */
export function withNames(document: Json, named: Named, name: string, names: readonly string[], copied: Copied = asIs): Renamed {
  const gone: string[] = [];
  const emptied: string[] = [];
  const lose = (path: Path): void => void gone.push(formatPath(path));

  /** Whether the keys at a path are names of the kind. */
  const isNamed = (at: Path, key: string): boolean => {
    if (at.length === 1 && at[0] === definedIn[named]) return true;
    const schema = schemaAt(at);
    const node = schema === null ? null : nodeOf(schema);
    if (node?.kind === 'table') return node.keys === named;
    return node?.kind === 'group' && node.rest?.keys === named && !Object.hasOwn(node.entries, key);
  };

  /** The entries that stand for one. */
  const entriesFor = (key: string, value: Json, at: Path): readonly (readonly [string, Json])[] =>
    names.flatMap((other): readonly (readonly [string, Json])[] => {
      const kept = other === key || names.length === 1 ? value : copied(value, [...at, other]);
      return kept === undefined ? [] : [[other, kept]];
    });

  const inTable = (
    item: Schema,
    value: { readonly [key: string]: Json },
    here: Path,
    at: Path,
    own: readonly string[],
  ): Json | undefined => {
    const entries = Object.entries(value).flatMap(([key, inner]): readonly (readonly [string, Json])[] => {
      const isIt = key === name && !own.includes(key) && isNamed(at, key);
      if (isIt && names.length === 0) {
        lose([...here, key]);
        return [];
      }
      const next = own.includes(key) ? inner : walk(item, inner, [...here, key], [...at, key]);
      if (next === undefined) {
        lose([...here, key]);
        if (at[0] === definedIn.agentGroup && at.length === 1 && here.length === 1) emptied.push(key);
        return [];
      }
      return isIt ? entriesFor(key, next, at) : [[key, next]];
    });
    return Object.fromEntries(entries);
  };

  /** `here`: where it stands in the document; `at`: where in a scenario, which within changes is another place. */
  const walk = (schema: Schema, value: Json, here: Path, at: Path): Json | undefined => {
    const node = nodeOf(schema);
    switch (node.kind) {
      case 'either':
        return walk(node.options[node.second(value) ? 1 : 0], value, here, at);
      case 'list':
        if (!isList(value)) return value;
        return value.flatMap((item, i) => {
          const place = [...here, isObject(item) && typeof item['name'] === 'string' ? item['name'] : i];
          const next = walk(node.item, item, place, [...at, i]);
          if (next === undefined) lose(place);
          return next === undefined ? [] : [next];
        });
      case 'table': {
        if (isList(value)) return listed(value, here, node.keys === named ? at : null);
        if (!isObject(value)) return value;
        const next = inTable(node.item, value, here, at, []);
        return node.required && here.length > 1 && isEmpty(next) && !isEmpty(value) ? undefined : next;
      }
      case 'group': {
        if (!isObject(value) || (node.shorthand !== null && spellsNumber(value))) return value;
        const entries: [string, Json][] = [];
        for (const [key, inner] of Object.entries(value)) {
          const entry = Object.hasOwn(node.entries, key) ? node.entries[key]! : null;
          const next = entry === null ? inner : walk(entry, inner, [...here, key], [...at, key]);
          if (next === undefined) return undefined;
          // A table of nothing says nothing.
          if (!isEmpty(next) || isEmpty(inner)) entries.push([key, next]);
        }
        const own = Object.fromEntries(entries);
        return node.rest === null ? own : inTable(node.rest.item, own, here, at, Object.keys(node.entries));
      }
      case 'special':
        if (schema === changes) return isObject(value) ? changesWith(value, here, become, lose) : value;
        if (schema === correlations) return isObject(value) ? correlationsWith(value, here, become, lose) : value;
        return isList(value) && named === 'contactType' && node.offers?.options === 'contactType' ? listed(value, here, at) : value;
      default:
        return value;
    }
  };

  const listed = (value: readonly Json[], here: Path, at: Path | null): Json | undefined => {
    if (at === null || !value.includes(name)) return value;
    if (names.length === 0) lose([...here, name]);
    const next = value.flatMap((item) => (item === name ? entriesFor(name, item, at).map(([other]) => other) : [item]));
    return next.length === 0 ? undefined : next;
  };

  /** The paths that stand for one, and what stands there. */
  const become: Become = (path, value, here) => {
    const schema = schemaAt(path);
    const next = schema === null || value === null ? value : walk(schema, value, here, path);
    if (next === undefined) return [];
    const place = path.findIndex((part, i) => part === name && isNamed(path.slice(0, i), name));
    if (place < 0) return [[path, next]];
    return names.flatMap((other): readonly (readonly [Path, Json])[] => {
      const to: Path = path.map((part, i) => (i === place ? other : part));
      const kept = other === name || names.length === 1 ? next : copied(next, to);
      return kept === undefined ? [] : [[to, kept]];
    });
  };

  let result = document;
  if (named === 'contactType' && names.length === 0)
    // From the last to the first, so that places stay what they are.
    eventsOf(document).forEach((_, i, { length }) => {
      const place = length - 1 - i;
      const event = eventsOf(document)[place]!;
      if (!isObject(event) || !isList(event['contactTypes']) || event['contactTypes'].some((type) => type !== name)) return;
      lose(['calendar', 'events', typeof event['name'] === 'string' ? event['name'] : place]);
      const { patched, gone: further } = withoutEvent(result, null, place);
      if (patched.ok) result = patched.document;
      gone.push(...further);
    });
  result = walk(rootSchema, result, [], []) ?? result;
  for (const group of emptied) {
    const further = withNames(result, 'agentGroup', group, []);
    result = further.document;
    gone.push(...further.gone);
  }
  const own = formatPath([definedIn[named], name]);
  return {
    document: result,
    gone: [...new Set(gone)].filter((path) => path !== own && !gone.some((outer) => outer !== path && within(outer, path))),
  };
}

const isEmpty = (value: Json | undefined): boolean => isObject(value) && Object.keys(value).length === 0;
