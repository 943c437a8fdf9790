import { exp, log } from '@percall/numeric';

/**
 * The two sums that the Erlang formulas need, for large arguments, in a time that does not grow with them:
 *
 *   waitingSum(x, y)  = sum over j >= 0 of y^j / ((x+1)...(x+j))  = x e^y y^-x gamma(x, y)      (lower incomplete gamma)
 *   idleSum(c, a)     = sum over k >= 0 of c (c-1)...(c-k+1) / a^k = 1 / B(c, a)                (Erlang B)
 *
 * Temme's uniform asymptotic expansion of the incomplete gamma ratios (N. M. Temme, "The asymptotic expansion of the incomplete
 * gamma functions", SIAM J. Math. Anal. 10, 1979, eq. 3.4; coefficients from DLMF 8.12), three terms. Relative error at most 1e-6
 * for x, c >= 16, falling as x^-3 (tested against exact series).
 */

const millsFrom = -38;
const millsTo = 31;
const millsPerUnit = 64;
const rootTwoPi = 2.5066282746310002;

/** Phi(u) / phi(u) by continued fraction (u < -3), or by its series. Only used to fill the table. */
function millsExact(u: number): number {
  if (u > 0) return rootTwoPi * exp(0.5 * u * u) - millsExact(-u);
  const v = -u;
  if (v > 3) {
    let fraction = 0;
    for (let k = 60; k >= 1; k--) fraction = k / (v + fraction);
    return 1 / (v + fraction);
  }
  let term = v;
  let sum = v;
  for (let k = 1; k < 200; k++) {
    term *= (v * v) / (2 * k + 1);
    sum += term;
    if (term < 1e-18 * sum) break;
  }
  return 0.5 * rootTwoPi * exp(0.5 * v * v) - sum;
}

/** [node][value, slope x step] of Phi/phi, for cubic Hermite interpolation: M'(u) = 1 + u M(u). */
const millsTable = (() => {
  const nodes = (millsTo - millsFrom) * millsPerUnit + 2;
  const table = new Float64Array(2 * nodes);
  for (let node = 0; node < nodes; node++) {
    const u = millsFrom + node / millsPerUnit;
    const value = millsExact(u);
    table[2 * node] = value;
    table[2 * node + 1] = (1 + u * value) / millsPerUnit;
  }
  return table;
})();

/** Phi(u) / phi(u), relative error 1e-8 below 31; Infinity above. */
function mills(u: number): number {
  if (u < millsFrom) {
    const w = 1 / (u * u);
    return -(1 - w * (1 - 3 * w)) / u;
  }
  if (u >= millsTo) return Infinity;
  const s = (u - millsFrom) * millsPerUnit;
  const i = s | 0;
  const t = s - i;
  const f0 = millsTable[2 * i]!;
  const g0 = millsTable[2 * i + 1]!;
  const f1 = millsTable[2 * i + 2]!;
  const g1 = millsTable[2 * i + 3]!;
  const rise = f1 - f0;
  return f0 + t * (g0 + t * (3 * rise - 2 * g0 - g1 + t * (g0 + g1 - 2 * rise)));
}

/** Temme's eta: half its square is ratio - 1 - ln(ratio), with the sign of ratio - 1. */
export function etaOf(ratio: number): number {
  const m = ratio - 1;
  // The series avoids the cancellation near ratio = 1; its first left-out term is below 1e-9 at 0.05.
  if (m > -0.05 && m < 0.05) return m * (1 + m * (-1 / 3 + m * (7 / 36 + m * (-73 / 540 + m * (1331 / 12960 - (m * 22409) / 272160)))));
  const eta = Math.sqrt(2 * (m - log(ratio)));
  return m < 0 ? -eta : eta;
}

/** The correction series c0 + c1/x + c2/x^2 of the expansion. */
function temmeCorrection(eta: number, m: number, inverseX: number): number {
  let c0: number;
  let c1: number;
  if (eta > -1 && eta < 1) {
    c0 =
      -1 / 3 +
      eta *
        (1 / 12 +
          eta *
            (-2 / 135 +
              eta *
                (1 / 864 +
                  eta *
                    (1 / 2835 +
                      eta *
                        (-139 / 777600 +
                          eta *
                            (1 / 25515 + eta * (-2.185448510679992e-6 + eta * (-1.85406221071516e-6 + eta * 8.296711340953087e-7))))))));
    c1 =
      -0.001851851851851852 +
      eta *
        (-3.472222222222222e-3 +
          eta *
            (0.0026455026455026454 +
              eta *
                (-9.902263374485596e-4 +
                  eta *
                    (0.00020576131687242798 +
                      eta * (-4.018775720164609e-7 + eta * (-1.8098550334489977e-5 + eta * 7.64916091608111e-6))))));
  } else {
    c0 = 1 / m - 1 / eta;
    c1 = 1 / (eta * eta * eta) - 1 / (m * m * m) - 1 / (m * m) - 1 / (12 * m);
  }
  const c2 =
    4.133597883597884e-3 +
    eta *
      (-0.0026813271604938273 +
        eta * (7.716049382716049e-4 + eta * (2.0093878600823047e-6 + eta * (-0.00010736653226365161 + eta * 5.292344882912013e-5))));
  // Outside |eta| < 2 the Taylor form of c2 is no longer the function; its share is below x^-2 there and is left out.
  return eta > -2 && eta < 2 ? c0 + inverseX * (c1 + inverseX * c2) : c0 + inverseX * c1;
}

/** Gamma(x) e^x x^-x sqrt(x / 2 pi): Stirling's series. */
function stirling(inverseX: number): number {
  return 1 + inverseX * (1 / 12 + inverseX * (1 / 288 - inverseX * (139 / 51840 + (inverseX * 571) / 2488320)));
}

/**
 * `waitingSum` by the expansion, for x >= 16; Infinity where it exceeds the range of doubles.
 *
 * @param ratio y / x
 * @param eta `etaOf(ratio)`
 */
export function waitingSumLarge(x: number, ratio: number, eta: number): number {
  const root = Math.sqrt(x);
  return stirling(1 / x) * (root * mills(eta * root) - temmeCorrection(eta, ratio - 1, 1 / x));
}

/**
 * - d waitingSum / d x at fixed y = sum over j >= 1 of y^j / ((x+1)...(x+j)) (1/(x+1) + ... + 1/(x+j)), term by term of the expansion.
 *
 * With u = eta sqrt(x) and M = Phi/phi: M' = 1 + u M, d eta / d x = - (ratio - 1) / (eta x). Relative error at most 1e-5 for x >= 16.
 */
export function waitingHarmonicSumLarge(x: number, ratio: number, eta: number): number {
  const root = Math.sqrt(x);
  const m = ratio - 1;
  const u = eta * root;
  const value = mills(u);
  // (ratio - 1) / eta tends to 1 where both vanish.
  const slopeOfEta = -(eta > -1e-6 && eta < 1e-6 ? 1 + eta / 3 : m / eta) / x;
  const slopeOfU = eta / (2 * root) + root * slopeOfEta;
  const main = value / (2 * root) + root * (1 + u * value) * slopeOfU;
  const correction = temmeCorrection(eta, m, 1 / x);
  const step = 1e-4;
  const correctionSlope = (temmeCorrection(eta + step, ratioOf(eta + step, ratio, eta) - 1, 1 / x) - correction) / step;
  const stirlingSlope = -(1 / 12 + 1 / (144 * x)) / (x * x);
  // The expansion's own 1/x terms move with x too; c1 / x is the only one that shows.
  const inOwnX = eta > -1 && eta < 1 ? 0.001851851851851852 / (x * x) : 0;
  return -(stirling(1 / x) * (main - correctionSlope * slopeOfEta - inOwnX) + stirlingSlope * (root * value - correction));
}

/** The ratio that belongs to an eta near a known pair: d ratio / d eta = eta ratio / (ratio - 1), two terms. */
function ratioOf(eta: number, knownRatio: number, knownEta: number): number {
  const slope = knownEta > -1e-6 && knownEta < 1e-6 ? 1 + (2 / 3) * knownEta : (knownEta * knownRatio) / (knownRatio - 1);
  return knownRatio + slope * (eta - knownEta);
}

/** `idleSum` - 1 by the expansion, for c >= 24; ratio a / c. */
export function idleSumLessOneLarge(c: number, ratio: number, eta: number): number {
  const root = Math.sqrt(c);
  return stirling(1 / c) * (root * mills(-eta * root) + temmeCorrection(eta, ratio - 1, 1 / c));
}
