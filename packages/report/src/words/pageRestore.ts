/** What is said of the cheapest change that brings service back. Figures arrive as text, counts as numbers, since nouns bend to them. */
export interface RestoreWords {
  /** On the button beside a floor that does not hold. */
  readonly find: string;
  readonly title: string;
  /** How far the search is, in changes. */
  readonly trying: (done: number, of: number) => string;
  readonly confirming: (done: number, of: number) => string;
  /** Names the bar that fills. */
  readonly progress: string;
  readonly stopped: string;
  /** The study has changed under the search. */
  readonly ended: string;
  readonly change: {
    /** The staff are planned anew. */
    readonly response: string;
    readonly roster: (agents: number, group: string) => string;
    /** An input that staff are planned by. */
    readonly plan: (input: string, to: string, from: string) => string;
    readonly number: (input: string, to: string, from: string) => string;
  };
  /** Mean cost per contact as it is and with the change. */
  readonly cost: (parts: {
    readonly from: string;
    readonly to: string;
    readonly more: string;
    readonly currency: string;
    readonly denominator: string;
  }) => string;
  readonly holds: (futures: number) => string;
  readonly stillCheaper: (futures: number) => string;
  readonly noLongerCheaper: (futures: number) => string;
  readonly apply: string;
  /** For a screen reader: which. */
  readonly applyThis: (change: string) => string;
  /** Heading over the runners-up. */
  readonly others: string;
  readonly none: (tried: number) => string;
  readonly nearest: string;
  readonly noRemedy: string;
  readonly notNeeded: (futures: number) => string;
  /** What was looked at, and in how many futures. */
  readonly basis: (parts: { readonly changes: number; readonly futures: number }) => string;
}

const number = new Intl.NumberFormat('en-u-nu-latn');
const counted = (count: number, one: string, many: string): string => `${number.format(count)} ${count === 1 ? one : many}`;

/** English. */
export const restoreEn = {
  find: 'Find the cheapest change that restores it',
  title: 'The cheapest change that restores service',
  trying: (done, of) => `Trying single changes: ${number.format(done)} of ${number.format(of)}`,
  confirming: (done, of) => `Confirming the cheapest: ${number.format(done)} of ${number.format(of)}`,
  progress: 'Changes looked at',
  stopped: 'Stopped before anything was found.',
  ended: 'The study has changed, so the search has ended.',
  change: {
    response: 'Plan the staff anew instead of keeping the roster',
    roster: (agents, group) => `${counted(agents, 'more agent', 'more agents')} of ${group} whenever it is on duty`,
    plan: (input, to, from) => `Plan with ${input}: ${to} instead of ${from}`,
    number: (input, to, from) => `${input}: ${to} instead of ${from}`,
  },
  cost: ({ from, to, more, currency, denominator }) => `${from} → ${to} ${currency} per ${denominator} on average (${more})`,
  holds: (futures) => `all floors met in ${futures} of 100 futures`,
  stillCheaper: (futures) => `still cheaper than the baseline, in ${futures} of 100 futures`,
  noLongerCheaper: (futures) => `no longer cheaper than the baseline: it is in ${futures} of 100 futures`,
  apply: 'Make this change',
  applyThis: (change) => `Make this change: ${change}`,
  others: 'Other changes that restore it',
  none: (tried) => `No single change restores it; ${number.format(tried)} ${tried === 1 ? 'was' : 'were'} tried.`,
  nearest: 'This comes nearest:',
  noRemedy: 'No single input of this scenario could bring service back.',
  notNeeded: (futures) => `No change is needed: in the futures looked at here all floors are met in ${futures} of 100.`,
  basis: ({ changes, futures }) =>
    `Each change by itself: ${number.format(changes)} tried on the instant floor, the best judged in ${counted(futures, 'future', 'futures')} as the answer is. More futures may move them a little.`,
} as const satisfies RestoreWords;
