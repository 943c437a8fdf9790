import type { ModelCalendar, ModelContactType } from '../model/model.ts';

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

/** Null where nothing weighs. */
export function evenMean(slots: Int32Array, amounts: Float64Array, score: EvenMean['score']): EvenMean | null {
  const length = Math.sqrt(amounts.reduce((sum, amount) => sum + amount * amount, 0));
  return length > 0 ? { slots, weights: amounts.map((amount) => amount / length), score } : null;
}

/** [slot's place] weight of each slot of a column, 0 where the mean has no such slot. */
export function weightsAt({ slots, weights }: EvenMean, columnSlots: Int32Array): Float64Array {
  const at = new Map(Array.from(slots, (slot, place) => [slot, weights[place]!]));
  return Float64Array.from(columnSlots, (slot) => at.get(slot) ?? 0);
}

/** [day] or [week] how much of a contact type's volume falls there. */
export function volumeBy(
  { profile }: ModelContactType,
  { days, weeks, firstInterval, week }: ModelCalendar,
  unit: 'day' | 'week',
): Float64Array {
  const volumes = new Float64Array(unit === 'day' ? days : weeks);
  for (let day = 0; day < days; day++)
    for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++)
      volumes[unit === 'day' ? day : week[day]!]! += profile[interval]!;
  return volumes;
}
