import type { KpiDefinition } from './definition.ts';
import { agentSeconds } from './sums.ts';

const handling = agentSeconds('handling');
const idle = agentSeconds('idle');

export const occupancy: KpiDefinition = {
  id: 'occupancy.phone',
  unit: 'fraction',
  better: 'neither',
  byContactType: false,
  rule: 'handling / (handling + idle)',
  inWords: {
    numerator: 'agent seconds handling: talk, hold and after-contact work',
    denominator: 'agent seconds handling or idle and available',
    rule: 'Shrinkage and scheduling loss are in neither; overtime spent finishing a contact is in neither.',
  },
  source: 'common workforce-management definition',
  numerator: handling,
  denominator: (input, contactType) => handling(input, contactType) + idle(input, contactType),
};
