import { mustText } from '../mustTexts.ts';
import { problemAt } from '../problems.ts';
import { examples, readAmount } from './amount.ts';
import type { ReadQuantity } from './readQuantity.ts';

/**
 * An amount of money as people type it ("7", "7.16 USD", "٧"), zero or more, in `currency` where it names one. For places that are not a document;
 * `name` is where it was typed.
 */
export function readMoney(name: string, input: string, currency: string): ReadQuantity {
  const read = readAmount(input, { quantity: 'money', example: '7.16' });
  if (!read.ok) return { ok: false, problem: { ...problemAt([], read.findings[0]!), path: name } };
  const { value, currency: named } = read.value;
  if (named !== null && named !== currency) {
    const must = mustText('documentCurrency', { currency, example: examples.money });
    return { ok: false, problem: { ...problemAt([], { code: 'unit', must, got: input }), path: name } };
  }
  if (value >= 0) return { ok: true, value };
  return {
    ok: false,
    problem: { ...problemAt([], { code: 'range', must: { rule: 'atLeast', low: 0, quantity: 'money' }, got: input }), path: name },
  };
}
