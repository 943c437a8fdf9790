import type { Quantity } from '../problem.ts';
import type { Control } from './controls.ts';

/** What a slider covers, and its step; SI. */
export interface Slider {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Of the schema's range, what must lie below a value for it to be of a sensible size: nearer to the start no step would be fine enough. */
const leastPart = 1 / 8;

/** How far a round range goes beyond the value: about twice as far. */
const beyond = 1.9;

/** Positions of a slider at least. */
const fewest = 50;

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Durations that people call round; beyond a minute they do not count in tens. */
const roundDurations = [
  ...[1, 2, 5, 10, 15, 20, 30],
  ...[1, 2, 3, 5, 10, 15, 20, 30].map((n) => n * minute),
  ...[1, 2, 3, 4, 6, 8, 12, 16].map((n) => n * hour),
  ...[1, 2, 3, 5, 7, 14, 28, 56, 91, 182, 364, 728, 1456, 3640].map((n) => n * day),
];

const durationSteps = [
  ...[0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 6, 12].map((n) => n * hour),
  ...[1, 7].map((n) => n * day),
];

/**
 * What a slider covers for a control whose baseline value is `central`: the schema's range and step where the value lies in it and a step is
 * fine enough for it, else a round range to about twice the value in 50 to 500 steps (121,000: from 0 to 250,000 by 1,000). SI.
 */
export function sliderOf(control: Control, central: number): Slider {
  const { slider, support, quantity } = control.description;
  const [from, to] = [Math.max(slider.from, support.lower), Math.min(slider.to, support.upper)];
  if (central === from) return { from, to, step: slider.step };
  const twoEnds = support.upper !== Infinity && support.lower !== -Infinity;
  const fine = twoEnds ? Math.abs(central) >= slider.step || central === 0 : central - from >= leastPart * (to - from);
  // Around a factor of one, and around no difference, every value of the range is of a sensible size.
  const around = quantity === 'multiplier' || quantity === 'points';
  if (central >= from && central <= to && (fine || around)) return { from, to, step: slider.step };
  // Below the schema's range zero is the one value that says nothing of a size.
  return central === 0 ? { from: Math.max(0, support.lower), to, step: slider.step } : roundRange(control, central);
}

function roundRange({ description }: Control, central: number): Slider {
  const { support, quantity } = description;
  // Callers and agents come whole: there is no range of 50 positions among fewer.
  const size = Math.max(beyond * Math.abs(central), quantity === 'count' ? fewest : 0);
  const reach = quantity === 'duration' ? (roundDurations.find((round) => round >= size) ?? roundNumber(size)) : roundNumber(size);
  const to = Math.min(support.upper, reach);
  const start = central < 0 ? Math.max(support.lower, -reach) : Math.max(support.lower, 0);
  const step = stepOf(to - start, quantity);
  // From a bound of 1 s by 2 s nobody would get to round values.
  const from = central < 0 ? start : Math.min(central, step * Math.ceil(start / step - 1e-9));
  return { from: Number(Math.max(support.lower, from).toPrecision(12)), to, step };
}

/** The next of some digits times a power of ten. */
function roundNumber(least: number, digits: readonly number[] = [1, 2, 2.5, 5, 10]): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = digits.find((round) => round * power >= least * (1 - 1e-12)) ?? 10;
  return Number((digit * power).toPrecision(12));
}

/** The finest round step that gives 300 positions at most; whole seconds and whole counts where that leaves enough positions. */
function stepOf(width: number, quantity: Quantity): number {
  const least = width / 300;
  const whole = (quantity === 'duration' || quantity === 'count') && width >= fewest;
  const known = quantity === 'duration' ? durationSteps.find((step) => step >= least * (1 - 1e-9)) : undefined;
  const step = known ?? roundNumber(least, [1, 2, 5, 10]);
  return whole ? Math.max(1, step) : step;
}
