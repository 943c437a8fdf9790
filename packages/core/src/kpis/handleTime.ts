import type { KpiDefinition } from './definition.ts';
import { onPhone } from './sums.ts';

export const handleTime: KpiDefinition = {
  id: 'handleTime.phone',
  unit: 'seconds',
  better: 'lower',
  byContactType: true,
  rule: 'handling of handled / handled',
  inWords: {
    numerator: 'seconds of talk, hold and after-contact work of handled contacts',
    denominator: 'handled contacts',
    rule: 'Average handle time (AHT), after-contact work included.',
  },
  source: 'common ACD report',
  numerator: onPhone('handleSeconds'),
  denominator: onPhone('handled'),
};
