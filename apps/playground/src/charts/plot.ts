import type { Axis } from './axis.ts';

/** A budget per contact over a plot: a line that can be moved. */
export interface BudgetMark {
  readonly value: number;
  /** On the line; the value and what lies within it in words; what the line is called. */
  readonly text: string;
  readonly spoken: string;
  readonly label: string;
  readonly move: (value: number) => void;
}

/** What every view of the cost shares: its axis, and the lines over it. */
export interface PlotSetting {
  readonly axis: Axis;
  /** Decimals of the currency, in which values are shown. */
  readonly decimals: number;
  readonly label: string;
  readonly budget: BudgetMark | null;
  /** A figure to see the cost beside; null where there is none, or it lies outside the axis. */
  readonly reference: { readonly value: number; readonly text: string } | null;
  /** What its lines mean for the rows, in sentences: the end of every summary. */
  readonly said: readonly string[];
}

/** Where a value lies, as a fraction of the axis. */
export const placeOn = ({ from, to }: Axis, value: number): number => (value - from) / (to - from);

export const isOn = ({ from, to }: Axis, value: number): boolean => value >= from && value <= to;
