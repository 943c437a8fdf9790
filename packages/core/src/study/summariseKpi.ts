import { spreadShares } from './spreadShares.ts';
import { ratioIn, type KpiWorlds } from './worlds.ts';
import { correctedMean, estimateOverScrambles, type Estimator } from './estimate.ts';
import { alongWages } from './alongWages.ts';
import { distributionOfValues, reportedQuantiles, type Distribution } from './distribution.ts';
import { correctedMixture, mixtureOf } from './mixture.ts';
import type { Estimate, KpiSummary } from './results.ts';

/**
 * Ratio of expected totals: mean of numerators / mean of denominators, never the mean of ratios; what a world without contacts cost is in it. Both
 * are corrected by the exact floor where that ran too. NaN: no contacts in any world.
 */
export function ratioOfTotals({ numerator, denominator, exact }: KpiWorlds): Estimator {
  const above = correctedMean(numerator, exact && exact.numerator);
  const below = correctedMean(denominator, exact && exact.denominator);
  return (first, step) => {
    const expected = below(first, step);
    return expected > 0 ? above(first, step) / expected : NaN;
  };
}

/** What the exact floor adds to the mean of the instant one. null: no contacts. */
export function correctionOf(worlds: KpiWorlds): Estimate | null {
  const corrected = ratioOfTotals(worlds);
  const instant = ratioOfTotals({ ...worlds, exact: null });
  return estimateOverScrambles((first, step) => corrected(first, step) - instant(first, step));
}

/** The "budget average" with its interval. null: no contacts. */
export const meanOf = (worlds: KpiWorlds): Estimate | null => estimateOverScrambles(ratioOfTotals(worlds));

/** Worlds are not written into: a summary and the charts beside it share one distribution. */
const distributions = new WeakMap<KpiWorlds, Distribution>();

/** The KPI's value over all futures, the common wage factor integrated out; worlds without contacts are left out. */
export function distributionOf(worlds: KpiWorlds): Distribution {
  const known = distributions.get(worlds) ?? distributionAlong(worlds, null);
  distributions.set(worlds, known);
  return known;
}

function distributionAlong(ours: KpiWorlds, baseline: KpiWorlds | null): Distribution {
  const values = alongWages(ours, baseline);
  if (ours.exact !== null) return correctedMixture(values, alongWages(ours.exact, baseline && baseline.exact));
  if (!values.isFlat) return mixtureOf(values);
  const column = new Float64Array(values.replications);
  for (let replication = 0; replication < column.length; replication++)
    column[replication] = ratioIn(ours, replication) - (baseline === null ? 0 : ratioIn(baseline, replication));
  return distributionOfValues(column);
}

/** Variant minus baseline: difference of the two ratios of expected totals. null: no contacts in one of them. */
export function meanDifference(variant: KpiWorlds, baseline: KpiWorlds): Estimate | null {
  const ours = ratioOfTotals(variant);
  const theirs = ratioOfTotals(baseline);
  return estimateOverScrambles((first, step) => ours(first, step) - theirs(first, step));
}

/** Variant minus baseline world by world, at the same wages; a world where either has no contacts is left out. */
export const distributionOfDifference = (variant: KpiWorlds, baseline: KpiWorlds): Distribution => distributionAlong(variant, baseline);

export const summariseKpi = (worlds: KpiWorlds): KpiSummary => ({
  unit: worlds.kpi.unit,
  rule: worlds.kpi.rule,
  mean: meanOf(worlds),
  quantiles: reportedQuantiles(distributionOf(worlds)),
  share: spreadShares(worlds),
});

export const summariseDifference = (variant: KpiWorlds, baseline: KpiWorlds): KpiSummary => ({
  unit: variant.kpi.unit,
  rule: variant.kpi.rule,
  mean: meanDifference(variant, baseline),
  quantiles: reportedQuantiles(distributionOfDifference(variant, baseline)),
  share: spreadShares(variant, baseline),
});
