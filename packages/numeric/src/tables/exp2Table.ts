import { bits, fixed, nearest, one } from './fixedPoint.ts';

/** sqrt(x) in fixed point, rounded down: Newton's method from above. */
function squareRoot(x: bigint): bigint {
  let root = one << 1n;
  for (;;) {
    const next = (root + (x << bits) / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * Pairs for i = 0..127: 2^(i/128) rounded, and what rounding left out as a fraction of it. In whole numbers, so that every engine comes to the same bits; as
 * text it would be 3 kB of what a page loads.
 */
export const exp2Table = new Float64Array(256);

let step = 2n * one;
for (let halvings = 0; halvings < 7; halvings++) step = squareRoot(step);
let power = one;
for (let i = 0; i < 128; i++) {
  const head = nearest(power);
  exp2Table[2 * i] = head;
  exp2Table[2 * i + 1] = nearest(((power - fixed(head)) << bits) / power);
  power = (power * step) >> bits;
}
