import type { Distribution, Support } from '@percall/scenario';
import { fit } from './fit.ts';

/** The median of a leaf's distribution: its value "at central inputs". A range's is exactly its `likely`. */
export function medianOf(distribution: Distribution, support: Support): number {
  if (distribution.family === 'certain') return distribution.value;
  if (distribution.family === 'range') return distribution.likely;
  return fit(distribution, support).quantile(0.5);
}
