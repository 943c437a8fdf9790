import { daysSinceOpen } from '../../frontDoor/returns.ts';
import type { ModelCalendar } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { countField, type Outcome } from '../outcome.ts';
import { attempting, type Arrivals } from './arrivals.ts';
import type { DeferredWork } from './deferredWork.ts';
import type { Line } from './line.ts';
import type { Team } from './teams.ts';

const secondsPerDay = 86_400;

/** Seconds from the end of an interval, the last before a closing, until the centre opens again; after the horizon, as before its first day. */
export function closedSeconds(calendar: ModelCalendar, day: number, now: number): number {
  const { intervalSeconds, slot, dayOffset, firstInterval, days } = calendar;
  const next = now + 1;
  if (next < firstInterval[day + 1]!) return (slot[next]! - slot[now]! - 1) * intervalSeconds;
  const later = day + 1 < days ? dayOffset[day + 1]! - dayOffset[day]! : daysSinceOpen(calendar, 0);
  return later * secondsPerDay + (slot[day + 1 < days ? next : 0]! - slot[now]! - 1) * intervalSeconds;
}

/**
 * Who is to be called back when the centre closes waits until it opens again: as many as take one in the time until an attempt (Little), and for the
 * next attempt too. What a backlog leaves over night is known from its own times.
 */
export function callbacksWaitOvernight(
  { counts, shape }: Outcome,
  arrivals: Arrivals,
  work: DeferredWork,
  lineOf: (queue: number) => Line,
  { model }: FloorInput,
  team: Team,
  now: number,
  night: number,
): void {
  if (model.callback === null) return;
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  const length = model.calendar.intervalSeconds;
  for (const queue of team.phone) {
    const { callbacks, blocked } = lineOf(queue);
    const each =
      (callbacks.keepsPlace ? callbacks.waitSeconds : work.chanceSeconds) + (1 - callbacks.reached) * callbacks.retryAfterSeconds;
    const { contactType, channel } = model.queues[queue]!;
    const here = (now * shape.contactTypes + contactType) * shape.channels + channel;
    const contacts = attempting(arrivals, queue);
    const accepted = contacts * (1 - blocked) * callbacks.accepted;
    const reached = accepted * Math.min(1, each / length) * callbacks.reachedEach;
    counts[countField.callbackWaitSeconds * cells + here]! += reached * night;
    if (night > callbacks.promiseSeconds)
      counts[countField.callbackKept * cells + here] = Math.max(0, counts[countField.callbackKept * cells + here]! - reached);
  }
}

/** Who waits for an answer by chance when the centre closes waits until it opens again: as many as arrive in that time (Little). */
export function lettersWaitOvernight(
  { counts, shape }: Outcome,
  work: DeferredWork,
  { model, world: { leaves } }: FloorInput,
  team: Team,
  now: number,
  night: number,
): void {
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  const length = model.calendar.intervalSeconds;
  for (const queue of team.deferred) {
    const { contactType, channel } = model.queues[queue]!;
    const here = (now * shape.contactTypes + contactType) * shape.channels + channel;
    const waiting = counts[countField.handled * cells + here]! * Math.min(1, work.chanceSeconds / length);
    counts[countField.waitSecondsAnswered * cells + here]! += waiting * night;
    counts[countField.waitSecondsAll * cells + here]! += waiting * night;
    const { within, clock } = model.due[channel]!;
    if (clock && night > leaves[within]!)
      counts[countField.deferredWithinTarget * cells + here] = Math.max(
        0,
        counts[countField.deferredWithinTarget * cells + here]! - waiting,
      );
  }
}
