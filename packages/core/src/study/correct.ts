import type { Analysis, Comparison, ScenarioAnalysis } from './analyse.ts';
import type { KpiWorlds } from './worlds.ts';

/**
 * An analysis of the instant floor, corrected by one of the exact floor over the first of the same worlds.
 *
 * Each mean, share and distribution function is then the instant floor's over all its worlds plus the mean of what the exact floor says otherwise,
 * world by world, over those that both ran: numerators, denominators and indicators, joint ones included, before ratios and quantiles are formed; the
 * difference of two scenarios as one difference. So what the instant floor gets wrong on the mean is mended, and its many worlds keep the rest
 * narrow. The coefficient is 1: the two floors measure the same thing. Regression by a coefficient fitted to few worlds would bias small ones.
 *
 * Throws where the two are not of the same scenarios, or the exact one has more worlds.
 */
export function correctAnalysis(instant: Analysis, exact: Analysis): Analysis {
  if (exact.scenarios.length !== instant.scenarios.length || exact.replications > instant.replications)
    throw new RangeError('The exact floor must have run the same scenarios, in the first of the same worlds.');
  let baseline: ScenarioAnalysis | null = null;
  const scenarios = instant.scenarios.map((scenario, index): ScenarioAnalysis => {
    const other = exact.scenarios[index]!;
    const corrected = { ...scenario, kpis: beside(scenario.kpis, other.kpis), exact: other };
    if (baseline === null) return (baseline = corrected);
    const comparison: Comparison = {
      ...scenario.versusBaseline!,
      baseline,
      savings: beside(scenario.versusBaseline!.savings, other.versusBaseline!.savings),
    };
    return { ...corrected, versusBaseline: comparison };
  });
  return { replications: instant.replications, scenarios };
}

/** Each KPI with the exact floor's. */
const beside = (kpis: readonly KpiWorlds[], exact: readonly KpiWorlds[]): readonly KpiWorlds[] =>
  kpis.map((worlds, at) => {
    if (exact[at]?.kpi.id !== worlds.kpi.id) throw new RangeError(`The exact floor has not measured ${worlds.kpi.id}.`);
    return { ...worlds, exact: exact[at] };
  });
