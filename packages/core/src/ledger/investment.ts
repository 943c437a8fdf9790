import { exp, log1p } from '@percall/numeric';

const daysPerYear = 365.25;

/** What an investment brings: an amount at the start, savings in each week of the horizon, and a weekly saving that goes on after it. */
export interface Investment {
  readonly atStart: number;
  /** [week] */
  readonly saving: Float64Array;
  readonly goesOn: number;
  /** Years over which it is counted. */
  readonly years: number;
}

const weekLength = 7;

/** The saving of a week that lasts from `week`, counted from the start, to the end of the years: a part of it where they end within. */
const savingIn = ({ saving, goesOn, years }: Investment, week: number): number =>
  (week < saving.length ? saving[week]! : goesOn) * Math.min(1, (years * daysPerYear) / weekLength - week);

/**
 * Net present value: -amount at the start + sum over weeks of saving / (1 + discount)^t, with t in years from the start to the middle of the week.
 * `discount` is per year. The years end within a week, of which its part counts.
 */
export function netPresentValue(investment: Investment, discount: number): number {
  const perWeek = exp((-weekLength / daysPerYear) * log1p(discount));
  let worth = Math.sqrt(perWeek);
  let value = -investment.atStart;
  const weeks = (investment.years * daysPerYear) / weekLength;
  for (let week = 0; week < weeks; week++) {
    value += savingIn(investment, week) * worth;
    worth *= perWeek;
  }
  return value;
}

/**
 * Pay-back time in months: from when on the savings so far, not discounted, are at least the amount at the start, and stay so until the years end.
 * Savings are even within a week. 0: they never were below it. Infinity: they are not, at the end of the years.
 */
export function payBackMonths(investment: Investment): number {
  const weeks = (investment.years * daysPerYear) / weekLength;
  let balance = -investment.atStart;
  let since = balance < 0 ? Infinity : 0;
  for (let week = 0; week < weeks; week++) {
    const saved = savingIn(investment, week);
    const part = Math.min(1, weeks - week);
    if (balance < 0 && balance + saved >= 0) since = week + (part * -balance) / saved;
    balance += saved;
    if (balance < 0) since = Infinity;
  }
  return since * (weekLength / (daysPerYear / 12));
}
