import {
  estimateSubject,
  type Estimate,
  type KpiUnit,
  type Results,
  type AnyScenario,
  type ScenarioResults,
  type VersusBaseline,
} from '@percall/core';
import type { StudyAnswer } from './session.ts';

/** One KPI of one scenario, or its difference from the baseline. */
export interface KpiView {
  readonly unit: KpiUnit;
  /** Ratio of expected totals. null: no contacts. */
  readonly mean: Estimate | null;
  /** Quantile over the futures, levels 0.01 to 0.99. null: no contacts. */
  readonly quantile: (level: number) => Estimate | null;
}

export interface ScenarioView {
  readonly name: string;
  readonly response: ScenarioResults['response'];
  /** Cost per contact by its four denominators, currency per contact. */
  readonly cpc: Readonly<Record<'need' | 'offered' | 'handled' | 'resolved', KpiView>>;
  /** Any KPI by its id, e.g. `serviceLevel.phone`. Throws RangeError for an id that the study lacks, or did not measure. */
  readonly kpi: (id: string) => KpiView;
  /** Probability that every floor is met. null: no floor is set. */
  readonly holds: Estimate | null;
  /** null: this is the baseline. */
  readonly versusBaseline: {
    readonly cpc: ScenarioView['cpc'];
    readonly kpi: ScenarioView['kpi'];
    readonly probability: VersusBaseline['probability'];
  } | null;
}

/** An answer that can be asked by scenario, KPI and quantile. */
export interface StudyRun extends StudyAnswer {
  readonly baseline: ScenarioView;
  /** A variant by its name; the baseline by its own. Throws RangeError for a name that the study lacks. */
  readonly variant: (name: string) => ScenarioView;
}

/** Adds the views to an answer. */
export function studyRun(answer: StudyAnswer): StudyRun {
  const { results, analysis } = answer;
  const views = results.scenarios.map((scenario, index) => scenarioView(scenario, analysis.scenarios[index]!));
  const variant = (name: string): ScenarioView => {
    const view = views.find((candidate) => candidate.name === name);
    if (view === undefined)
      throw new RangeError(`no scenario is named ${JSON.stringify(name)}: ${views.map((each) => each.name).join(', ')}`);
    return view;
  };
  return { ...answer, baseline: views[0]!, variant };
}

function scenarioView({ name, response, kpis, holds, versusBaseline }: Results['scenarios'][number], worlds: AnyScenario): ScenarioView {
  return {
    name,
    response,
    ...kpiViews(kpis, false, worlds),
    holds,
    versusBaseline:
      versusBaseline === null ? null : { ...kpiViews(versusBaseline.kpis, true, worlds), probability: versusBaseline.probability },
  };
}

function kpiViews(kpis: VersusBaseline['kpis'], versusBaseline: boolean, worlds: AnyScenario): Pick<ScenarioView, 'cpc' | 'kpi'> {
  const quantile = (id: string, level: number): Estimate | null => {
    if (!(level >= 0.01 && level <= 0.99)) throw new RangeError(`a quantile's level lies between 0.01 and 0.99, not ${level}`);
    return estimateSubject({ kind: 'statistic', measure: { kpi: id, versusBaseline }, statistic: { level } }, worlds);
  };
  const kpi = (id: string): KpiView => {
    const summary = Object.hasOwn(kpis, id) ? kpis[id] : undefined;
    if (summary === undefined) throw new RangeError(`no KPI has the id ${JSON.stringify(id)}`);
    return { unit: summary.unit, mean: summary.mean, quantile: (level) => quantile(id, level) };
  };
  // Looked up when asked for: a run may have been told to measure others only.
  const cpc = {
    get need() {
      return kpi('cpc.need');
    },
    get offered() {
      return kpi('cpc.offered');
    },
    get handled() {
      return kpi('cpc.handled');
    },
    get resolved() {
      return kpi('cpc.resolved');
    },
  };
  return { cpc, kpi };
}
