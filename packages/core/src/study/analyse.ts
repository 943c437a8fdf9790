import type { FloorName } from '../floor/floorInput.ts';
import { investmentKpis } from '../kpis/investment.ts';
import { kpisOf } from '../kpis/kpisOf.ts';
import type { LedgerLine } from '../ledger/ledgerLines.ts';
import type { Model } from '../model/model.ts';
import type { LeafSampler } from '../world/sampleLeaves.ts';
import { wageFactor } from '../world/wageFactor.ts';
import { alongWages } from './alongWages.ts';
import { chanceOf, has, type Demand } from './chance.ts';
import { daysRun, type Days } from '../floor/dayPlan.ts';
import type { DaysDeviation } from './daysDeviation.ts';
import { drawsOf } from './draws.ts';
import { inReplicationOrder } from './inReplicationOrder.ts';
import { investmentWorlds } from './investmentWorlds.ts';
import { createLastRound } from './lastRound.ts';
import { createMeasure } from './measureKpi.ts';
import { noWorseThan } from './noWorse.ts';
import { createPriceSampler, pricedLeaves, pricesFrom, priceWorlds, type PricedWorlds, type PriceSampler } from './priceWorlds.ts';
import type { Shard, Study } from './study.ts';
import { savingsWorlds, type SavingSide } from './savings.ts';
import { findWorlds, floorWorlds, worldsOf, type FloorWorlds, type KpiWorlds } from './worlds.ts';

export interface AnalyseOptions {
  /**
   * Prices of every world. Default: the study's own; other values re-price kept totals without running anything again. Without `wages` nothing is
   * integrated over them.
   */
  readonly sampler?: LeafSampler & Partial<PriceSampler>;
  /**
   * KPIs that will be looked at, by id: no other is measured. KPIs that floors are set on, the headline cost per contact and the total cost
   * always are. Default: all.
   */
  readonly kpis?: (id: string) => boolean;
  /**
   * The replication that the shards begin with, a multiple of 8: of a block of a study, which has the analysis of a study of so many worlds, whose
   * first is this one. Default: 0.
   */
  readonly start?: number;
}

/** What one scenario came to in every world: what summaries, expressions and charts are read from. */
export interface ScenarioAnalysis {
  readonly model: Model;
  /** The floor that its worlds ran on. */
  readonly floor: FloorName;
  readonly replications: number;
  /** Those measured, in the order of `kpisOf(model)`, then those of an investment. */
  readonly kpis: readonly KpiWorlds[];
  /** In line order; amounts [replication] in currency over the horizon. */
  readonly ledger: readonly (LedgerLine & { readonly amounts: Float64Array })[];
  readonly floors: readonly FloorWorlds[];
  /** [replication] 1: every floor is met. null: no floor is set. */
  readonly holds: Uint8Array | null;
  /** What its money was worked out of; kept for comparisons with it. */
  readonly priced: PricedWorlds;
  /** The same scenario on the exact floor in the first of these worlds, which corrects this one; null: nothing is corrected. */
  readonly exact: ScenarioAnalysis | null;
  /** Which days of the horizon it ran its live queues on. */
  readonly days: Days;
  /** How far strata of days are off, from the first replications; null: that was not run. */
  readonly deviations: { readonly kpis: readonly DaysDeviation[]; readonly replications: number } | null;
  /** Comparison with the baseline, world by world; null for the baseline itself. */
  readonly versusBaseline: Comparison | null;
}

export interface Comparison {
  readonly baseline: ScenarioAnalysis;
  /** What is saved, by kind: `savingNames`, those measured. */
  readonly savings: readonly KpiWorlds[];
  /** The headline cost per contact is lower than the baseline's; it is not where either has no contacts. */
  readonly isCheaper: Demand;
  /** [replication] the chance of that over the wages of the world. */
  readonly cheaper: Float64Array;
  /** [replication] 1: every floor is met, or missed by no more than the baseline and the floor's tolerance. null: no floor is set. */
  readonly noWorse: Uint8Array | null;
  /** [replication] the chance of both. */
  readonly cheaperAndNoWorse: Float64Array | null;
}

/** Baseline first, then variants. */
export interface Analysis {
  readonly replications: number;
  readonly scenarios: readonly ScenarioAnalysis[];
}

/**
 * Prices and measures every world of a study: per scenario the KPI pairs, the ledger and the floors by replication.
 *
 * `shards` hold the totals of all replications 0..N-1 (of a block start..start+N-1) once each, N a multiple of 8; their sizes and order do not matter:
 * everything is stored by replication, so the answer has the same bits. Throws where a replication is missing or comes twice, and where a
 * shard lacks the totals of a model.
 */
export const analyse: Analyst = (study, shards, options) => createAnalyst()(study, shards, options);

export type Analyst = (study: Study, shards: readonly Shard[], options?: AnalyseOptions) => Analysis;

/**
 * An `analyse` that remembers its last answer, so that a scenario that a change leaves as it was is not priced and measured again: it is the same
 * object. What comes back depends on the arguments alone, as long as nobody writes into totals: an array of totals stands for its content.
 */
export function createAnalyst(): Analyst {
  const scenarios = createLastRound<ScenarioAnalysis>();
  const identity = createIdentity();
  return (study, shards, { sampler, kpis = all, start = 0 } = {}) => {
    const always = alwaysMeasured(study);
    const isMeasured = (id: string): boolean => always.has(id) || kpis(id);
    const ordered = inReplicationOrder(study, shards, start);
    const replications = ordered.at(-1)!.to;
    let known: PriceSampler | undefined;
    const prices = (): PriceSampler => {
      if (known !== undefined) return known;
      const whole = sampler === undefined ? createPriceSampler(study) : { wages: null, ...sampler };
      return (known = start === 0 ? whole : pricesFrom(whole, start));
    };
    let baseline: ScenarioAnalysis | null = null;
    const analyseScenarioAt = (index: number): ScenarioAnalysis => {
      const model = study.models[index]!;
      const wanted = kpisOf(model).filter(({ id }) => isMeasured(id));
      const reads = new Set(wanted.map(({ reads }) => reads));
      const priced = priceWorlds(model, index, ordered, prices(), replications, reads);
      const measured = wanted.map(createMeasure(model, index, ordered, priced));
      if (baseline !== null && priced.discount !== null && investmentKpis.some(({ id }) => isMeasured(id)))
        measured.push(
          ...investmentWorlds(model, index, priced.ledger, baseline, ordered, priced.discount).filter(({ kpi }) => isMeasured(kpi.id)),
        );
      const scenario = judge(model, study, priced, measured, baseline);
      if (baseline === null) return { ...scenario, versusBaseline: null };
      const theirs: SavingSide = { model: baseline.model, index: 0, priced: baseline.priced };
      const savings = savingsWorlds({ model, index, priced }, theirs, ordered, isMeasured);
      return { ...scenario, versusBaseline: compare(scenario, baseline, savings) };
    };
    const wagesKey = wageFactorOf(study);
    scenarios.begin();
    const analysed = study.models.map((model, index) => {
      const totals = ordered.map((shard) => shard.totals[index]!);
      const read = [model, baseline, kpis, sampler, ...totals.map(({ buffer }) => buffer)].map((each) => each && identity(each));
      const draws = sampler === undefined ? [study.seed, study.sampling, wagesKey, drawsOf(study, index, pricedLeaves(model))] : null;
      const key = JSON.stringify([
        study.floor,
        study.days,
        read,
        ordered.map(({ from, to }) => [start + from, start + to]),
        totals.map(({ byteOffset }) => byteOffset),
        draws,
      ]);
      const scenario = scenarios.answer(key, () => analyseScenarioAt(index));
      baseline ??= scenario;
      return scenario;
    });
    scenarios.keep();
    return { replications, scenarios: analysed };
  };
}

const all = (): boolean => true;

/** The common wage factor by the paths that it is made of. */
const wageFactorOf = (study: Study) =>
  Array.from(wageFactor(study) ?? []).flatMap((weight, at) => (weight === 0 ? [] : [[study.coordinates[at]!.path, weight]]));

/** Numbers objects as they are first seen. */
function createIdentity(): (object: object) => number {
  const known = new WeakMap<object, number>();
  let count = 0;
  return (object) => {
    const number = known.get(object) ?? ++count;
    known.set(object, number);
    return number;
  };
}

/** The KPIs that every comparison rests on: the headline, the total cost, and what the baseline's floors are set on. */
const alwaysMeasured = ({ models: [baseline] }: Study): ReadonlySet<string> =>
  new Set([`cpc.${baseline!.headline}`, 'totalCost', ...baseline!.targets.floors.map(({ kpi }) => kpi)]);

function judge(
  model: Model,
  { floor, days }: Pick<Study, 'floor' | 'days'>,
  priced: PricedWorlds,
  kpis: readonly KpiWorlds[],
  baseline: ScenarioAnalysis | null,
): Omit<ScenarioAnalysis, 'versusBaseline'> {
  const { ledger, totalCost, floors: ownFloors } = priced;
  // The floors are the baseline's, whatever a variant plans for: a variant that lowers its target has not kept its quality.
  const floors = (baseline?.floors ?? ownFloors).map((each) => floorWorlds(each.floor, each.value, findWorlds(kpis, each.floor.kpi)));
  return {
    model,
    floor,
    replications: totalCost.length,
    kpis,
    ledger,
    floors,
    holds: floors.length === 0 ? null : allOf(floors.map(({ met }) => met)),
    priced,
    exact: null,
    days: daysRun(model, days),
    deviations: null,
  };
}

function compare(
  scenario: Omit<ScenarioAnalysis, 'versusBaseline'>,
  baseline: ScenarioAnalysis,
  savings: readonly KpiWorlds[],
): Comparison {
  const headline = `cpc.${baseline.model.headline}`;
  const isCheaper: Demand = {
    values: alongWages(worldsOf(scenario.kpis, headline), worldsOf(baseline.kpis, headline)),
    comparator: '<',
    bound: 0,
  };
  const noWorse =
    scenario.holds === null
      ? null
      : allOf(
          scenario.floors.map((each) =>
            noWorseThan(each, findWorlds(scenario.kpis, each.floor.kpi), findWorlds(baseline.kpis, each.floor.kpi)),
          ),
        );
  const { replications } = scenario;
  return {
    baseline,
    savings,
    isCheaper,
    cheaper: chanceOf([isCheaper], replications),
    noWorse,
    cheaperAndNoWorse: noWorse === null ? null : chanceOf([isCheaper, has(noWorse)], replications),
  };
}

/** [replication] 1 where every one of the indicators is 1. */
function allOf(indicators: readonly Uint8Array[]): Uint8Array {
  const all = Uint8Array.from(indicators[0]!);
  for (const indicator of indicators)
    for (let replication = 0; replication < all.length; replication++) all[replication]! &= indicator[replication]!;
  return all;
}
