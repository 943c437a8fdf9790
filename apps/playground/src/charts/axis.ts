import { scaleLinear } from 'd3-scale';

/** One scenario in a chart: its headline cost in every future, ascending. */
export interface ChartRow {
  readonly name: string;
  readonly isBaseline: boolean;
  readonly sorted: ArrayLike<number>;
}

export interface Axis {
  readonly from: number;
  readonly to: number;
}

/** Type 7 quantile of ascending values, as in the sentence beside the chart up to the last futures' distance. */
export function quantileOf(sorted: ArrayLike<number>, level: number): number {
  const place = level * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
}

/** An axis with round ends around the middle 99% of every row: the few futures beyond it stand at its ends. */
export function axisFor(rows: readonly ChartRow[]): Axis {
  const from = Math.min(...rows.map(({ sorted }) => quantileOf(sorted, 0.005)));
  const to = Math.max(...rows.map(({ sorted }) => quantileOf(sorted, 0.995)));
  const margin = (to - from) * 0.04 || Math.max(Math.abs(from) * 0.01, 0.01);
  const [low, high] = scaleLinear()
    .domain([from - margin, to + margin])
    .nice(12)
    .domain();
  return { from: low!, to: high! };
}

/** Some six places on the axis, with their positions as fractions of its length. */
export function ticksOf({ from, to }: Axis): readonly { readonly value: number; readonly at: number }[] {
  return scaleLinear()
    .domain([from, to])
    .ticks(6)
    .map((value) => ({ value, at: (value - from) / (to - from) }));
}
