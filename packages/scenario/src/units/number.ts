/** A number as people write one: thousands in groups of three with `,`, space, `'` or `_`; decimals with `.`; optional sign. */
export const numberPattern = String.raw`[+-]?(?:\d{1,3}(?:[, _']\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?`;

const whole = new RegExp(`^${numberPattern}$`);

/** Reads a number from normalised text; null when it is none. */
export function readNumber(text: string): number | null {
  if (!whole.test(text)) return null;
  const value = Number(text.replace(/[, _']/g, ''));
  return Number.isFinite(value) ? value : null;
}

/** `27.000`, `1.250.000`: what a reader with a point for the thousands takes for a whole number, and another for a fraction. */
export const pointedGroups = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
