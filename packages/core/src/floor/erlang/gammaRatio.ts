import { exp } from '@percall/numeric';

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

/** [piece][power] of Phi/phi between nodes: the cubic with its values and slopes at both ends, M'(u) = 1 + u M(u). */
const millsTable = (() => {
  const pieces = (millsTo - millsFrom) * millsPerUnit + 1;
  const table = new Float64Array(4 * pieces);
  for (let piece = 0; piece < pieces; piece++) {
    const u0 = millsFrom + piece / millsPerUnit;
    const u1 = millsFrom + (piece + 1) / millsPerUnit;
    const f0 = millsExact(u0);
    const f1 = millsExact(u1);
    const g0 = (1 + u0 * f0) / millsPerUnit;
    const g1 = (1 + u1 * f1) / millsPerUnit;
    table.set([f0, g0, 3 * (f1 - f0) - 2 * g0 - g1, g0 + g1 - 2 * (f1 - f0)], 4 * piece);
  }
  return table;
})();

/** Phi(u) / phi(u), relative error 1e-8 below 31; Infinity above. */
function mills(u: number): number {
  // Plus, here and below: what a call returns that is not inlined has no type, and where it joins a double it has that boxed too.
  if (!(u >= millsFrom && u < millsTo)) return +millsBeyond(u);
  const s = (u - millsFrom) * millsPerUnit;
  const piece = s | 0;
  const t = s - piece;
  const at = piece << 2;
  return millsTable[at]! + t * (millsTable[at + 1]! + t * (millsTable[at + 2]! + t * millsTable[at + 3]!));
}

function millsBeyond(u: number): number {
  if (u >= millsTo) return Infinity;
  const w = 1 / (u * u);
  return -(1 - w * (1 - 3 * w)) / u;
}

/** Taylor coefficients in eta of the correction series c0 + c1/x + c2/x^2. */
const c0 = Float64Array.of(
  -1 / 3,
  1 / 12,
  -2 / 135,
  1 / 864,
  1 / 2835,
  -139 / 777600,
  1 / 25515,
  -2.185448510679992e-6,
  -1.85406221071516e-6,
  8.296711340953087e-7,
);
const c1 = Float64Array.of(
  -0.001851851851851852,
  -3.472222222222222e-3,
  0.0026455026455026454,
  -9.902263374485596e-4,
  0.00020576131687242798,
  -4.018775720164609e-7,
  -1.8098550334489977e-5,
  7.64916091608111e-6,
  0,
  0,
);
const c2 = Float64Array.of(
  4.133597883597884e-3,
  -0.0026813271604938273,
  7.716049382716049e-4,
  2.0093878600823047e-6,
  -0.00010736653226365161,
  5.292344882912013e-5,
  0,
  0,
  0,
  0,
);
const terms = c0.length;

/** All that the expansion needs of its large argument alone: one serves every load of a pool. */
export interface Expansion {
  x: number;
  root: number;
  inverse: number;
  /** Gamma(x) e^x x^-x sqrt(x / 2 pi) by Stirling's series, and its slope in x relative to it. */
  stirling: number;
  stirlingSlope: number;
  /** Coefficients in eta of the whole correction, for |eta| < 1. */
  readonly correction: Float64Array;
  /** What a sum is asked for: the ratio, its logarithm, and Temme's eta of it. Here, and the sum too, because a call that is not inlined boxes every double. */
  ratio: number;
  logRatio: number;
  eta: number;
  sum: number;
}

export const createExpansion = (): Expansion => ({
  x: NaN,
  root: NaN,
  inverse: NaN,
  stirling: NaN,
  stirlingSlope: NaN,
  correction: new Float64Array(terms),
  ratio: NaN,
  logRatio: NaN,
  eta: NaN,
  sum: NaN,
});

/** Makes an expansion that of x >= 16. */
export function expandAt(expansion: Expansion, x: number): void {
  const inverse = 1 / x;
  const stirling = 1 + inverse * (1 / 12 + inverse * (1 / 288 - inverse * (139 / 51840 + (inverse * 571) / 2488320)));
  expansion.x = x;
  expansion.root = Math.sqrt(x);
  expansion.inverse = inverse;
  expansion.stirling = stirling;
  expansion.stirlingSlope = (-(1 / 12 + inverse / 144) * inverse * inverse) / stirling;
  const { correction } = expansion;
  for (let k = 0; k < terms; k++) correction[k] = c0[k]! + inverse * (c1[k]! + inverse * c2[k]!);
}

/** Leaves Temme's eta of the ratio: half its square is ratio - 1 - ln(ratio), with the sign of ratio - 1. */
export function fillEta(at: Expansion): void {
  const m = at.ratio - 1;
  // The series avoids the cancellation near ratio = 1; its first left-out term is below 1e-9 at 0.05.
  if (m > -0.05 && m < 0.05) {
    at.eta = m * (1 + m * (-1 / 3 + m * (7 / 36 + m * (-73 / 540 + m * (1331 / 12960 - (m * 22409) / 272160)))));
    return;
  }
  const eta = Math.sqrt(2 * (m - at.logRatio));
  at.eta = m < 0 ? -eta : eta;
}

/** The correction series at eta. */
function correctionAt({ correction: c, inverse, ratio, eta }: Expansion): number {
  if (!(eta > -1 && eta < 1)) return +farCorrection(eta, ratio - 1, inverse);
  // In pairs, so that no term waits for all those before it.
  const eta2 = eta * eta;
  const eta4 = eta2 * eta2;
  const low = c[0]! + c[1]! * eta + eta2 * (c[2]! + c[3]! * eta);
  const middle = c[4]! + c[5]! * eta + eta2 * (c[6]! + c[7]! * eta);
  return low + eta4 * (middle + eta4 * (c[8]! + c[9]! * eta));
}

/** Its slope in eta. */
function correctionSlopeAt({ correction: c, inverse, ratio, eta }: Expansion): number {
  if (!(eta > -1 && eta < 1)) {
    const step = 1e-4;
    // d ratio / d eta = eta ratio / (ratio - 1)
    const ahead = ratio + (step * eta * ratio) / (ratio - 1);
    return (farCorrection(eta + step, ahead - 1, inverse) - farCorrection(eta, ratio - 1, inverse)) / step;
  }
  const eta2 = eta * eta;
  const eta4 = eta2 * eta2;
  const low = c[1]! + 2 * c[2]! * eta + eta2 * (3 * c[3]! + 4 * c[4]! * eta);
  const middle = 5 * c[5]! + 6 * c[6]! * eta + eta2 * (7 * c[7]! + 8 * c[8]! * eta);
  return low + eta4 * (middle + eta4 * (9 * c[9]!));
}

/** The correction series for |eta| >= 1, where c0 and c1 are themselves. */
function farCorrection(eta: number, m: number, inverse: number): number {
  const far0 = 1 / m - 1 / eta;
  const far1 = 1 / (eta * eta * eta) - 1 / (m * m * m) - 1 / (m * m) - 1 / (12 * m);
  // Outside |eta| < 2 the Taylor form of c2 is no longer the function; its share is below x^-2 there and is left out.
  if (!(eta > -2 && eta < 2)) return far0 + inverse * far1;
  const far2 = c2[0]! + eta * (c2[1]! + eta * (c2[2]! + eta * (c2[3]! + eta * (c2[4]! + eta * c2[5]!))));
  return far0 + inverse * (far1 + inverse * far2);
}

/** `waitingSum` by the expansion, of ratio y / x; Infinity where it exceeds the range of doubles. */
export function waitingSumLarge(at: Expansion): void {
  at.sum = at.stirling * (at.root * mills(at.eta * at.root) - correctionAt(at));
}

/**
 * - d waitingSum / d x at fixed y = sum over j >= 1 of y^j / ((x+1)...(x+j)) (1/(x+1) + ... + 1/(x+j)), term by term of the expansion.
 *
 * With u = eta sqrt(x) and M = Phi/phi: M' = 1 + u M, d eta / d x = - (ratio - 1) / (eta x). Relative error at most 1e-5 for x >= 16.
 *
 * Reads `sum`, which is `waitingSumLarge` there, and leaves its own in its place.
 */
export function waitingHarmonicSumLarge(at: Expansion): void {
  const { root, inverse, ratio, eta } = at;
  const m = ratio - 1;
  const u = eta * root;
  const value = mills(u);
  // (ratio - 1) / eta tends to 1 where both vanish.
  const slopeOfEta = -(eta > -1e-6 && eta < 1e-6 ? 1 + eta / 3 : m / eta) * inverse;
  const perRoot = root * inverse;
  const slopeOfU = 0.5 * eta * perRoot + root * slopeOfEta;
  const main = 0.5 * value * perRoot + root * (1 + u * value) * slopeOfU;
  // The expansion's own 1/x terms move with x too; c1 / x is the only one that shows.
  const inOwnX = eta > -1 && eta < 1 ? -c1[0]! * inverse * inverse : 0;
  at.sum = -(at.stirling * (main - correctionSlopeAt(at) * slopeOfEta - inOwnX) + at.stirlingSlope * at.sum);
}

/** `idleSum` - 1 by the expansion, for c >= 24, of ratio a / c. */
export function idleSumLessOneLarge(at: Expansion): void {
  at.sum = at.stirling * (at.root * mills(-at.eta * at.root) + correctionAt(at));
}
