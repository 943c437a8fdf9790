import { asked, speedOfAnswerRatio } from '../floor/ratios.ts';
import { byChannel } from './definition.ts';
import { counted, onItsChannel } from './sums.ts';

/** Average speed of answer: only those who were answered. */
export const speedOfAnswer = byChannel(['phone', 'chat'], 'asa', {
  unit: 'seconds',
  better: 'lower',
  byContactType: true,
  rule: 'waiting of answered / answered',
  inWords: {
    numerator: 'seconds in queue of answered contacts',
    denominator: 'contacts that an agent answered: handled ones, less reached callbacks, with those on which nobody spoke',
    rule: 'Average speed of answer; contacts that abandon are left out, so it falls when impatient callers leave. So are callbacks, whose wait stands beside it.',
  },
  source: 'common ACD report; ContactCenters performance measures',
  numerator: counted(speedOfAnswerRatio.numerator),
  denominator: counted(speedOfAnswerRatio.denominator),
});

export const meanWait = byChannel(['phone', 'chat'], 'meanWait', {
  unit: 'seconds',
  better: 'lower',
  byContactType: false,
  rule: 'waiting of all / offered',
  inWords: {
    numerator: 'seconds in queue of all contacts, abandoned ones included',
    denominator: 'offered contacts, less those who took a callback',
    rule: 'Mean wait of everybody who asked for an agent and stayed on the line: mean queue length / arrival rate, by Little’s law.',
  },
  source: 'Little (1961); ContactCenters performance measures',
  numerator: onItsChannel('waitSecondsAll'),
  denominator: counted(asked),
});
