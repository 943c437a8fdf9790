import type { Control } from '@percall/scenario';
import { formatNumber, type Words } from '@percall/report';

/** How far a value is from the baseline's, in words; null where there is no baseline to compare with or no ratio to speak of. */
export function spokenChange(
  value: number,
  baseline: number | null,
  quantity: Control['description']['quantity'],
  { page, locale }: Words,
): string | null {
  if (baseline === null) return null;
  if (value === baseline) return page.asBaseline;
  // A percentage of a percentage, or of zero, says nothing.
  if (baseline === 0 || quantity === 'share' || quantity === 'points' || quantity === 'multiplier') return null;
  const percent = formatNumber(Math.abs(value / baseline - 1) * 100, 0, locale);
  return value < baseline ? page.belowBaseline(percent) : page.aboveBaseline(percent);
}
