import type { ShrinkageBase } from '@percall/scenario';
import type { Model } from '../model/model.ts';

/** Planned shrinkage of a group, 0..1, by its components at their medians. */
export function plannedShrinkage(model: Model, group: number): number {
  let left = 1;
  for (const { share, of } of model.groups[group]!.shrinkage) left = leftAfter(left, model.leaves[share]!.central, of);
  return 1 - left;
}

/** Shrinkage of a group in one world. */
export function drawnShrinkage(model: Model, group: number, leaves: Float64Array): number {
  let left = 1;
  for (const { share, of } of model.groups[group]!.shrinkage) left = leftAfter(left, leaves[share]!, of);
  return 1 - left;
}

/** Most that a component takes of what those before it leave: what a component is bounded by. */
const mostOfLeft = 0.95;

/**
 * Paid time that a component leaves, of what the components before it have left: left x (1 - share), or left - share where it is a share of all paid time.
 * Where shares of all paid time are drawn so large that they would not fit, the last is cut.
 */
const leftAfter = (left: number, share: number, of: ShrinkageBase): number =>
  of === 'left' ? left * (1 - share) : left - Math.min(share, mostOfLeft * left);
