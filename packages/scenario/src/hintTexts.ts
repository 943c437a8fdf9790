import type { Hint } from './problem.ts';

/**
 * Every hint there is, `{key, values}`, with the names of the values that fill it in. The words are rendered elsewhere.
 */
export const hintTexts = {
  /** A share typed as a number of hundredths: 32 for 32%. */
  percent: ['percent', 'share'],
  /** 27.000: a thousands sign to one reader, a decimal sign to the next. */
  thousands: ['comma', 'scaled', 'plain'],
  decimalPoint: ['example'],
  /** Beside an amount of money: the document has one currency, and no sign for it. */
  currencySign: ['sign', 'example'],
  numberToo: ['example'],
  /** A pay by the week or longer, at so many paid hours a week. */
  perHour: ['typed', 'perHour', 'hours'],
  addLine: ['line'],
  aboveMaxOccupancy: ['points', 'planned'],
  belowOccupancyTarget: ['points', 'target'],
  fewContacts: ['contacts', 'period', 'comma', 'scaled', 'plain'],
  otherShare: ['typed', 'equal', 'percent', 'share'],
  otherFactor: ['factor', 'change', 'example'],
  handleTimeUnit: ['mean', 'example'],
  /** A volume that names no period, after the document's was changed. */
  restated: ['volume', 'before', 'after', 'example'],
  wagePerHour: ['wage', 'example'],
} as const satisfies Record<string, readonly string[]>;

export type HintKey = keyof typeof hintTexts;

export const hint = <K extends HintKey>(key: K, values: Readonly<Record<(typeof hintTexts)[K][number], string | number>>): Hint => ({
  key,
  values,
});
