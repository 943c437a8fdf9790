import { channels } from '@percall/scenario';
import { firstContactRatio } from '../floor/ratios.ts';
import { byChannel } from './definition.ts';
import { counted } from './sums.ts';

export const firstContactResolution = byChannel(channels, 'fcr', {
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
  numerator: counted(firstContactRatio.numerator),
  denominator: counted(firstContactRatio.denominator),
});
