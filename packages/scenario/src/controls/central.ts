import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import type { Distribution } from '../scenario.ts';
import { limits } from '../schema/limits.ts';
import { splitSpread, type Reading } from '../schema/readLeaf.ts';
import { sameBasis } from '../units/basis.ts';
import { normaliseText } from '../units/normalise.ts';
import { spellValue } from '../units/spell.ts';
import { bare, replaced } from './beside.ts';
import type { Control } from './controls.ts';
import { moved, stretch, stretchInside } from './moved.ts';
import { pathOf, placeAt, readNumber, standing, type Place } from './place.ts';
import { quantilesOf } from './quantiles.ts';
import { clean, near, roundedBound, roundedWidth, spellLike, spellWidth, type Spell } from './spelling.ts';

/**
 * The value with its centre moved to `central` (SI; inside the support, on a multiple of `step` where one is given), the relative spread kept
 * inside the support; spelled as a person would, in the way that it was typed. Null where the default stands there and is wanted.
 *
 * At an end of the support nothing is left of a spread. So that a drag over it, and rounding, wear off nothing, a page passes the scenario
 * as it was when the drag began.
 */
export function withCentral(scenario: Json, control: Control, central: number, step?: number): Json {
  const place = placeAt(scenario, pathOf(control));
  const to = settled(central, step, control);
  const stands = place === null ? undefined : standing(place);
  const read = place === null || stands === undefined ? null : readNumber(stands, place.description);
  if (place === null || stands === undefined || !read?.ok) return spellLike(undefined, control.description, null)(to);
  return movedTo(place, read.reading, to);
}

/**
 * What stands at a place, perhaps restated for another period, with its centre at `to`, which is inside the support; the centre as `typed` where
 * a person put it so.
 */
export function movedTo(place: Place, reading: Reading, to: number, typed?: string): Json {
  const stands = readNumber(standing(place)!, place.description);
  const isSaidSo = stands.ok && sameBasis(stands.reading.basis, reading.basis);
  // The same number in other words takes these, where it is no more than words.
  const isReworded = typed !== undefined && !isObject(bare(standing(place)!));
  if (isSaidSo && !isReworded && near(quantilesOf(reading.distribution).median, to)) return place.typed ?? null;
  for (const number of spellings(bare(standing(place)!), reading, place, to, typed)) {
    const value = replaced(place.typed, number);
    const back = readNumber(value, place.description);
    if (back.ok && Math.abs(quantilesOf(back.reading.distribution).median - to) <= 1e-9 * Math.abs(to)) return value;
  }
  return replaced(place.typed, typed ?? spellLike(undefined, place.description, reading.basis)(to));
}

function settled(central: number, step: number | undefined, { description, isPlain }: Control): number {
  const { support, slider, quantity } = description;
  // What is counted and never uncertain comes whole.
  const grain = step ?? (isPlain && quantity === 'count' ? 1 : undefined);
  const stepped = grain === undefined ? central : Math.round(central / grain) * grain;
  // What is left of a sum that should be zero.
  const value = Math.abs(stepped) < 1e-9 * slider.step ? 0 : clean(stepped);
  const most = limits[quantity].most;
  return Math.min(support.upper, most, Math.max(support.lower, -most, value));
}

/** Spellings of the number with its centre at `to`, the most wanted first. */
function* spellings(number: Json, reading: Reading, { description }: Place, to: number, typed?: string): Generator<Json> {
  const { distribution, basis } = reading;
  const { quantity, support } = description;
  const { median, low, high } = quantilesOf(distribution);
  if (!isObject(number)) {
    const split = typeof number === 'string' ? splitSpread(number, description) : null;
    const spelled = typed ?? spellLike(split === null ? number : split[0], description, basis)(to);
    if (split === null) yield spelled;
    else {
      const [, spread] = split;
      const relative = normaliseText(spread).endsWith('%') && quantity !== 'share' && quantity !== 'points';
      const factor = stretchInside(stretch(median, to, description), to, median - low, high - median, support);
      if (relative) yield `${spelled as string} ±${spread}`;
      else if (factor > 0) yield `${spelled as string} ±${spellWidth(quantity, roundedWidth((high - median) * factor))}`;
    }
  } else {
    const other = moved(distribution, to, description);
    if (other !== null) yield spellDistribution(other, number, reading, { description }, typed);
  }
  if (distribution.family !== 'certain') {
    const range = moved({ family: 'range', low, likely: median, high }, to, description);
    if (range !== null) yield spellDistribution(range, {}, reading, { description }, typed);
  }
}

/** A distribution as it stands in a document, each entry in the way of the one that was typed; the likely value of a range as `centre`. */
export function spellDistribution(
  distribution: Distribution,
  typed: { readonly [key: string]: Json },
  { basis }: Reading,
  { description }: Pick<Place, 'description'>,
  centre?: string,
): Json {
  const { family } = distribution;
  const inside = family !== 'range' && isObject(typed[family]) ? typed[family] : typed;
  const spell = (key: string): Spell => spellLike(inside[key], description, basis);
  const deviation = (sd: number): string => {
    if (description.quantity === 'cost') return spellValue('cost', clean(sd), basis);
    return spellWidth(description.quantity, clean(sd));
  };
  switch (distribution.family) {
    case 'certain':
      return spell('likely')(distribution.value);
    case 'range': {
      const { low, likely, high } = distribution;
      return {
        low: spell('low')(roundedBound(low, likely)),
        likely: centre ?? spell('likely')(likely),
        high: spell('high')(roundedBound(high, likely)),
      };
    }
    case 'triangular':
    case 'pert': {
      const { low, likely, high } = distribution;
      return { [family]: { low: spell('low')(low), likely: spell('likely')(likely), high: spell('high')(high) } };
    }
    case 'uniform':
      return { uniform: { low: spell('low')(distribution.low), high: spell('high')(distribution.high) } };
    case 'normal':
    case 'lognormal':
      return { [family]: { mean: spell('mean')(distribution.mean), sd: deviation(distribution.sd) } };
    case 'beta': {
      const { mean, sd, lower, upper } = distribution;
      const { support } = description;
      return {
        beta: {
          mean: spell('mean')(mean),
          sd: deviation(sd),
          ...(lower === support.lower ? {} : { lower: spell('lower')(lower) }),
          ...(upper === support.upper ? {} : { upper: spell('upper')(upper) }),
        },
      };
    }
    case 'metalog':
      return {
        metalog: Object.fromEntries(distribution.quantiles.map(({ p, value }) => [spellValue('share', p), spell('')(value)])),
      };
    case 'observed':
      return { observed: distribution.values.map((value) => spell('')(value)) };
  }
}
