import { periodsInHorizon } from '../ledger/periodsInHorizon.ts';
import type { KpiInput } from './kpi.ts';

/** A sum over the horizon, stated per period of the document. */
export const perPeriod = (input: KpiInput, overHorizon: number): number => overHorizon / periodsInHorizon(input.model, input.model.period);

/** The denominator of what is an amount per period, not a ratio: every world has a value. */
export const one = (): number => 1;
