import { numberFormat } from '../numberFormat.ts';
import type { CostBasis, Period, Quantity } from '@percall/scenario';

/** A number of the document, as it stands behind a control. */
export interface SpokenValue {
  readonly quantity: Quantity;
  /** In the SI unit: seconds, fractions, currency units. */
  readonly value: number;
  readonly currency: string;
  /** What a cost is charged on; the period that a volume names. Null for other quantities. */
  readonly basis: CostBasis | null;
  /** The time that a share or a count is stated over, where there is one. */
  readonly per?: Period;
}

/** How one language joins what `Intl` says. */
export interface Speech {
  readonly locale: string;
  readonly durations: (parts: readonly string[]) => string;
  readonly points: (text: string, value: number) => string;
  readonly percent: (number: string) => string;
  /** `percent` is already in words: "10 percent". */
  readonly more: (percent: string) => string;
  readonly less: (percent: string) => string;
  readonly unchanged: string;
  readonly times: (factor: string, value: number) => string;
  readonly on: (amount: string, basis: CostBasis) => string;
  readonly per: (text: string, period: Period) => string;
}

const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const secondsPerWeek = 604_800;

/** From here on a change is said as a multiple: "2.2 times", not "120 percent more". */
const saidAsMultiple = 2;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A number with its unit in full, bent as the language bends it: "5 minutes". */
const inUnit = (value: number, unit: string, digits: number, locale: string): string =>
  numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(value);

/** Whole weeks as weeks, otherwise days, hours, minutes and seconds without those that are zero; tenths of a second only under a minute. */
function durationParts(seconds: number, locale: string): string[] {
  let left = rounded(Math.abs(seconds), Math.abs(seconds) < 60 ? 1 : 0);
  if (left > 0 && left % secondsPerWeek === 0) return [inUnit(left / secondsPerWeek, 'week', 0, locale)];
  const parts: string[] = [];
  for (const [unit, size] of steps) {
    const whole = Math.floor(left / size);
    if (whole > 0) parts.push(inUnit(whole, unit, 0, locale));
    left -= whole * size;
  }
  if (left > 0 || parts.length === 0) parts.push(inUnit(left, 'second', 1, locale));
  return parts;
}

/** Tenths of a percent, hundredths under one percent. */
function percentText(share: number, { locale, percent }: Speech): string {
  const hundredths = share * 100;
  return percent(plain(hundredths, Math.abs(hundredths) < 1 ? 2 : 1, locale));
}

const plain = (value: number, digits: number, locale: string): string =>
  numberFormat(locale, { maximumFractionDigits: digits }).format(value);

/** An amount with the name of its currency; whole amounts without the coin. */
function moneyText(value: number, currency: string, locale: string): string {
  const options = { style: 'currency', currency, currencyDisplay: 'name' } as const;
  return numberFormat(locale, Number.isInteger(value) ? { ...options, minimumFractionDigits: 0 } : options).format(value);
}

function multiplierText(factor: number, speech: Speech): string {
  if (factor >= saidAsMultiple) return speech.times(plain(factor, 2, speech.locale), factor);
  const change = rounded(factor - 1, 4);
  if (change === 0) return speech.unchanged;
  return change > 0 ? speech.more(percentText(change, speech)) : speech.less(percentText(-change, speech));
}

/** A quantity with its unit in full, for those who hear it. */
export function spokenValue({ quantity, value, currency, basis, per }: SpokenValue, speech: Speech): string {
  const { locale } = speech;
  const text = ((): string => {
    switch (quantity) {
      case 'duration':
        return speech.durations(durationParts(value, locale));
      case 'share':
        return percentText(value, speech);
      case 'multiplier':
        return multiplierText(value, speech);
      case 'points': {
        const points = rounded(value * 100, 2);
        return speech.points(plain(points, 2, locale), points);
      }
      case 'count': {
        const count = plain(value, Math.abs(value) < 100 ? 1 : 0, locale);
        return basis === null ? count : speech.on(count, basis);
      }
      case 'number':
        return plain(value, 2, locale);
      case 'money':
        return moneyText(value, currency, locale);
      case 'cost':
        return basis === null ? moneyText(value, currency, locale) : speech.on(moneyText(value, currency, locale), basis);
    }
  })();
  return per === undefined ? text : speech.per(text, per);
}
