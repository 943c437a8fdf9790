import { sha256Hex } from '@percall/scenario';

/** SHA-256 of a value's one JSON text: keys in code unit order, typed arrays as lists, the numbers that JSON lacks as text. */
export function digest(value: unknown): string {
  return sha256Hex(textOf(value, new Map()));
}

/** `known` holds the texts of lists of numbers: contact types share their profile, whose numbers are most of a model's text. */
function textOf(value: unknown, known: Map<object, string>): string {
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : JSON.stringify(String(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, known)).join(',')}]`;
  if (ArrayBuffer.isView(value)) {
    let text = known.get(value);
    if (text === undefined) known.set(value, (text = textOf(Array.from(value as Float64Array), known)));
    return text;
  }
  const object = value as Readonly<Record<string, unknown>>;
  const entries: string[] = [];
  for (const key of Object.keys(object).sort())
    if (object[key] !== undefined) entries.push(`${JSON.stringify(key)}:${textOf(object[key], known)}`);
  return `{${entries.join(',')}}`;
}
