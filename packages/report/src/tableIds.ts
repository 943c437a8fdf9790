import type { ScenarioResults, VersusBaseline } from '@percall/core';
import { splitKpiId } from './kpiName.ts';

/** The other rules of service level: in CSV and JSON only, so that a table has one figure of that name. */
const leftOut = new Set(['serviceLevelOfOffered', 'serviceLevelOfAnswered', 'serviceLevelWithoutShort', 'serviceLevelWithShort']);

/** KPIs worth a row: of all contact types together, and with contacts in at least one scenario. */
export function tableIds(scenarios: readonly ScenarioResults[], kpisOf: (scenario: ScenarioResults) => VersusBaseline['kpis']): string[] {
  const ids = new Set(scenarios.flatMap((scenario) => Object.keys(kpisOf(scenario))));
  return [...ids].filter((id) => {
    const { kpi, contactType } = splitKpiId(id);
    return contactType === null && !leftOut.has(kpi) && scenarios.some((scenario) => (kpisOf(scenario)[id]?.quantiles ?? null) !== null);
  });
}
