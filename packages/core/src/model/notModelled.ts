import type { Scenario } from '@percall/scenario';

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
  /** It would change an answer, were it modelled, so it is refused, unless it says nothing. */
  readonly refused: (scenario: Scenario) => readonly Refused[];
}

const given = (path: string, value: unknown, got: unknown = value): readonly Refused[] => (value === null ? [] : [{ path, got }]);

/**
 * The one table of what is not modelled: what is refused (`notModelledYet`) and what a page offers no control for (`isModelled`) are
 * read from it. A test holds it against the compiled model, number by number.
 */
export const notModelled: readonly NotModelled[] = [];

/**
 * Whether the instant floor, and what follows from it, reads the number of a document at a pattern (`contactTypes.*.volume`; those of `leafDescriptions`): false for all that is
 * refused where it is set.
 */
export const isModelled = (pattern: string): boolean =>
  !notModelled.some((part) => pattern === part.pattern || pattern.startsWith(`${part.pattern}.`));
