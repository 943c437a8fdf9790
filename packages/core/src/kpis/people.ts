import { fullTimeHours, scheduledHours } from '../ledger/paidTime.ts';
import type { KpiDefinition } from './definition.ts';
import type { KpiInput } from './kpi.ts';
import { one, perPeriod } from './perPeriod.ts';
import { agentSeconds } from './sums.ts';

const hoursOf = ({ layout, totals, offset }: KpiInput): number => scheduledHours(layout, totals, offset);
const secondsOf = (input: KpiInput): number => 3600 * hoursOf(input);

const source = 'paid = shrinkage + scheduling loss + handling + idle (+ overtime)';

export const paidHours: KpiDefinition = {
  id: 'paidHours',
  unit: 'hours',
  better: 'lower',
  byContactType: false,
  rule: 'scheduled paid hours per period',
  inWords: {
    numerator: 'scheduled paid hours of all groups over the horizon, stated per period',
    denominator: 'one period',
    rule: 'Training of new agents is in it; overtime, after the shift or of staff in transition, is left out: it has a ledger line of its own.',
  },
  source,
  numerator: (input) => perPeriod(input, hoursOf(input)),
  denominator: one,
};

export const fullTimeEquivalents: KpiDefinition = {
  id: 'fte',
  unit: 'fte',
  better: 'lower',
  byContactType: false,
  rule: 'scheduled paid hours / full-time hours',
  inWords: {
    numerator: 'scheduled paid hours of all groups over the horizon',
    denominator: 'paid hours of one full-time agent over the horizon: hours per week x days / 7',
    rule: 'Full-time equivalents on the payroll, shrinkage included.',
  },
  source,
  numerator: hoursOf,
  denominator: (input) => fullTimeHours(input.model),
};

export const idleShare: KpiDefinition = {
  id: 'idleShare',
  unit: 'fraction',
  better: 'lower',
  byContactType: false,
  rule: 'idle / scheduled paid',
  inWords: {
    numerator: 'agent seconds idle and available',
    denominator: 'scheduled paid seconds',
    rule: 'Paid time spent ready for a contact that did not come.',
  },
  source,
  numerator: agentSeconds('idle'),
  denominator: secondsOf,
};

export const shrinkageShare: KpiDefinition = {
  id: 'shrinkageShare',
  unit: 'fraction',
  better: 'lower',
  byContactType: false,
  rule: 'shrinkage / scheduled paid',
  inWords: {
    numerator: 'agent seconds paid and not available: leave, sickness, training, breaks',
    denominator: 'scheduled paid seconds',
    rule: 'Realised shrinkage; scheduling loss is apart.',
  },
  source,
  numerator: agentSeconds('shrinkage'),
  denominator: secondsOf,
};
