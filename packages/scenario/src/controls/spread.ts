import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import type { LeafDescription } from '../schema/description.ts';
import type { Reading } from '../schema/readLeaf.ts';
import { bare, hasSpread, replaced } from './beside.ts';
import type { Control } from './controls.ts';
import { pathOf, placeAt, readNumber, standing, type Place } from './place.ts';
import { quantilesOf } from './quantiles.ts';
import { clean, roundedBound, spellLike, spellWidth } from './spelling.ts';
import { refused, type Typed } from './typed.ts';
import { centreOf } from './value.ts';

/** Of the way from the centre to an end of the support, what a bound at the end keeps: P10 and P90 lie strictly inside. */
const nearEnd = 0.99;

/** What the padlock opens to: this part of the value, or of its distance to the nearer end. */
const usualWidth = 0.1;

/**
 * The value with P10 and P90 (SI) around its centre, which stays as typed. A bound at an end of the support is moved just inside; the centre
 * alone where both are at it. A Problem where low < centre < high does not hold, as at an end of the support, or where one is outside.
 */
export function withSpread(scenario: Json, control: Control, low: number, high: number): Typed {
  const found = readingAt(scenario, control);
  if (found === null) return refused(control, { code: 'missing', must: { rule: 'present' }, got: null }, null);
  const { place, number, reading, median } = found;
  const { description } = place;
  const { lower, upper } = description.support;
  if (low === median && high === median) return { ok: true, value: withCertainty(scenario, control, true) };
  if (!(low < median && median < high))
    return refused(control, { code: 'order', must: { rule: 'increasing' }, got: null }, [low, median, high]);
  if (low < lower || high > upper) {
    const { quantity } = description;
    const must =
      upper === Infinity
        ? ({ rule: 'atLeast', low: lower, quantity } as const)
        : ({ rule: 'between', low: lower, high: upper, quantity } as const);
    return refused(control, { code: 'range', must, got: null }, low < lower ? low : high);
  }
  const from = low === lower ? median - nearEnd * (median - lower) : low;
  const to = high === upper ? median + nearEnd * (upper - median) : high;
  const centre = exactCentre(number, reading, description);
  for (const spelled of spreadSpellings(number, centre, median, from, to, reading, description)) {
    const value = replaced(place.typed, spelled);
    const back = readNumber(value, description);
    if (back.ok && back.reading.distribution.family === 'range') return { ok: true, value };
  }
  return refused(control, { code: 'range', must: { rule: 'increasing' }, got: null }, [low, median, high]);
}

/** Symmetric spreads with `±` unless low and high were typed apart. */
function* spreadSpellings(
  number: Json,
  centre: string | number,
  median: number,
  low: number,
  high: number,
  { basis }: Reading,
  description: LeafDescription,
): Generator<Json> {
  const [from, to] = [roundedBound(low, median), roundedBound(high, median)];
  const symmetric = Math.abs(to - median - (median - from)) <= 1e-9 * (to - from);
  if (symmetric && !isObject(number)) yield `${centre} ±${widthText(clean(to - median), median, description)}`;
  const typed = isObject(number) ? number : {};
  const spell = (key: string): ReturnType<typeof spellLike> => spellLike(typed[key] ?? centre, description, basis);
  yield { low: spell('low')(from), likely: centre, high: spell('high')(to) };
}

/** A percentage of the value where it is a short one, else in the unit of the value. */
function widthText(width: number, median: number, { quantity }: LeafDescription): string {
  const percent = clean((100 * width) / Math.abs(median));
  const relative = quantity !== 'share' && quantity !== 'points' && Number.isInteger(clean(10 * percent));
  return relative ? `${percent}%` : spellWidth(quantity, width);
}

/**
 * The padlock: the centre alone, or a usual range around it (±10%; of numbers with two ends ±10% of the distance to the nearer one; of points
 * ±10%, and ±1 point around none). A number that is uncertain already stays so, and at an end of the support there is no room for a range.
 * Null where the default stands there and stays.
 */
export function withCertainty(scenario: Json, control: Control, certain: boolean): Json {
  const found = readingAt(scenario, control);
  if (found === null) return null;
  const { place, number, reading, median } = found;
  const { description } = place;
  const isCertain = reading.distribution.family === 'certain';
  const centre = exactCentre(number, reading, description);
  if (certain) return isCertain && !hasSpread(number) ? (place.typed ?? null) : replaced(place.typed, centre);
  if (!isCertain || control.isPlain) return place.typed ?? null;
  const spread = usualSpread(median, description);
  if (spread !== null) {
    const value = replaced(place.typed, `${centre} ±${spread}`);
    const back = readNumber(value, description);
    if (back.ok && back.reading.distribution.family === 'range') return value;
  }
  return place.typed ?? null;
}

/** What stands after `±`; null where there is no room. */
function usualSpread(median: number, { quantity, support }: LeafDescription): string | null {
  const { lower, upper } = support;
  if (quantity === 'points') {
    const width = median === 0 ? 0.01 : usualWidth * Math.abs(median);
    return spellWidth(quantity, Number(width.toPrecision(2)));
  }
  const room = Math.min(median - lower, upper - median);
  if (!(room > 0)) return null;
  if (quantity !== 'share' && median * usualWidth < room && upper === Infinity) return '10%';
  const width = usualWidth * (upper === Infinity ? Math.min(room, median) : room);
  return spellWidth(quantity, Number(width.toPrecision(2)));
}

interface Found {
  readonly place: Place;
  readonly number: Json;
  readonly reading: Reading;
  readonly median: number;
}

function readingAt(scenario: Json, control: Control): Found | null {
  const place = placeAt(scenario, pathOf(control));
  const stands = place === null ? undefined : standing(place);
  if (place === null || stands === undefined) return null;
  const read = readNumber(stands, place.description);
  if (!read.ok) return null;
  return { place, number: bare(stands), reading: read.reading, median: quantilesOf(read.reading.distribution).median };
}

/** The centre as typed; of a family its median, in all its digits. */
function exactCentre(number: Json, reading: Reading, description: LeafDescription): string | number {
  const typed = !isObject(number) || reading.distribution.family === 'range';
  if (typed) return centreOf(number, reading, description);
  return spellLike(undefined, description, reading.basis)(quantilesOf(reading.distribution).median);
}
