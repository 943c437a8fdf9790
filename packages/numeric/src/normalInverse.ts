import { log } from './log.ts';

/**
 * Standard normal quantile: the x with normalCdf(x) = p, to a relative 1e-15 (7 ulp) over the whole of [0, 1], tiny p
 * included. Infinite at 0 and 1, NaN outside. normalInverse(1 - p) = -normalInverse(p) exactly when 1 - p is exact.
 *
 * Wichura (1988), Algorithm AS 241, PPND16, Applied Statistics 37(3).
 */
export function normalInverse(p: number): number {
  one[0] = p;
  normalInverseInPlace(one, 0, 1);
  return one[0];
}

const one = new Float64Array(1);

/**
 * values[from..to) become their standard normal quantiles, the bits of `normalInverse`. In place, because a function of this size is not inlined, and a number
 * that it returned would be an object on the heap.
 */
export function normalInverseInPlace(values: Float64Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const p = values[at]!;
    const q = p - 0.5;
    if (!(q <= 0.425 && q >= -0.425)) {
      values[at] = q < 0 ? p : 1 - p;
      tailQuantile(values, at);
      if (q < 0) values[at] = -values[at]!;
      continue;
    }
    const r = 0.180625 - q * q;
    const numerator =
      3.3871328727963665 +
      r *
        (133.14166789178438 +
          r *
            (1971.5909503065513 +
              r *
                (13731.69376550946 + r * (45921.95393154987 + r * (67265.7709270087 + r * (33430.57558358813 + r * 2509.0809287301227))))));
    const denominator =
      1 +
      r *
        (42.31333070160091 +
          r *
            (687.1870074920579 +
              r *
                (5394.196021424751 +
                  r * (21213.794301586597 + r * (39307.89580009271 + r * (28729.085735721943 + r * 5226.495278852546))))));
    values[at] = (q * numerator) / denominator;
  }
}

/** A value p <= 0.075 becomes -normalInverse(p). */
function tailQuantile(values: Float64Array, at: number): void {
  const p = values[at]!;
  if (!(p > 0)) {
    values[at] = p === 0 ? Infinity : NaN;
    return;
  }
  const root = Math.sqrt(-log(p));
  if (root <= 5) {
    const r = root - 1.6;
    const numerator =
      1.4234371107496835 +
      r *
        (4.630337846156546 +
          r *
            (5.769497221460691 +
              r *
                (3.6478483247632045 +
                  r * (1.2704582524523684 + r * (0.2417807251774506 + r * (0.022723844989269184 + r * 0.0007745450142783414))))));
    const denominator =
      1 +
      r *
        (2.053191626637759 +
          r *
            (1.6763848301838038 +
              r *
                (0.6897673349851 +
                  r * (0.14810397642748008 + r * (0.015198666563616457 + r * (0.0005475938084995345 + r * 1.0507500716444169e-9))))));
    values[at] = numerator / denominator;
    return;
  }
  const r = root - 5;
  const numerator =
    6.657904643501103 +
    r *
      (5.463784911164114 +
        r *
          (1.7848265399172913 +
            r *
              (0.29656057182850487 +
                r * (0.026532189526576124 + r * (0.0012426609473880784 + r * (2.7115555687434876e-5 + r * 2.0103343992922881e-7))))));
  const denominator =
    1 +
    r *
      (0.599832206555888 +
        r *
          (0.1369298809227358 +
            r *
              (0.014875361290850615 +
                r * (0.0007868691311456133 + r * (1.8463183175100548e-5 + r * (1.421511758316446e-7 + r * 2.0442631033899397e-15))))));
  values[at] = numerator / denominator;
}
