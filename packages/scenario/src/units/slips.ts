import { hint } from '../hintTexts.ts';
import type { Hint, Quantity } from '../problem.ts';
import { daysPer, type CostBasis } from '../scenario.ts';
import { pointedGroups, readNumber } from './number.ts';
import { spellValue } from './spell.ts';

/** 27000 as people with a comma for thousands write it. */
const withCommas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** The three unmistakable spellings of a whole number of thousands. */
export const thousandsSpellings = (value: number): { readonly comma: string; readonly scaled: string; readonly plain: string } => ({
  comma: withCommas(value),
  scaled: `${Number((value / 1000).toPrecision(12))}k`,
  plain: String(value),
});

/** `27.000`, `1.250.000`: groups of three after points. `0.125` can only be a fraction. */
export function pointedThousands(number: string): Hint | null {
  if (!pointedGroups.test(number)) return null;
  return hint('thousands', thousandsSpellings(Number(number.replaceAll('.', ''))));
}

/** The text with its one decimal comma as a point: `6,5 min`, `٦،٥ min`; null where there is none. */
export function withDecimalPoint(text: string): string | null {
  const pointed = text.replace(/(\d)[,،](\d+)/u, '$1.$2');
  return pointed === text || /[,،]/u.test(pointed) || text.includes('.') ? null : pointed;
}

/**
 * What a normalised text may have been meant for, with the words for it: without a currency sign where money is wanted (`€18`), with a point for a
 * decimal comma (`18,50`), or both.
 */
export function meantInstead(
  text: string,
  quantity: Quantity,
): readonly { readonly text: string; readonly said: (example: string) => Hint }[] {
  const [sign] = quantity === 'money' || quantity === 'cost' ? (/\p{Sc}/u.exec(text) ?? []) : [];
  if (sign === undefined) {
    const pointed = withDecimalPoint(text);
    return pointed === null ? [] : [{ text: pointed, said: (example) => hint('decimalPoint', { example }) }];
  }
  const unsigned = text.replace(/ ?\p{Sc} ?/u, ' ').trim();
  const said = (example: string): Hint => hint('currencySign', { sign, example });
  return [unsigned, withDecimalPoint(unsigned)].flatMap((each) => (each === null ? [] : [{ text: each, said }]));
}

/** A share typed as its percentage without the sign: 32 for 32%. */
export function percentHint(got: unknown, upper: number): Hint | null {
  const value = typeof got === 'string' ? readNumber(got) : got;
  if (typeof value !== 'number' || !(value > 1 && value <= 100 && value / 100 <= upper)) return null;
  return hint('percent', { percent: spellValue('share', value / 100), share: spellValue('number', value / 100) });
}

/** A usual full-time week: the document's own where it does not say. */
export const usualHoursPerWeek = 40;

/** A wage typed per period, where one per paid hour is wanted: what it is with so many paid hours a week. */
export function perHourHint(typed: string, value: number, basis: CostBasis, hoursPerWeek = usualHoursPerWeek): Hint | null {
  if (basis.on !== 'period') return null;
  const hours = (daysPer[basis.per] / 7) * hoursPerWeek;
  return hint('perHour', { typed, perHour: `${(value / hours).toFixed(2)} per h`, hours: hoursPerWeek });
}
