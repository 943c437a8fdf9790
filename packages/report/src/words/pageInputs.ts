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
  /** The rules by which a service level is counted, by their names in a document. */
  readonly rule: Readonly<Record<string, string>>;
}

/** English. */
export const inputsEn = {
  help: (label) => `What is ${label}?`,
  helpMark: '?',
  per: (label, period) => `${label} per ${period}`,
  forAll: 'for all scenarios',
  usualResponse: 'Staffing response of variants that state none',
  rule: {
    'answered / offered': 'answered in time, of all offered',
    'answered / answered': 'answered in time, of all answered',
    'answered / (offered - short abandoned)': 'answered in time, of all offered but those who gave up in time',
    '(answered + short abandoned) / offered': 'answered or given up in time, of all offered',
  },
} as const satisfies InputWords;
