import { normalCdf, normalDensity } from '@percall/numeric';

/**
 * Square-root staffing: agents = A + beta sqrt(A), not rounded. beta is the grade of service; A the offered load in erlangs.
 *
 * Source: Erlang (1924); Halfin and Whitt (1981).
 */
export function squareRootAgents(offeredLoadErlangs: number, beta: number): number {
  if (!(offeredLoadErlangs > 0)) throw new RangeError(`offeredLoadErlangs must be above 0, not ${offeredLoadErlangs}`);
  return offeredLoadErlangs + beta * Math.sqrt(offeredLoadErlangs);
}

/**
 * Halfin-Whitt: probability of waiting as a large centre without abandonment is staffed at A + beta sqrt(A), 1 / (1 + beta Phi(beta) / phi(beta)).
 * beta > 0, else RangeError.
 *
 * Source: Halfin and Whitt (1981), Heavy-traffic limits for queues with many exponential servers, Operations Research 29(3).
 */
export function halfinWhittWaitFraction(beta: number): number {
  if (!(beta > 0)) throw new RangeError(`beta must be above 0, not ${beta}: without abandonment the queue would grow for ever`);
  return 1 / (1 + beta / hazard(-beta));
}

/**
 * Garnett: probability of waiting as a large centre with abandonment is staffed at A + beta sqrt(A),
 * 1 / (1 + sqrt(r) h(beta / sqrt(r)) / h(-beta)) with r = AHT / mean patience and h the normal hazard rate. Any beta; r > 0, else RangeError.
 *
 * Source: Garnett, Mandelbaum and Reiman (2002), Designing a call center with impatient customers, MSOM 4(3).
 */
export function garnettWaitFraction(beta: number, ahtOverPatience: number): number {
  const root = rootOf(ahtOverPatience);
  return 1 / (1 + (root * hazard(beta / root)) / hazard(-beta));
}

/** Garnett: limit of sqrt(agents) times the abandonment rate, sqrt(r) [h(b) - b] times the probability of waiting, b = beta / sqrt(r). */
export function garnettScaledAbandonment(beta: number, ahtOverPatience: number): number {
  const root = rootOf(ahtOverPatience);
  return root * hazardExcess(beta / root) * garnettWaitFraction(beta, ahtOverPatience);
}

/** The beta at which `halfinWhittWaitFraction` is the given share, 0 < share < 1. */
export function halfinWhittBeta(waitFraction: number): number {
  checkShare(waitFraction);
  return falling(waitFraction, 0, halfinWhittWaitFraction);
}

/** The beta at which `garnettWaitFraction` is the given share, 0 < share < 1. */
export function garnettBeta(waitFraction: number, ahtOverPatience: number): number {
  checkShare(waitFraction);
  rootOf(ahtOverPatience);
  return falling(waitFraction, -40, (beta) => garnettWaitFraction(beta, ahtOverPatience));
}

function checkShare(share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`waitFraction must lie between 0 and 1, not ${share}`);
}

function rootOf(ahtOverPatience: number): number {
  if (!(ahtOverPatience > 0)) throw new RangeError(`ahtOverPatience must be above 0, not ${ahtOverPatience}`);
  return Math.sqrt(ahtOverPatience);
}

/** Where a falling function takes a value, between `low` and 40 (beyond which the wait is below 1e-300). */
function falling(value: number, low: number, f: (x: number) => number): number {
  let high = 40;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > value) low = middle;
    else high = middle;
  }
  return high;
}

/** From here on the asymptotic series of the normal tail is exact to double precision. */
const FAR = 30;

/** phi(x) / (1 - Phi(x)). */
const hazard = (x: number): number => (x > FAR ? x + hazardExcess(x) : normalDensity(x) / normalCdf(-x));

/** hazard(x) - x, which is 1/x - 2/x^3 + 10/x^5 - 74/x^7 + ... far out. */
function hazardExcess(x: number): number {
  if (x <= FAR) return hazard(x) - x;
  const square = 1 / (x * x);
  return (1 - square * (2 - square * (10 - square * (74 - square * 706)))) / x;
}
