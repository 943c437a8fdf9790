import type { Period, Problem } from '@percall/scenario';
import type { Days } from '../floor/dayPlan.ts';
import type { FloorName } from '../floor/floorInput.ts';
import type { KpiUnit } from '../kpis/kpi.ts';
import type { CostCategory } from '../model/model.ts';
import type { SavingName } from './savings.ts';

/** A number with its 95% Monte Carlo interval (Student-t over the eight scrambles). null: no contacts. */
export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Levels reported for every KPI, and their names in results: p5 ... p95. */
export const quantileLevels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
export type QuantileName = 'p5' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p95';

export interface KpiSummary {
  readonly unit: KpiUnit;
  readonly rule: string;
  /** Ratio of expected totals ("budget average"). */
  readonly mean: Estimate | null;
  readonly quantiles: Readonly<Record<QuantileName, Estimate>> | null;
  /**
   * Parts of the variance over the futures: what the document does not know, what days bring, what queues bring. Each null where this run did not
   * estimate it.
   */
  readonly share: { readonly ignorance: Estimate | null; readonly dayToDay: Estimate | null; readonly queueing: Estimate | null };
}

export interface VersusBaseline {
  /** Distribution of variant minus baseline, world by world. */
  readonly kpis: Readonly<Record<string, KpiSummary>>;
  /** What is saved of the baseline's bill per period, and what is only freed: by `savingNames`, those measured. */
  readonly savings: Readonly<Partial<Record<SavingName, KpiSummary>>>;
  readonly probability: {
    /** The headline cost per contact is lower than the baseline's. */
    readonly cheaper: Estimate | null;
    readonly holds: Estimate | null;
    readonly noWorse: Estimate | null;
    readonly cheaperAndNoWorse: Estimate | null;
  };
}

export interface FloorSummary {
  readonly kpi: string;
  readonly side: 'atLeast' | 'atMost';
  /** Central value of the floor. */
  readonly value: number;
  readonly holds: Estimate;
}

export interface ScenarioResults {
  readonly name: string;
  readonly response: 'locked' | 're-plan' | 'transition';
  /**
   * `exactReplications`: those that the exact floor ran. `correction`, where both floors did: by KPI, what the exact one adds to the instant one's mean,
   * and how surely; null where it has no contacts.
   */
  readonly floor: {
    readonly used: FloorUsed;
    readonly exactReplications: number;
    readonly correction: Readonly<Record<string, Estimate | null>> | null;
  };
  /**
   * Which days of the horizon the live queues ran on. Where it is strata of them: how far each KPI is from all days, root mean square over some futures, in
   * parts of its spread; null where it has none.
   */
  readonly days: {
    readonly run: Days;
    readonly replications: number;
    readonly deviation: Readonly<Record<string, number | null>> | null;
  };
  readonly kpis: Readonly<Record<string, KpiSummary>>;
  readonly floors: readonly FloorSummary[];
  /** Probability that every floor is met. null: no floor is set. */
  readonly holds: Estimate | null;
  readonly ledger: readonly { readonly line: string; readonly category: CostCategory; readonly perPeriod: Estimate }[];
  readonly versusBaseline: VersusBaseline | null;
}

/** Which floor an answer comes from: one of them, or the instant one corrected by the exact one. */
export type FloorUsed = FloorName | 'both';

export interface Results {
  readonly scenarios: readonly ScenarioResults[];
  /**
   * Of a study of more than 65,536 replications, whose quantiles and their intervals are read from bins: how far from the exact ones they may lie, as a part of
   * the value or, where that is more, of the largest of its first values. Absent where they are exact.
   */
  readonly quantileError?: { readonly relative: number; readonly ofLargest: number };
}

/** Everything a run says, as written by `--format json`. No clock, host, duration or worker count in it. */
export interface RunDocument {
  readonly schemaVersion: 1;
  readonly engineVersion: string;
  /** ISO 4217, of every amount; and what totals and ledger lines are stated over. */
  readonly currency: string;
  readonly period: Period;
  readonly seed: string;
  readonly replications: number;
  readonly floor: FloorUsed;
  readonly inputsHash: string;
  readonly document: unknown;
  readonly results: Results;
  /** Figures of others to see results beside; null: none in this currency. */
  readonly reference: { readonly industryAverage: number } | null;
  readonly warnings: readonly Problem[];
}
