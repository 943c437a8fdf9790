import { periodsInHorizon } from '../ledger/periodsInHorizon.ts';
import { analyse, type AnalyseOptions } from './analyse.ts';
import { chanceEstimate, estimateOverScrambles, type Estimator } from './estimate.ts';
import { findingsOf, isKept, type AnyScenario, type AnyStudy, type ScenarioFindings } from './findings.ts';
import { absoluteBin, relativeBin } from './octaveBins.ts';
import type { Estimate, KpiSummary, Results, ScenarioResults } from './results.ts';
import type { Shard, Study } from './study.ts';
import { summariseKpi } from './summariseKpi.ts';
import { versusBaseline } from './versusBaseline.ts';

/** `analyse`, then `summariseAnalysis`: totals of all replications to results. */
export const summarise = (study: Study, shards: readonly Shard[], options?: AnalyseOptions): Results =>
  summariseAnalysis(analyse(study, shards, options));

/**
 * The results of a study, baseline first: every KPI measured, floor and ledger line with its 95% Monte Carlo interval over the eight scrambles.
 *
 * Keys come in one order, so that equal inputs give equal JSON, byte for byte. Every number is finite; what has no contacts is null.
 */
export function summariseAnalysis({ scenarios }: AnyStudy): Results {
  const results = { scenarios: scenarios.map(summariseScenario) };
  return scenarios.every(isKept) ? results : { ...results, quantileError: { relative: relativeBin, ofLargest: absoluteBin } };
}

/** What is found is not written into, so what it says is worked out once: an analyst gives the same one as long as a scenario stays as it was. */
const summaries = new WeakMap<AnyScenario, ScenarioResults>();

function summariseScenario(scenario: AnyScenario): ScenarioResults {
  const known = summaries.get(scenario) ?? summary(findingsOf(scenario));
  summaries.set(scenario, known);
  return known;
}

function summary(findings: ScenarioFindings): ScenarioResults {
  const { model, kpis, floors, ledger } = findings;
  const { leaves } = findings.versusBaseline?.baseline ?? model;
  const periods = periodsInHorizon(model, model.period);
  const holds = findings.chance(['holds']);
  return {
    name: model.name,
    response: model.response,
    floor: floorSummary(findings),
    days: daysSummary(findings),
    kpis: Object.fromEntries(kpis.map((each): [string, KpiSummary] => [each.kpi.id, summariseKpi(each)])),
    floors: floors.map(({ floor: { kpi, side, value }, met }) => ({
      kpi,
      side,
      value: leaves[value]!.central,
      holds: chanceEstimate(met),
    })),
    holds: holds && chanceEstimate(holds),
    ledger: ledger.map(({ line, category, mean }) => ({ line, category, perPeriod: meanPerPeriod(mean, periods) })),
    versusBaseline: versusBaseline(findings),
  };
}

/** Which floors ran, and what the exact one moved. */
function floorSummary({ floor, replications, corrected, kpis }: ScenarioFindings): ScenarioResults['floor'] {
  if (corrected === null) return { used: floor, exactReplications: floor === 'calls' ? replications : 0, correction: null };
  return {
    used: 'both',
    exactReplications: corrected,
    correction: Object.fromEntries(kpis.map(({ kpi, correction }) => [kpi.id, correction && estimateOverScrambles(correction)])),
  };
}

/** Which days ran, and how far that is off. */
const daysSummary = ({ days, deviations }: ScenarioFindings): ScenarioResults['days'] => ({
  run: days,
  replications: deviations?.replications ?? 0,
  deviation: deviations && Object.fromEntries(deviations.kpis.map(({ id, ofSpread }) => [id, ofSpread])),
});

/** Expected amount of a line per period of the document, from its mean over the horizon. */
function meanPerPeriod(mean: Estimator, periods: number): Estimate {
  const estimate = estimateOverScrambles((first, step) => mean(first, step) / periods);
  if (estimate === null) throw new RangeError('A ledger line is not a number in some world.');
  return estimate;
}
