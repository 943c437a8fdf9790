import { formatPath, type Path } from '../paths.ts';
import type { Leaf } from '../scenario.ts';

const isLeaf = (value: object): value is Leaf => 'distribution' in value && 'support' in value;

/** A copy in which every leaf carries its path (the keys that lead to it), and the document's source where it states none. */
export function locate<T>(value: T, source: Leaf['source'], path: Path = []): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isLeaf(value)) return { ...value, path: formatPath(path), source: value.source ?? source };
  if (Array.isArray(value)) return value.map((item: unknown, i) => locate(item, source, [...path, nameOf(item) ?? i])) as T;
  const copy: Record<string | symbol, unknown> = {};
  for (const key of Reflect.ownKeys(value)) {
    const inner = (value as Record<string | symbol, unknown>)[key];
    copy[key] = locate(inner, source, typeof key === 'symbol' ? path : [...path, key]);
  }
  return copy as T;
}

/** Items of a list go by their name where they have one. */
function nameOf(item: unknown): string | null {
  const name: unknown = typeof item === 'object' && item !== null && 'name' in item ? item.name : null;
  return typeof name === 'string' ? name : null;
}
