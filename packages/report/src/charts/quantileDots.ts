/** Dots of a quantile dot plot. Fifty: fine enough to count odds from, few enough to count (Fernandes et al. 2018). */
export const dotCount = 50;

/**
 * The quantiles that a dot plot shows: dot i of n stands at level (i + 1/2) / n, so that each dot is one of n equally likely futures.
 * Source: Kay, Kola, Hullman and Munson (2016), "When (ish) is my bus?".
 */
export const dotValues = (quantile: (level: number) => number, count = dotCount): readonly number[] =>
  Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count));

/** A dot in its column, `level` dots above the ground. */
export interface Dot {
  readonly value: number;
  readonly column: number;
  readonly level: number;
  /** The value lies outside the axis; the dot stands at its end. */
  readonly beyond: 'low' | 'high' | null;
}

/** The axis that dots stand on: its ends, and how many columns of dots lie between them. */
export interface DotAxis {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** Stacks dots: a value falls into the column that covers it, on top of those that are there. `values` ascending. */
export function stackDots(values: readonly number[], axis: DotAxis): readonly Dot[] {
  const heights = new Uint16Array(axis.columns);
  return values.map((value) => {
    const beyond = value < axis.from ? 'low' : value > axis.to ? 'high' : null;
    const column = columnOf(value, axis);
    return { value, column, level: heights[column]!++, beyond };
  });
}

const columnOf = (value: number, { from, to, columns }: DotAxis): number =>
  Math.min(columns - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * columns)));

/**
 * The fewest columns, that is the largest dots, with which no row of dots grows higher than `aspect` (height / width of a row) allows.
 * A row in which all values are one stands as one column, and the others set the size.
 */
export function columnsThatFit(rows: readonly (readonly number[])[], from: number, to: number, aspect: number): number {
  const most = 120;
  const heights = new Uint16Array(most);
  for (let columns = 12; columns < most; columns++)
    if (rows.every((values) => isStackedWithin(values, { from, to, columns }, heights, aspect * columns))) return columns;
  return most;
}

/**
 * Whether the dots of a row would be stacked no higher than `most`. A page tries dozens of numbers of columns at every answer: no dot is made for it, and none
 * is looked at after the first that is too high.
 */
function isStackedWithin(values: readonly number[], axis: DotAxis, heights: Uint16Array, most: number): boolean {
  heights.fill(0, 0, axis.columns);
  return values.every((value) => ++heights[columnOf(value, axis)]! <= most);
}
