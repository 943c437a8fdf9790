const millisecondsPerDay = 86_400_000;

/** Milliseconds at the midnight some days after the start (YYYY-MM-DD). Local wall clock without daylight saving: the same arithmetic as UTC, and no zone is stated. */
export function midnightOf(start: string, days: number): number {
  const [year, month, day] = start.split('-').map(Number);
  return Date.UTC(year!, month! - 1, day) + days * millisecondsPerDay;
}

/** The civil date some days after the start of a horizon (YYYY-MM-DD). */
export const dateOf = (start: string, days: number): string => new Date(midnightOf(start, days)).toISOString().slice(0, 10);

type NameStyle = 'narrow' | 'short' | 'long';

/** Name of the weekday some days after the start, in a language. */
export const weekdayOf = (start: string, days: number, locale: string, style: NameStyle = 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(midnightOf(start, days));

/** Some Monday. */
const monday = '2024-01-01';

/** Name of a weekday by its number, 0 = Monday. */
export const weekdayName = (weekday: number, locale: string, style: NameStyle): string => weekdayOf(monday, weekday, locale, style);

/** When an interval of the day begins, HH:MM; the end of the day is 24:00. */
export function timeOf(slot: number, intervalSeconds: number): string {
  const minutes = Math.round((slot * intervalSeconds) / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
