import { totalsLayout } from '../floor/totals.ts';
import type { Kpi, KpiInput } from '../kpis/kpi.ts';
import type { Model } from '../model/model.ts';
import type { PricedWorlds } from './priceWorlds.ts';
import type { Shard } from './study.ts';
import { onlyRun, type KpiWorlds, type WageWorlds } from './worlds.ts';

/** A numerator or denominator of KPIs. */
type Part = Kpi['numerator'];

/**
 * Measures KPIs: their pairs in every world of one model of a study. What several have in common (all costs, handled contacts, one period) is
 * measured once, and is the same column. `shards` in replication order. Throws where a value is not finite.
 */
export function createMeasure(
  model: Model,
  modelIndex: number,
  shards: readonly Shard[],
  priced: Pick<PricedWorlds, 'totalCost' | 'allocation' | 'satisfied' | 'wages'>,
): (kpi: Kpi) => KpiWorlds {
  const columns = new Map<Part, Float64Array>();
  const ofWages = new Map<Part, WageWorlds>();
  const { wages, satisfied } = priced;
  const wagesOf = ({ id, numerator }: Kpi): WageWorlds | null => {
    if (wages === null) return null;
    const known = ofWages.get(numerator) ?? {
      slopes: wages.slopes.map(({ totalCost, allocation }) =>
        measured(numerator, id, model, modelIndex, shards, { totalCost, allocation, satisfied }),
      ),
      offsets: wages.offsets,
    };
    ofWages.set(numerator, known);
    return known;
  };
  return (kpi) => {
    const columnOf = (part: Part): Float64Array => {
      const column = columns.get(part) ?? measured(part, kpi.id, model, modelIndex, shards, priced);
      columns.set(part, column);
      return column;
    };
    return {
      kpi,
      numerator: columnOf(kpi.numerator),
      denominator: columnOf(kpi.denominator),
      wages: isMoney(kpi) ? wagesOf(kpi) : null,
      ...onlyRun,
    };
  };
}

/** Whether a numerator is money, which is a straight line in every wage without a constant of its own. */
const isMoney = ({ unit }: Kpi): boolean => unit === 'currencyPerContact' || unit === 'currency';

function measured(
  part: Part,
  id: string,
  model: Model,
  modelIndex: number,
  shards: readonly Shard[],
  { totalCost, allocation, satisfied }: Pick<PricedWorlds, 'totalCost' | 'allocation' | 'satisfied'>,
): Float64Array {
  const layout = totalsLayout(model);
  const column = new Float64Array(totalCost.length);
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
      const value = part(input);
      // Infinity - Infinity and NaN - NaN are NaN, and nothing else of the kind is 0.
      if (value - value !== 0) throw new RangeError(`${id} is not finite in some world.`);
      column[replication] = value;
    }
  }
  return column;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
