import { log } from '@percall/numeric';
import { exponentialLaw, fillExponentials, unitExponential } from './exponential.ts';
import type { DurationLaw } from './durationLaw.ts';
import { fillExp, fillLog } from './fillExpAndLog.ts';
import { fillGammaScores } from './gammaScores.ts';

/**
 * Two exponentials of mean 1 together, in balance: with probability p the rate is 2 p, else 2 (1 - p), so that both carry half of the mean, with
 * p = (1 + sqrt((cv^2 - 1) / (cv^2 + 1))) / 2. Patience of cv above 1: some leave soon, the others wait long.
 *
 * Relative error below 1e-12 for cv up to 1000.
 */
export function hyperexponentialLaw(cv: number): DurationLaw {
  if (!(cv >= 1 && cv < Infinity)) throw new RangeError(`A hyperexponential law has a cv of 1 or more, not ${cv}.`);
  if (cv === 1) return exponentialLaw;
  const square = cv * cv;
  const half = Math.sqrt((square - 1) / (square + 1)) / 2;
  // 1/2 - half, without cancellation.
  const rare = 1 / (2 * (square + 1) * (0.5 + half));
  return {
    fromScores: (values, from, to) => {
      fillGammaScores(values, from, to, unitExponential(), 1, 0);
      fill(values, from, to, rare, 2 * half);
    },
    fromUniforms: (values, from, to) => {
      fillExponentials(values, from, to);
      fill(values, from, to, rare, 2 * half);
    },
    cv,
  };
}

/** Below this, rounding in log S would show beside E, and four terms of its series do. */
const SMALL = 1e-3;

const BLOCK = 128;
const durations = new Float64Array(BLOCK);
/** e^(-gap x), and log(q + p e^(-gap x)). */
const fading = new Float64Array(BLOCK);
const logs = new Float64Array(BLOCK);
const open = new Uint8Array(BLOCK);

/**
 * Unit exponentials E become durations x, in place: with S = q e^(-2 q x) + p e^(-2 p x) the share that lasts longer, -log S = E.
 *
 * -log S is concave in x, so that Newton's method closes in from below; from the largest of the three bounds by the first rate, by the slow part
 * alone and by the fast part alone, it takes three to five steps. For small E, log S is the series in the cumulants of the rate. A block takes its
 * steps together, so that the loops over exp and log are those that need no boxes; each duration stops when it is there, whatever its neighbours do.
 */
function fill(values: Float64Array, from: number, to: number, rare: number, difference: number): void {
  const common = 1 - rare;
  const gap = 2 * difference;
  const slow = 2 * rare;
  const first = slow + gap * common;
  const second = gap * gap * common * rare;
  const third = gap * second * (rare - common);
  const fourth = gap * gap * second * (1 - 6 * common * rare);
  const logRare = log(rare);
  const logCommon = log(common);
  for (let start = from; start < to; start += BLOCK) {
    const n = Math.min(BLOCK, to - start);
    let left = 0;
    for (let j = 0; j < n; j++) {
      const e = values[start + j]!;
      let x = e / first;
      if (e < SMALL) {
        for (let step = 0; step < 3; step++) {
          const sum = x * (first - x * (second / 2 - x * (third / 6 - x * (fourth / 24))));
          x += (e - sum) / (first - x * (second - x * (third / 2)));
        }
        open[j] = 0;
      } else {
        x = Math.max(x, (e + logRare) / slow, (e + logCommon) / (slow + gap));
        open[j] = 1;
        left++;
      }
      durations[j] = x;
    }
    for (let step = 0; step < 50 && left > 0; step++) {
      for (let j = 0; j < n; j++) fading[j] = -gap * durations[j]!;
      fillExp(fading, 0, n, 1, 0);
      for (let j = 0; j < n; j++) logs[j] = rare + common * fading[j]!;
      fillLog(logs, 0, n);
      for (let j = 0; j < n; j++) {
        if (open[j] === 0) continue;
        const fast = common * fading[j]!;
        const x = durations[j]!;
        const next = (values[start + j]! - slow * x + logs[j]!) / (slow + (gap * fast) / (rare + fast));
        durations[j] = x + next;
        if (next > 1e-8 * x) continue;
        open[j] = 0;
        left--;
      }
    }
    for (let j = 0; j < n; j++) values[start + j] = durations[j]!;
  }
}
