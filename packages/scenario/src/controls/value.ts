import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import { restate } from '../restate.ts';
import type { CostBasis, Distribution, Leaf, Period } from '../scenario.ts';
import type { LeafDescription } from '../schema/description.ts';
import { periodOf, readLeaf, sources, splitSpread, type Reading } from '../schema/readLeaf.ts';
import { normaliseText } from '../units/normalise.ts';
import { readPeriod } from '../units/period.ts';
import { bare } from './beside.ts';
import type { Control } from './controls.ts';
import { pathOf, placeAt, readNumber, standing } from './place.ts';
import { quantilesOf } from './quantiles.ts';
import { clean, near, spellLike, spellWidth } from './spelling.ts';

/** What stands at a control in one scenario (the baseline, or a variant with its changes applied). */
export interface ControlValue {
  /**
   * As typed, or as the default spells it; of a range written as an object, the form with `±` where that says the same. Of other ranges
   * and of families the centre alone: beside it stand `low` and `high`.
   */
  readonly text: string;
  readonly distribution: Distribution;
  /** Median, in the SI unit. */
  readonly central: number;
  /** P10 and P90; null where the number is certain. */
  readonly low: number | null;
  readonly high: number | null;
  /** What a cost is charged on; the period that a volume names, and that all these values are for. Null for other quantities. */
  readonly basis: CostBasis | null;
  /** False: the document leaves it out, and this is the default. */
  readonly given: boolean;
  /** The document's own source where the number has none. */
  readonly source: Leaf['source'];
  readonly note: string | null;
}

/** What stands at a control in one scenario; null where it has none there. `scenario` need not be the document's baseline: see `scenarioDocument`. */
export function valueAt(scenario: Json, control: Control): ControlValue | null {
  const place = placeAt(scenario, pathOf(control));
  const typed = place === null ? undefined : standing(place);
  if (place === null || typed === undefined) return null;
  const read = readNumber(typed, place.description);
  if (!read.ok) return null;
  const { distribution, basis, source, note } = read.reading;
  const { low, median, high } = quantilesOf(distribution);
  const certain = distribution.family === 'certain';
  const given = place.typed !== undefined;
  return {
    text: textOf(bare(typed), read.reading, place.description),
    distribution,
    central: median,
    low: certain ? null : low,
    high: certain ? null : high,
    basis,
    given,
    source: given ? (source ?? sourceOf(scenario)) : 'default',
    note,
  };
}

/** The centre of a value as it is beside another at the same control: for the period of that one, where they name different ones. */
export function centralBeside(value: ControlValue, other: ControlValue, { description }: Control, period: Period): number {
  return description.perPeriod === true ? restate(value.central, periodOf(value) ?? period, periodOf(other) ?? period) : value.central;
}

/** Where the values of a document come from that do not say so themselves. */
function sourceOf(scenario: Json): Leaf['source'] {
  const source = isObject(scenario) ? scenario['source'] : undefined;
  return sources.find((known) => known === source) ?? null;
}

/** The shortest text of a number; reading it gives the number, or its centre alone where no text says more. */
export function textOf(number: Json, reading: Reading, description: LeafDescription): string {
  const centre = centreOf(number, reading, description);
  if (!isObject(number)) return typeof number === 'string' ? number : JSON.stringify(number);
  const { distribution } = reading;
  if (distribution.family !== 'range') return String(centre);
  const { low, likely, high } = distribution;
  const width = likely - low;
  if (!near(low, likely - width) || Math.abs(high - likely - width) > 1e-9 * width) return String(centre);
  const { quantity } = description;
  const percent = clean(Number(((100 * width) / Math.abs(likely)).toFixed(9)));
  const relative = quantity !== 'share' && quantity !== 'points' && Number.isInteger(Number((100 * percent).toFixed(6)));
  for (const spread of [...(relative ? [`${percent}%`] : []), spellWidth(quantity, clean(width))]) {
    const text = `${centre} ±${spread}`;
    const read = readLeaf(text, description);
    if (!read.ok || read.value.distribution.family !== 'range') continue;
    const { distribution: other } = read.value;
    if (Math.abs(other.low - low) <= 1e-9 * width && Math.abs(other.high - high) <= 1e-9 * width) return text;
  }
  return String(centre);
}

/** The centre of a number: as typed where it was typed, else its median in four digits. */
export function centreOf(number: Json, reading: Reading, description: LeafDescription): string | number {
  if (typeof number === 'string') return splitSpread(number, description)?.[0] ?? number;
  if (!isObject(number)) return number as number;
  const { median } = quantilesOf(reading.distribution);
  if (reading.distribution.family === 'range' && number['likely'] !== undefined) {
    const likely = number['likely'] as string | number;
    // Beside ends that name a period it names none: alone it must.
    const isWhole =
      description.perPeriod !== true ||
      reading.basis === null ||
      (typeof likely === 'string' && readPeriod(normaliseText(likely)) !== null);
    return isWhole ? likely : spellLike(likely, description, reading.basis)(median);
  }
  return spellLike(undefined, description, reading.basis)(Number(median.toPrecision(4)));
}
