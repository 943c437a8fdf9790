import { chanceEstimate } from './estimate.ts';
import type { ScenarioFindings } from './findings.ts';
import type { NamedEvent } from '../kpis/expression.ts';
import type { Estimate, VersusBaseline } from './results.ts';
import { summariseKpi } from './summariseKpi.ts';

/**
 * A variant beside the baseline, always paired: both lived in the same world. null for the baseline itself.
 *
 * The differences are of the KPIs that both have. A chance that rests on floors is null where none is set; that of "cheaper" is null where
 * no world has contacts in both.
 */
export function versusBaseline({ versusBaseline: comparison, chance }: ScenarioFindings): VersusBaseline | null {
  if (comparison === null) return null;
  const { baseline, kpis, savings } = comparison;
  const differences = Object.fromEntries(kpis.map((findings) => [findings.kpi.id, summariseKpi(findings)]));
  const hasHeadline = differences[`cpc.${baseline.headline}`]?.quantiles != null;
  const chanceOf = (event: NamedEvent): Estimate | null => {
    const found = chance([event]);
    return found && chanceEstimate(found);
  };
  return {
    kpis: differences,
    savings: Object.fromEntries(savings.map((findings) => [findings.kpi.id.slice('savings.'.length), summariseKpi(findings)])),
    probability: {
      cheaper: hasHeadline ? chanceOf('cheaper') : null,
      holds: chanceOf('holds'),
      noWorse: chanceOf('noWorse'),
      cheaperAndNoWorse: hasHeadline ? chanceOf('cheaperAndNoWorse') : null,
    },
  };
}
