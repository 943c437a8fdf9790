/**
 * What is wrong with a question, as data: faults of the asker are Problems, faults of the program throw.
 *
 * - `missing`: a quantity is needed that was not given
 * - `range`: a quantity outside what it can be
 * - `structure`: nothing to find, more than one thing to find, or quantities that do not go together
 * - `infeasible`: the numbers are right each by itself, yet no such centre exists, or none reaches the target
 */
export interface Problem {
  readonly code: 'missing' | 'range' | 'structure' | 'infeasible';
  /** The quantity at fault; nested ones joined by `.`, list items as `[i]`. */
  readonly path: string;
  readonly params: { readonly must: Must; readonly got: unknown };
  readonly severity: 'error';
}

/** What must hold, as data: `rule` names the sentence, the other fields fill it in. */
export type Must =
  | { readonly rule: 'between'; readonly low: number; readonly high: number; readonly quantity: Quantity }
  | { readonly rule: 'atLeast' | 'above'; readonly low: number; readonly quantity: Quantity }
  | { readonly rule: 'oneOf'; readonly names: readonly string[] }
  | { readonly rule: 'sumTo'; readonly total: number }
  | { readonly rule: 'present' }
  | { readonly rule: 'text'; readonly key: TextKey; readonly values?: Readonly<Record<string, string | number>> };

export type Quantity = 'duration' | 'share' | 'count' | 'number';

/**
 * - `erlang.stable`: callers who never hang up must bring less work than the agents can do: offered load {offered} below {capacity} erlangs
 * - `erlang.oneUnknown`: exactly one quantity must be left open; open are {unknowns}
 * - `erlang.reachable`: the target must lie between {low} and {high}, what the open quantity can reach
 * - `erlang.reachableByAgents`: no number of agents up to {agents} meets the targets
 * - `erlang.whole`: a whole number
 */
export type TextKey = 'erlang.stable' | 'erlang.oneUnknown' | 'erlang.reachable' | 'erlang.reachableByAgents' | 'erlang.whole';

export interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

export const refused = (problem: Problem): Refused => ({ ok: false, problem });

const found = (code: Problem['code'], path: string, must: Must, got: unknown): Problem => ({
  code,
  path,
  params: { must, got },
  severity: 'error',
});

export const missing = (path: string): Problem => found('missing', path, { rule: 'present' }, undefined);

/** A number above `low` (or at least `low`) and finite; otherwise a Problem. */
export const notAbove = (path: string, got: unknown, low: number, quantity: Quantity): Problem | undefined =>
  typeof got === 'number' && got > low && got < Infinity ? undefined : found('range', path, { rule: 'above', low, quantity }, got);

export const notAtLeast = (path: string, got: unknown, low: number, quantity: Quantity): Problem | undefined =>
  typeof got === 'number' && got >= low && got < Infinity ? undefined : found('range', path, { rule: 'atLeast', low, quantity }, got);

export const notBetween = (path: string, got: unknown, low: number, high: number, quantity: Quantity): Problem | undefined =>
  typeof got === 'number' && got >= low && got <= high ? undefined : found('range', path, { rule: 'between', low, high, quantity }, got);

export const infeasible = (path: string, key: TextKey, values: Readonly<Record<string, string | number>>, got: unknown): Problem =>
  found('infeasible', path, { rule: 'text', key, values }, got);

export const structure = (path: string, must: Must, got: unknown): Problem => found('structure', path, must, got);
