import type { Results, ScenarioResults, VersusBaseline } from '@percall/core';

/** Chances that can be picked beside KPIs, by name: as in expressions. */
export const chanceNames = ['holds', 'cheaper', 'noWorse', 'cheaperAndNoWorse'] as const;
export type ChanceName = (typeof chanceNames)[number];

export const isChance = (metric: string): metric is ChanceName => (chanceNames as readonly string[]).includes(metric);

/** The chance of that name in a scenario; null where there is none: of the baseline against itself, or without floors. */
export const chanceOf = ({ holds, versusBaseline }: ScenarioResults, name: ChanceName): ScenarioResults['holds'] =>
  name === 'holds' ? holds : (versusBaseline?.probability[name] ?? null);

/** Results with these metrics alone: KPIs by id with the floors on them, and chances by name. The ledger is left out. */
export function onlyMetrics({ scenarios }: Results, metrics: readonly string[]): Results {
  const kpisIn = (kpis: VersusBaseline['kpis']): VersusBaseline['kpis'] =>
    Object.fromEntries(metrics.flatMap((id) => (Object.hasOwn(kpis, id) ? [[id, kpis[id]!]] : [])));
  return {
    scenarios: scenarios.map((scenario): ScenarioResults => {
      const { versusBaseline } = scenario;
      const chance = (name: ChanceName): ScenarioResults['holds'] => (metrics.includes(name) ? chanceOf(scenario, name) : null);
      return {
        ...scenario,
        kpis: kpisIn(scenario.kpis),
        floors: scenario.floors.filter(({ kpi }) => metrics.includes(kpi)),
        holds: chance('holds'),
        ledger: [],
        versusBaseline: versusBaseline && {
          kpis: kpisIn(versusBaseline.kpis),
          savings: Object.fromEntries(Object.entries(versusBaseline.savings).filter(([kind]) => metrics.includes(`savings.${kind}`))),
          probability: {
            cheaper: chance('cheaper'),
            holds: chance('holds'),
            noWorse: chance('noWorse'),
            cheaperAndNoWorse: chance('cheaperAndNoWorse'),
          },
        },
      };
    }),
  };
}
