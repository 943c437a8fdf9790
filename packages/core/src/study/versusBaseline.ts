import type { ScenarioAnalysis } from './analyse.ts';
import { probabilityEstimate, type Chances } from './estimate.ts';
import type { Estimate, KpiSummary, VersusBaseline } from './results.ts';
import { summariseDifference, summariseKpi } from './summariseKpi.ts';

/**
 * A variant beside the baseline, always paired: both lived in the same world. null for the baseline itself.
 *
 * The differences are of the KPIs that both have. A chance that rests on floors is null where none is set; that of "cheaper" is null where
 * no world has contacts in both.
 */
export function versusBaseline({ kpis, holds, exact, versusBaseline: comparison }: ScenarioAnalysis): VersusBaseline | null {
  if (comparison === null) return null;
  const { baseline, savings, cheaper, noWorse, cheaperAndNoWorse } = comparison;
  const onExact = exact?.versusBaseline ?? null;
  const differences: Record<string, KpiSummary> = {};
  for (const ours of kpis) {
    const theirs = baseline.kpis.find(({ kpi }) => kpi.id === ours.kpi.id);
    if (theirs !== undefined) differences[ours.kpi.id] = summariseDifference(ours, theirs);
  }
  const hasHeadline = differences[`cpc.${baseline.model.headline}`]?.quantiles != null;
  return {
    kpis: differences,
    savings: Object.fromEntries(savings.map((worlds) => [worlds.kpi.id.slice('savings.'.length), summariseKpi(worlds)])),
    probability: {
      cheaper: hasHeadline ? probabilityEstimate(cheaper, onExact?.cheaper) : null,
      holds: chanceOf(holds, exact?.holds),
      noWorse: chanceOf(noWorse, onExact?.noWorse),
      cheaperAndNoWorse: hasHeadline ? chanceOf(cheaperAndNoWorse, onExact?.cheaperAndNoWorse) : null,
    },
  };
}

const chanceOf = (indicator: Chances | null, exact?: Chances | null): Estimate | null =>
  indicator === null ? null : probabilityEstimate(indicator, exact);
