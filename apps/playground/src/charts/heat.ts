import type { IntervalCell, IntervalProfile } from '@percall/core';
import { formatNumber, formatPercent, timeOf, weekdayName, type HeatMeasure, type Words } from '@percall/report';

export const heatMeasures: readonly HeatMeasure[] = ['missed', 'load', 'agents', 'wait'];

/** A place in the heat map. `step` 0..4 of the colour scale; null: there is no value. */
export interface HeatCell {
  readonly weekday: number;
  readonly slot: number;
  readonly step: number | null;
  readonly text: string;
  readonly when: string;
}

export interface Heat {
  readonly days: readonly { readonly weekday: number; readonly short: string; readonly narrow: string; readonly long: string }[];
  /** By time; [day] null: closed. */
  readonly rows: readonly { readonly slot: number; readonly time: string; readonly cells: readonly (HeatCell | null)[] }[];
  /** [step] its values as text; a step that no value can have is left out. */
  readonly legend: readonly { readonly step: number; readonly from: string; readonly to: string }[];
  /** null: no cell has a value. */
  readonly extremes: { readonly most: HeatCell; readonly least: HeatCell } | null;
}

export function valueOf(cell: IntervalCell, measure: HeatMeasure): number | null {
  switch (measure) {
    case 'missed':
      return cell.missedFraction;
    case 'load':
      return cell.loadErlangs;
    case 'agents':
      return cell.agents;
    case 'wait':
      return cell.waitSeconds;
  }
}

const steps = 5;

/** Ends of the steps, as fractions: of how often a target is missed the first percents matter most. */
const missedEnds: readonly number[] = [0.02, 0.1, 0.25, 0.5, 1];

/** [step] where each ends; a value on an end is of the step below it. Other measures are cut into five equal parts between their least and most. */
function endsOf(values: readonly number[], measure: HeatMeasure): readonly number[] {
  if (measure === 'missed') return missedEnds;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return Array.from({ length: steps }, (_, step) => least + ((most - least) * (step + 1)) / steps);
}

const stepOf = (value: number, ends: readonly number[]): number => {
  const step = ends.findIndex((end) => value <= end);
  return step < 0 ? steps - 1 : step;
};

/** A profile as a grid of weekdays in the document's order by times of day, with values as text and steps of a colour scale. `weekStarts`: 0 = Monday. */
export function heatOf(profile: IntervalProfile, measure: HeatMeasure, weekStarts: number, words: Words): Heat {
  const { heat } = words.page.day;
  const values = profile.cells.flatMap((cell) => valueOf(cell, measure) ?? []);
  const ends = endsOf(values, measure);
  const most = Math.max(...values, 0);
  const text = (value: number): string => {
    if (measure === 'missed') return formatPercent(100 * value, 0, words.locale);
    // One digit after the point where that is one of the first three.
    const number = formatNumber(value, most < 100 ? -1 : 0, words.locale);
    return measure === 'wait' ? heat.wait(number) : number;
  };
  const days = [...new Set(profile.cells.map(({ weekday }) => weekday))]
    .sort((a, b) => ((a - weekStarts + 7) % 7) - ((b - weekStarts + 7) % 7))
    .map((weekday) => ({
      weekday,
      short: weekdayName(weekday, words.locale, 'short'),
      narrow: narrowName(weekday, words.locale),
      long: weekdayName(weekday, words.locale, 'long'),
    }));
  const slots = [...new Set(profile.cells.map(({ slot }) => slot))].sort((a, b) => a - b);
  const byPlace = new Map(profile.cells.map((cell) => [`${cell.weekday} ${cell.slot}`, cell]));
  let found: { most: [number, HeatCell]; least: [number, HeatCell] } | null = null;
  const rows = slots.map((slot) => {
    const time = timeOf(slot, profile.intervalSeconds);
    return {
      slot,
      time,
      cells: days.map(({ weekday, long }): HeatCell | null => {
        const cell = byPlace.get(`${weekday} ${slot}`);
        if (cell === undefined) return null;
        const value = valueOf(cell, measure);
        const shown: HeatCell = {
          weekday,
          slot,
          step: value === null ? null : stepOf(value, ends),
          text: value === null ? '' : text(value),
          when: heat.when(long, time),
        };
        if (value !== null) {
          found ??= { most: [value, shown], least: [value, shown] };
          if (value > found.most[0]) found.most = [value, shown];
          if (value < found.least[0]) found.least = [value, shown];
        }
        return shown;
      }),
    };
  });
  const froms = [measure === 'missed' ? 0 : Math.min(...values), ...ends];
  return {
    days,
    rows,
    legend:
      values.length === 0 ? [] : ends.flatMap((to, step) => (froms[step]! < to ? [{ step, from: text(froms[step]!), to: text(to) }] : [])),
    extremes: extremesIn(found),
  };
}

/** English short names fit everywhere, and its letters are not unlike each other. */
const narrowName = (weekday: number, locale: string): string => {
  const short = weekdayName(weekday, locale, 'short');
  return short === weekdayName(weekday, locale, 'long') ? weekdayName(weekday, locale, 'narrow') : short;
};

const extremesIn = (found: { most: [number, HeatCell]; least: [number, HeatCell] } | null): Heat['extremes'] =>
  found && { most: found.most[1], least: found.least[1] };

/** Where a key leads from a cell; null: it is no key of the grid. Closed cells are passed over; without an open one on the way the place stays. */
export function cellAfter(
  { rows, days }: Pick<Heat, 'rows' | 'days'>,
  at: { readonly row: number; readonly day: number },
  key: string,
  isMirrored: boolean,
  isWhole: boolean,
): { readonly row: number; readonly day: number } | null {
  const inline = isMirrored ? -1 : 1;
  const moves: Readonly<Record<string, readonly [rows: number, days: number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -inline],
    ArrowRight: [0, inline],
  };
  const isOpen = (row: number, day: number): boolean => rows[row]?.cells[day] != null;
  const move = moves[key];
  if (move !== undefined) {
    let { row, day } = at;
    do {
      row += move[0];
      day += move[1];
      if (row < 0 || row >= rows.length || day < 0 || day >= days.length) return at;
    } while (!isOpen(row, day));
    return { row, day };
  }
  if (key !== 'Home' && key !== 'End') return null;
  const open = rows.flatMap(({ cells }, row) =>
    isWhole || row === at.row ? cells.flatMap((cell, day) => (cell === null ? [] : [{ row, day }])) : [],
  );
  return (key === 'Home' ? open[0] : open.at(-1)) ?? at;
}
