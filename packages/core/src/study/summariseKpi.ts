import { reportedQuantiles } from './distribution.ts';
import { estimateOverScrambles } from './estimate.ts';
import type { KpiFindings } from './findings.ts';
import type { KpiSummary } from './results.ts';

/** What results say of a KPI: the "budget average" with its interval, quantiles, and where the spread comes from. */
export const summariseKpi = ({ kpi, mean, distribution, share }: KpiFindings): KpiSummary => ({
  unit: kpi.unit,
  rule: kpi.rule,
  mean: estimateOverScrambles(mean),
  quantiles: reportedQuantiles(distribution()),
  share: share(),
});
