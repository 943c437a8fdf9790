import { exp, log, log1p } from '@percall/numeric';

/** What `roomFor` leaves behind: the logarithm of P(Poisson(y) < places), and P(= places) over P(< places). */
export interface Room {
  logProbability: number;
  fullRatio: number;
}

/**
 * A caller who would wait x seconds in an endless queue has Poisson(y) still-patient callers about her, y = rate * integral of 1 - G to x. With K
 * waiting places her wait keeps its density where that count is below K. Fills `room` with log P(Poisson(y) < K) and P(= K) / P(< K) without
 * cancellation on either side of y = K: the smaller tail is summed from its largest term, which is found by Loader's deviance.
 *
 * Relative error of the probabilities about 1e-15 + 4e-16 |log probability|.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function roomFor(places: number, y: number, room: Room): void {
  if (y <= 0) {
    room.logProbability = 0;
    room.fullRatio = 0;
    return;
  }
  if (y <= places) {
    const full = exp(logPoisson(places, y));
    let term = full;
    let above = full;
    for (let i = places + 1; term > 1e-18 * above; i++) {
      term *= y / i;
      above += term;
    }
    room.logProbability = log1p(-above);
    room.fullRatio = full / (1 - above);
    return;
  }
  let term = 1;
  let sum = 1;
  for (let k = places - 1; k > 0 && term > 1e-18 * sum; k--) {
    term *= k / y;
    sum += term;
  }
  room.logProbability = logPoisson(places - 1, y) + log(sum);
  room.fullRatio = y / (places * sum);
}

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log of e^(-y) y^k / k!, k a whole number >= 0, y > 0. */
function logPoisson(k: number, y: number): number {
  if (k === 0) return -y;
  return -stirlingError(k) - deviance(k, y) - HALF_LOG_TWO_PI - 0.5 * log(k);
}

/** log(k!) - [(k + 1/2) log k - k + log(2 pi) / 2]. */
function stirlingError(k: number): number {
  if (k < 16) {
    let factorial = 1;
    for (let i = 2; i <= k; i++) factorial *= i;
    return log(factorial) - ((k + 0.5) * log(k) - k + HALF_LOG_TWO_PI);
  }
  const square = k * k;
  // Stirling's series, B_2j / (2j (2j - 1) k^(2j-1)); the next term is below 1e-16 from 16 on.
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / k;
}

/** k log(k / y) + y - k, by Loader's series where the two are close. */
function deviance(k: number, y: number): number {
  const difference = k - y;
  if (Math.abs(difference) >= 0.1 * (k + y)) return k * log(k / y) - difference;
  const v = difference / (k + y);
  const square = v * v;
  let sum = difference * v;
  let term = 2 * k * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}
