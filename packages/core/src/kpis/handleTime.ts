import { channels } from '@percall/scenario';
import { byChannel } from './definition.ts';
import { onItsChannel } from './sums.ts';

export const handleTime = byChannel(channels, 'handleTime', {
  unit: 'seconds',
  better: 'lower',
  byContactType: true,
  rule: 'handling of handled / handled',
  inWords: {
    numerator:
      'agent seconds of talk, hold and after-contact work, of dialling callbacks, of transfers, and of calls on which nobody speaks',
    denominator: 'handled contacts',
    rule: 'Average handle time (AHT), after-contact work included; of a chat from its first answer to its end, whatever else the agent has in hand.',
  },
  source: 'common ACD report',
  numerator: onItsChannel('handleSeconds'),
  denominator: onItsChannel('handled'),
});
