import { dotCount, dotValues, ofHundred } from '@percall/report';
import { scaleLinear } from 'd3-scale';
import { keyStep } from '../controls/keyStep.ts';
import { quantileIn, type Axis, type ChartRow } from './axis.ts';

/** How much of one scenario lies at a budget or below. */
export interface Within {
  readonly name: string;
  readonly isBaseline: boolean;
  /** Of the dots that the plot draws. */
  readonly dots: number;
  readonly of: number;
  /** The chance itself, in futures of 100: none and all are kept for what never or always happens. */
  readonly futures: number;
}

export const withinBudget = (rows: readonly ChartRow[], budget: number): readonly Within[] =>
  rows.map((row) => ({
    name: row.name,
    isBaseline: row.isBaseline,
    dots: dotValues((level) => quantileIn(row, level)).filter((value) => value <= budget).length,
    of: dotCount,
    futures: ofHundred(row.worlds.cdf(budget)),
  }));

/** A budget to the smallest coin. */
export const inCoins = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/**
 * Where a key moves the budget line: by about a hundredth of the axis in round coins, with Shift by a tenth of that or a coin. Numbers grow to the right
 * in every language, so the right arrow does. null: the key means nothing here.
 */
export function budgetAfterKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  value: number,
  { from, to }: Axis,
  decimals: number,
): number | null {
  const coin = Number(`1e-${decimals}`);
  const [first, second] = scaleLinear().domain([from, to]).ticks(100);
  const usual = Math.max(coin, second! - first!);
  const step = event.shiftKey ? Math.max(coin, usual / 10) : usual;
  // A budget beyond the axis is not pulled into it by one step.
  const range = { from: Math.max(0, Math.min(from, value)), to: Math.max(to, value), step };
  const next = keyStep({ key: event.key, shiftKey: false }, value, range, 'ltr');
  return next === null ? null : inCoins(next, decimals);
}
