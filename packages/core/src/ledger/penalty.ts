import { daysPer } from '@percall/scenario';
import { countIndex, weekIndex, type TotalsLayout, type WeekField } from '../floor/totals.ts';
import type { CountField } from '../floor/outcome.ts';
import { serviceLevelRatios, serviceLevelRuleOf, type CountRatio, type CountSum } from '../floor/ratios.ts';
import type { Model } from '../model/model.ts';

/** The first channel of every model. */
const phone = 0;

/**
 * Service-level penalties over the horizon, in currency.
 *
 * The phone service level, by the rule of the model's target, is judged once per penalty period: on the whole horizon where it is no
 * longer than that period, else on consecutive blocks of round(days(P) / 7) weeks, the last one as short as it comes. A block below the
 * threshold costs amount x days in the block / days(P), so that a centre always in breach pays amount x D / days(P), whatever the
 * horizon. A block without contacts is no breach.
 */
export function penaltyAmount(model: Model, leaves: Float64Array, layout: TotalsLayout, totals: Float64Array, offset: number): number {
  const penalty = model.penalty;
  if (penalty === null) return 0;
  const { horizonDays, weeks } = model.calendar;
  const periodDays = daysPer[penalty.per];
  const threshold = leaves[penalty.serviceLevelBelow]!;
  const amountPerDay = leaves[penalty.amount]! / periodDays;
  const ratio = serviceLevelRatios[serviceLevelRuleOf(model, phone)];
  if (horizonDays <= periodDays) return isBelow(ratio, threshold, layout, totals, offset, 0, 0) ? amountPerDay * horizonDays : 0;
  const blockWeeks = Math.floor(periodDays / 7 + 0.5);
  let breachedDays = 0;
  for (let from = 0; from < weeks; from += blockWeeks) {
    const to = Math.min(from + blockWeeks, weeks);
    if (isBelow(ratio, threshold, layout, totals, offset, from, to)) breachedDays += Math.min(7 * to, horizonDays) - 7 * from;
  }
  return amountPerDay * breachedDays;
}

/** Whether the service level of weeks [from, to) is below the threshold; of the whole horizon where they are none. */
function isBelow(
  { numerator, denominator }: CountRatio,
  threshold: number,
  layout: TotalsLayout,
  totals: Float64Array,
  offset: number,
  from: number,
  to: number,
): boolean {
  const below = sumOf(denominator, layout, totals, offset, from, to);
  return below > 0 && sumOf(numerator, layout, totals, offset, from, to) / below < threshold;
}

function sumOf(sum: CountSum, layout: TotalsLayout, totals: Float64Array, offset: number, from: number, to: number): number {
  let total = 0;
  for (let term = 0; term < sum.length; term++) {
    const [field, sign] = sum[term]!;
    total += sign * (from === to ? overHorizon(layout, totals, offset, field) : overWeeks(layout, totals, offset, field, from, to));
  }
  return total;
}

function overHorizon(layout: TotalsLayout, totals: Float64Array, offset: number, field: CountField): number {
  let sum = 0;
  for (let contactType = 0; contactType < layout.contactTypes; contactType++)
    sum += totals[offset + countIndex(layout, field, contactType, phone)]!;
  return sum;
}

/** A week does not keep what the model has none of: callbacks, calls on which nobody speaks. */
function overWeeks(layout: TotalsLayout, totals: Float64Array, offset: number, field: CountField, from: number, to: number): number {
  if (!layout.weekFields.includes(field as WeekField)) return 0;
  let sum = 0;
  for (let week = from; week < to; week++) sum += totals[offset + weekIndex(layout, week, field as WeekField, phone)]!;
  return sum;
}
