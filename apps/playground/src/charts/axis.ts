import { spreadOf, type Spread } from '@percall/core';
import { scaleLinear } from 'd3-scale';
import type { ScenarioCost } from '../desk/desk.ts';

/** One scenario in a chart: its headline cost in every future, of which there is one at least. */
export interface ChartRow {
  readonly name: string;
  readonly isBaseline: boolean;
  readonly worlds: Spread;
  readonly futures: number;
}

/**
 * A scenario as a row; null: no future has contacts.
 *
 * @param baseline what the page calls the baseline, where this is it
 */
export function chartRow({ name, futures, cost }: ScenarioCost, baseline: string | null): ChartRow | null {
  const worlds = spreadOf(cost);
  return Number.isNaN(worlds.quantile(0.5)) ? null : { name: baseline ?? name, isBaseline: baseline !== null, worlds, futures };
}

export interface Axis {
  readonly from: number;
  readonly to: number;
}

/** A quantile of a row, by the rule of the sentence beside the chart. */
export const quantileIn = ({ worlds }: Pick<ChartRow, 'worlds'>, level: number): number => worlds.quantile(level);

/** An axis with round ends around the middle 99% of every row: the few futures beyond it stand at its ends. */
export function axisFor(rows: readonly ChartRow[]): Axis {
  return axisAround(Math.min(...rows.map((row) => quantileIn(row, 0.005))), Math.max(...rows.map((row) => quantileIn(row, 0.995))));
}

/** An axis with round ends a little beyond two values. */
export function axisAround(from: number, to: number): Axis {
  const margin = (to - from) * 0.04 || Math.max(Math.abs(from) * 0.01, 0.01);
  const [low, high] = scaleLinear()
    .domain([from - margin, to + margin])
    .nice(12)
    .domain();
  return { from: low!, to: high! };
}

/** Of an axis, what its rows must fill at least: on one that is longer their shape is hardly seen. */
const leastFilled = 0.5;

/** The axis that stands, where every row lies on it and fills a good part of it, so that a better answer to the same moves nothing; else a new one. */
export function axisKept(kept: Axis | null, rows: readonly ChartRow[]): Axis {
  const wanted = axisFor(rows);
  if (kept === null) return wanted;
  const isOn = rows.every((row) => quantileIn(row, 0.005) >= kept.from && quantileIn(row, 0.995) <= kept.to);
  return isOn && wanted.to - wanted.from >= leastFilled * (kept.to - kept.from) ? kept : wanted;
}

/** A place on an axis, with its position as a fraction of the length and its label. */
export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly text: string;
  /** A label that would leave the chart is drawn towards its middle. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Some six places on an axis; on a short one as many as have labels that stand apart, `width` and the labels in pixels. */
export function ticksOf({ from, to }: Axis, width: number, textOf: (value: number) => string): readonly Tick[] {
  const scale = scaleLinear().domain([from, to]);
  for (let count = 6; ; count -= 1) {
    const ticks = scale.ticks(count).map((value): Tick => {
      const at = (value - from) / (to - from);
      return { value, at, text: textOf(value), anchor: at < 0.03 ? 'start' : at > 0.97 ? 'end' : 'middle' };
    });
    if (count === 2 || areApart(ticks, width)) return ticks;
  }
}

/** Of a digit of a label, and between two labels, in pixels: nothing is measured, since an axis is drawn while an answer waits to be seen. */
const digit = 7.5;
const gap = 8;

/** Whether all labels of an axis can be told from their neighbours. */
function areApart(ticks: readonly Tick[], width: number): boolean {
  const ends = ticks.map(({ at, text, anchor }) => {
    const size = text.length * digit;
    const start = at * width - (anchor === 'start' ? 0 : anchor === 'end' ? size : size / 2);
    return { start, end: start + size };
  });
  return ends.every(({ start }, index) => index === 0 || start - ends[index - 1]!.end >= gap);
}
