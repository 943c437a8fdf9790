import type { Json } from '../document.ts';
import type { Quantity } from '../problem.ts';
import type { CostBasis } from '../scenario.ts';
import type { LeafDescription } from '../schema/description.ts';
import { readAmount } from '../units/amount.ts';
import { sameBasis, spellBasis } from '../units/basis.ts';
import { normaliseText } from '../units/normalise.ts';
import { numberPattern } from '../units/number.ts';
import { readPeriod } from '../units/period.ts';
import { spellValue } from '../units/spell.ts';

/** Twelve significant digits: the noise of binary fractions is gone, nothing that anyone types is. */
export const clean = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(12)));

/** A value in SI as one would type it; costs on the basis, volumes per the period. */
export type Spell = (value: number) => string | number;

const letters: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6 };

/**
 * Spells values in the way of one that was typed: `110k` stays with its k, `x1.1` with its x, `33% per year` and `15 agents` with their words,
 * a plain number stays one. Where that way cannot say a value exactly, in the way of `spellValue`.
 */
export function spellLike(typed: Json | undefined, description: LeafDescription, basis: CostBasis | null): Spell {
  const { quantity } = description;
  return (value) => {
    const exact = clean(value);
    for (const candidate of likes(typed, description, exact, basis)) {
      const read = readAmount(candidate, description);
      if (read.ok && near(read.value.value, exact) && sameBasis(read.value.basis, basis)) return candidate;
    }
    // Shorter than a microsecond is nothing, and no spelling of durations has an exponent.
    return spellValue(quantity, quantity === 'duration' ? Number(exact.toFixed(6)) : exact, basis);
  };
}

/** Equal but for the noise of binary fractions. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-11 * Math.max(Math.abs(a), Math.abs(b));

function likes(
  typed: Json | undefined,
  { quantity }: LeafDescription,
  value: number,
  basis: CostBasis | null,
): readonly (string | number)[] {
  if (typeof typed === 'number') return [value];
  if (typeof typed !== 'string') return [];
  const text = normaliseText(typed);
  switch (quantity) {
    case 'count': {
      const match = /^[\d.,' _]*\d\s?([kKM])?(?![A-Za-z])(.*)$/.exec(text);
      if (match === null) return [];
      const [, letter, own = ''] = match;
      // Beside values that name the period of all of them this one need not.
      const words = basis === null || readPeriod(text) !== null ? own : `${own} ${spellBasis(basis)}`;
      return [
        ...(letter === undefined ? [] : [`${clean(value / letters[letter]!)}${letter}${words}`]),
        `${spellValue(quantity, value)}${words}`,
      ];
    }
    case 'share': {
      const per = /\s*(?:per |\/\s*)[a-z]+$/.exec(text)?.[0] ?? '';
      return per === '' ? [] : [`${spellValue(quantity, value)}${per}`];
    }
    case 'cost': {
      const words = basisWords(text);
      return words === '' ? [String(value)] : [`${value}${words.startsWith('/') ? '' : ' '}${words}`];
    }
    case 'multiplier':
      return text.startsWith('x') ? [`x${value}`] : [];
    default:
      return [];
  }
}

/** What a typed cost says of its basis, in its own words: `per minute` of `0.018 per minute`. */
export const basisWords = (typed: string): string =>
  normaliseText(typed)
    .replace(new RegExp(`^(?:[A-Z]{3}\\s?)?${numberPattern}(?:\\s?[kKM](?![A-Za-z]))?(?:\\s?[A-Z]{3}(?![A-Za-z]))?`), '')
    .trim();

/** What may stand after `±`, where it is not a percentage of the value: points for shares, the unit of the value for others. */
export function spellWidth(quantity: Quantity, width: number): string {
  if (quantity === 'share' || quantity === 'points') return spellValue('points', width);
  return quantity === 'duration' ? spellValue('duration', width) : spellValue('number', width);
}

/** A bound of a spread to three digits of its distance from the centre. */
export function roundedBound(bound: number, centre: number): number {
  const distance = Math.abs(bound - centre);
  return distance === 0 ? bound : clean(centre + Math.sign(bound - centre) * roundedWidth(distance));
}

/** Three digits. */
export const roundedWidth = (width: number): number => Number(width.toPrecision(3));
