import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import type { Leaf } from '../scenario.ts';
import { leafKeys, sources } from '../schema/readLeaf.ts';
import type { Control } from './controls.ts';
import { pathOf, placeAt, standing } from './place.ts';

export type Source = NonNullable<Leaf['source']>;

/** Where a value may come from, in the words of documents. */
export const sourceNames: readonly Source[] = sources;

/**
 * The value at a control with where it comes from and a note beside it; null: without one. A default that is given a source is written out, since
 * somebody stands for it now. Null where nothing stands at the control, or a plain number, which has no room for either.
 */
export function withSource(scenario: Json, control: Control, source: Source | null, note: string | null): Json | null {
  const place = control.isPlain ? null : placeAt(scenario, pathOf(control));
  const typed = place === null ? undefined : standing(place);
  return typed === undefined ? null : beside(typed, source, note);
}

/** A number that somebody has put another in the place of is nobody's placeholder any more: what marked it as one goes. */
export function claimed(value: Json): Json {
  if (!isObject(value)) return value;
  if (value['amount'] !== undefined) return { ...value, amount: claimed(value['amount']) };
  return value['source'] === 'default' ? beside(value, null, null) : value;
}

function beside(typed: Json, source: Source | null, note: string | null): Json {
  if (isObject(typed) && typed['amount'] !== undefined) return { ...typed, amount: beside(typed['amount'], source, note) };
  const number = isObject(typed) && leafKeys.some((key) => Object.hasOwn(typed, key)) ? typed : { value: typed };
  const told: Record<string, Json> = Object.fromEntries(Object.entries(number).filter(([key]) => key !== 'source' && key !== 'note'));
  if (source !== null) told['source'] = source;
  if (note !== null && note.trim() !== '') told['note'] = note.trim();
  return Object.keys(told).length === 1 && told['value'] !== undefined ? told['value'] : told;
}
