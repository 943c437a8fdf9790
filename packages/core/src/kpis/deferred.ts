import { respondedRatio } from '../floor/ratios.ts';
import { byChannel } from './definition.ts';
import { counted, onItsChannel } from './sums.ts';

/** Deferred work: what a service level is to live channels. */
export const responded = byChannel(['email', 'social'], 'responded', {
  unit: 'fraction',
  better: 'higher',
  byContactType: true,
  rule: 'answered when due / offered',
  inWords: {
    numerator: 'contacts whose answer began when it was due or before',
    denominator: 'offered contacts',
    rule: 'Due times count open hours unless the document says clock; what is still open at the end has not been answered in time.',
  },
  source: 'e-mail service level as deferred work',
  numerator: counted(respondedRatio.numerator),
  denominator: counted(respondedRatio.denominator),
});

export const responseTime = byChannel(['email', 'social'], 'responseTime', {
  unit: 'seconds',
  better: 'lower',
  byContactType: true,
  rule: 'waiting of handled / handled',
  inWords: {
    numerator: 'seconds from arrival until an agent begins the answer, of handled contacts',
    denominator: 'handled contacts',
    rule: 'Mean response time, nights and weekends included; what is still open at the end is left out.',
  },
  source: 'e-mail response time as deferred work',
  numerator: onItsChannel('waitSecondsAnswered'),
  denominator: onItsChannel('handled'),
});
