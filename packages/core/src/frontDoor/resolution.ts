import type { Model, ModelContactType } from '../model/model.ts';

/**
 * Chance that a handled contact resolves its need.
 *
 * A surveyed figure is that chance. A figure measured as "no repeat within the window" counts unresolved customers who do not come
 * back as resolved: 1 - figure = (1 - chance) x repeat share.
 */
export function resolutionShare(model: Model, type: ModelContactType, leaves: Float64Array): number {
  const figure = leaves[type.firstContactResolution.value]!;
  const repeats = leaves[type.repeat.share]!;
  const measured = type.firstContactResolution.measured === 'surveyed' || repeats === 0 ? figure : 1 - (1 - figure) / repeats;
  const share = measured + leaves[model.software.firstContactResolution]!;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}
