import { reportedQuantiles } from './distribution.ts';
import { estimateOverScrambles } from './estimate.ts';
import type { KpiFindings } from './findings.ts';
import type { Estimate, KpiSummary } from './results.ts';

/** What results say of a KPI: the "budget average" with its interval, quantiles, and where the spread comes from. */
export const summariseKpi = ({ kpi, mean, distribution, share }: KpiFindings): KpiSummary => {
  const estimate = estimateOverScrambles(mean);
  return {
    unit: kpi.unit,
    rule: kpi.rule,
    mean: estimate !== null && kpi.unit === 'fraction' ? asShare(estimate) : estimate,
    quantiles: reportedQuantiles(distribution()),
    share: share(),
  };
};

/** The interval of a share ends at none and at all of what it is a share of: Student's t knows of neither. */
const asShare = ({ value, lower, upper }: Estimate): Estimate => ({
  value,
  lower: value >= 0 ? Math.max(0, lower) : lower,
  upper: value <= 1 ? Math.min(1, upper) : upper,
});
