import type { Must } from './problem.ts';

/**
 * Rules that fit no other shape of `Must`: `{rule: 'text', key}`. The sentence is rendered elsewhere; here is every key there is,
 * with the names of the values that fill it in.
 */
export const mustTexts = {
  noAliases: [],
  oneDocument: ['line'],
  syntax: ['line', 'column', 'message'],
  uniqueKeys: ['line', 'column'],
  nestAtMost: ['levels'],
  sizeAtMost: ['size'],
  plainKey: [],
  finite: [],
  atMost: ['most'],
  version: ['current'],
  presetsNeedText: [],
  path: [],
  disjointPaths: ['other'],
  sameInAllVariants: [],
  uniqueName: [],
  freeName: ['key'],
  besideFamily: ['families'],
  currencyCode: [],
  notEmpty: [],
  sameBasis: ['basis'],
  samePeriod: ['basis'],
  namedPeriod: ['example'],
  chargedOn: ['bases'],
  steppedOn: ['bases'],
  documentCurrency: ['currency', 'example'],
  divideTheDay: [],
  wholeIntervals: ['minutes'],
  closeAfterOpen: [],
  openHours: [],
  disjointHours: [],
  weekdays: [],
  oneWeightPerInterval: ['day', 'open'],
  somePositive: [],
  oneWeightPerWeek: ['weeks'],
  insideHorizon: ['from', 'weeks'],
  onOpenDay: [],
  someOpenDay: [],
  changesSomething: [],
  extrapolated: ['period', 'weeks'],
  oneTimePerChat: ['cap'],
  multipleOf: ['step'],
  wholeNumber: ['low', 'high'],
  skilledGroup: [],
  shrinkageAtMost: ['most'],
  groupOnChannel: ['channel'],
  handleTimeOfChannel: ['channel'],
  shorterThanHandleTime: [],
  oneBound: [],
  correlationEnds: [],
  link: [],
  linkCut: [],
  linkTooLong: ['size'],
  newerLink: ['known'],
  checksum: [],
} as const satisfies Record<string, readonly string[]>;

export type MustTextKey = keyof typeof mustTexts;

/** A rule without a shape of its own. */
export const mustText = (key: MustTextKey, values?: Readonly<Record<string, string | number>>): Must =>
  values === undefined ? { rule: 'text', key } : { rule: 'text', key, values };
