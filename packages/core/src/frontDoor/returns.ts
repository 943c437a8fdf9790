import { expm1 } from '@percall/numeric';
import type { FrontDoor } from '../frontDoor/frontDoor.ts';

/** Mean days until a customer of self-service who comes back does so: uniform over 72 hours. */
export const selfServiceReturnDays = 1.5;

/** Share of those about to come back who do so within `days`, at a mean delay of `mean` days: exponential. */
export const comingBack = (days: number, mean: number): number => (mean > 0 ? -expm1(-days / mean) : 1);

/**
 * Repeats per day when as many come back as are created and nobody abandons: handled = (offered + returners) / (1 - returning), of
 * which the share `returning` comes back.
 */
export function stationaryRepeats(needsPerDay: number, door: FrontDoor, returning: number): number {
  const first = needsPerDay * (door.offered + door.selfServiceReturned);
  return returning < 1 ? (first * returning) / (1 - returning) : first;
}

/**
 * Mean handle time in seconds of all that ask for an agent in the long run: first contacts, their repeats and self-service's returners, in the
 * proportions of `stationaryRepeats`. Repeats may take longer than first contacts, so a plan for first contacts alone is short.
 */
export function longRunHandleSeconds(door: FrontDoor, returning: number): number {
  const repeats = stationaryRepeats(1, door, returning);
  const contacts = door.offered + repeats + door.selfServiceReturned;
  const work =
    door.offered * door.handleSeconds + repeats * door.repeatHandleSeconds + door.selfServiceReturned * door.returnedHandleSeconds;
  return contacts > 0 ? work / contacts : door.handleSeconds;
}
