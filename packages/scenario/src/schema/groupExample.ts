import type { Json } from '../document.ts';
import { nodeOf, type Node, type Schema } from './nodes.ts';
import { readLeaf } from './readLeaf.ts';

/**
 * A group as one would type it where a single value was typed: `{ atMost: 5% }`. With what was typed where the group has a number that
 * reads it, else with the examples of the schema. `names` are those that the document has for entries of a table. Null: nothing short.
 */
export function groupExample(node: Node, typed: Json, names: readonly string[]): string | null {
  if (node.kind === 'either') return groupExample(nodeOf(node.options[0]), typed, names);
  if (node.kind === 'table') {
    const inner = numberIn(node.item);
    const name = names.find((known) => /^[\p{L}\p{N}_-]+$/u.test(known));
    return inner === null || name === undefined ? null : `{ ${name}: ${spelled(inner, typed) ?? inner.example} }`;
  }
  if (node.kind !== 'group') return null;
  const { exampleEntries = firstNumber(node.entries) } = node.words;
  const entries = Object.entries(exampleEntries);
  const inner = entries.length === 1 ? numberIn(node.entries[entries[0]![0]]) : null;
  const own = inner === null ? null : spelled(inner, typed);
  if (entries.length === 0) return null;
  return `{ ${entries.map(([key, example]) => `${key}: ${own ?? example}`).join(', ')} }`;
}

/** The number that a schema reads, alone or as the short form of a group. */
function numberIn(schema: Schema | undefined): Extract<Node, { kind: 'leaf' | 'cost' }>['description'] | null {
  if (schema === undefined) return null;
  const node = nodeOf(schema);
  if (node.kind === 'leaf' || node.kind === 'cost') return node.description;
  return node.kind === 'group' && node.shorthand !== null ? numberIn(node.entries[node.shorthand]) : null;
}

function firstNumber(entries: Extract<Node, { kind: 'group' }>['entries']): Readonly<Record<string, string>> {
  for (const [key, entry] of Object.entries(entries)) {
    const inner = numberIn(entry);
    if (inner !== null) return { [key]: inner.example };
  }
  return {};
}

/** What was typed, where it is a number of this kind. */
const spelled = (inner: Parameters<typeof readLeaf>[1], typed: Json): string | null =>
  (typeof typed === 'string' || typeof typed === 'number') && typed !== 0 && readLeaf(typed, inner).ok ? String(typed) : null;
