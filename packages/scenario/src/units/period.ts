import type { Period } from '../scenario.ts';

const adverbs: Readonly<Record<string, Period>> = { weekly: 'week', monthly: 'month', quarterly: 'quarter', yearly: 'year' };

/** `27k per month`, `27k/month`, `27k monthly`: the period that a count names, and the text before it. Null when it names none. */
export function readPeriod(text: string): { readonly before: string; readonly period: Period } | null {
  const match = /^(.*\S)\s*(?:(?:\bper |\/\s?)(week|month|quarter|year)|(?<=\s)(weekly|monthly|quarterly|yearly))$/i.exec(text);
  if (match === null) return null;
  const [, before, noun, adverb] = match;
  return { before: before!.trim(), period: (noun?.toLowerCase() as Period | undefined) ?? adverbs[adverb!.toLowerCase()]! };
}
