import { bits, fixed, nearest, one } from './fixedPoint.ts';

/** High word of 0x1.69555p-1, where the parts begin. */
const start = 0x3fe69555;
const words = new Int32Array(2);
const double = new Float64Array(words.buffer);

/** Where a part begins. */
function beginning(part: number): number {
  words[1] = start + (part << 13);
  return double[0]!;
}

/** ln(c) in fixed point, for c in (1/2, 2): 2 atanh((c - 1) / (c + 1)), whose terms fall by 2^-5. */
function logarithm(c: bigint): bigint {
  const ratio = ((c - one) << bits) / (c + one);
  const square = (ratio * ratio) >> bits;
  let sum = 0n;
  let power = ratio;
  for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> bits;
  }
  return 2n * sum;
}

/** A fraction rounded to a multiple of 2^-42. */
const onGrid = (fraction: bigint): bigint => ((fraction + (one >> 43n)) >> (bits - 42n)) << (bits - 42n);

/**
 * Triples for the 128 parts of [0x1.69555p-1, 0x1.69555p0): c, a reciprocal of the part's middle on a grid of 2^-8 or 2^-9; -ln c rounded
 * to a multiple of 2^-42; and what that left out. Worked out as `exp2Table` is.
 */
export const logTable = new Float64Array(384);

for (let part = 0; part < 128; part++) {
  const [low, high] = [beginning(part), beginning(part + 1)];
  const middle = (low + high) / 2;
  const grid = middle < 1 ? 256 : 512;
  const c = low < 1 && high > 1 ? 1 : Math.round(grid / middle) / grid;
  const exact = -logarithm(fixed(c));
  const head = onGrid(exact);
  logTable[3 * part] = c;
  logTable[3 * part + 1] = nearest(head);
  logTable[3 * part + 2] = nearest(exact - head);
}
