import { differenceOf } from './difference.ts';
import type { KpiWorlds } from './worlds.ts';
import { wageNodes } from './wageNodes.ts';

/** A value in every world, along the common wage factor where it moves with wages. */
export interface AlongWages {
  readonly replications: number;
  /** Whether it is one value in every world, whatever the wages. */
  readonly isFlat: boolean;
  /** Fills `out` [node] with the values of a world, or its first place with the one of a flat. false: it has none there. No allocation. */
  readonly fill: (replication: number, out: Float64Array) => boolean;
}

/** A KPI along the wages, or with `baseline` its difference from that; where either has no contacts, there is no value. */
export function alongWages(ours: KpiWorlds, baseline: KpiWorlds | null = null): AlongWages {
  const replications = ours.numerator.length;
  if (baseline === null)
    return { replications, isFlat: ours.wages === null, fill: (replication, out) => fillAlong(ours, replication, out) };
  const isFlat = ours.wages === null && baseline.wages === null;
  const places = isFlat ? 1 : wageNodes;
  return {
    replications,
    isFlat,
    fill: (replication, out) => {
      if (!fillAlong(ours, replication, out) || !fillAlong(baseline, replication, theirs)) return false;
      for (let node = 0; node < places; node++) out[node] = differenceOf(out[node]!, theirs[node]!);
      return true;
    },
  };
}

/** The baseline's values of one world. */
const theirs = new Float64Array(wageNodes);

/** Fills all nodes, also of a KPI that does not move. */
function fillAlong({ numerator, denominator, wages }: KpiWorlds, replication: number, out: Float64Array): boolean {
  const below = denominator[replication]!;
  if (!(below > 0)) return false;
  out.fill(numerator[replication]! / below);
  if (wages === null) return true;
  const { slopes, offsets } = wages;
  for (let wage = 0; wage < slopes.length; wage++) {
    const slope = slopes[wage]![replication]! / below;
    if (slope === 0) continue;
    const ofWage = offsets[wage]!;
    const at = replication * wageNodes;
    for (let node = 0; node < wageNodes; node++) out[node]! += slope * ofWage[at + node]!;
  }
  return true;
}
