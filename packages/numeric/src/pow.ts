import { logTable } from './tables/logTable.ts';
import { expSum } from './expSum.ts';
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

/**
 * x^y, within 0.53 ulp (0.76 ulp where the result is subnormal), with the special cases of ECMAScript's `**`: 1^NaN and (-1)^Infinity are
 * NaN, x^0 is 1.
 *
 * log x is computed as in `log` but kept as the sum of two doubles, about 68 bits; its product with y, too, goes to `expSum` as two.
 */
export function pow(x: number, y: number): number {
  bits[0] = y;
  const yExponent = (words[1]! >>> 20) & 0x7ff;
  bits[0] = x;
  const word = words[1]!;
  // x a positive normal number, and 2^-65 <= |y| < 2^63
  if (word < 0x00100000 || word >= 0x7ff00000 || yExponent < 958 || yExponent >= 1086) return powAtTheEdge(x, y);
  return powPositive(x, y, 0, 1);
}

/** sign (x 2^-shift)^y for normal x > 0 */
function powPositive(x: number, y: number, shift: number, sign: number): number {
  bits[0] = x;
  const offset = words[1]! - START;
  const exponent = offset >> 20;
  const n = exponent - shift;
  const i = ((offset >> 13) & 127) * 3;
  const c = table[i]!;
  const z = x * scale[1074 - exponent]!;
  const head = z + CUT - CUT;
  const rHead = head * c - 1;
  const rRest = (z - head) * c;
  const r = rHead + rRest;
  const r2 = r * r;
  const series = r * r2 * (1 / 3 - r * 0.25 + r2 * (0.2 - r * (1 / 6) + r2 * (1 / 7 - r * 0.125 + r2 * (1 / 9))));
  // The two leading sums keep what they round off; rHead has 26 bits, so its square is exact.
  const exact = n * LN2_HIGH + table[i + 1]! + rHead;
  const first = exact + rRest;
  const halfSquare = 0.5 * rHead * rHead;
  const logHead = first - halfSquare;
  const lostFirst = exact - first + rRest;
  const lostSecond = first - logHead - halfSquare;
  const logRest = lostFirst + lostSecond + (n * LN2_LOW + table[i + 2]!) + (series - 0.5 * rRest * (rHead + r));
  const yHead = Math.fround(y);
  const logCut = Math.fround(logHead);
  return expSum(yHead * logCut, (y - yHead) * logCut + y * (logHead - logCut + logRest), sign);
}

function powAtTheEdge(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const whole = Math.floor(y) === y;
  const odd = whole && Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1;
  if (size === 0 || size === Infinity) {
    const result = (size === 0) === y > 0 ? 0 : Infinity;
    return odd && (x < 0 || 1 / x < 0) ? -result : result;
  }
  if (x < 0 && !whole) return NaN;
  const sign = x < 0 && odd ? -1 : 1;
  if (size === 1) return sign;
  const ySize = Math.abs(y);
  // |log x| is at least 2^-53 and at most 745: beyond these the result overflows, underflows or rounds to 1.
  if (ySize >= 9223372036854775808) return size > 1 === y > 0 ? sign * Infinity : sign * 0;
  if (ySize < 2.710505431213761e-20) return 1;
  return size < 2.2250738585072014e-308 ? powPositive(size * 18014398509481984, y, 54, sign) : powPositive(size, y, 0, sign);
}
