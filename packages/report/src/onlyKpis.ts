import type { Results, ScenarioResults } from '@percall/core';

/** The results with some of their KPIs and differences, for a table that shows no others. */
export const onlyKpis = ({ scenarios }: Results, ids: ReadonlySet<string>): Results => ({
  scenarios: scenarios.map((each) => withKpis(each, ids)),
});

const withKpis = (scenario: ScenarioResults, ids: ReadonlySet<string>): ScenarioResults => ({
  ...scenario,
  kpis: only(scenario.kpis, ids),
  versusBaseline: scenario.versusBaseline && { ...scenario.versusBaseline, kpis: only(scenario.versusBaseline.kpis, ids) },
});

const only = <Value>(values: Readonly<Record<string, Value>>, ids: ReadonlySet<string>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => ids.has(id)));
