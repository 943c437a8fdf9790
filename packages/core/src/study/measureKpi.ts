import { totalsLayout } from '../floor/totals.ts';
import type { Kpi, KpiInput } from '../kpis/kpi.ts';
import type { Model } from '../model/model.ts';
import type { PricedWorlds } from './priceWorlds.ts';
import type { Shard } from './study.ts';
import type { KpiWorlds } from './worlds.ts';

/**
 * A KPI's pair in every world of one model of a study. `shards` in replication order. Throws where a value is not finite.
 */
export function measureKpi(
  kpi: Kpi,
  model: Model,
  modelIndex: number,
  shards: readonly Shard[],
  { totalCost, allocation, satisfied }: Pick<PricedWorlds, 'totalCost' | 'allocation' | 'satisfied'>,
): KpiWorlds {
  const layout = totalsLayout(model);
  const numerator = new Float64Array(totalCost.length);
  const denominator = new Float64Array(totalCost.length);
  for (const { from, to, totals } of shards) {
    const input: Writable<KpiInput> = {
      model,
      layout,
      totals: totals[modelIndex]!,
      offset: 0,
      totalCost: 0,
      row: 0,
      allocation,
      satisfied,
    };
    for (let replication = from; replication < to; replication++, input.offset += layout.length) {
      input.totalCost = totalCost[replication]!;
      input.row = replication;
      const above = kpi.numerator(input);
      const below = kpi.denominator(input);
      // Infinity - Infinity and NaN - NaN are NaN, and nothing else of the kind is 0.
      if (above - above !== 0 || below - below !== 0) throw new RangeError(`${kpi.id} is not finite in some world.`);
      numerator[replication] = above;
      denominator[replication] = below;
    }
  }
  return { kpi, numerator, denominator };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
