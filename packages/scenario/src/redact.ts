import { checkDocument } from './check/checkDocument.ts';
import { spellDistribution } from './controls/central.ts';
import { readNumber } from './controls/place.ts';
import { spellLike } from './controls/spelling.ts';
import type { Json, ScenarioDocument } from './document.ts';
import { isList, isObject, parsePath, type Path } from './paths.ts';
import type { Distribution } from './scenario.ts';
import type { LeafDescription } from './schema/description.ts';
import { descriptionAt, schemaAt, visitNumbersBelow } from './schema/walk.ts';
import { readAmount } from './units/amount.ts';

/** ISO 4217 for amounts in no currency. */
export const noCurrency = 'XXX';

/** What a document says of itself once it is redacted. */
export interface Redaction {
  /** Every amount of money is multiplied by it: with 100 over the baseline's cost per contact, that becomes 100. */
  readonly factor: number;
  readonly name: string;
  /** By number, from 1. */
  readonly variantName: (number: number) => string;
}

/**
 * The document without what it need not say to be computed alike: the names of the study and of its variants, notes, sources, the time zone; and with all
 * money, wages too, as an index without a currency. Every ratio of amounts is kept to six digits, so that savings in percent, quality and chances are what they were.
 *
 * Left in it: volumes, times, shares and dates, and the names of contact types, groups and events, which say who draws which random numbers.
 */
export function redacted(document: ScenarioDocument, { factor, name, variantName }: Redaction): ScenarioDocument {
  const { variants, ...baseline } = Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'timeZone'));
  const scaled = scaledPart(baseline, [], factor) as { readonly [key: string]: Json };
  const others = isList(variants) ? variants.map((variant, i) => redactedVariant(variant, variantName(i + 1), factor)) : [];
  const checked = checkDocument({
    ...(withoutRemarks(scaled) as object),
    name,
    currency: noCurrency,
    ...(others.length === 0 ? {} : { variants: others }),
  });
  if (!checked.ok) throw new Error(`a redacted document must stay valid: ${JSON.stringify(checked.problems)}`);
  return checked.document;
}

function redactedVariant(variant: Json, name: string, factor: number): Json {
  if (!isObject(variant)) return variant;
  const { changes, ...own } = variant;
  const scaled = scaledPart(own, ['variants', 0], factor) as { readonly [key: string]: Json };
  const entries = Object.entries(isObject(changes) ? changes : {})
    .filter(([path]) => !/(?:^|\.)(?:note|source)$/.test(path))
    .map(([path, value]) => [path, withoutRemarks(changed(path, value, factor))] as const);
  return { ...(withoutRemarks(scaled) as object), name, ...(changes === undefined ? {} : { changes: Object.fromEntries(entries) }) };
}

/** The value that a variant puts at a path, which may lie inside a number. */
function changed(text: string, value: Json, factor: number): Json {
  const parsed = parsePath(text);
  if (!parsed.ok) return value;
  const { path } = parsed;
  if (schemaAt(path) !== null) return scaledPart(value, path, factor);
  // The end of a range, or a parameter of a family: its number is somewhere above.
  for (let length = path.length - 1; length > 0; length -= 1) {
    const description = descriptionAt(path.slice(0, length));
    if (description !== null) return isMoney(description) ? (scaledAmount(value, description, factor) ?? value) : value;
  }
  return value;
}

const isMoney = ({ quantity }: LeafDescription): boolean => quantity === 'money' || quantity === 'cost';

/** A part of a document, at its path, with all money in it scaled. */
function scaledPart(part: Json, at: Path, factor: number): Json {
  const schema = schemaAt(at);
  if (schema === null) return part;
  const numbers = new Map<string, Json>();
  visitNumbersBelow(schema, part, at, (path, value, description) => {
    if (isMoney(description)) numbers.set(JSON.stringify(path), scaledNumber(value, description, factor));
  });
  const rewrite = (value: Json, path: Path): Json => {
    const number = numbers.get(JSON.stringify(path));
    if (number !== undefined) return number;
    if (isList(value)) return value.map((item, i) => rewrite(item, [...path, i]));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item, [...path, key])])) : value;
  };
  return rewrite(part, at);
}

function scaledNumber(value: Json, description: LeafDescription, factor: number): Json {
  const amount = scaledAmount(value, description, factor);
  if (amount !== null) return amount;
  const read = readNumber(value, description);
  if (!read.ok) return value;
  return spellDistribution(scaledDistribution(read.reading.distribution, factor), {}, read.reading, { description });
}

/** One amount without a spread, spelled as before; null where it is more than that. */
function scaledAmount(value: Json, description: LeafDescription, factor: number): Json {
  const read = readAmount(value, description);
  return read.ok ? spellLike(value, description, read.value.basis)(scaledValue(read.value.value, factor)) : null;
}

/** Six significant digits: a longer tail would say what the factor was. */
const scaledValue = (value: number, factor: number): number => Number((value * factor).toPrecision(6));

function scaledDistribution(distribution: Distribution, factor: number): Distribution {
  const by = (value: number): number => scaledValue(value, factor);
  switch (distribution.family) {
    case 'certain':
      return { family: 'certain', value: by(distribution.value) };
    case 'range':
    case 'triangular':
    case 'pert':
      return { ...distribution, low: by(distribution.low), likely: by(distribution.likely), high: by(distribution.high) };
    case 'uniform':
      return { ...distribution, low: by(distribution.low), high: by(distribution.high) };
    case 'normal':
    case 'lognormal':
      return { ...distribution, mean: by(distribution.mean), sd: by(distribution.sd) };
    case 'beta': {
      const { mean, sd, lower, upper } = distribution;
      return { family: 'beta', mean: by(mean), sd: by(sd), lower: by(lower), upper: by(upper) };
    }
    case 'metalog':
      return { family: 'metalog', quantiles: distribution.quantiles.map(({ p, value }) => ({ p, value: by(value) })) };
    case 'observed':
      return { family: 'observed', values: distribution.values.map(by) };
  }
}

/** Without notes and sources, wherever they stand. A contact type may be called "note": its entry is no text. */
function withoutRemarks(value: Json): Json {
  if (isList(value)) return value.map(withoutRemarks);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key, item]) => !((key === 'note' || key === 'source') && typeof item === 'string'));
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutRemarks(item)]));
}
