import type { TotalsLayout } from '../floor/totals.ts';
import type { Model } from '../model/model.ts';

/** `currency` is per period of the document, `amount` is currency once. */
export type KpiUnit =
  'currencyPerContact' | 'currency' | 'fraction' | 'seconds' | 'hours' | 'fte' | 'count' | 'number' | 'amount' | 'months';

/** What a KPI is computed from: the sums and the money of one replication under one model. */
export interface KpiInput {
  readonly model: Model;
  readonly layout: TotalsLayout;
  /** Totals of all replications, one after another; this replication starts at `offset`. */
  readonly totals: Float64Array;
  readonly offset: number;
  /** Sum of the ledger's lines over the horizon. */
  readonly totalCost: number;
  /** Row of this replication in the columns below. */
  readonly row: number;
  /** [part][row] parts of the total cost, as in `allocateCosts`; empty where no KPI reads it. */
  readonly allocation: readonly Float64Array[];
  /** [row] satisfied customers by the user's curve; empty where no KPI reads it. */
  readonly satisfied: Float64Array;
}

/** A KPI is a pair, never a mean of ratios: numerator and denominator of one replication's totals, and the rule in words. */
export interface Kpi {
  /** `kpi[.channel[.contactType]]`, e.g. `cpc.handled`, `serviceLevel.phone`. */
  readonly id: string;
  readonly unit: KpiUnit;
  /** Which way is better, for sentences and floors. */
  readonly better: 'lower' | 'higher' | 'neither';
  /** Counting rule by name; words are rendered elsewhere. */
  readonly rule: string;
  /** Columns of its input that it reads; null: none. */
  readonly reads: 'allocation' | 'satisfied' | null;
  readonly numerator: (input: KpiInput) => number;
  /** Zero means "no contacts": the KPI has no value in that world. */
  readonly denominator: (input: KpiInput) => number;
}
