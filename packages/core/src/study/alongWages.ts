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
  const isFlat = ours.wages === null && (baseline === null || baseline.wages === null);
  const places = isFlat ? 1 : wageNodes;
  return {
    replications,
    isFlat,
    fill: (replication, out) => {
      const below = ours.denominator[replication]!;
      if (!(below > 0)) return false;
      let value = ours.numerator[replication]! / below;
      if (baseline !== null) {
        const belowTheirs = baseline.denominator[replication]!;
        if (!(belowTheirs > 0)) return false;
        value -= baseline.numerator[replication]! / belowTheirs;
        for (let node = 0; node < places; node++) out[node] = value;
        if (baseline.wages !== null) addMoves(baseline.wages, replication, -1 / belowTheirs, out);
      } else for (let node = 0; node < places; node++) out[node] = value;
      if (ours.wages !== null) addMoves(ours.wages, replication, 1 / below, out);
      return true;
    },
  };
}

function addMoves({ slopes, offsets }: NonNullable<KpiWorlds['wages']>, replication: number, scale: number, out: Float64Array): void {
  for (let wage = 0; wage < slopes.length; wage++) {
    const slope = slopes[wage]![replication]! * scale;
    if (slope === 0) continue;
    const ofWage = offsets[wage]!;
    const at = replication * wageNodes;
    for (let node = 0; node < wageNodes; node++) out[node]! += slope * ofWage[at + node]!;
  }
}
