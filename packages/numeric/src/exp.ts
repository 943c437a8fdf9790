import { exp2Table } from './tables/exp2Table.ts';
import { expSum } from './expSum.ts';
import { powersOfTwo } from './powersOfTwo.ts';

// Local names: an imported binding is read through its module's cell each time.
const table = exp2Table;
const scale = powersOfTwo;

// As in expSum.ts.
const PARTS_PER_UNIT = 184.6649652337873;
const PART_HIGH = 0.0054152123482253955;
const PART_LOW = -1.0082281460997769e-13;
const ROUND = 6755399441055744;

/**
 * e^x, within 0.52 ulp (0.75 ulp where the result is subnormal).
 *
 * x = (128 n + i) ln 2 / 128 + r gives e^x = 2^n 2^(i/128) e^r, with 2^(i/128) from a table and |r| < 0.0028, for which five terms of
 * the series do. Tang (1989), Table-driven implementation of the exponential function in IEEE floating-point arithmetic, ACM TOMS 15(2).
 */
export function exp(x: number): number {
  // What a call returns has no type where the call is not inlined, and neither has what is returned beside it where this function is: all
  // doubles would be boxed there, for the sake of the rare ones. Plus makes it a number. Likewise in `log` and in `expm1`.
  if (!(x > -708 && x < 709)) return +expSum(x, 0, 1);
  const parts = x * PARTS_PER_UNIT + ROUND - ROUND;
  const r = x - parts * PART_HIGH - parts * PART_LOW;
  const part = parts | 0;
  const i = (part & 127) << 1;
  const head = table[i]!;
  const rest = table[i + 1]! + (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return (head + head * rest) * scale[(part >> 7) + 1074]!;
}
