import type { CostCategory, ScenarioResults } from '@percall/core';
import type { Setting } from './setting.ts';

/** What one category of costs takes of the cost per contact, in the study's currency. */
export interface BridgeStep {
  readonly category: CostCategory;
  readonly baseline: number;
  readonly scenario: number;
  /** `scenario` minus `baseline`. */
  readonly change: number;
}

/** The way from the baseline's cost per contact to another scenario's, category by category. */
export interface CostBridge {
  /** The largest change first; where nothing changes, the largest amount. */
  readonly steps: readonly BridgeStep[];
  /** Ratios of expected totals ("budget average"): the sums of the steps. */
  readonly baseline: number;
  readonly scenario: number;
}

/**
 * What each category of the ledger takes of the headline cost per contact, in two scenarios. Expected amount of the category / expected contacts, which add up
 * to the budget average as medians do not; a change is what the category's amount and the number of contacts do together.
 *
 * @returns null where a scenario has no contacts, or costs nothing, so that there is nothing to divide
 */
export function costBridge(
  baseline: ScenarioResults,
  scenario: ScenarioResults,
  { headline }: Pick<Setting, 'headline'>,
): CostBridge | null {
  const [from, to] = [baseline, scenario].map((each) => perContact(each, headline));
  if (from == null || to == null) return null;
  const steps = [...new Set([...from.parts.keys(), ...to.parts.keys()])].map((category): BridgeStep => {
    const [before, after] = [from.parts.get(category) ?? 0, to.parts.get(category) ?? 0];
    return { category, baseline: before, scenario: after, change: after - before };
  });
  const size = ({ change, scenario: amount }: BridgeStep): readonly [number, number] => [Math.abs(change), amount];
  return {
    steps: steps.sort((a, b) => size(b)[0] - size(a)[0] || size(b)[1] - size(a)[1]),
    baseline: from.whole,
    scenario: to.whole,
  };
}

function perContact(
  { kpis, ledger }: ScenarioResults,
  headline: Setting['headline'],
): { readonly whole: number; readonly parts: ReadonlyMap<CostCategory, number> } | null {
  const [whole, total] = [kpis[`cpc.${headline}`]?.mean?.value, kpis['totalCost']?.mean?.value];
  if (whole === undefined || total === undefined || total === 0) return null;
  const parts = new Map<CostCategory, number>();
  for (const { category, perPeriod } of ledger)
    // The total over the cost per contact is the expected number of contacts, of the same period.
    if (perPeriod.value !== 0) parts.set(category, (parts.get(category) ?? 0) + (perPeriod.value * whole) / total);
  return { whole, parts };
}
