import { alongWages } from './alongWages.ts';
import { differenceAt } from './difference.ts';
import { distributionOfValues, type Distribution } from './distribution.ts';
import { correctedMixture, mixtureOf } from './mixture.ts';
import type { KpiWorlds } from './worlds.ts';

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
  for (let replication = 0; replication < column.length; replication++) column[replication] = differenceAt(ours, baseline, replication);
  return distributionOfValues(column);
}

const differences = new WeakMap<KpiWorlds, WeakMap<KpiWorlds, Distribution>>();

/** Variant minus baseline world by world, at the same wages; a world where either has no contacts is left out. */
export function distributionOfDifference(variant: KpiWorlds, baseline: KpiWorlds): Distribution {
  const ofVariant = differences.get(variant) ?? new WeakMap<KpiWorlds, Distribution>();
  differences.set(variant, ofVariant);
  const known = ofVariant.get(baseline) ?? distributionAlong(variant, baseline);
  ofVariant.set(baseline, known);
  return known;
}
