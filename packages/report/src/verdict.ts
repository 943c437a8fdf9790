import type { ScenarioResults } from '@percall/core';
import type { Setting } from './setting.ts';
import type { QualityState } from './words/words.ts';

/** Below this chance a floor "breaks"; from here to the wanted chance it is "at risk". */
export const breaksUnder = 0.7;

export const qualityState = (chance: number, wanted: number): QualityState =>
  chance >= wanted ? 'holds' : chance >= breaksUnder ? 'atRisk' : 'breaks';

export interface Verdict {
  /** The median difference of the headline cost per contact is below zero. */
  readonly cheaper: boolean;
  /** A saving that is none: quality holds with less than the wanted chance, and, beyond the Monte Carlo error, with less than the baseline's own. */
  readonly struck: boolean;
  /** Of all floors together; null without floors. */
  readonly state: QualityState | null;
}

/** Whether a variant's saving counts: quality must never drop while the cost falls. */
export function verdictOf(variant: ScenarioResults, baseline: ScenarioResults, { headline, chance }: Setting): Verdict {
  const difference = variant.versusBaseline?.kpis[`cpc.${headline}`]?.quantiles?.p50.value ?? 0;
  const cheaper = difference < 0;
  const holds = variant.holds?.value ?? null;
  const struck = cheaper && holds !== null && holds < chance && variant.holds!.upper < (baseline.holds?.value ?? 1);
  return { cheaper, struck, state: holds === null ? null : qualityState(holds, chance) };
}
