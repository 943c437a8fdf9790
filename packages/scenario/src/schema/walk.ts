import type { Json } from '../document.ts';
import { isList, isObject, type Path } from '../paths.ts';
import type { LeafDescription } from './description.ts';
import { besideNode, nodeOf, type Node, type Schema } from './nodes.ts';
import { spellsNumber } from './readLeaf.ts';
import { remembered } from '../remembered.ts';
import { rootSchema } from './root.ts';

/** The schema below one key; null when the schema knows no such key. */
function below(schema: Schema, part: string | number): Schema | null {
  const node = nodeOf(schema);
  switch (node.kind) {
    case 'group':
      if (typeof part === 'string' && Object.hasOwn(node.entries, part)) return node.entries[part]!;
      return node.rest !== null && typeof part === 'string' ? node.rest.item : null;
    case 'table':
      return typeof part === 'string' ? node.item : null;
    case 'list':
      return node.single && typeof part === 'string' ? below(node.item, part) : node.item;
    case 'either': {
      const [first, second] = node.options;
      return below(first, part) ?? below(second, part);
    }
    case 'cost':
      return part === 'amount' ? schema : null;
    default:
      return null;
  }
}

/** The schema at a path of the document; null where there is none (also inside a number: `.low`). */
export function schemaAt(path: Path): Schema | null {
  let schema: Schema | null = rootSchema;
  for (const part of path) {
    schema = below(schema, part);
    if (schema === null) return null;
  }
  return schema;
}

/** The node at a path, also of a choice beside a number. */
export const nodeAt = (path: Path): Node | null => {
  const schema = schemaAt(path);
  return schema === null ? besideNode(descriptionAt(path.slice(0, -1)), path.at(-1)) : nodeOf(schema);
};

/** The description of the number at a path; null when no number stands there. */
export function descriptionAt(path: Path): LeafDescription | null {
  const node = nodeAt(path);
  if (node === null) return null;
  if (node.kind === 'leaf' || node.kind === 'cost') return node.description;
  const inner = node.kind === 'either' ? nodeOf(node.options[0]) : node.kind === 'list' && node.single ? nodeOf(node.item) : null;
  return inner?.kind === 'leaf' || inner?.kind === 'cost' ? inner.description : null;
}

type Visit = (path: Path, value: Json, description: LeafDescription) => void;

/** Calls `visit` for every number that a document spells out, with its description. Tolerates documents that do not validate. */
export function visitNumbers(document: Json, visit: Visit): void {
  if (!isObject(document)) return;
  for (const [key, part] of Object.entries(document))
    for (const { path, value, description } of numbersBelow.get(key)?.(part) ?? []) visit(path, value, description);
}

interface SpelledNumber {
  readonly path: Path;
  readonly value: Json;
  readonly description: LeafDescription;
}

/** By key of a document: the numbers in what stands there. Several checks ask for those of the same document, and edits leave most parts as they were. */
const numbersBelow = new Map(
  entriesOf(rootSchema).map(([key, schema]) => [
    key,
    remembered((part: Json): readonly SpelledNumber[] => {
      const numbers: SpelledNumber[] = [];
      visitNumbersBelow(schema, part, [key], (path, value, description) => numbers.push({ path, value, description }));
      return numbers;
    }),
  ]),
);

function entriesOf(schema: Schema): readonly (readonly [string, Schema])[] {
  const node = nodeOf(schema);
  return node.kind === 'group' ? Object.entries(node.entries) : [];
}

/** The same of a part of a document, which stands at a path. */
export function visitNumbersBelow(root: Schema, part: Json, at: Path, visit: Visit): void {
  const walk = (schema: Schema, value: Json, path: Path): void => {
    const node = nodeOf(schema);
    switch (node.kind) {
      case 'leaf':
      case 'cost':
        if (isObject(value) && node.kind === 'cost' && value['amount'] !== undefined)
          visit([...path, 'amount'], value['amount'], node.description);
        else visit(path, value, node.description);
        return;
      case 'either':
        walk(node.second(value) ? node.options[1] : node.options[0], value, path);
        return;
      case 'list':
        if (isList(value)) value.forEach((item, i) => walk(node.item, item, [...path, i]));
        else if (node.single) walk(node.item, value, path);
        return;
      case 'group':
        if (node.shorthand !== null && spellsNumber(value)) {
          walk(node.entries[node.shorthand]!, value, [...path, node.shorthand]);
          return;
        }
        if (!isObject(value)) return;
        for (const [key, item] of Object.entries(value)) {
          const inner = below(schema, key);
          if (inner !== null) walk(inner, item, [...path, key]);
        }
        return;
      case 'table':
        if (isObject(value)) for (const [key, item] of Object.entries(value)) walk(node.item, item, [...path, key]);
        return;
      default:
    }
  };
  walk(root, part, at);
}
