import * as z from 'zod/mini';
import type { Json } from '../document.ts';
import { problemAt, type Finding } from '../problems.ts';
import type { Problem } from '../problem.ts';
import type { CostBasis } from '../scenario.ts';
import type { LeafDescription } from '../schema/description.ts';
import { readLeaf, withSpreadSign } from '../schema/readLeaf.ts';
import { sameBasis, spellBasis } from '../units/basis.ts';
import { normaliseText } from '../units/normalise.ts';
import { bare, replaced } from './beside.ts';
import type { Control } from './controls.ts';
import { pathOf, placeAt, readNumber, standing, type Place } from './place.ts';
import { basisWords } from './spelling.ts';
import { centreOf, textOf } from './value.ts';

export type Typed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: Problem };

/**
 * What a person typed into the box of a control, as the value to write: text as typed ("5m40s", "110k ±8%", "٣٤٥ s"); `±8%` alone is a spread around
 * the central value; what stands beside the number (how it was counted, its source, its note, its steps) is kept. A Problem where it does not read.
 *
 * A cost without a basis keeps the one that stands there. Empty text gives null, which removes: back to the default, where there is one. The
 * text that stands there already changes nothing, whatever finer law it is the centre of.
 */
export function typedValue(scenario: Json, control: Control, text: string): Typed {
  const place = placeAt(scenario, pathOf(control));
  const description = place?.description ?? control.description;
  const stands = place === null ? undefined : standing(place);
  const read = stands === undefined ? null : readNumber(stands, description);
  const trimmed = text.trim();
  if (normaliseText(trimmed) === '') {
    // An optional number (its default is null) may be left out, a cost line too.
    if (description.default !== undefined || (place !== null && place.usual !== undefined)) return { ok: true, value: null };
    return refused(control, { code: 'missing', must: { rule: 'present' }, got: text }, text);
  }
  if (stands !== undefined && read?.ok && textOf(bare(stands), read.reading, description) === trimmed)
    return { ok: true, value: place?.typed ?? null };
  const centre = stands !== undefined && read?.ok ? centreOf(bare(stands), read.reading, description) : null;
  const whole = /^(?:±|\+\/?-)/u.test(normaliseText(trimmed)) && centre !== null ? `${centre} ${trimmed}` : trimmed;
  const spelled = onBasis(whole, description, read?.ok ? read.reading.basis : null, centre);
  const checked = readLeaf(spelled, description);
  if (!checked.ok) return refused(control, checked.findings[0]!, text);
  const value = replaced(place?.typed, spelled);
  const finding = place === null ? null : findingOf(place, value);
  return finding === null ? { ok: true, value } : refused(control, finding, text);
}

/** A cost that states no basis, on the one that stands there: `0.02` over `0.018 per minute` is `0.02 per minute`. */
function onBasis(text: string, description: LeafDescription, basis: CostBasis | null, centre: Json): string {
  if (description.quantity !== 'cost' || basis === null) return text;
  const { impliedBasis, ...stated } = description;
  if (readLeaf(text, stated).ok || (impliedBasis !== undefined && sameBasis(impliedBasis, basis))) return text;
  const [head, spread] = withSpreadSign.exec(text)?.slice(1) ?? [text];
  for (const words of [typeof centre === 'string' ? basisWords(centre) : '', spellBasis(basis)]) {
    const longer = `${head!.trim()} ${words}${spread === undefined ? '' : ` ±${spread}`}`;
    if (readLeaf(longer, stated).ok) return longer;
  }
  return text;
}

/** What the schema has against a value at its place: a staircase takes fewer bases than a plain cost. */
function findingOf({ schema }: Place, value: Json): Finding | null {
  const result = z.safeParse(schema, value);
  if (result.success) return null;
  const issue = result.error.issues[0]!;
  return issue.code === 'custom' ? (issue.params?.['finding'] as Finding) : { code: 'type', must: { rule: 'present' }, got: value };
}

/** A Problem at the control, with what was typed there. */
export function refused(control: Control, finding: Finding, got: unknown): Extract<Typed, { ok: false }> {
  return { ok: false, problem: problemAt(pathOf(control), { ...finding, got, below: [] }) };
}
