import type { Json } from '../document.ts';
import { getAt, isObject, type Path } from '../paths.ts';
import { nodeOf } from '../schema/nodes.ts';
import { schemaAt } from '../schema/walk.ts';
import { bare } from './beside.ts';

/** What a group that is left out says at a path below it. */
export function usualAt(document: Json, path: Path): Json | undefined {
  const length = path.findIndex((_, i) => getAt(document, path.slice(0, i + 1)) === undefined) + 1;
  const usual = length === 0 ? null : usualGroup(path.slice(0, length));
  return usual === null ? undefined : getAt(usual, path.slice(length));
}

/** What stands for a group that is left out, as one would type it; null where that is nothing but its entries' defaults. */
export function usualGroup(path: Path): Json | null {
  const schema = schemaAt(path);
  const node = schema === null ? null : nodeOf(schema);
  if (node?.kind !== 'group' || !isObject(node.usual)) return null;
  const entries = Object.entries(node.usual).map(([key, usual]) => [key, bare(usual)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
