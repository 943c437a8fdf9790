import type { Json, ScenarioDocument } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { LeafDescription } from '../schema/description.ts';
import type { CostBasis, Distribution, Leaf } from '../scenario.ts';

/** Where a page shows a number, in this order. */
export const sections = ['demand', 'handling', 'people', 'levers', 'costs', 'targets'] as const;
export type Section = (typeof sections)[number];

/** One number that a document has or could have, and that a page can offer a control for. Derived from the schema alone. */
export interface Control {
  /** As in changes: `contactTypes.accounts.handleTime.phone.mean`. */
  readonly path: string;
  /** The same with `*` for names that the document chooses: the key of its words, `contactTypes.*.handleTime.phone.mean`. */
  readonly pattern: string;
  /** Patterns of the groups around it, outermost first, without the section's own: what it stands under. */
  readonly within: readonly string[];
  readonly section: Section;
  /** The contact type or agent group (or component) that it is about, by name; null where it is about all. */
  readonly subject: string | null;
  readonly description: LeafDescription;
}

/** What stands at a control in one scenario (the baseline, or a variant with its changes applied). */
export interface ControlValue {
  /** As typed, or as the default spells it; of a range written as an object, in the short form where one says the same. */
  readonly text: string;
  readonly distribution: Distribution;
  /** Median, in the SI unit. */
  readonly central: number;
  /** P10 and P90; null where the number is certain. */
  readonly low: number | null;
  readonly high: number | null;
  /** What a cost is charged on; null for other quantities. */
  readonly basis: CostBasis | null;
  /** False: the document leaves it out, and this is the default. */
  readonly given: boolean;
  readonly source: Leaf['source'];
  readonly note: string | null;
}

/** The numbers of a document, in the order of the schema. Optional numbers without a default that the document leaves out have no control. */
export function controlsOf(_document: ScenarioDocument): readonly Control[] {
  throw new Error('not built yet');
}

/** What stands at a control in one scenario; null where it has none there. `scenario` need not be the document's baseline: see `scenarioDocument`. */
export function valueAt(_scenario: Json, _control: Control): ControlValue | null {
  throw new Error('not built yet');
}

/** The baseline (null) or a variant by name, as one document without variants: the variant's changes applied. Null where no such variant is. */
export function scenarioDocument(_document: ScenarioDocument, _variant: string | null): Json | null {
  throw new Error('not built yet');
}

export type Typed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: Problem };

/**
 * What a person typed into the box of a control, as the value to write: text as typed ("5m40s", "110k ±8%", "٣٤٥ s"); `±8%` alone is a spread around
 * the central value; what stands beside the number (how it was counted, its source, its note, its steps) is kept. A Problem where it does not read.
 */
export function typedValue(_scenario: Json, _control: Control, _text: string): Typed {
  throw new Error('not built yet');
}

/** The value with its centre moved to `central` (SI), the relative spread kept inside the support; spelled as a person would. */
export function withCentral(_scenario: Json, _control: Control, _central: number): Json {
  throw new Error('not built yet');
}

/** The value with P10 and P90 (SI) around its centre. */
export function withSpread(_scenario: Json, _control: Control, _low: number, _high: number): Typed {
  throw new Error('not built yet');
}

/** The padlock: the centre alone, or a usual range around it (±10%, shares ±10% of the distance to the nearer end at most). */
export function withCertainty(_scenario: Json, _control: Control, _certain: boolean): Json {
  throw new Error('not built yet');
}

/** What a slider covers for a control whose baseline value is `central`: the schema's range where it fits the value, else a round one around it. SI. */
export function sliderOf(_control: Control, _central: number): { readonly from: number; readonly to: number; readonly step: number } {
  throw new Error('not built yet');
}
