import type { Json } from '../document.ts';
import { fix, sizeIfFixed } from '../fixed.ts';
import type { Path } from '../paths.ts';
import type { Problem } from '../problem.ts';
import { mustText } from '../mustTexts.ts';
import { problemAt } from '../problems.ts';

/** Deeper than any document, shallower than any call stack. */
const deepest = 32;

/** Values in a document, nested ones included. A year of rosters for ten groups has a tenth of this. */
const most = 200_000;

/** A copy, frozen all through, that consists of plain JSON values only, or what stands in the way. What is such a copy already, or a part of one, is its own copy. */
export function plainJson(
  value: unknown,
): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let count = 0;
  const copy = (input: unknown, path: Path): Json => {
    const fixed = sizeIfFixed(input);
    if (fixed !== undefined && path.length + fixed.levels <= deepest) {
      count += fixed.values;
      return input as Json;
    }
    count += 1;
    if (count > most) return null;
    if (input === null || typeof input === 'boolean' || typeof input === 'string') return input;
    if (typeof input === 'number') {
      if (!Number.isFinite(input)) problems.push(problemAt(path, { code: 'range', must: mustText('finite'), got: String(input) }));
      return input;
    }
    const object = typeof input === 'object' && (Array.isArray(input) || isPlain(input));
    if (!object) {
      problems.push(problemAt(path, { code: 'type', must: { rule: 'kind', kind: 'object' }, got: typeof input }));
      return null;
    }
    if (path.length >= deepest) {
      problems.push(problemAt(path, { code: 'structure', must: mustText('nestAtMost', { levels: deepest }), got: null }));
      return null;
    }
    // `from`, because `map` leaves holes as they are.
    if (Array.isArray(input)) return Array.from(input, (item, i) => copy(item, [...path, i]));
    const result: Record<string, Json> = {};
    for (const [key, item] of Object.entries(input)) {
      if (key === '__proto__') problems.push(problemAt([...path, key], { code: 'unknownKey', must: mustText('plainKey'), got: key }));
      else result[key] = copy(item, [...path, key]);
    }
    return result;
  };
  const result = copy(value, []);
  if (count > most) problems.unshift(problemAt([], { code: 'structure', must: mustText('sizeAtMost', { size: most }), got: null }));
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 100) } : { ok: true, value: fix(result) };
}

const isPlain = (input: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(input);
  return (
    prototype === null ||
    prototype === Object.prototype ||
    (prototype as { constructor?: { name?: string } }).constructor?.name === 'Object'
  );
};
