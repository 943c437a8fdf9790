import type { KpiDefinition } from './definition.ts';
import { one, perPeriod } from './perPeriod.ts';

export const totalCost: KpiDefinition = {
  id: 'totalCost',
  unit: 'currency',
  better: 'lower',
  byContactType: false,
  rule: 'all costs per period',
  inWords: {
    numerator: 'sum of all ledger lines over the horizon, stated per period: x days of the period / days of the horizon',
    denominator: 'one period',
    rule: 'Every line of the ledger counts; the period is the document’s.',
  },
  source: 'MetricNet and ICMI: all operating expense of all channels',
  numerator: (input) => perPeriod(input, input.totalCost),
  denominator: one,
};
