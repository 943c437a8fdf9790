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
  /** Of a limit that is left out. */
  readonly unset: string;
  /** Where the last of several was to be taken away. */
  readonly atLeastOne: string;
  readonly yes: string;
  readonly no: string;
  /** Between names of which several are chosen. */
  readonly and: string;
  /** Said where a search finds nothing: what else to try. */
  readonly tryInstead: string;
  /** What a number comes to once the levers have worked. */
  readonly ghost: {
    readonly comesTo: (value: string) => string;
    readonly explain: string;
    /** Full-time equivalents of a group. */
    readonly staff: (group: string, fte: string) => string;
    /** Behind it: what the baseline has. */
    readonly before: (fte: string) => string;
  };
  readonly source: {
    /** Names the button that tells and changes it. */
    readonly of: (label: string, source: string) => string;
    readonly comesFrom: string;
    /** The option that leaves it to the document; `source` is what the document says. */
    readonly asDocument: (source: string) => string;
    readonly note: string;
    readonly ofDocument: string;
    readonly onlyNotMeasured: string;
    readonly counts: (measured: number, not: number) => string;
  };
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
  tryInstead:
    'Try one word of it, a path such as levers.ivr, a unit such as per hour, or a value such as 45 s. What is left out stands under “Add or remove” of each group.',
  ghost: {
    comesTo: (value) => `comes to ${value} here`,
    explain: 'What reports would show once the levers of this scenario have worked, at central inputs.',
    staff: (group, fte) => `${group}: ${fte} FTE`,
    before: (fte) => ` (baseline ${fte})`,
  },
  source: {
    of: (label, source) => `${label}: where it comes from, ${source}`,
    comesFrom: 'Comes from',
    asDocument: (source) => `as the document (${source})`,
    note: 'Note',
    ofDocument: 'Values that do not say come from',
    onlyNotMeasured: 'Only what is not measured',
    counts: (measured, not) => `${measured} measured, ${not} not`,
  },
} as const satisfies InputWords;
