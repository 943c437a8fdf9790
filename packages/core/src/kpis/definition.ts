import type { Model } from '../model/model.ts';
import type { Kpi, KpiInput, KpiUnit } from './kpi.ts';

/** All contact types together, where a KPI is asked for without one. */
export const allContactTypes = -1;

/** One KPI as its file states it: the pair of sums, and the words the glossary prints. */
export interface KpiDefinition {
  /** `kpi[.channel]`. */
  readonly id: string;
  readonly unit: KpiUnit;
  readonly better: Kpi['better'];
  /** Whether it can also be measured for one contact type: `id.TYPE`. */
  readonly byContactType: boolean;
  /** Counting rule by name, `numerator / denominator` in the field's terms. */
  readonly rule: string | ((model: Model) => string);
  readonly inWords: { readonly numerator: string; readonly denominator: string; readonly rule: string };
  /** Where the definition comes from. */
  readonly source: string;
  /** `contactType` is an index, or `allContactTypes`. */
  readonly numerator: (input: KpiInput, contactType: number) => number;
  readonly denominator: (input: KpiInput, contactType: number) => number;
}
