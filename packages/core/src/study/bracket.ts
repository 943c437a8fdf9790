/** Between which values the one lies whose report is as typed. */
export interface Bracket {
  /** Whose report is short of the typed one; 0: none is known. */
  low: number;
  /** Whose report is beyond it; Infinity: none is known. */
  high: number;
  /** Whether the report jumps over the typed one: `low` and `high` are as good as one, and were both tried since they are. */
  jumps: boolean;
}

/** Relative difference of values that are as good as one: a hundredth of what reports are reproduced to, and more than handle times beside them sway. */
const sameValue = 1e-5;

export const createBracket = (): Bracket => ({ low: 0, high: Infinity, jumps: false });

/**
 * Takes down what `value` came to, and returns which to try next: scaled where that stays between the ends, else halfway between them. Ends that
 * are as good as one are tried in turn, for what else is being sought moves them: one that no longer is an end is given up.
 *
 * @param ratio the typed report over that of `value`: above 1 where the value is too low
 */
export function narrow(bracket: Bracket, value: number, ratio: number): number {
  const wereClose = areClose(bracket);
  const isLow = ratio > 1;
  if (isLow) {
    bracket.low = value;
    if (value >= bracket.high) bracket.high = Infinity;
  } else {
    bracket.high = value;
    if (value <= bracket.low) bracket.low = 0;
  }
  const close = areClose(bracket);
  bracket.jumps = wereClose && close;
  const { low, high } = bracket;
  if (close) return isLow ? high : low;
  const scaled = value * ratio;
  return (scaled > low && scaled < high) || low === 0 || high === Infinity ? scaled : (low + high) / 2;
}

const areClose = ({ low, high }: Bracket): boolean => high <= low * (1 + sameValue);
