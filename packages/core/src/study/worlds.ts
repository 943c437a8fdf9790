import type { Kpi } from '../kpis/kpi.ts';
import type { ModelFloor } from '../model/model.ts';

/** A KPI's pair in every world. */
export interface KpiWorlds {
  readonly kpi: Pick<Kpi, 'id' | 'unit' | 'better' | 'rule'>;
  /** [replication] */
  readonly numerator: Float64Array;
  /** [replication] zero: no contacts in that world. */
  readonly denominator: Float64Array;
  /** How the numerator moves with wages; null: it does not. */
  readonly wages: WageWorlds | null;
  /** The same on the exact floor, in the first of these worlds; null: the floor of these is the only one. */
  readonly exact: KpiWorlds | null;
  /** The same in the first of these worlds on other days; null: that was not run. */
  readonly days: KpiWorlds | null;
  /** The same in the first of these worlds with other customers; null: that was not run. */
  readonly customers: KpiWorlds | null;
}

/** KPIs of one floor that was run once. */
export const onlyRun = { exact: null, days: null, customers: null } as const;

/** A numerator along the common wage factor: in world r, at a node of it, numerator[r] + sum over the wages of slope[r] x offset[r][node]. */
export interface WageWorlds {
  /** [wage][replication] what a unit of the wage adds to the numerator. */
  readonly slopes: readonly Float64Array[];
  /** [wage] [replication][node] the wage there less the wage of that world. */
  readonly offsets: readonly Float64Array[];
}

export interface FloorWorlds {
  readonly floor: ModelFloor;
  /** [replication] the floor's value in that world. */
  readonly value: Float64Array;
  /** [replication] 1: met, or no contacts to miss it. */
  readonly met: Uint8Array;
}

/** The KPI's value in a world; NaN: no contacts. */
export function ratioIn({ numerator, denominator }: KpiWorlds, replication: number): number {
  const below = denominator[replication]!;
  return below > 0 ? numerator[replication]! / below : NaN;
}

/** The KPI of that id; null where the scenario has none. */
export const findWorlds = (kpis: readonly KpiWorlds[], id: string): KpiWorlds | null => kpis.find(({ kpi }) => kpi.id === id) ?? null;

/** The KPI of that id. Throws where the scenario has none. */
export function worldsOf(kpis: readonly KpiWorlds[], id: string): KpiWorlds {
  const found = findWorlds(kpis, id);
  if (found === null) throw new Error(`No KPI is called ${id}.`);
  return found;
}

/**
 * A floor judged in every world on the KPI it is set on. `value` [replication] is what must be kept there. null: the scenario has no such KPI (no
 * callbacks, say), so that there is nobody to serve badly.
 */
export function floorWorlds(floor: ModelFloor, value: Float64Array, worlds: KpiWorlds | null): FloorWorlds {
  const met = new Uint8Array(value.length);
  if (worlds === null) return { floor, value, met: met.fill(1) };
  for (let replication = 0; replication < value.length; replication++) {
    const ratio = ratioIn(worlds, replication);
    const missed = floor.side === 'atLeast' ? ratio < value[replication]! : ratio > value[replication]!;
    met[replication] = missed ? 0 : 1; // no contacts (NaN) compares false: nobody was served badly
  }
  return { floor, value, met };
}
