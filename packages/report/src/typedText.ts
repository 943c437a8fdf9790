import type { Json } from '@percall/scenario';

/** A value of a document on one line, as people type it: text bare, groups as `{ low: 60%, high: 75% }`, lists as `[1, 2]`. */
export function typedText(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(typedText).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${typedText(inner)}`)
      .join(', ')} }`;
  return String(value);
}
