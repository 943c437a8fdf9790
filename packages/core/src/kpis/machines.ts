import type { KpiDefinition } from './definition.ts';
import { onAllChannels, onItsChannel } from './sums.ts';

const contained = onAllChannels('contained');
const solved = onAllChannels('selfServiceSolved');
const returned = onAllChannels('selfServiceReturned');

/** A rate of first calls at the IVR, not of contacts saved. */
export const containment: KpiDefinition = {
  id: 'containment.phone',
  channel: 'phone',
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  rule: 'contained / entered the IVR',
  inWords: {
    numerator: 'IVR sessions that ended with the matter served and no agent',
    denominator: 'needs that entered the IVR: first calls; redials and repeats pass it again and are not counted',
    rule: 'Containment is not deflection; callers who hang up are not contained.',
  },
  source: 'common IVR report',
  numerator: onItsChannel('contained'),
  denominator: onItsChannel('ivrEntered'),
};

export const deflection: KpiDefinition = {
  id: 'deflection',
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  rule: '(self-served + contained - returned) / needs',
  inWords: {
    numerator: 'needs served by self-service or contained in the IVR, less those that came back to an agent within 72 hours',
    denominator: 'needs',
    rule: 'Assisted contacts avoided: each need counts once; hang-ups and customers who return are not avoided contacts.',
  },
  source: 'deflection as assisted contacts avoided, apart from containment',
  numerator: (input, contactType, channel) =>
    solved(input, contactType, channel) - returned(input, contactType, channel) + contained(input, contactType, channel),
  denominator: onAllChannels('needs'),
};

export const selfServiceCompletion: KpiDefinition = {
  id: 'selfService.completion',
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  rule: '(solved - returned) / tried',
  inWords: {
    numerator: 'self-service sessions that ended solved, less those whose customer came back to an agent within 72 hours',
    denominator: 'self-service sessions',
    rule: 'Completion means that the need is resolved; a session that merely ended is not complete.',
  },
  source: 'self-service completion, at most containment',
  numerator: (input, contactType, channel) => solved(input, contactType, channel) - returned(input, contactType, channel),
  denominator: onAllChannels('selfServiceTried'),
};
