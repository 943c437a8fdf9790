import { ratioIn, type KpiWorlds } from './worlds.ts';
import { estimateOverScrambles, type Estimator } from './estimate.ts';
import { quantileEstimates, sortWorlds, type SortedWorlds } from './quantiles.ts';
import type { Estimate, KpiSummary } from './results.ts';

/**
 * Ratio of expected totals: sum of numerators / sum of denominators, never the mean of ratios; what a world without contacts cost is in it.
 * NaN: no contacts in any world.
 */
export const ratioOfTotals =
  ({ numerator, denominator }: KpiWorlds): Estimator =>
  (first, step) => {
    let above = 0;
    let below = 0;
    for (let replication = first; replication < numerator.length; replication += step) {
      above += numerator[replication]!;
      below += denominator[replication]!;
    }
    return below > 0 ? above / below : NaN;
  };

/** The "budget average" with its interval. null: no contacts. */
export const meanOf = (worlds: KpiWorlds): Estimate | null => estimateOverScrambles(ratioOfTotals(worlds));

/** Worlds are not written into: a summary and the charts beside it sort them once. */
const distributions = new WeakMap<KpiWorlds, SortedWorlds>();

/** The KPI's value in every world, sorted; worlds without contacts are left out. */
export function distributionOf(worlds: KpiWorlds): SortedWorlds {
  const known = distributions.get(worlds);
  if (known !== undefined) return known;
  const values = new Float64Array(worlds.numerator.length);
  for (let replication = 0; replication < values.length; replication++) values[replication] = ratioIn(worlds, replication);
  const sorted = sortWorlds(values);
  distributions.set(worlds, sorted);
  return sorted;
}

/** Variant minus baseline: difference of the two ratios of expected totals. null: no contacts in one of them. */
export function meanDifference(variant: KpiWorlds, baseline: KpiWorlds): Estimate | null {
  const ours = ratioOfTotals(variant);
  const theirs = ratioOfTotals(baseline);
  return estimateOverScrambles((first, step) => ours(first, step) - theirs(first, step));
}

/** Variant minus baseline world by world, sorted; a world where either has no contacts is left out. */
export function distributionOfDifference(variant: KpiWorlds, baseline: KpiWorlds): SortedWorlds {
  const values = new Float64Array(variant.numerator.length);
  for (let replication = 0; replication < values.length; replication++)
    values[replication] = ratioIn(variant, replication) - ratioIn(baseline, replication);
  return sortWorlds(values);
}

/** Shares of the spread need a second, independently keyed exact run; this one has none. */
const notEstimated = { ignorance: null, dayToDay: null, queueing: null };

export const summariseKpi = (worlds: KpiWorlds): KpiSummary => ({
  unit: worlds.kpi.unit,
  rule: worlds.kpi.rule,
  mean: meanOf(worlds),
  quantiles: quantileEstimates(distributionOf(worlds)),
  share: notEstimated,
});

export const summariseDifference = (variant: KpiWorlds, baseline: KpiWorlds): KpiSummary => ({
  unit: variant.kpi.unit,
  rule: variant.kpi.rule,
  mean: meanDifference(variant, baseline),
  quantiles: quantileEstimates(distributionOfDifference(variant, baseline)),
  share: notEstimated,
});
