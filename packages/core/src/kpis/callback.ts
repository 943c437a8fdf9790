import { callbackPromiseRatio } from '../floor/ratios.ts';
import type { Model } from '../model/model.ts';
import type { KpiDefinition } from './definition.ts';
import { counted, onItsChannel } from './sums.ts';

const offersCallbacks = ({ callback }: Model): boolean => callback !== null;
const source = 'virtual hold reports: promise kept and wait apart from speed of answer';

/** Callbacks leave service level, speed of answer and abandonment, and are judged by these. */
export const callbacks: readonly KpiDefinition[] = [
  {
    id: 'callbackPromise.phone',
    channel: 'phone',
    unit: 'fraction',
    better: 'higher',
    byContactType: true,
    exists: offersCallbacks,
    rule: 'kept / accepted',
    inWords: {
      numerator: 'callbacks whose conversation began within the promised time',
      denominator: 'accepted callbacks',
      rule: 'A callback that is never reached has not been kept.',
    },
    source,
    numerator: counted(callbackPromiseRatio.numerator),
    denominator: counted(callbackPromiseRatio.denominator),
  },
  {
    id: 'callbackWait.phone',
    channel: 'phone',
    unit: 'seconds',
    better: 'lower',
    byContactType: true,
    exists: offersCallbacks,
    rule: 'waiting of reached callbacks / reached callbacks',
    inWords: {
      numerator: 'seconds from joining the queue until the conversation, of callbacks that were reached',
      denominator: 'callbacks that were reached',
      rule: 'Reports that count a callback as no wait hide it; here it stands beside the speed of answer.',
    },
    source,
    numerator: onItsChannel('callbackWaitSeconds'),
    denominator: onItsChannel('callbackReached'),
  },
  {
    id: 'callbackShare.phone',
    channel: 'phone',
    unit: 'fraction',
    better: 'neither',
    byContactType: false,
    exists: offersCallbacks,
    rule: 'accepted / offered',
    inWords: {
      numerator: 'callers who took a callback',
      denominator: 'offered contacts',
      rule: 'Share of the calls that leave the queue for a callback.',
    },
    source,
    numerator: onItsChannel('callbackAccepted'),
    denominator: onItsChannel('offered'),
  },
];
