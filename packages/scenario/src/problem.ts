import type { HintKey } from './hintTexts.ts';

/**
 * What is wrong with something a person typed, as data. Words are rendered elsewhere, in the reader's language.
 *
 * Faults of the user are Problems; faults of the program throw.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** Where: keys joined by `.`, odd keys quoted, list items by name or `[i]`; '' is the whole document. */
  readonly path: string;
  readonly params: {
    readonly must: Must;
    /** What was given, as typed. */
    readonly got: unknown;
    /** The nearest right name, for a key, a name or a unit that nobody knows. */
    readonly nearest?: string;
    /** What to write instead, or why it must be so. */
    readonly hint?: Hint;
  };
  readonly severity: 'error' | 'warning';
}

export type ProblemCode =
  | 'syntax' // not YAML, not JSON
  | 'newer' // written by a later version than this one reads
  | 'damaged' // a link whose checksum or encoding is broken
  | 'unknownKey'
  | 'missing'
  | 'type'
  | 'unit'
  | 'range'
  | 'order' // low <= likely <= high
  | 'sum' // shares that do not add up
  | 'reference' // a skill, a contact type, a preset that does not exist
  | 'overlap' // two changes of one variant touch the same path
  | 'infeasible' // ranges or correlations that no distribution satisfies
  | 'structure' // an interval that does not divide the day, a day that closes before it opens
  | 'notModelledYet'
  | 'unused' // a warning: given, valid, and without any effect here
  | 'approximate' // a warning: the instant floor is further from the exact one here than it states elsewhere
  | 'unplanned' // a warning: it happens on the floor, and a plan to target does not count on it
  | 'unlikely'; // a warning: given, valid, and probably a slip of units, or no longer what it was typed for

/** What must hold, as data: `rule` names the sentence, the other fields fill it in. */
export type Must =
  | { readonly rule: 'between'; readonly low: number; readonly high: number; readonly quantity: Quantity }
  | { readonly rule: 'atLeast' | 'above'; readonly low: number; readonly quantity: Quantity }
  | { readonly rule: 'quantity'; readonly quantity: Quantity; readonly example: string }
  | { readonly rule: 'oneOf'; readonly names: readonly string[] }
  | { readonly rule: 'known'; readonly names: readonly string[] }
  | { readonly rule: 'sumTo'; readonly total: number }
  | { readonly rule: 'kind'; readonly kind: 'object' | 'list' | 'text' | 'number' | 'boolean' | 'date'; readonly example?: string }
  | { readonly rule: 'present' }
  | { readonly rule: 'increasing' }
  | { readonly rule: 'modelled'; readonly since: string }
  | { readonly rule: 'text'; readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** A way out, as data: `key` names the words (every key is in `hintTexts`), `values` fill them in. */
export interface Hint {
  readonly key: HintKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a number measures; decides the units it may be typed in and the SI unit it is read to. */
export type Quantity =
  | 'duration' // seconds
  | 'share' // fraction, 0 to 1 unless the leaf says otherwise
  | 'multiplier' // factor: "x1.1", "+10%", 1.1
  | 'points' // difference of shares, as a fraction: "3 points" = 0.03
  | 'count' // contacts, agents, sessions: "110k"
  | 'number' // dimensionless
  | 'money' // currency units
  | 'cost'; // money on a basis: per hour, per minute, per contact, per period ...

export const isError = (problem: Problem): boolean => problem.severity === 'error';
