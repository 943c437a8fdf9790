import type { KpiDefinition } from './definition.ts';
import { onPhone } from './sums.ts';

export const firstContactResolution: KpiDefinition = {
  id: 'fcr.phone',
  unit: 'fraction',
  better: 'higher',
  byContactType: true,
  rule: 'resolved at first contact / first contacts',
  inWords: {
    numerator: 'first handled contacts of a need that resolved it',
    denominator: 'first handled contacts of a need',
    rule: 'First contact resolution; repeats of an unresolved need are in neither.',
  },
  source: 'SQM first call resolution',
  numerator: onPhone('resolvedFirst'),
  denominator: onPhone('handledFirst'),
};
