import type { Model, ServiceLevelRule } from '../model/model.ts';
import type { CountField } from './outcome.ts';

/** Counts added up, each with its sign, in this order. */
export type CountSum = readonly (readonly [field: CountField, sign: 1 | -1])[];

export interface CountRatio {
  readonly numerator: CountSum;
  readonly denominator: CountSum;
}

/** Offered contacts that wait on the line: who takes a callback has left it, and is judged by the promise. */
export const asked: CountSum = [
  ['offered', 1],
  ['callbackAccepted', -1],
];

/** Of those, answered by an agent, whether or not anybody spoke. */
export const answered: CountSum = [
  ['handled', 1],
  ['callbackReached', -1],
  ['unresponsive', 1],
];

/**
 * What floors are set on and KPIs show, as sums of counts of one channel. "Answered" in a service-level rule is answered within the threshold T,
 * "short abandoned" is abandoned within T.
 *
 * Source of the rules: the four in use, of which two are g1 and g2 of L'Ecuyer (ContactCenters, performance measures).
 */
export const serviceLevelRatios: Readonly<Record<ServiceLevelRule, CountRatio>> = {
  'answered / offered': { numerator: [['answeredWithinThreshold', 1]], denominator: asked },
  'answered / answered': { numerator: [['answeredWithinThreshold', 1]], denominator: answered },
  'answered / (offered - short abandoned)': {
    numerator: [['answeredWithinThreshold', 1]],
    denominator: [...asked, ['abandonedShort', -1]],
  },
  '(answered + short abandoned) / offered': {
    numerator: [
      ['answeredWithinThreshold', 1],
      ['abandonedShort', 1],
    ],
    denominator: asked,
  },
};

/** The rule in force where no service-level target names another. */
export const defaultServiceLevelRule: ServiceLevelRule = 'answered / offered';

/** The rule in force on a channel: its target's, else answered / offered. */
export const serviceLevelRuleOf = ({ channels, targets }: Model, channel: number): ServiceLevelRule =>
  (channels[channel] === 'chat' ? targets.chat.serviceLevel : targets.serviceLevel)?.rule ?? defaultServiceLevelRule;

export const abandonmentRatio: CountRatio = { numerator: [['abandoned', 1]], denominator: asked };

export const speedOfAnswerRatio: CountRatio = { numerator: [['waitSecondsAnswered', 1]], denominator: answered };

export const firstContactRatio: CountRatio = { numerator: [['resolvedFirst', 1]], denominator: [['handledFirst', 1]] };

export const respondedRatio: CountRatio = { numerator: [['deferredWithinTarget', 1]], denominator: [['offered', 1]] };

export const callbackPromiseRatio: CountRatio = { numerator: [['callbackKept', 1]], denominator: [['callbackAccepted', 1]] };
