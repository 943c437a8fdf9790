import type { Period } from '@percall/scenario';

/** What the page says beside its inputs, in one language. */
export interface InputWords {
  /** Names the button that shows what an input is. */
  readonly help: (label: string) => string;
  /** The sign on it. */
  readonly helpMark: string;
  /** Of a count for some period: "Volume per month". */
  readonly per: (label: string, period: Period) => string;
  /** Of a choice that no variant makes for itself. */
  readonly forAll: string;
  /** The roster's answer, where the baseline is edited: the baseline itself is always planned. */
  readonly usualResponse: string;
  /** What stands at a choice that none of the options offered is. */
  readonly other: string;
  /** Of a number that is left out, which sets no limit. */
  readonly unset: string;
  /** Where the last of several was to be taken away. */
  readonly atLeastOne: string;
  readonly yes: string;
  readonly no: string;
  /** Between names of which several are chosen. */
  readonly and: string;
}

/** English. */
export const inputsEn = {
  help: (label) => `What is ${label}?`,
  helpMark: '?',
  per: (label, period) => `${label} per ${period}`,
  forAll: 'for all scenarios',
  usualResponse: 'Staffing response of variants that state none',
  other: 'as in the document',
  unset: 'no limit',
  atLeastOne: 'At least one is needed.',
  yes: 'yes',
  no: 'no',
  and: ', ',
} as const satisfies InputWords;
