import type { Condition, Measure, NamedEvent } from '../kpis/expression.ts';
import { alongWages } from './alongWages.ts';
import type { ScenarioAnalysis } from './analyse.ts';
import { chanceOf, has, type Demand } from './chance.ts';
import type { Chances } from './estimate.ts';
import { ratioIn, type KpiWorlds } from './worlds.ts';

/** What may be so in a world. */
export type Event = NamedEvent | Condition;

/** [replication] the chance that all events happen. null: one of them has no meaning here. */
export function chanceIn(events: readonly Event[], scenario: ScenarioAnalysis): Chances | null {
  const [only, another] = events;
  if (typeof only === 'string' && another === undefined) return knownChance(only, scenario);
  const demands: Demand[] = [];
  for (const event of events) {
    const demanded = typeof event === 'string' ? namedEvent(event, scenario) : conditionIn(event, scenario);
    if (demanded === null) return null;
    demands.push(...demanded);
  }
  return chanceOf(demands, scenario.replications);
}

/** Of an event with a name, which the analysis has. */
function knownChance(event: NamedEvent, { holds, versusBaseline }: ScenarioAnalysis): Chances | null {
  return event === 'holds' ? holds : (versusBaseline?.[event] ?? null);
}

function namedEvent(event: NamedEvent, { holds, versusBaseline }: ScenarioAnalysis): readonly Demand[] | null {
  const cheaper = versusBaseline?.isCheaper ?? null;
  switch (event) {
    case 'holds':
      return holds && [has(holds)];
    case 'noWorse':
      return versusBaseline?.noWorse ? [has(versusBaseline.noWorse)] : null;
    case 'cheaper':
      return cheaper && [cheaper];
    case 'cheaperAndNoWorse':
      return cheaper && versusBaseline?.noWorse ? [cheaper, has(versusBaseline.noWorse)] : null;
  }
}

/** The condition, as a demand that is not met where there are no contacts. null: no contacts in any world. */
function conditionIn({ measure, comparator, value }: Condition, scenario: ScenarioAnalysis): readonly Demand[] | null {
  const pair = pairOf(measure, scenario);
  if (pair === null) return null;
  const { ours, theirs } = pair;
  for (let replication = 0; replication < scenario.replications; replication++)
    if (!Number.isNaN(ratioIn(ours, replication) - (theirs === null ? 0 : ratioIn(theirs, replication))))
      return [{ values: alongWages(ours, theirs), comparator, bound: value }];
  return null;
}

/** The KPI here and, for a difference, in the baseline. null: the scenario has no such KPI, or no baseline. */
function pairOf(
  { kpi, versusBaseline }: Measure,
  scenario: ScenarioAnalysis,
): { readonly ours: KpiWorlds; readonly theirs: KpiWorlds | null } | null {
  const find = (kpis: readonly KpiWorlds[]) => kpis.find((worlds) => worlds.kpi.id === kpi);
  const ours = find(scenario.kpis);
  if (ours === undefined) return null;
  if (!versusBaseline) return { ours, theirs: null };
  const theirs = scenario.versusBaseline === null ? undefined : find(scenario.versusBaseline.baseline.kpis);
  return theirs === undefined ? null : { ours, theirs };
}
