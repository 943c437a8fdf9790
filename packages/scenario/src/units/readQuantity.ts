import type { Json } from '../document.ts';
import { problemAt } from '../problems.ts';
import type { Problem } from '../problem.ts';
import { readAmount } from './amount.ts';
import { percentHint } from './slips.ts';

export type ReadQuantity = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: Problem };

/**
 * One amount as people type it ("5m40s", "12%", "110k"), in SI: seconds, a fraction of 0 to 1, a count. For places that are not a
 * document, such as a command line; `name` is where it was typed.
 */
export function readQuantity(name: string, input: Json, quantity: 'duration' | 'share' | 'count'): ReadQuantity {
  const read = readAmount(input, { quantity });
  if (!read.ok) return { ok: false, problem: { ...problemAt([], read.findings[0]!), path: name } };
  const { value } = read.value;
  const high = quantity === 'share' ? 1 : Infinity;
  if (value >= 0 && value <= high) return { ok: true, value };
  const must =
    quantity === 'share' ? ({ rule: 'between', low: 0, high, quantity } as const) : ({ rule: 'atLeast', low: 0, quantity } as const);
  const percent = quantity === 'share' ? percentHint(input, 1) : null;
  const problem = problemAt([], { code: 'range', must, got: input, ...(percent === null ? {} : { hint: percent }) });
  return { ok: false, problem: { ...problem, path: name } };
}
