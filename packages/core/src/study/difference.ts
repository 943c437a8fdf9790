import { ratioIn, type KpiWorlds } from './worlds.ts';

/** Two sums of the same amounts, taken in another order, agree to more digits than this. */
const agreement = 1e-11;

/** a - b; 0 where they agree to eleven digits: what rounding leaves is no difference, and nothing is cheaper by it. */
export function differenceOf(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= agreement * Math.abs(b) ? 0 : difference;
}

/** A KPI in one world, or with `baseline` its difference from that. NaN: no contacts in one of them. */
export const differenceAt = (ours: KpiWorlds, baseline: KpiWorlds | null, replication: number): number =>
  baseline === null ? ratioIn(ours, replication) : differenceOf(ratioIn(ours, replication), ratioIn(baseline, replication));
