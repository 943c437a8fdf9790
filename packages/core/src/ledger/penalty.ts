import { daysPer } from '@percall/scenario';
import { countIndex, weekIndex, type TotalsLayout, type WeekField } from '../floor/totals.ts';
import { defaultServiceLevelRule, serviceLevelDenominator, serviceLevelNumerator } from '../kpis/serviceLevelRule.ts';
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
  if (horizonDays <= periodDays) {
    const breached = isBelow(
      model,
      threshold,
      overHorizon(layout, totals, offset, 'offered'),
      overHorizon(layout, totals, offset, 'handled'),
      overHorizon(layout, totals, offset, 'abandonedShort'),
      overHorizon(layout, totals, offset, 'answeredWithinThreshold'),
    );
    return breached ? amountPerDay * horizonDays : 0;
  }
  const blockWeeks = Math.floor(periodDays / 7 + 0.5);
  let breachedDays = 0;
  for (let from = 0; from < weeks; from += blockWeeks) {
    const to = Math.min(from + blockWeeks, weeks);
    const breached = isBelow(
      model,
      threshold,
      overWeeks(layout, totals, offset, 'offered', from, to),
      overWeeks(layout, totals, offset, 'handled', from, to),
      overWeeks(layout, totals, offset, 'abandonedShort', from, to),
      overWeeks(layout, totals, offset, 'answeredWithinThreshold', from, to),
    );
    if (breached) breachedDays += Math.min(7 * to, horizonDays) - 7 * from;
  }
  return amountPerDay * breachedDays;
}

function isBelow(
  model: Model,
  threshold: number,
  offered: number,
  handled: number,
  abandonedShort: number,
  answeredWithinThreshold: number,
): boolean {
  const rule = model.targets.serviceLevel?.rule ?? defaultServiceLevelRule;
  const denominator = serviceLevelDenominator(rule, offered, handled, abandonedShort);
  return denominator > 0 && serviceLevelNumerator(rule, answeredWithinThreshold, abandonedShort) / denominator < threshold;
}

function overHorizon(layout: TotalsLayout, totals: Float64Array, offset: number, field: WeekField): number {
  let sum = 0;
  for (let contactType = 0; contactType < layout.contactTypes; contactType++)
    sum += totals[offset + countIndex(layout, field, contactType, phone)]!;
  return sum;
}

function overWeeks(layout: TotalsLayout, totals: Float64Array, offset: number, field: WeekField, from: number, to: number): number {
  let sum = 0;
  for (let week = from; week < to; week++) sum += totals[offset + weekIndex(layout, week, field, phone)]!;
  return sum;
}
