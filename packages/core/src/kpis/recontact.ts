import type { KpiDefinition } from './definition.ts';
import { onAllChannels } from './sums.ts';

export const repeatRate: KpiDefinition = {
  id: 'repeatRate',
  unit: 'fraction',
  better: 'lower',
  byContactType: false,
  rule: 'repeats / offered',
  inWords: {
    numerator: 'contacts of customers who come back because their need was not resolved',
    denominator: 'offered contacts',
    rule: 'Share of the offered contacts that are repeats.',
  },
  source: 'Ding, Remerova, van der Mei and Zwart (2013): reconnects',
  numerator: onAllChannels('repeats'),
  denominator: onAllChannels('offered'),
};

export const redialRate: KpiDefinition = {
  id: 'redialRate',
  unit: 'fraction',
  better: 'lower',
  byContactType: false,
  rule: 'redials / offered',
  inWords: {
    numerator: 'contacts of customers who try again after abandoning',
    denominator: 'offered contacts',
    rule: 'Share of the offered contacts that are redials.',
  },
  source: 'Ding, Remerova, van der Mei and Zwart (2013): redials',
  numerator: onAllChannels('redials'),
  denominator: onAllChannels('offered'),
};
