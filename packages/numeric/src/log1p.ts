import { logTable } from './tables/logTable.ts';
import { powersOfTwo } from './powersOfTwo.ts';

const table = logTable;
const scale = powersOfTwo;
const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

// As in log.ts.
const START = 0x3fe69555;
const LN2_HIGH = 0.6931471805728506;
const LN2_LOW = -1.2905320270077144e-11;
const CUT = 402653184;
const C2 = -0.5000000000000001;
const C3 = 0.3333333333333334;
const C4 = -0.2499999999482675;
const C5 = 0.19999999995401552;
const C6 = -0.1666717525981255;
const C7 = 0.14286166368761452;

/**
 * log(1 + x) without the cancellation near 0, within 0.51 ulp. log1p(-1) = -Infinity; NaN below -1.
 *
 * Below 2^-7 its series to x^8; elsewhere as `log`, with what rounding 1 + x to a double lost (Knuth's two-sum, exact) added to the small
 * part.
 */
export function log1p(x: number): number {
  if (x < 0.0078125 && x > -0.0078125) {
    const x2 = x * x;
    const low = x * (1 / 3) - 0.5 + x2 * (x * 0.2 - 0.25);
    const high = x * (1 / 7) - 1 / 6 - x2 * 0.125;
    return x + x * (x * (low + x2 * x2 * high));
  }
  return log1pFar(x);
}

/** Its own function, so that V8 inlines both: together they pass the size it inlines. */
function log1pFar(x: number): number {
  const u = 1 + x;
  if (!(u > 0 && u < Infinity)) return x === -1 || x === Infinity ? x * Infinity : NaN;
  const added = u - 1;
  const lost = x - added + (1 - (u - added));
  bits[0] = u;
  const offset = words[1]! - START;
  const n = offset >> 20;
  const i = ((offset >> 13) & 127) * 3;
  const c = table[i]!;
  const power = scale[1074 - n]!;
  const z = u * power;
  const head = z + CUT - CUT;
  const rHead = head * c - 1;
  const rRest = (z - head + lost * power) * c;
  const r = rHead + rRest;
  const r2 = r * r;
  const series = r2 * (C2 + r * C3 + r2 * (C4 + r * C5 + r2 * (C6 + r * C7)));
  return n * LN2_HIGH + table[i + 1]! + rHead + (series + (rRest + (n * LN2_LOW + table[i + 2]!)));
}
