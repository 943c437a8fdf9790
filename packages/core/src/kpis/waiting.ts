import type { KpiDefinition } from './definition.ts';
import { onPhone } from './sums.ts';

/** Average speed of answer: only those who were answered. */
export const speedOfAnswer: KpiDefinition = {
  id: 'asa.phone',
  unit: 'seconds',
  better: 'lower',
  byContactType: true,
  rule: 'waiting of answered / answered',
  inWords: {
    numerator: 'seconds in queue of answered contacts',
    denominator: 'handled contacts',
    rule: 'Average speed of answer; contacts that abandon are left out, so it falls when impatient callers leave.',
  },
  source: 'common ACD report; ContactCenters performance measures',
  numerator: onPhone('waitSecondsAnswered'),
  denominator: onPhone('handled'),
};

export const meanWait: KpiDefinition = {
  id: 'meanWait.phone',
  unit: 'seconds',
  better: 'lower',
  byContactType: false,
  rule: 'waiting of all / offered',
  inWords: {
    numerator: 'seconds in queue of all contacts, abandoned ones included',
    denominator: 'offered contacts',
    rule: 'Mean wait of everybody who asked for an agent: mean queue length / arrival rate, by Little’s law.',
  },
  source: 'Little (1961); ContactCenters performance measures',
  numerator: onPhone('waitSecondsAll'),
  denominator: onPhone('offered'),
};
