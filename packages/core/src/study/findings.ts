import type { FloorName } from '../floor/floorInput.ts';
import type { LedgerLine } from '../ledger/ledgerLines.ts';
import type { Model, ModelFloor } from '../model/model.ts';
import type { Analysis, Comparison, ScenarioAnalysis } from './analyse.ts';
import { ratioOfMeans } from './ratioOfMeans.ts';
import { chanceAmong, correctedMean, type Chance, type Estimator } from './estimate.ts';
import { chanceIn, type Event } from './events.ts';
import { agreeing } from './jointChance.ts';
import { differenceOf } from './difference.ts';
import { distributionOf, distributionOfDifference } from './distributionOf.ts';
import type { Distribution } from './distribution.ts';
import type { KpiSummary } from './results.ts';
import { spreadShares } from './spreadShares.ts';
import { worldsOf, type KpiWorlds } from './worlds.ts';

/** What a study found of a KPI, or of its difference from the baseline: all that is read of it, whatever its worlds are kept as. */
export interface KpiFindings {
  readonly kpi: KpiWorlds['kpi'];
  /** Ratio of expected totals, or the difference of two. NaN: no contacts. */
  readonly mean: Estimator;
  /** What the exact floor adds to that; null where it ran alone or not at all, and for differences, of which nobody asks it. */
  readonly correction: Estimator | null;
  readonly distribution: () => Distribution;
  readonly share: () => KpiSummary['share'];
}

/** What a study found of one scenario: all that results, expressions and charts are read from. */
export interface ScenarioFindings {
  readonly model: Model;
  /** The floor that all of its worlds ran on. */
  readonly floor: FloorName;
  readonly replications: number;
  /** Worlds that the exact floor ran beside that one; null: nothing is corrected. */
  readonly corrected: number | null;
  /** Which days of the horizon it ran, and how far strata of them are off; null: that was not run. */
  readonly days: ScenarioAnalysis['days'];
  readonly deviations: ScenarioAnalysis['deviations'];
  readonly kpis: readonly KpiFindings[];
  readonly floors: readonly { readonly floor: ModelFloor; readonly met: Chance }[];
  /** In line order; mean: of the amount over the horizon. */
  readonly ledger: readonly (LedgerLine & { readonly mean: Estimator })[];
  /** The chance that all events happen in a world. null: one of them has no meaning here. Throws where worlds are not kept and it was not asked for before. */
  readonly chance: (events: readonly Event[]) => Chance | null;
  /** null for the baseline itself. */
  readonly versusBaseline: {
    readonly baseline: Model;
    /** Differences of the KPIs that both have. */
    readonly kpis: readonly KpiFindings[];
    readonly savings: readonly KpiFindings[];
  } | null;
}

/** What a study found whose worlds are not kept. Baseline first. */
export interface Findings {
  readonly replications: number;
  readonly scenarios: readonly ScenarioFindings[];
}

/** A study whose worlds are all there, or one that says what it found. */
export type AnyStudy = Analysis | Findings;
export type AnyScenario = ScenarioAnalysis | ScenarioFindings;

/** Whether the worlds of a scenario are there. */
export const isKept = (scenario: AnyScenario): scenario is ScenarioAnalysis => 'priced' in scenario;

/** How a KPI of a scenario is spread over the futures. Throws where the scenario has none of that id. */
export function distributionIn(scenario: AnyScenario, id: string): Distribution {
  if (isKept(scenario)) return distributionOf(worldsOf(scenario.kpis, id));
  const found = scenario.kpis.find(({ kpi }) => kpi.id === id);
  if (found === undefined) throw new Error(`No KPI is called ${id}.`);
  return found.distribution();
}

/**
 * How the difference of a KPI from the baseline's in the same future is spread over the futures; null for the baseline itself. Throws where either has no
 * KPI of that id.
 */
export function differenceIn(scenario: AnyScenario, id: string): Distribution | null {
  if (scenario.versusBaseline === null) return null;
  if (isKept(scenario)) return distributionOfDifference(worldsOf(scenario.kpis, id), worldsOf(scenario.versusBaseline.baseline.kpis, id));
  const found = scenario.versusBaseline.kpis.find(({ kpi }) => kpi.id === id);
  if (found === undefined) throw new Error(`No KPI is called ${id}.`);
  return found.distribution();
}

/** What was found of a scenario. */
export const findingsOf = (scenario: AnyScenario): ScenarioFindings => (isKept(scenario) ? findingsOfWorlds(scenario) : scenario);

function findingsOfWorlds(scenario: ScenarioAnalysis): ScenarioFindings {
  const { model, floor, replications, days, deviations, kpis, floors, ledger, exact, versusBaseline } = scenario;
  const floorsMet = floors.map(({ met }, at) => chanceAmong(met, exact && exact.floors[at]!.met));
  const chance = (events: readonly Event[]): Chance | null => {
    const chances = chanceIn(events, scenario);
    return chances && chanceAmong(chances, exact && chanceIn(events, exact));
  };
  return {
    model,
    floor,
    replications,
    corrected: exact && exact.replications,
    days,
    deviations,
    kpis: kpis.map(findingsOfKpi),
    floors: floors.map(({ floor: of }, at) => ({ floor: of, met: floorsMet[at]! })),
    ledger: ledger.map(({ amounts, ...line }, at) => ({ ...line, mean: correctedMean(amounts, exact && exact.ledger[at]!.amounts) })),
    chance: exact === null ? chance : agreeing(chance, floorsMet),
    versusBaseline: versusBaseline && comparisonOf(kpis, versusBaseline),
  };
}

const findingsOfKpi = (worlds: KpiWorlds): KpiFindings => {
  const mean = ratioOfTotals(worlds);
  const instant = worlds.exact === null ? null : ratioOfTotals({ ...worlds, exact: null });
  return {
    kpi: worlds.kpi,
    mean,
    correction: instant && ((first, step) => mean(first, step) - instant(first, step)),
    distribution: () => distributionOf(worlds),
    share: () => spreadShares(worlds),
  };
};

function comparisonOf(kpis: readonly KpiWorlds[], { baseline, savings }: Comparison): NonNullable<ScenarioFindings['versusBaseline']> {
  const theirs = new Map(baseline.kpis.map((worlds) => [worlds.kpi.id, worlds]));
  return {
    baseline: baseline.model,
    kpis: kpis.flatMap((worlds) => {
      const other = theirs.get(worlds.kpi.id);
      return other === undefined ? [] : [findingsOfDifference(worlds, other)];
    }),
    savings: savings.map(findingsOfKpi),
  };
}

/** Variant minus baseline: difference of the two ratios of expected totals. */
function findingsOfDifference(variant: KpiWorlds, baseline: KpiWorlds): KpiFindings {
  const ours = ratioOfTotals(variant);
  const theirs = ratioOfTotals(baseline);
  return {
    kpi: variant.kpi,
    mean: (first, step) => differenceOf(ours(first, step), theirs(first, step)),
    correction: null,
    distribution: () => distributionOfDifference(variant, baseline),
    share: () => spreadShares(variant, baseline),
  };
}

/**
 * Ratio of expected totals: mean of numerators / mean of denominators, never the mean of ratios; what a world without contacts cost is in it. Both
 * are corrected by the exact floor where that ran too. NaN: no contacts in any world.
 */
const ratioOfTotals = ({ numerator, denominator, exact }: KpiWorlds): Estimator =>
  ratioOfMeans(correctedMean(numerator, exact && exact.numerator), correctedMean(denominator, exact && exact.denominator));
