import { getAt, isObject, type Json, type Problem, type ScenarioDocument } from '@percall/scenario';

/** What a person works on: all that is saved, undone and shared. */
export interface Work {
  readonly document: ScenarioDocument;
  /** The variant that controls write to, by name; null: the baseline, which moves every variant. */
  readonly selected: string | null;
}

/** The next work before its document is checked. */
export interface Draft {
  readonly document: Json;
  readonly selected: string | null;
  /** Why the edit cannot be made, where the check of the document would not see it: nothing changes then. */
  readonly refused?: readonly Problem[];
}

/** A change of the work. What it makes is checked before it counts. */
export type Edit = (work: Work) => Draft;

/** Looks at a variant; null: at the baseline. */
export const select =
  (selected: string | null): Edit =>
  ({ document }) => ({ document, selected });

/** Names of the variants, in the document's order. */
export function variantNames(document: Json): readonly string[] {
  const variants = getAt(document, ['variants']);
  if (!Array.isArray(variants)) return [];
  return (variants as readonly Json[]).flatMap((variant) =>
    isObject(variant) && typeof variant['name'] === 'string' ? [variant['name']] : [],
  );
}

/** A document as it is opened: its first variant selected, since that is what a slider should move. */
export const opened = (document: ScenarioDocument): Work => ({ document, selected: variantNames(document)[0] ?? null });
