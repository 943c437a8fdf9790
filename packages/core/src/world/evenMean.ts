import { formatPath } from '@percall/scenario';
import type { ModelCalendar, ModelContactType } from '../model/model.ts';
import { purposes } from '../random/keyedStream.ts';
import type { Coordinate, Study } from '../study/study.ts';
import { sobolDimensionOf } from './sobolDimension.ts';

/**
 * Chance whose mean over the horizon is drawn evenly, as an uncertain number of the document is, while its single draws stay random.
 *
 * A horizon's days decide a cost by their mean above all. With e the independent normals of the slots, w weights of length 1 and z a normal of its own, e + (z - w e) w
 * are independent normals again: their part along w is z, the rest is theirs. So the law of the draws is what it was, and where z comes by a Sobol' dimension the
 * futures are even in the mean: Sobol' points know nothing of chance that is not among their dimensions.
 */
export interface EvenMean {
  /** Those of the baseline, whatever the model: no variant moves another's draws. */
  readonly slots: Int32Array;
  /** [slot's place] of length 1. */
  readonly weights: Float64Array;
  /** z, a standard normal, of a replication. */
  readonly score: (replication: number) => number;
}

/** What a mean is of (a purpose of draws, and a contact type or '' for all), and the coordinate that its score comes by. */
export interface EvenAxis extends Coordinate, Pick<EvenMean, 'slots' | 'weights'> {
  readonly purpose: number;
  readonly name: string;
}

/**
 * The means of a study that are drawn evenly: how busy the days are, together and by contact type, and how far forecasts miss, weighted by where the baseline's volume falls.
 * None where nothing is drawn evenly, and of days that are drawn anew: those are independent of the first.
 */
export function evenAxes({ models, sampling, redrawn }: Study): readonly EvenAxis[] {
  if (sampling.method === 'monteCarlo' || redrawn === 'days') return [];
  const baseline = models[0]!;
  const { calendar, contactTypes } = baseline;
  const { days, weeks, dayOffset } = calendar;
  const daySlots = dayOffset.slice(0, days);
  const weekSlots = Int32Array.from({ length: weeks }, (_, week) => week);
  const dimensionOf = sobolDimensionOf(baseline);
  const axes: EvenAxis[] = [];
  const add = (purpose: number, name: string, path: string, slots: Int32Array, amounts: Float64Array): void => {
    const dimension = dimensionOf(path);
    const length = Math.sqrt(amounts.reduce((sum, amount) => sum + amount * amount, 0));
    if (dimension >= 0 && length > 0)
      axes.push({ purpose, name, path, dimension, slots, weights: amounts.map((amount) => amount / length) });
  };
  // Every type has one say in the days of all: volumes are uncertain numbers, and none moves a draw.
  const ofAll = new Float64Array(days);
  for (const type of contactTypes) {
    const path = formatPath([type.name]);
    const byDay = volumeBy(type, calendar, 'day');
    const whole = byDay.reduce((sum, volume) => sum + volume, 0);
    if (whole > 0) byDay.forEach((volume, day) => (ofAll[day]! += volume / whole));
    add(purposes.ownDay, type.name, `days of ${path}`, daySlots, byDay);
    add(purposes.forecast, type.name, `forecast of ${path}`, weekSlots, volumeBy(type, calendar, 'week'));
  }
  add(purposes.commonDay, '', 'days', daySlots, ofAll);
  return axes;
}

/** [slot's place] weight of each slot of a column, 0 where the mean has no such slot. */
export function weightsAt({ slots, weights }: EvenMean, columnSlots: Int32Array): Float64Array {
  const at = new Map(Array.from(slots, (slot, place) => [slot, weights[place]!]));
  return Float64Array.from(columnSlots, (slot) => at.get(slot) ?? 0);
}

/** [day] or [week] how much of a contact type's volume falls there. */
function volumeBy({ profile }: ModelContactType, { days, weeks, firstInterval, week }: ModelCalendar, unit: 'day' | 'week'): Float64Array {
  const volumes = new Float64Array(unit === 'day' ? days : weeks);
  for (let day = 0; day < days; day++)
    for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++)
      volumes[unit === 'day' ? day : week[day]!]! += profile[interval]!;
  return volumes;
}
