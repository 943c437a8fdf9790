/** Throws unless the option holds to its rule: RangeError for a number where one is asked for, else TypeError. */
export function refuseUnless(holds: boolean, rule: string, got: unknown, isNumeric = false): void {
  if (holds) return;
  const message = `${rule}, not ${told(got)}`;
  throw isNumeric && typeof got === 'number' ? new RangeError(message) : new TypeError(message);
}

function told(got: unknown): string {
  if (typeof got === 'string') return JSON.stringify(got);
  if (Array.isArray(got)) return 'a list';
  return typeof got === 'object' && got !== null ? 'an object' : String(got);
}
