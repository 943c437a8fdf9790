import type { Json } from './document.ts';
import type { Finding } from './problems.ts';
import { mustText } from './mustTexts.ts';

/** Keys (or names of list items) as text, positions in lists as numbers. */
export type Path = readonly (string | number)[];

const plainKey = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*$/u;

/** Spells a path: keys joined by `.`, odd keys quoted with `"` (escapes `\"` and `\\`), positions as `[i]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else {
      const key = plainKey.test(part) ? part : `"${part.replace(/["\\]/g, '\\$&')}"`;
      text += text === '' ? key : `.${key}`;
    }
  }
  return text;
}

export type ParsedPath = { readonly ok: true; readonly path: Path } | { readonly ok: false; readonly finding: Finding };

/**
 * Reads a path. The inverse of `formatPath`; keys that need no quotes may have them. The empty text is the whole document.
 *
 * A bare key runs to the next `.` or `[`, so `volume~handleTime` needs no quotes when typed by hand.
 */
export function parsePath(text: string): ParsedPath {
  const path: (string | number)[] = [];
  const refuse: ParsedPath = { ok: false, finding: { code: 'syntax', must: mustText('path'), got: text } };
  if (text === '') return { ok: true, path };
  const token = /"((?:[^"\\]|\\["\\])*)"|\[(\d{1,6})\]|([^.[\]"\\]+)/uy;
  let at = 0;
  let expectKey = true;
  while (at < text.length) {
    if (!expectKey && text[at] === '.') {
      at += 1;
      expectKey = true;
      if (text[at] === '[') return refuse;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return refuse;
    const [whole, quoted, index, bare] = match;
    if (index !== undefined) path.push(Number(index));
    else if (!expectKey) return refuse;
    else if (quoted !== undefined) path.push(quoted.replace(/\\(["\\])/g, '$1'));
    else {
      const key = bare?.trim() ?? '';
      if (key === '') return refuse;
      path.push(key);
    }
    at += whole.length;
    expectKey = false;
  }
  return expectKey ? refuse : { ok: true, path };
}

export const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** Where in a list the part points: a position, or the item whose `name` it is; -1 when there is none. */
export const positionIn = (list: readonly Json[], part: string | number): number =>
  typeof part === 'number' ? (part < list.length ? part : -1) : list.findIndex((item) => isObject(item) && item['name'] === part);

/** The value at a path, or undefined when there is none. */
export function getAt(document: Json, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const part of path) {
    if (isList(value)) {
      const position = positionIn(value, part);
      value = position < 0 ? undefined : value[position];
    } else if (isObject(value) && typeof part === 'string' && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** The same path with every position in a list of named items replaced by the item's name. */
export function namedPath(document: Json, path: Path): Path {
  return path.map((part, i) => {
    if (typeof part !== 'number') return part;
    const item = getAt(document, path.slice(0, i + 1));
    if (!isObject(item) || typeof item['name'] !== 'string') return part;
    const list = getAt(document, path.slice(0, i));
    return isList(list) && positionIn(list, item['name']) === part ? item['name'] : part;
  });
}
