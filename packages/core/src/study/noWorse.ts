import { differenceOf } from './difference.ts';
import { ratioIn, type FloorWorlds, type KpiWorlds } from './worlds.ts';

/**
 * [replication] 1 where a variant is no worse on one floor: it meets the floor in that world or, missing it, its KPI is not worse than the
 * baseline's in the same world by more than the floor's tolerance. A world without contacts meets the floor; a baseline without contacts, or
 * without the KPI, forgives nothing.
 */
export function noWorseThan({ floor, met }: FloorWorlds, variant: KpiWorlds | null, baseline: KpiWorlds | null): Uint8Array {
  const noWorse = Uint8Array.from(met);
  if (variant === null || baseline === null) return noWorse;
  for (let replication = 0; replication < noWorse.length; replication++) {
    if (met[replication] === 1) continue;
    const ours = ratioIn(variant, replication);
    const theirs = ratioIn(baseline, replication);
    const within = floor.side === 'atLeast' ? ours >= theirs - floor.tolerance : ours <= theirs + floor.tolerance;
    noWorse[replication] = within || differenceOf(ours, theirs) === 0 ? 1 : 0;
  }
  return noWorse;
}
