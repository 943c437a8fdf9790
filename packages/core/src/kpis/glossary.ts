import type { KpiUnit } from './kpi.ts';
import { investmentKpis } from './investment.ts';
import { kpiDefinitions } from './kpisOf.ts';

/** One row of the KPI reference. */
export interface KpiGlossaryEntry {
  /** The id; `[.CONTACTTYPE]` marks those that can be asked for by contact type. */
  readonly pattern: string;
  readonly unit: KpiUnit;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly numerator: string;
  readonly denominator: string;
  readonly rule: string;
  readonly source: string;
}

/** Every KPI in words, from the definitions that are computed: numerator, denominator, counting rule, source. */
export const kpiGlossary: readonly KpiGlossaryEntry[] = [...kpiDefinitions, ...investmentKpis].map(
  ({ id, unit, better, byContactType, inWords, source }) => ({
    pattern: byContactType ? `${id}[.CONTACTTYPE]` : id,
    unit,
    better,
    ...inWords,
    source,
  }),
);
