import { logTable } from './tables/logTable.ts';
import { powersOfTwo } from './powersOfTwo.ts';

const table = logTable;
const scale = powersOfTwo;
const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

/** High word of 0x1.69555p-1: from there to twice it the significand z runs; 1 falls inside the part whose reciprocal is 1. */
const START = 0x3fe69555;
/** ln 2 on a grid of 2^-35, so that its product with any exponent is exact, and the rest of it. */
const LN2_HIGH = 0.6931471805728506;
const LN2_LOW = -1.2905320270077144e-11;
/** 1.5 * 2^28: adding it to z and taking it away rounds z to a multiple of 2^-24. */
const CUT = 402653184;
/** (log1p(r) - r) / r^2 for |r| < 0.00521, our own fit, off by at most 7.9e-17 (derivation/generate.py --polynomials). */
const C2 = -0.5000000000000001;
const C3 = 0.3333333333333334;
const C4 = -0.2499999999482675;
const C5 = 0.19999999995401552;
const C6 = -0.1666717525981255;
const C7 = 0.14286166368761452;

/**
 * Natural logarithm, within 0.53 ulp. log(0) = -Infinity; NaN below 0.
 *
 * x = 2^n z and a reciprocal c of z's neighbourhood from a table give log x = n ln 2 - ln c + log1p(r), r = c z - 1, |r| < 0.00521. With
 * z cut at 2^-24 the leading part of r is exact, and so is its sum with n ln 2 - ln c on their common grid: only the last sum rounds
 * noticeably. Method of Tang (1990), Table-driven implementation of the logarithm function, ACM TOMS 16(4), with a short reciprocal in
 * place of his division.
 */
export function log(x: number): number {
  bits[0] = x;
  const word = words[1]!;
  if (word < 0x00100000 || word >= 0x7ff00000) return +logAtTheEdge(x); // plus: see `exp`
  const offset = word - START;
  const n = offset >> 20;
  const i = ((offset >> 13) & 127) * 3;
  const c = table[i]!;
  const z = x * scale[1074 - n]!;
  const head = z + CUT - CUT;
  const rHead = head * c - 1;
  const rRest = (z - head) * c;
  const r = rHead + rRest;
  const r2 = r * r;
  const series = r2 * (C2 + r * C3 + r2 * (C4 + r * C5 + r2 * (C6 + r * C7)));
  return n * LN2_HIGH + table[i + 1]! + rHead + (series + (rRest + (n * LN2_LOW + table[i + 2]!)));
}

function logAtTheEdge(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  // Subnormal: 2^1074 x is an integer below 2^52, and 1074 ln 2 is taken off as a double and its rest.
  return log(x * 1.0715086071862673e301 * 1.888946593147858e22) - 4.422444340918698e-14 - 744.4400719213812;
}
