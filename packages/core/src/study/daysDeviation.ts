import type { Analysis } from './analyse.ts';
import { ratioIn, type KpiWorlds } from './worlds.ts';
import type { KpiUnit } from '../kpis/kpi.ts';

/** How far a KPI that was found from some days of the horizon is from the one of all its days, over the same worlds. */
export interface DaysDeviation {
  readonly id: string;
  readonly unit: KpiUnit;
  /** Worlds in which it has a value both ways. */
  readonly worlds: number;
  /** Of all days: mean and standard deviation (n - 1) over those worlds, in the KPI's unit. */
  readonly mean: number;
  readonly spread: number;
  /** Mean and root mean square over the worlds of some days - all days, in the KPI's unit. */
  readonly bias: number;
  readonly deviation: number;
  /** deviation / spread; null: the KPI is the same in every world, to rounding. */
  readonly ofSpread: number | null;
}

/** Deviations of one scenario, in the order of its KPIs. */
export interface ScenarioDeviations {
  readonly name: string;
  readonly kpis: readonly DaysDeviation[];
}

/** A spread below this part of the mean is rounding. */
const rounding = 1e-9;

/**
 * Deviation of every KPI from the full horizon, of a study that runs strata of its days.
 *
 * Per KPI the root mean square over worlds of (strata - all) and, beside it, the standard deviation over worlds of what all days say: what is uncertain of it
 * for other reasons. As many worlds as both have; the deviation of n worlds is itself uncertain by 1 / sqrt(2 n) of it.
 *
 * @param whole of replications 0..n-1 of `{ ...study, days: 'all' }`
 * @param strata of these replications, and maybe more, of `{ ...study, days: 'strata' }`
 * @throws RangeError where strata has fewer replications
 */
export function deviationsOfDays(whole: Analysis, strata: Analysis): readonly ScenarioDeviations[] {
  if (strata.replications < whole.replications)
    throw new RangeError(`The same replications are needed both ways, not ${whole.replications} and ${strata.replications}.`);
  return whole.scenarios.map(({ model, kpis }, scenario) => ({
    name: model.name,
    kpis: kpis.map((kpi, at) => deviationOf(kpi, strata.scenarios[scenario]!.kpis[at]!)),
  }));
}

function deviationOf(all: KpiWorlds, some: KpiWorlds): DaysDeviation {
  const { id, unit } = all.kpi;
  let worlds = 0;
  let sum = 0;
  let sumOfDifferences = 0;
  let squares = 0;
  for (let world = 0; world < all.numerator.length; world++) {
    const value = ratioIn(all, world);
    const difference = ratioIn(some, world) - value;
    if (Number.isNaN(difference)) continue;
    worlds++;
    sum += value;
    sumOfDifferences += difference;
    squares += difference * difference;
  }
  const mean = worlds > 0 ? sum / worlds : NaN;
  let around = 0;
  for (let world = 0; world < all.numerator.length; world++) {
    const value = ratioIn(all, world);
    if (!Number.isNaN(ratioIn(some, world) - value)) around += (value - mean) * (value - mean);
  }
  const spread = worlds > 1 ? Math.sqrt(around / (worlds - 1)) : 0;
  const deviation = worlds > 0 ? Math.sqrt(squares / worlds) : 0;
  return {
    id,
    unit,
    worlds,
    mean,
    spread,
    bias: worlds > 0 ? sumOfDifferences / worlds : 0,
    deviation,
    ofSpread: spread > rounding * Math.abs(mean) ? deviation / spread : null,
  };
}
