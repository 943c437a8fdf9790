import * as z from 'zod/mini';
import type { Json } from '../document.ts';
import { hoursPerWeekOf } from '../hoursPerWeek.ts';
import { isObject } from '../paths.ts';
import { problemAt, type Finding } from '../problems.ts';
import type { Problem } from '../problem.ts';
import { restateDistribution } from '../restate.ts';
import type { CostBasis, Period } from '../scenario.ts';
import type { LeafDescription } from '../schema/description.ts';
import { periodOf, readLeaf, splitSpread, type Reading } from '../schema/readLeaf.ts';
import { atHoursPerWeek } from '../units/amount.ts';
import { sameBasis, spellBasis } from '../units/basis.ts';
import { normaliseText } from '../units/normalise.ts';
import { numberPattern, readNumber as readPlain } from '../units/number.ts';
import { readPeriod } from '../units/period.ts';
import { meantInstead } from '../units/slips.ts';
import { bare, hasSpread, replaced } from './beside.ts';
import { movedTo } from './central.ts';
import type { Control } from './controls.ts';
import { pathOf, placeAt, readNumber, standing, type Place } from './place.ts';
import { quantilesOf } from './quantiles.ts';
import { basisWords, spellLike } from './spelling.ts';
import { centreOf, textOf } from './value.ts';

export type Typed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: Problem };

/**
 * What a person typed into the box of a control, as the value to write: text as typed ("5m40s", "110k ±8%", "٣٤٥ s"); `±8%` alone is a spread around
 * the central value; what stands beside the number (how it was counted, its source, its note, its steps) is kept. A Problem where it does not read.
 *
 * A value alone is a new centre: the spread that stands there moves with it (only the padlock, or `±0`, makes a number certain). What would not
 * read as it is, but can mean one thing only in this box, is taken so: `120k to 140k` is a range around its middle, `340` has the unit of
 * `318 s`, `+6%` of an amount or a time is a change of what stands there.
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
  const before = stands !== undefined && read?.ok ? read.reading : null;
  if (before !== null && textOf(bare(stands!), before, description) === trimmed) return { ok: true, value: place?.typed ?? null };
  const centre = before === null ? null : centreOf(bare(stands!), before, description);

  let first: Finding | null = null;
  for (const meant of meanings(trimmed, description, before, centre)) {
    const checked = readLeaf(meant, description);
    if (!checked.ok) {
      // Of the ends of a range there is more to say than that no number was typed.
      if (first === null || isObject(meant)) first = checked.findings[0]!;
      continue;
    }
    const value = place === null ? meant : written(place, before, meant, checked.value, control.isPlain);
    const finding = place === null ? null : findingOf(place, value);
    return finding === null ? { ok: true, value } : refused(control, finding, text);
  }
  // Here the basis that stands there is known, and the unit.
  const instead = meantInstead(normaliseText(trimmed), description.quantity).find((meant) => typedValue(scenario, control, meant.text).ok);
  const found = instead === undefined ? first! : { ...first!, hint: instead.said(instead.text) };
  return refused(control, atHoursPerWeek(found, hoursPerWeekOf(scenario)), text);
}

/** What a text can mean in a box, the most literal first. */
function* meanings(text: string, description: LeafDescription, before: Reading | null, centre: string | number | null): Generator<Json> {
  const basis = before?.basis ?? null;
  const isSpread = /^(?:±|\+\/?-)/u.test(normaliseText(text)) && centre !== null;
  const whole = isSpread ? `${centre} ${text}` : text;
  yield onBasis(whole, description, basis, centre);

  const unit = centre === null ? '' : unitOf(String(centre));
  const ends = endsOf(text);
  if (ends !== null) {
    const named = description.perPeriod === true ? readPeriod(normaliseText(ends[1])) : null;
    const of: CostBasis | null = named === null ? basis : { on: 'period', per: named.period };
    const [low, high] = ends.map((end) => onBasis(withUnit(end, unitOf(ends[1]) || unit), description, of, centre)) as [string, string];
    const [from, to] = [low, high].map((end) => readLeaf(end, description));
    const likely =
      from!.ok && to!.ok ? (quantilesOf(from!.value.distribution).median + quantilesOf(to!.value.distribution).median) / 2 : null;
    if (likely !== null && from!.ok) yield { low, likely: spellLike(low, description, from!.value.basis)(likely), high };
  }

  const [head, spread] = splitSpread(whole, description) ?? [whole];
  const inUnit = withUnit(head, unit);
  if (spread === undefined) yield inUnit;
  else yield `${inUnit} ±${description.quantity === 'duration' ? withUnit(spread, unit) : spread}`;

  const change = /^([+-]\d+(?:\.\d+)?) ?%$/.exec(normaliseText(text));
  if (change !== null && before !== null && centre !== null && description.quantity !== 'points')
    yield spellLike(centre, description, basis)(quantilesOf(before.distribution).median * (1 + Number(change[1]) / 100));
}

/** What follows a number that is typed in one unit: `s` of `318 s`, `%` of `62%`, `k` of `140k`; nothing of `5m40s`. */
function unitOf(text: string): string {
  const words = normaliseText(text).replace(leading, '').trim();
  return /\d/.test(words) ? '' : words;
}

const leading = new RegExp(`^(?:[A-Z]{3} ?)?${numberPattern}`);

const withUnit = (text: string, unit: string): string =>
  unit === '' || readPlain(normaliseText(text)) === null ? text : `${text.trim()}${/^[%kKM]/.test(unit) ? '' : ' '}${unit}`;

/** The ends of `120k to 140k`, `10-12%`, `١٠ إلى ١٢٪`. */
function endsOf(text: string): readonly [string, string] | null {
  const normal = normaliseText(text);
  const match = /^(.*\d.*?) ?(?:\bto\b|\.{2,3}|إلى) ?(.*\d.*)$/u.exec(normal) ?? /^([^-]*\d[^-]*?) ?(?<!e)- ?(\d[^-]*)$/iu.exec(normal);
  return match === null ? null : [match[1]!, match[2]!];
}

/** A number that was typed, in the place of what stands there. A value alone takes the spread of that with it. */
function written(place: Place, before: Reading | null, meant: Json, { distribution, basis }: Reading, isPlain: boolean): Json {
  if (distribution.family === 'certain') {
    if (isPlain) return distribution.value;
    const stood = before === null || before.distribution.family === 'certain' ? null : onSameBasis(place, before, basis);
    if (stood !== null && !isObject(meant) && !hasSpread(meant))
      return movedTo(place, stood, distribution.value, `${meant as string | number}`);
  }
  return replaced(place.typed, meant);
}

/** What stands there, on the basis of what was typed: a volume for another period is restated, a cost on another basis is another cost. */
function onSameBasis({ description, period }: Place, before: Reading, basis: CostBasis | null): Reading | null {
  if (sameBasis(before.basis, basis)) return before;
  if (description.perPeriod !== true) return null;
  const [from, to] = [before, { basis }].map((reading) => periodOf(reading) ?? period) as [Period, Period];
  return { ...before, distribution: restateDistribution(before.distribution, from, to), basis };
}

/**
 * A cost that states no basis, on the one that stands there, and a volume without a period for the one that stands there: `0.02` over
 * `0.018 per minute` is `0.02 per minute`, `30k` over `27k/week` is `30k/week`.
 */
function onBasis(text: string, description: LeafDescription, basis: CostBasis | null, centre: Json): string {
  if (basis === null || (description.quantity !== 'cost' && description.perPeriod !== true)) return text;
  const { impliedBasis, ...stated } = description;
  const own = readLeaf(text, stated);
  if ((own.ok && own.value.basis !== null) || (impliedBasis !== undefined && sameBasis(impliedBasis, basis))) return text;
  const [head, spread] = splitSpread(text, description) ?? [text];
  for (const words of [typeof centre === 'string' ? basisWords(centre) : '', spellBasis(basis)]) {
    const longer = `${head.trim()}${words.startsWith('/') ? '' : ' '}${words}${spread === undefined ? '' : ` ±${spread}`}`;
    const read = readLeaf(longer, stated);
    if (read.ok && sameBasis(read.value.basis, basis)) return longer;
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
