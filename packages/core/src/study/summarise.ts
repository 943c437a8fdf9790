import { periodsInHorizon } from '../ledger/periodsInHorizon.ts';
import { analyse, type Analysis, type AnalyseOptions, type ScenarioAnalysis } from './analyse.ts';
import { correctedMean, estimateOverScrambles, probabilityEstimate } from './estimate.ts';
import type { Estimate, KpiSummary, Results, ScenarioResults } from './results.ts';
import type { Shard, Study } from './study.ts';
import { correctionOf, summariseKpi } from './summariseKpi.ts';
import { versusBaseline } from './versusBaseline.ts';

/** `analyse`, then `summariseAnalysis`: totals of all replications to results. */
export const summarise = (study: Study, shards: readonly Shard[], options?: AnalyseOptions): Results =>
  summariseAnalysis(analyse(study, shards, options));

/**
 * The results of a study, baseline first: every KPI measured, floor and ledger line with its 95% Monte Carlo interval over the eight scrambles.
 *
 * Keys come in one order, so that equal inputs give equal JSON, byte for byte. Every number is finite; what has no contacts is null.
 */
export const summariseAnalysis = ({ scenarios }: Analysis): Results => ({ scenarios: scenarios.map(summariseScenario) });

/** An analysis is not written into, so what one says is worked out once: an analyst gives the same one as long as a scenario stays as it was. */
const summaries = new WeakMap<ScenarioAnalysis, ScenarioResults>();

function summariseScenario(scenario: ScenarioAnalysis): ScenarioResults {
  const known = summaries.get(scenario) ?? summary(scenario);
  summaries.set(scenario, known);
  return known;
}

function summary(scenario: ScenarioAnalysis): ScenarioResults {
  const { model, kpis, floors, holds, ledger, exact } = scenario;
  const { leaves } = scenario.versusBaseline?.baseline.model ?? model;
  const summaries: Record<string, KpiSummary> = {};
  for (const worlds of kpis) summaries[worlds.kpi.id] = summariseKpi(worlds);
  const periods = periodsInHorizon(model, model.period);
  return {
    name: model.name,
    response: model.response,
    floor: floorSummary(scenario),
    days: daysSummary(scenario),
    kpis: summaries,
    floors: floors.map(({ floor: { kpi, side, value }, met }, at) => ({
      kpi,
      side,
      value: leaves[value]!.central,
      holds: probabilityEstimate(met, exact?.floors[at]!.met),
    })),
    holds: holds === null ? null : probabilityEstimate(holds, exact?.holds),
    ledger: ledger.map(({ line, category, amounts }, at) => ({
      line,
      category,
      perPeriod: meanPerPeriod(amounts, exact === null ? null : exact.ledger[at]!.amounts, periods),
    })),
    versusBaseline: versusBaseline(scenario),
  };
}

/** Which floors ran, and what the exact one moved. */
function floorSummary({ floor, replications, kpis, exact }: ScenarioAnalysis): ScenarioResults['floor'] {
  if (exact === null) return { used: floor, exactReplications: floor === 'calls' ? replications : 0, correction: null };
  return {
    used: 'both',
    exactReplications: exact.replications,
    correction: Object.fromEntries(kpis.map((worlds) => [worlds.kpi.id, correctionOf(worlds)])),
  };
}

/** Which days ran, and how far that is off. */
const daysSummary = ({ days, deviations }: ScenarioAnalysis): ScenarioResults['days'] => ({
  run: days,
  replications: deviations?.replications ?? 0,
  deviation: deviations && Object.fromEntries(deviations.kpis.map(({ id, ofSpread }) => [id, ofSpread])),
});

/** Expected amount of a line per period of the document, from its amounts [replication] over the horizon. */
function meanPerPeriod(amounts: Float64Array, exact: Float64Array | null, periods: number): Estimate {
  const mean = correctedMean(amounts, exact);
  const estimate = estimateOverScrambles((first, step) => mean(first, step) / periods);
  if (estimate === null) throw new RangeError('A ledger line is not a number in some world.');
  return estimate;
}
