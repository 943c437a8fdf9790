/** Two sums of the same amounts, taken in another order, agree to more digits than this. */
const agreement = 1e-11;

/** a - b; 0 where they agree to eleven digits: what rounding leaves is no difference, and nothing is cheaper by it. */
export function differenceOf(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= agreement * Math.abs(b) ? 0 : difference;
}
