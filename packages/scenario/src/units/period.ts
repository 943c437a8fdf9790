import type { Period } from '../scenario.ts';

/** `27k per month`, `27k/month`: the period that a count names, and the text before it. Null when it names none. */
export function readPeriod(text: string): { readonly before: string; readonly period: Period } | null {
  const match = /^(.*\S)\s*(?:\bper |\/\s?)(week|month|quarter|year)$/i.exec(text);
  return match === null ? null : { before: match[1]!.trim(), period: match[2]!.toLowerCase() as Period };
}
