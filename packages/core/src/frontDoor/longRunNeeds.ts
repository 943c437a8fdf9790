import { daysPer } from '@percall/scenario';
import type { Model } from '../model/model.ts';
import { stepOn, type LeverSteps } from './leverSteps.ts';

/**
 * Expected needs of every interval and queue in one world: the long-run rate, without busyness.
 *
 * volume x needs per typed contact x profile x events x root-cause factor x the channel's share of the needs. [interval][queue], counts per
 * interval.
 */
export function longRunNeeds(out: Float64Array, model: Model, levers: LeverSteps): void {
  const { calendar, contactTypes, queues, inversion } = model;
  queues.forEach(({ contactType }, queue) => {
    const type = contactTypes[contactType]!;
    for (let day = 0; day < calendar.days; day++) {
      const { leaves } = stepOn(levers, day);
      const rootCause = type.rootCauseVolume === null ? 1 : leaves[type.rootCauseVolume]!;
      const scale = leaves[type.volume]! * inversion.needsPerTypedContact[contactType]! * rootCause * shareOfNeeds(model, queue, leaves);
      const factor = scale * eventFactor(type.eventVolume[day]!, leaves);
      for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++)
        out[interval * queues.length + queue] = factor * type.profile[interval]!;
    }
  });
}

/**
 * Share of a contact type's needs that come by a queue's channel: the typed share of its contacts x needs per reported contact of that channel,
 * made 1 in sum over the type's channels.
 */
export function shareOfNeeds({ queues, contactTypes, inversion }: Model, queue: number, leaves: Float64Array): number {
  let all = 0;
  for (const other of contactTypes[queues[queue]!.contactType]!.queues)
    all += leaves[queues[other]!.share]! * inversion.channelWeight[queues[other]!.inverted]!;
  return all > 0 ? (leaves[queues[queue]!.share]! * inversion.channelWeight[queues[queue]!.inverted]!) / all : 0;
}

/** Product of the event multipliers in force on a day. */
export function eventFactor(inForce: readonly number[], leaves: Float64Array): number {
  let factor = 1;
  for (const leaf of inForce) factor *= leaves[leaf]!;
  return factor;
}

/** Typed contacts of a type over the horizon, at the given leaves. */
export const typedContacts = (model: Model, contactType: number, leaves: Float64Array): number =>
  (leaves[model.contactTypes[contactType]!.volume]! * model.calendar.horizonDays) / daysPer[model.period];
