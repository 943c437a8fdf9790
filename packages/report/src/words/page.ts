import type { CostBasis, Leaf, Period } from '@percall/scenario';
import { firstEn } from './firstWords.ts';
import { answerEn, type AnswerWords } from './pageAnswer.ts';
import { dayEn, type DayWords } from './pageDay.ts';
import { inputsEn, type InputWords } from './pageInputs.ts';
import { restoreEn, type RestoreWords } from './pageRestore.ts';
import { structureEn, type StructureWords } from './pageStructure.ts';
import { workEn, type WorkWords } from './pageWork.ts';
import { spokenValue, type SpokenValue } from './spokenValue.ts';

/**
 * What the page says beside the answer itself, in one language. Numbers that are only shown arrive as text, formatted; numbers that a noun
 * follows arrive as numbers, because the noun may bend, and are formatted here. Names are the document's own.
 */
export interface PageWords {
  readonly title: string;
  /** Between names that stand in a row. */
  readonly separator: string;
  /** What the page is for, in one line. */
  readonly tagline: string;
  readonly skipToAnswer: string;

  readonly presets: string;
  readonly pickPreset: string;
  /** By the name of the preset: a short label, and the planner's question that it answers. */
  readonly presetName: Readonly<Record<string, { readonly label: string; readonly question: string }>>;

  readonly inputs: string;
  readonly input: InputWords;
  readonly structure: StructureWords;
  readonly work: WorkWords;
  readonly day: DayWords;
  readonly answer: string;
  readonly inAnswer: AnswerWords;
  readonly restore: RestoreWords;
  readonly baseline: string;
  readonly editing: (name: string) => string;
  readonly editBaseline: string;
  readonly editingBaselineNote: string;

  readonly variants: string;
  readonly addVariant: string;
  readonly duplicateVariant: string;
  readonly renameVariant: string;
  readonly removeVariant: string;
  readonly variantName: string;
  readonly newVariantName: (number: number) => string;

  readonly undo: string;
  readonly redo: string;
  /** Back to the baseline: of one row. */
  readonly reset: string;
  readonly resetLabel: (label: string) => string;
  readonly changed: string;
  readonly changedCount: (count: number) => string;

  readonly certain: string;
  readonly uncertain: string;
  /** What pressing the padlock does: make the number certain, or give it a range. */
  readonly padlockOn: (label: string) => string;
  readonly padlockOff: (label: string) => string;
  readonly low: string;
  readonly high: string;
  readonly spreadOf: (label: string) => string;
  readonly lowOf: (label: string) => string;
  readonly highOf: (label: string) => string;
  readonly slider: (label: string) => string;
  readonly box: (label: string) => string;
  readonly baselineTick: (value: string) => string;

  /** For `aria-valuetext`: "Handle time 5 minutes 40 seconds, 6 percent below the baseline"; without `label` where the control is named already. */
  readonly valueText: (parts: {
    readonly label: string | null;
    readonly value: string;
    readonly changeFromBaseline: string | null;
  }) => string;
  /** `percent` without a sign and without "%". */
  readonly belowBaseline: (percent: string) => string;
  readonly aboveBaseline: (percent: string) => string;
  readonly asBaseline: string;
  /** A quantity as a screen reader should say it, units in full. */
  readonly spokenValue: (of: SpokenValue) => string;

  readonly sourceName: Readonly<Record<NonNullable<Leaf['source']> | 'unstated', string>>;

  /** What is not offered because the engine does not model it yet. */
  readonly notModelled: { readonly title: string; readonly items: readonly string[] };

  readonly share: string;
  readonly shareLink: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly linkLength: (characters: number) => string;
  readonly linkReveals: string;
  /** The link does not say yet what the study came to: that is being computed. */
  readonly linkWaits: string;
  /** What each scenario came to, by `figureOf`. */
  readonly linkSays: (kpi: string, figures: string) => string;
  /** A figure with the scenario that it is of. */
  readonly figureOf: (name: string, figure: string) => string;
  /** Whether this build comes to the same; `kpi` names what is compared. */
  readonly linkVerdict: (kpi: string, verdict: string) => string;
  readonly linkTooLong: (characters: number) => string;
  readonly opened: (name: string) => string;
  /** Heading: the link could not be opened. */
  readonly linkRefused: string;
  readonly yourWorkIsKept: string;
  readonly backToMyWork: string;
  /** Heading over works that another took the place of. */
  readonly yourEarlierWork: string;
  /** Something saved did not read; it was put aside. */
  readonly savedWorkUnreadable: string;
  readonly dismiss: string;

  readonly computing: string;
  /** Ends a computation that takes long; the answer so far stays. */
  readonly stop: string;
  readonly failed: (message: string) => string;
  /** Heading above Problems. */
  readonly cannotRun: string;
  readonly keepsLastAnswer: string;
  readonly warnings: (count: number) => string;

  readonly languageName: Readonly<Record<Language, string>>;
  readonly theme: string;
  readonly themeName: Readonly<Record<'light' | 'dark' | 'system', string>>;

  readonly qualityStrip: string;
  /** How all floors together stand, in a word or two. */
  readonly stateOfQuality: (state: string) => string;
  /** "at least 80%". */
  readonly qualityFloor: (side: 'atLeast' | 'atMost', value: string) => string;
  /** The chance that a floor is met, in futures of 100. */
  readonly qualityChance: (futures: number) => string;
  readonly qualityNoFloor: string;
  readonly qualityInBaseline: (futures: number) => string;
  /** A number with the symbol of its unit: "12.4 s". */
  readonly amount: (number: string, symbol: string) => string;

  readonly dots: {
    readonly title: string;
    /** Short, on the switch between views. */
    readonly label: string;
    readonly explain: (dots: number) => string;
    readonly summary: (parts: DistributionParts) => string;
  };
  readonly density: {
    readonly title: string;
    /** `smear`: how far the curve smears each future, in the axis's unit. */
    readonly explain: (smear: string) => string;
    readonly summary: (parts: DistributionParts) => string;
  };
  readonly view: string;
  readonly figures: string;
  readonly chartAxis: (currency: string, denominator: string) => string;

  readonly search: string;
  readonly matches: (count: number) => string;
  readonly noMatches: string;
  readonly close: string;
  readonly keyboardHint: string;
  readonly storageFull: string;
}

/** Languages that the page speaks. */
export type Language = 'en' | 'ar';

/** One distribution in three figures, in the unit of its axis. */
export interface DistributionParts {
  readonly name: string;
  readonly low: string;
  readonly median: string;
  readonly high: string;
}

const locale = 'en-u-nu-latn';

const number = new Intl.NumberFormat(locale);

const counted = (count: number, one: string, many: string): string => `${number.format(count)} ${count === 1 ? one : many}`;

const period: Readonly<Record<Period, string>> = { week: 'week', month: 'month', quarter: 'quarter', year: 'year' };

const perContactOf = { phone: 'per call', chat: 'per chat', email: 'per e-mail' } as const;

function basis(of: CostBasis): string {
  switch (of.on) {
    case 'period':
      return `per ${period[of.per]}`;
    case 'seat':
      return `per seat and ${period[of.per]}`;
    case 'fte':
      return `per full-time agent and ${period[of.per]}`;
    case 'paidHour':
      return 'per paid hour';
    case 'contact':
      return of.of === undefined ? 'per contact' : perContactOf[of.of];
    case 'minute':
      return 'per minute';
    case 'session':
      return 'per session';
    case 'attempt':
      return 'per attempt';
    case 'hire':
      return 'per new agent';
    case 'once':
      return 'once';
  }
}

/** English. */
export const pageEn = {
  ...firstEn.page,
  opened: (name) => `Opened: ${name}`,
  linkRefused: 'This link cannot be opened. Your work is untouched.',
  yourWorkIsKept: 'What you were working on is kept in this browser.',
  backToMyWork: 'Back to my work',
  savedWorkUnreadable: 'What this browser had saved cannot be read by this version. It was put aside, not deleted.',
  dismiss: 'Dismiss',
  storageFull: 'The browser’s storage is full: what you change from here on is not kept after you close the page.',

  inputs: 'Inputs',
  input: inputsEn,
  structure: structureEn,
  work: workEn,
  day: dayEn,
  inAnswer: answerEn,
  restore: restoreEn,
  editing: (name) => `Editing: ${name}`,
  editBaseline: 'Edit the baseline',
  editingBaselineNote: 'Changes made here move every variant.',

  duplicateVariant: 'Duplicate',
  renameVariant: 'Rename',
  removeVariant: 'Remove',
  variantName: 'Name of the variant',
  reset: 'Back to the baseline',
  resetLabel: (label) => `${label}: back to the baseline`,
  changed: 'changed',
  changedCount: (count) => (count === 0 ? 'no changes' : counted(count, 'change', 'changes')),

  certain: 'certain',
  uncertain: 'uncertain',
  padlockOn: (label) => `Take ${label} as certain`,
  padlockOff: (label) => `Give ${label} a range`,
  low: 'Low (P10)',
  high: 'High (P90)',
  spreadOf: (label) => `${label}, range`,
  lowOf: (label) => `${label}, low (P10)`,
  highOf: (label) => `${label}, high (P90)`,
  slider: (label) => `${label}, slider`,
  box: (label) => `${label}, value`,

  valueText: ({ label, value, changeFromBaseline }) =>
    [label === null ? value : `${label} ${value}`, ...(changeFromBaseline === null ? [] : [changeFromBaseline])].join(', '),
  belowBaseline: (percent) => `${percent} percent below the baseline`,
  aboveBaseline: (percent) => `${percent} percent above the baseline`,
  asBaseline: 'as in the baseline',
  spokenValue: (of) =>
    spokenValue(of, {
      locale,
      durations: (parts) => parts.join(' '),
      percent: (text) => `${text} percent`,
      points: (text, value) => `${text} ${value === 1 ? 'point' : 'points'}`,
      more: (percent) => `${percent} more`,
      less: (percent) => `${percent} less`,
      unchanged: 'no change',
      times: (factor) => `${factor} times`,
      on: (amount, charged) => `${amount} ${basis(charged)}`,
      per: (text, of) => `${text} per ${period[of]}`,
    }),

  sourceName: {
    measured: 'measured',
    estimated: 'estimated',
    benchmark: 'benchmark',
    illustrative: 'illustrative',
    default: 'default',
    unstated: 'not stated',
  },

  notModelled: {
    title: 'Not modelled yet',
    items: [
      'Patience of another law than the exponential, and contacts that go to any free agent: a document that has them is computed call by call, and there is no row here to choose them',
    ],
  },

  shareLink: 'Link to this scenario',
  copyLink: 'Copy the link',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying: select the link and copy it by hand.',
  linkLength: (characters) => counted(characters, 'character', 'characters'),
  linkReveals: 'The link holds everything in the document, wages too. Whoever has the link has the document; nothing is sent to a server.',
  linkWaits: 'Computing what all variants come to; the link will say it, so that whoever opens it sees whether it still does.',
  linkSays: (kpi, figures) => `The link says what it came to: ${kpi}, ${figures}.`,
  linkTooLong: (characters) =>
    `The link is ${number.format(characters)} characters long, and chat tools cut near 2,048: send a file, or check that the link arrives whole.`,
  dots: {
    title: 'Where the cost may lie',
    label: 'Dots',
    explain: (dots) => `Each dot is one of ${number.format(dots)} equally likely futures.`,
    summary: ({ name, low, median, high }) =>
      `${name}: half of the futures lie below ${median}; nine in ten lie between ${low} and ${high}.`,
  },
  density: {
    title: 'Density',
    explain: (smear) => `The higher the curve, the more futures lie there. It smears each of them by about ${smear} to either side.`,
    summary: ({ name, low, median, high }) => `${name}: centred on ${median}; nine futures in ten lie between ${low} and ${high}.`,
  },
  view: 'View',
  figures: 'Figures',
  chartAxis: (currency, denominator) => `${currency} per ${denominator}`,

  search: 'Search the inputs',
  matches: (count) => counted(count, 'match', 'matches'),
  noMatches: 'Nothing matches.',
  close: 'Close',
  keyboardHint:
    'Arrow keys move by a step, with Shift by a finer one; Page Up and Page Down by ten percent; Home and End go to the limits.',
} as const satisfies PageWords;
