import type { Json } from './document.ts';
import { getAt } from './paths.ts';
import { readAmount } from './units/amount.ts';
import { usualHoursPerWeek } from './units/slips.ts';

/** Paid hours of a full-time agent in a week, as a document has them; the usual ones where it has none, or none that can be. */
export function hoursPerWeekOf(document: Json): number {
  const typed = getAt(document, ['staffing', 'hoursPerWeek']);
  const read = typed === undefined ? null : readAmount(typed, { quantity: 'number' });
  return read?.ok && read.value.value >= 1 && read.value.value <= 168 ? read.value.value : usualHoursPerWeek;
}
