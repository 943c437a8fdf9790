import type { ScenarioResults } from '@percall/core';
import { ofHundred } from './numbers.ts';
import type { Setting } from './setting.ts';
import type { QualityState } from './words/words.ts';

/** Below this chance a floor "breaks"; from here to the wanted chance it is "at risk". */
export const breaksUnder = 0.7;

/** How a chance stands against the wanted one. Both bounds belong to the better state. */
export const qualityState = (chance: number, wanted: number): QualityState =>
  chance >= wanted ? 'holds' : chance >= breaksUnder ? 'atRisk' : 'breaks';

/**
 * A chance as a count of 100 futures: rounded, but never across a bound of `qualityState`, so that a count and the state beside it agree. Where 90 are
 * wanted, 0.897 is 89 of 100.
 */
export function futuresOf(chance: number, wanted: number): number {
  let count = ofHundred(chance);
  for (const bound of [Math.min(breaksUnder, wanted), wanted])
    count = chance < bound ? Math.min(count, ofHundred(bound) - 1) : Math.max(count, ofHundred(bound));
  return count;
}

/** Counts of 100 that may be this far off hide which side of a bound they are on. */
const farOff = 3;

/** How far the counts that are said of a scenario may be off by the Monte Carlo error, in futures of 100, at 95%; null where by fewer than three. */
export function countsOff({ holds, floors, versusBaseline }: ScenarioResults): number | null {
  const chances = [holds, ...floors.map((floor) => floor.holds), ...Object.values(versusBaseline?.probability ?? {})];
  const off = Math.max(
    ...chances.map((chance) => (chance === null ? 0 : Math.max(chance.upper - chance.value, chance.value - chance.lower))),
  );
  return ofHundred(off) < farOff ? null : ofHundred(off);
}

export interface Verdict {
  /** The median difference of the headline cost per contact is below zero. */
  readonly cheaper: boolean;
  /**
   * A saving that is none: quality holds with less than the wanted chance and, beyond the Monte Carlo error, with less than the baseline's own, and it
   * is no worse than the baseline's with less than the wanted chance. Without the last, a floor that the baseline misses too would strike any variant
   * that is worse by a hair, as soon as there are futures enough to see the hair.
   */
  readonly struck: boolean;
  /** Of all floors together; null without floors. */
  readonly state: QualityState | null;
}

/** Whether a variant's saving counts: quality must never drop while the cost falls. Of the baseline itself, only its state. */
export function verdictOf(variant: ScenarioResults, baseline: ScenarioResults, { headline, chance }: Setting): Verdict {
  const { holds, versusBaseline } = variant;
  const cheaper = (versusBaseline?.kpis[`cpc.${headline}`]?.quantiles?.p50.value ?? 0) < 0;
  const struck =
    cheaper &&
    holds !== null &&
    holds.value < chance &&
    holds.upper < (baseline.holds?.value ?? 1) &&
    (versusBaseline?.probability.noWorse?.value ?? 0) < chance;
  return { cheaper, struck, state: holds === null ? null : qualityState(holds.value, chance) };
}
