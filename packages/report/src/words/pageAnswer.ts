import type { Scenario } from '@percall/scenario';
import { firstEn } from './firstWords.ts';
import type { DistributionParts } from './page.ts';

/** What each denominator follows from another by. */
export type CountStep = 'ended' | 'redials' | 'repeats' | 'notHandled' | 'unresolved';

/** What the page says in its answer, in one language. Amounts arrive as text, with their currency where they have one. */
export interface AnswerWords {
  /** Names the choices beside the sentence, and each of them. */
  readonly statedAs: string;
  readonly costPer: string;
  readonly totalPer: string;
  /** `baseline` null where it is the baseline's own. */
  readonly total: (value: string, baseline: string | null) => string;

  readonly histogram: {
    readonly title: string;
    readonly explain: (bars: number) => string;
    readonly summary: (parts: DistributionParts) => string;
  };
  readonly cumulative: { readonly title: string; readonly explain: string; readonly summary: (parts: DistributionParts) => string };

  readonly budget: {
    readonly label: string;
    readonly box: (denominator: string) => string;
    readonly none: string;
    readonly draw: string;
    readonly clear: string;
    readonly slider: (denominator: string) => string;
    /** On the line itself. */
    readonly mark: (value: string) => string;
    /** Dots of the plot at the budget or below. */
    readonly dots: (parts: { name: string; dots: number; of: number; budget: string }) => string;
    /** The chance of it, in futures of 100. */
    readonly chance: (parts: { name: string; futures: number; budget: string }) => string;
    readonly both: (parts: { name: string; dots: number; of: number; futures: number }) => string;
    readonly spoken: (budget: string, counts: readonly string[]) => string;
  };

  readonly reference: {
    readonly mark: (value: string) => string;
    /** What it is. */
    readonly note: (value: string) => string;
    readonly below: (value: string) => string;
    readonly above: (value: string) => string;
  };

  readonly difference: {
    readonly title: (name: string) => string;
    readonly explain: (dots: number) => string;
    readonly cheaper: (futures: number) => string;
    readonly same: string;
    readonly zero: string;
    readonly axis: (currency: string, denominator: string) => string;
    readonly summary: (parts: DistributionParts & { dots: number; of: number; futures: number }) => string;
  };

  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly difference: string;
    readonly quantile: (percent: number) => string;
    readonly within: (budget: string) => string;
    readonly cheaper: string;
    readonly futures: (futures: number) => string;
  };

  readonly denominators: {
    readonly title: string;
    readonly counted: string;
    readonly contacts: (name: string, period: string) => string;
    readonly costPer: (name: string, currency: string) => string;
    readonly total: (currency: string, period: string) => string;
    /** Of the one that the headline is per. */
    readonly isHeadline: string;
    /** What each counts. */
    readonly counts: Readonly<Record<Scenario['headline'], string>>;
    readonly step: Readonly<Record<CountStep, string>>;
    readonly footnote: string;
  };

  readonly strip: {
    /** Of the floor that is least likely to be met. */
    readonly worst: string;
    readonly more: (count: number) => string;
    readonly fewer: string;
  };
}

const number = new Intl.NumberFormat('en-u-nu-latn');
const futures = (count: number, of: number): string => `${number.format(count)} of ${number.format(of)} futures`;

/** English. */
export const answerEn = {
  ...firstEn.page.inAnswer,

  histogram: {
    title: 'Histogram',
    explain: (bars) => `Each of the ${number.format(bars)} bars is as high as the share of futures in it; nothing is smoothed.`,
    summary: ({ name, low, median, high }) =>
      `${name}: half of the futures lie below ${median}; nine in ten lie between ${low} and ${high}.`,
  },
  cumulative: {
    title: 'Cumulative',
    explain: 'How many of 100 futures cost a given amount or less. The steeper the line, the surer the cost.',
    summary: ({ name, low, median, high }) =>
      `${name}: 5 of 100 futures cost ${low} or less, 50 cost ${median} or less, 95 cost ${high} or less.`,
  },

  budget: {
    label: 'Budget',
    box: (denominator) => `Budget per ${denominator}`,
    none: 'none',
    draw: 'Draw a budget line',
    clear: 'Clear the budget',
    slider: (denominator) => `Budget line, per ${denominator}`,
    mark: (value) => `budget ${value}`,
    dots: ({ name, dots, of, budget }) => `${name}: ${futures(dots, of)} within ${budget}`,
    chance: ({ name, futures: count, budget }) => `${name}: ${futures(count, 100)} within ${budget}`,
    both: ({ name, dots, of, futures: count }) =>
      `${name} ${number.format(dots)} of ${number.format(of)} dots, exactly ${futures(count, 100)}`,
    spoken: (budget, counts) => `${budget}; within it: ${counts.join('; ')}`,
  },

  reference: {
    mark: (value) => `industry average ${value}`,
    note: (value) =>
      `Industry average ${value}: a figure that the trade quotes for a handled contact. No primary source is known, and it is no result of this study.`,
    below: (value) => `The industry average of ${value}, which the trade quotes without a primary source, lies below this axis.`,
    above: (value) => `The industry average of ${value}, which the trade quotes without a primary source, lies above this axis.`,
  },

  difference: {
    title: (name) => `${name} less the baseline, in the same future`,
    explain: (dots) =>
      `Each dot is one of ${number.format(dots)} equally likely futures: filled where it is cheaper, hollow where it is not.`,
    cheaper: (count) => `Cheaper in ${futures(count, 100)}`,
    same: 'It costs the same as the baseline in every future.',
    zero: 'no difference',
    axis: (currency, denominator) => `${currency} per ${denominator}, difference`,
    summary: ({ name, low, median, high, dots, of, futures: count }) =>
      `${name} less the baseline: cheaper in ${number.format(dots)} of ${number.format(of)} dots, and exactly in ${futures(count, 100)}; half of the differences lie below ${median}, nine in ten between ${low} and ${high}.`,
  },

  table: {
    title: 'The charts as a table',
    measure: 'Cost at most',
    difference: 'Difference',
    quantile: (percent) => `in ${number.format(percent)} of 100 futures`,
    within: (budget) => `Within the budget of ${budget}`,
    cheaper: 'Cheaper than the baseline',
    futures: (count) => `${number.format(count)} of 100`,
  },

  denominators: {
    title: 'One bill, four denominators',
    counted: 'What is counted',
    contacts: (name, period) => `${name}: per ${period}`,
    costPer: (name, currency) => `${name}: ${currency} each`,
    total: (currency, period) => `Total cost, ${currency} per ${period}`,
    isHeadline: 'headline',
    counts: {
      need: 'Each customer’s need once, however often they try.',
      offered: 'Attempts that ask for an agent, redials and repeats too; transfers and what a machine served are not.',
      handled: 'Offered contacts that had a conversation with an agent.',
      resolved: 'Needs resolved by any path, machine or agent, at the first contact or later.',
    },
    step: {
      ended: 'ended before an agent was asked: self-service, IVR, screening',
      redials: 'tried again after abandoning',
      repeats: 'came back because the need was not resolved',
      notHandled: 'not handled: abandoned, blocked, closed, nobody on the line',
      unresolved: 'left unresolved',
    },
    footnote:
      'Averages over all futures, which add up and divide exactly: the same bill over four counts. The sentence and the charts have the median future, which lies a little beside the average.',
  },
} as const satisfies AnswerWords;
