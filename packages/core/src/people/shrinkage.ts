import type { Model } from '../model/model.ts';

/** Planned shrinkage of a group, 0..1: components at their medians, compounded on their own bases: 1 - product(1 - component). */
export function plannedShrinkage(model: Model, group: number): number {
  let present = 1;
  for (const leaf of model.groups[group]!.shrinkage) present *= 1 - model.leaves[leaf]!.central;
  return 1 - present;
}

/** Shrinkage of a group in one world. */
export function drawnShrinkage(model: Model, group: number, leaves: Float64Array): number {
  let present = 1;
  for (const leaf of model.groups[group]!.shrinkage) present *= 1 - leaves[leaf]!;
  return 1 - present;
}

/**
 * Planned shrinkage of a group by component: what each takes of paid time, [component], in the order in which they compound. The first takes its share of all, the
 * next of what that leaves, and so on: they add up to `plannedShrinkage`.
 */
export function shrinkageByComponent(model: Model, group: number): readonly { readonly path: string; readonly ofPaid: number }[] {
  let left = 1;
  return model.groups[group]!.shrinkage.map((leaf) => {
    const { path, central } = model.leaves[leaf]!;
    const ofPaid = left * central;
    left -= ofPaid;
    return { path, ofPaid };
  });
}
