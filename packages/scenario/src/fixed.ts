import type { Json } from './document.ts';
import { isObject } from './paths.ts';

/** How much is in a value: itself and all that is nested in it, and the levels that it nests. */
export interface Size {
  readonly values: number;
  readonly levels: number;
}

/** Objects that are frozen all through. */
const sizes = new WeakMap<object, Size>();

/** The size of an object that `fix` has frozen; undefined of any other value. */
export const sizeIfFixed = (value: unknown): Size | undefined =>
  typeof value === 'object' && value !== null ? sizes.get(value) : undefined;

/** Whether a value will never be another: what was found out about it holds wherever it is met again. */
export const isFixed = (value: unknown): value is object => sizeIfFixed(value) !== undefined;

/** Whether a value cannot change where it stands: it is fixed, or no object. */
export const isSettled = (value: Json): boolean => typeof value !== 'object' || value === null || isFixed(value);

const ofOne: Size = { values: 1, levels: 0 };

/**
 * Freezes a value of plain JSON all through, in place, and returns it: whoever made it gives it up. What is fixed already is not gone through again, so that
 * a document made of another one's parts costs what is new in it.
 */
export function fix<T extends Json>(value: T): T {
  fixedSize(value);
  return value;
}

function fixedSize(value: Json): Size {
  if (typeof value !== 'object' || value === null) return ofOne;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let values = 1;
  let levels = 0;
  for (const item of Object.values(value)) {
    const inner = fixedSize(item);
    values += inner.values;
    levels = Math.max(levels, inner.levels);
  }
  const size = { values, levels: levels + 1 };
  sizes.set(Object.freeze(value), size);
  return size;
}

/** Whether two objects have the same values under the same keys, in the same order, nested ones as the same objects. */
export function hasSameParts(a: Json, b: Json): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const [ours, theirs] = [Object.keys(a), Object.keys(b)];
  return ours.length === theirs.length && ours.every((key, i) => key === theirs[i] && a[key] === b[key]);
}
