import type { KpiDefinition } from './definition.ts';
import { onPhone } from './sums.ts';

export const abandonment: KpiDefinition = {
  id: 'abandonment.phone',
  unit: 'fraction',
  better: 'lower',
  byContactType: true,
  rule: 'abandoned / offered',
  inWords: {
    numerator: 'contacts that left the queue before an agent answered, short ones included',
    denominator: 'offered contacts',
    rule: 'Short abandons count; contacts that were blocked or met a closing do not.',
  },
  source: 'ContactCenters performance measures',
  numerator: onPhone('abandoned'),
  denominator: onPhone('offered'),
};
