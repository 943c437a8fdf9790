/** What the report on one page says beside what the full one says. */
export interface OnePageWords {
  readonly figures: string;
  /** Heading over the way from the baseline's cost per contact to another's, by category of costs. */
  readonly bridge: string;
  /** The same of one scenario alone: what the cost is made of. */
  readonly madeOf: string;
  readonly expected: string;
  readonly category: string;
  readonly change: string;
  readonly sum: string;
  /** A note that has no room on the page. */
  readonly noteGoesOn: (beginning: string) => string;
  /** What the page has no room for, and where it stands. */
  readonly otherVariants: (count: number) => string;
  readonly moreChanges: (count: number) => string;
  /** Not both are 0. */
  readonly moreInputs: (ranged: number, certain: number) => string;
  readonly moreWarnings: (count: number) => string;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** English. */
export const onePageEn = {
  figures: 'Cost and quality',
  bridge: 'What moves the cost per contact',
  madeOf: 'What the cost per contact is made of',
  expected: 'Expected amounts per contact, which add up; the sentence gives the median.',
  category: 'Category',
  change: 'Change',
  sum: 'Sum',
  noteGoesOn: (beginning) => `${beginning} … (goes on in the file of the study)`,
  otherVariants: (count) => `${counted(count, 'more variant', 'more variants')} in the file of the study.`,
  moreChanges: (count) => `${counted(count, 'more change', 'more changes')} in the file of the study.`,
  moreInputs: (ranged, certain) =>
    `In the file of the study: ${[
      ...(ranged > 0 ? [counted(ranged, 'more input with a range', 'more inputs with a range')] : []),
      ...(certain > 0 ? [counted(certain, 'input without one', 'inputs without one')] : []),
    ].join(', ')}.`,
  moreWarnings: (count) => `${counted(count, 'more warning', 'more warnings')} where the study is run.`,
} as const satisfies OnePageWords;
