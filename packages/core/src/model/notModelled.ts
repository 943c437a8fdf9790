import type { Leaf, Scenario } from '@percall/scenario';
import type { FloorName } from '../floor/floorInput.ts';

/** What a document says at a place that cannot be accepted yet. */
export interface Refused {
  readonly path: string;
  readonly got: unknown;
}

/** Numbers of a document that no part of the engine reads yet. */
export interface NotModelled {
  /** Pattern of a number, or of a group: of all numbers below it. */
  readonly pattern: string;
  /** What will read them. */
  readonly since: string;
  /** Would it change an answer, were it modelled: then it is refused, unless it says nothing (a callback that nobody accepts). */
  readonly refused?: (scenario: Scenario) => readonly Refused[];
  /** Else it is accepted with a warning where it is typed, because the document is right. Without either, it has no say but beside others here. */
  readonly warned?: true;
  /** A floor that reads it all the same, and on which nothing is warned of. */
  readonly except?: FloorName;
}

/** Those of the leaves that are anything but a certain number that says nothing. */
const but = (neutral: number, leaves: readonly Leaf[]): readonly Refused[] =>
  leaves
    .filter(({ distribution }) => distribution.family !== 'certain' || distribution.value !== neutral)
    .map(({ path, distribution }) => ({ path, got: distribution }));

const given = (path: string, value: unknown, got: unknown = value): readonly Refused[] => (value === null ? [] : [{ path, got }]);

const transition = 'the weeks between two rosters';

/**
 * The one table of what is not modelled: what is refused (`notModelledYet`), what is warned of (`withoutEffect`) and what a page offers no
 * control for (`isModelled`) are read from it. A test holds it against the compiled model, number by number.
 */
export const notModelled: readonly NotModelled[] = [
  { pattern: 'variants[].ramp', since: 'levers that ramp up', refused: ({ rampSeconds }) => given('ramp', rampSeconds) },
  ...(['email', 'social'] as const).map((channel): NotModelled => ({
    pattern: `targets.${channel}`,
    since: `${channel} contacts`,
    refused: ({ targets }) => given(`targets.${channel}`, targets.deferred[channel], 'a target'),
  })),
  {
    pattern: 'targets.callbackPromise',
    since: 'callbacks',
    refused: ({ targets }) => given('targets.callbackPromise', targets.callbackPromise, 'a target'),
  },
  { pattern: 'staffing.people.hireLag', since: transition, warned: true },
  { pattern: 'staffing.people.training', since: transition, warned: true },
  { pattern: 'staffing.people.ramp', since: transition, warned: true },
  { pattern: 'staffing.people.severance', since: transition, warned: true },
  { pattern: 'staffing.people.overtime.max', since: transition, warned: true },
  { pattern: 'staffing.roster', since: 'rosters given in the document', warned: true },
  { pattern: 'staffing.headcount', since: 'headcounts given in the document', warned: true },
  { pattern: 'investment.discount', since: 'net present value', warned: true },
];

/**
 * Whether the instant floor, and what follows from it, reads the number of a document at a pattern (`contactTypes.*.volume`; those of `leafDescriptions`): false for all that is
 * refused where it is set, or accepted without effect.
 */
export const isModelled = (pattern: string): boolean =>
  !notModelled.some((part) => pattern === part.pattern || pattern.startsWith(`${part.pattern}.`));
