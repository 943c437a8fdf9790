import type { Analysis, Comparison, ScenarioAnalysis } from './analyse.ts';
import { differenceAt } from './difference.ts';
import { estimateOverScrambles, type Estimator } from './estimate.ts';
import type { Estimate, KpiSummary } from './results.ts';
import type { KpiWorlds } from './worlds.ts';

/** The same study with some of its draws made anew (`Study.redrawn`), in its first worlds. */
export interface Redraws {
  readonly days: Analysis | null;
  /** Of the exact floor. */
  readonly customers: Analysis | null;
}

/** An analysis whose KPIs know what other days, or other customers, would have made of its first worlds. */
export function withRedraws(analysis: Analysis, { days, customers }: Redraws): Analysis {
  let baseline: ScenarioAnalysis | null = null;
  const scenarios = analysis.scenarios.map((scenario, index): ScenarioAnalysis => {
    const redrawn = {
      ...scenario,
      kpis: scenario.kpis.map((worlds, at) => ({
        ...worlds,
        days: days && days.scenarios[index]!.kpis[at]!,
        customers: customers && customers.scenarios[index]!.kpis[at]!,
      })),
    };
    if (baseline === null) return (baseline = redrawn);
    const comparison: Comparison = { ...scenario.versusBaseline!, baseline };
    return { ...redrawn, versusBaseline: comparison };
  });
  return { replications: analysis.replications, scenarios };
}

/** Nothing was drawn again. */
export const notEstimated = { ignorance: null, dayToDay: null, queueing: null };

/**
 * What the spread of a KPI, or with `baseline` of its difference from that, comes from: parts of its variance over the futures.
 *
 * With Y the value in a world, Y' after other days in it and Y'' after other customers on the same days, half the mean square of Y - Y' is the
 * variance that days and queues leave when every number of the document is known, and half that of Y - Y'' the one that queues leave when the days
 * are known too. So queueing = E(Y - Y'')^2 / 2, day-to-day = E(Y - Y')^2 / 2 less queueing, and ignorance is the rest of the variance. The
 * instant floor has no queueing in it: where the exact one ran beside it, its queueing is added to the whole; where not, queueing is not
 * estimated (null), and the other two are parts of what is left.
 */
export const spreadShares = (ours: KpiWorlds, baseline: KpiWorlds | null = null): KpiSummary['share'] =>
  sharesOfVariance(
    varianceOf((replication) => differenceAt(ours, baseline, replication), ours.numerator.length),
    ours,
    baseline,
  );

/** The same of a variance that is known; `ours` and `baseline` are the first worlds at least, which the redraws are of. */
export function sharesOfVariance(variance: Estimator, ours: KpiWorlds, baseline: KpiWorlds | null): KpiSummary['share'] {
  const days = against(ours, baseline, 'days');
  if (days === null) return notEstimated;
  const customers = against(ours, baseline, 'customers');
  const ofExact = ours.exact === null ? null : against(ours.exact, baseline && baseline.exact, 'customers');
  const queueing = ofExact ?? customers;
  const queueingOf: Estimator = queueing ?? (() => 0);
  /** What the instant floor's variance lacks. */
  const missing: Estimator = ofExact ?? (() => 0);
  /** What the days' part has too much of. */
  const within: Estimator = customers ?? (() => 0);
  const share = (part: Estimator): Estimate | null => {
    const estimate = estimateOverScrambles((first, step) => {
      const whole = variance(first, step) + missing(first, step);
      return whole > 0 ? part(first, step) / whole : NaN;
    });
    return estimate && { value: inUnit(estimate.value), lower: inUnit(estimate.lower), upper: inUnit(estimate.upper) };
  };
  return {
    ignorance: share((first, step) => variance(first, step) - days(first, step)),
    dayToDay: share((first, step) => days(first, step) - within(first, step)),
    queueing: queueing === null ? null : share(queueingOf),
  };
}

const inUnit = (value: number): number => Math.min(1, Math.max(0, value));

/** Half the mean square of the difference from what was drawn anew, over the worlds that have both. null: nothing was. */
function against(ours: KpiWorlds, baseline: KpiWorlds | null, redrawn: 'days' | 'customers'): Estimator | null {
  const others = ours[redrawn];
  const ofBaseline = baseline && baseline[redrawn];
  if (others === null || (baseline !== null && ofBaseline === null)) return null;
  return (first, step) => {
    let sum = 0;
    let worlds = 0;
    for (let replication = first; replication < others.numerator.length; replication += step) {
      const apart = differenceAt(ours, baseline, replication) - differenceAt(others, ofBaseline, replication);
      if (Number.isNaN(apart)) continue;
      sum += 0.5 * apart * apart;
      worlds++;
    }
    return worlds === 0 ? NaN : sum / worlds;
  };
}

/** Of the worlds that have a value. */
function varianceOf(value: (replication: number) => number, replications: number): Estimator {
  return (first, step) => {
    let sum = 0;
    let worlds = 0;
    for (let replication = first; replication < replications; replication += step) {
      const each = value(replication);
      if (Number.isNaN(each)) continue;
      sum += each;
      worlds++;
    }
    const mean = sum / worlds;
    let squares = 0;
    for (let replication = first; replication < replications; replication += step) {
      const each = value(replication);
      if (!Number.isNaN(each)) squares += (each - mean) * (each - mean);
    }
    return squares / (worlds - 1);
  };
}
