import { parsePath, type Path } from '../paths.ts';
import { nodeOf, type Schema } from '../schema/nodes.ts';
import { rootSchema } from '../schema/root.ts';

/** The field of a document that a path leads to, for those who know labels rather than paths. */
export interface FieldAt {
  /** The key of its words, or of the nearest group around it that has some: `contactTypes.*.volume`. */
  readonly pattern: string;
  /** The names on the way that the document chose, outermost first: of a variant, and of a contact type in its changes. */
  readonly names: readonly string[];
}

/** The field that a Problem's path leads to; null where it is about the whole document, or leads nowhere. */
export function fieldAt(path: string): FieldAt | null {
  const parsed = parsePath(path);
  const found = parsed.ok ? walk(rootSchema, parsed.path, '', []) : null;
  return found === null || found.pattern === '' ? null : found;
}

function walk(schema: Schema, [part, ...rest]: Path, pattern: string, names: readonly string[]): FieldAt {
  const here = { pattern, names };
  if (part === undefined) return here;
  const node = nodeOf(schema);
  const below = (key: string): string => (pattern === '' ? key : `${pattern}.${key}`);
  switch (node.kind) {
    case 'either': {
      const [first, second] = node.options.map((option) => walk(option, [part, ...rest], pattern, names));
      return first!.pattern.length >= second!.pattern.length ? first! : second!;
    }
    case 'list':
      if (node.single) return walk(node.item, typeof part === 'number' ? rest : [part, ...rest], pattern, names);
      return walk(node.item, rest, `${pattern}[]`, typeof part === 'string' ? [...names, part] : names);
    case 'table':
      return typeof part === 'string' ? walk(node.item, rest, below('*'), [...names, part]) : here;
    case 'group': {
      if (typeof part !== 'string') return here;
      if (Object.hasOwn(node.entries, part)) return walk(node.entries[part]!, rest, below(part), names);
      if (node.rest !== null) return walk(node.rest.item, rest, below('*'), [...names, part]);
      // What a variant does not have itself is meant of the scenario that it makes.
      return pattern === 'variants[]' ? nearer(here, walk(rootSchema, [part, ...rest], '', names)) : here;
    }
    case 'special': {
      const inside = pattern === 'variants[].changes' && typeof part === 'string' ? parsePath(part) : null;
      return inside?.ok ? nearer(here, walk(rootSchema, [...inside.path, ...rest], '', names)) : here;
    }
    default:
      return here;
  }
}

const nearer = (outer: FieldAt, inner: FieldAt): FieldAt => (inner.pattern === '' ? outer : inner);
