/** Micro-units of a currency in one unit of it. */
const microUnits = 1e6;

/** Whole numbers up to here are exact in doubles. */
const mostExact = Number.MAX_SAFE_INTEGER;

/**
 * Rounds `parts` of a total to whole micro-units that add up to the rounded total: every part is rounded down, and what is left goes to the largest
 * remainders, earlier parts first (Hamilton's method). Fills `out` and returns how many units make one of the currency: 1e6, or the largest power
 * of ten in which the total is a whole number that doubles hold.
 */
export function apportion(parts: Float64Array, total: number, out: Float64Array): number {
  let units = microUnits;
  while (units > 1 && Math.abs(total) * units > mostExact) units /= 10;
  let left = Math.round(total * units);
  for (let part = 0; part < parts.length; part++) {
    out[part] = Math.floor(parts[part]! * units);
    left -= out[part]!;
  }
  // Less than one for each part, and rounding noise: a few rounds at most.
  for (; left > 0; left--) out[extreme(parts, out, units, 1)]!++;
  for (; left < 0; left++) out[extreme(parts, out, units, -1)]!--;
  return units;
}

/** The part that is farthest above what it was rounded to (sign 1), or least (sign -1); the first of equals. */
function extreme(parts: Float64Array, rounded: Float64Array, units: number, sign: 1 | -1): number {
  let found = 0;
  let most = -Infinity;
  for (let part = 0; part < parts.length; part++) {
    const remainder = sign * (parts[part]! * units - rounded[part]!);
    if (remainder > most) {
      most = remainder;
      found = part;
    }
  }
  return found;
}
