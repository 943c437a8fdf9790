import { daysPer } from '@percall/scenario';
import type { Model } from '../model/model.ts';

/**
 * Expected needs of every interval and contact type in one world: the long-run rate, without busyness.
 *
 * volume x needs per typed contact x profile x events x root-cause factor. [interval][contactType], counts per interval.
 */
export function longRunNeeds(out: Float64Array, model: Model, leaves: Float64Array): void {
  const { calendar, contactTypes, inversion } = model;
  const types = contactTypes.length;
  contactTypes.forEach((type, index) => {
    const rootCause = type.rootCauseVolume === null ? 1 : leaves[type.rootCauseVolume]!;
    const scale = leaves[type.volume]! * inversion.needsPerTypedContact[index]! * rootCause;
    for (let day = 0; day < calendar.days; day++) {
      const factor = scale * eventFactor(type.eventVolume[day]!, leaves);
      for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++)
        out[interval * types + index] = factor * type.profile[interval]!;
    }
  });
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
