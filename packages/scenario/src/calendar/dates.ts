const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a civil date `YYYY-MM-DD`; null when there is no such day. */
export function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return null;
  const milliseconds = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const day = milliseconds / millisecondsPerDay;
  return dateOf(day) === date ? day : null;
}

/** The civil date of a day number. */
export const dateOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** Monday = 0; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** `2026-01-15` or `2026-01-15..2026-01-17`, both ends included; null when either is no date. */
export function readDays(text: string): { readonly from: string; readonly to: string } | null {
  const [from, to = from, ...more] = text.split(/\s*\.\.\s*/);
  if (from === undefined || to === undefined || more.length > 0 || dayNumber(from) === null || dayNumber(to) === null) return null;
  return { from, to };
}
