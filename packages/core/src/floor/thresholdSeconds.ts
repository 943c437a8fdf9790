import type { Model } from '../model/model.ts';

/** Threshold of the service level where no target names one. */
const customarySeconds = 20;

/** Within how many seconds a contact is answered in time, by phone or chat, on either floor. */
export function thresholdSeconds({ targets }: Model, leaves: Float64Array, channel: 'phone' | 'chat' = 'phone'): number {
  const serviceLevel = channel === 'phone' ? targets.serviceLevel : targets.chat.serviceLevel;
  return serviceLevel ? leaves[serviceLevel.withinSeconds]! : customarySeconds;
}
