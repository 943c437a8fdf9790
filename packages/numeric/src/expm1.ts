import { exp2Table } from './tables/exp2Table.ts';
import { powersOfTwo } from './powersOfTwo.ts';
import { exp } from './exp.ts';

const table = exp2Table;
const scale = powersOfTwo;

// As in expSum.ts.
const PARTS_PER_UNIT = 184.6649652337873;
const PART_HIGH = 0.0054152123482253955;
const PART_LOW = -1.0082281460997769e-13;
const ROUND = 6755399441055744;

/**
 * e^x - 1 without the cancellation near 0, within 0.54 ulp.
 *
 * Below 1/16 its series to x^11; elsewhere 2^n 2^(i/128) - 1 with its rounding error added back, plus the small rest as in `exp`.
 */
export function expm1(x: number): number {
  if (x < 0.0625 && x > -0.0625) {
    // Estrin's order: the three groups do not wait for one another.
    const x2 = x * x;
    const x4 = x2 * x2;
    const low = 1 / 6 + x * (1 / 24) + x2 * (1 / 120 + x * (1 / 720));
    const high = 1 / 5040 + x * (1 / 40320) + x2 * (1 / 362880 + x * (1 / 3628800));
    return x + x * (x * 0.5 + x2 * (low + x4 * high));
  }
  if (!(x > -38 && x < 40)) return x < -38 ? -1 : +exp(x); // plus: see `exp`
  const parts = x * PARTS_PER_UNIT + ROUND - ROUND;
  const r = x - parts * PART_HIGH - parts * PART_LOW;
  const part = parts | 0;
  const i = (part & 127) << 1;
  const head = table[i]! * scale[(part >> 7) + 1074]!;
  const rest = table[i + 1]! + (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  const difference = head - 1;
  // What the subtraction lost, exact: Dekker's fast two-sum, the larger operand first.
  const lost = head < 1 ? head - (difference + 1) : head - difference - 1;
  return difference + (lost + head * rest);
}
