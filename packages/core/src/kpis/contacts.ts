import type { CountField } from '../floor/outcome.ts';
import type { Kpi } from './kpi.ts';
import type { KpiDefinition } from './definition.ts';
import { one, perPeriod } from './perPeriod.ts';
import { onAllChannels } from './sums.ts';

function contactsPerPeriod(name: string, field: CountField, better: Kpi['better'], counted: string): KpiDefinition {
  const sum = onAllChannels(field);
  return {
    id: `contacts.${name}`,
    unit: 'count',
    better,
    byContactType: false,
    rule: `${counted} per period`,
    inWords: {
      numerator: `${counted} over the horizon, stated per period`,
      denominator: 'one period',
      rule: `The denominator of cpc.${name}, on its own.`,
    },
    source: 'as the cost per contact of the same name',
    numerator: (input, contactType, channel) => perPeriod(input, sum(input, contactType, channel)),
    denominator: one,
  };
}

/** The four denominators of cost per contact, per period. */
export const contacts: readonly KpiDefinition[] = [
  contactsPerPeriod('need', 'needs', 'neither', 'needs'),
  contactsPerPeriod('offered', 'offered', 'neither', 'offered contacts'),
  contactsPerPeriod('handled', 'handled', 'neither', 'handled contacts'),
  contactsPerPeriod('resolved', 'resolvedNeeds', 'higher', 'resolved needs'),
];
