import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import { leafKeys } from '../schema/readLeaf.ts';

/** The number itself in what stands for it: without how it was counted, its source, its note and its steps. */
export function bare(typed: Json): Json {
  if (!isObject(typed)) return typed;
  if (typed['amount'] !== undefined) return bare(typed['amount']);
  if (typed['value'] !== undefined) return typed['value'];
  return Object.fromEntries(Object.entries(typed).filter(([key]) => leafKeys.includes(key)));
}

/** Another number in the place of the one that stands there; what stands beside it is kept. */
export function replaced(typed: Json | undefined, number: Json): Json {
  if (!isObject(typed)) return number;
  if (typed['amount'] !== undefined) return { ...typed, amount: replaced(typed['amount'], number) };
  const beside = Object.entries(typed).filter(([key]) => !leafKeys.includes(key));
  if (beside.length === 0) return number;
  return { ...(isObject(number) ? number : { value: number }), ...Object.fromEntries(beside) };
}

/** `0 ±5%`: nothing, and certain. */
export const hasSpread = (number: Json): boolean => typeof number === 'string' && /±|\+\/?-/u.test(number);
