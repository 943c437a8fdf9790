import type { IntervalReplay, LoggedContact } from '@percall/core';

/** A contact on the clock of its interval: seconds since that began; below 0: before it. Infinity: not in the future that was run. */
export interface ReplayedCall {
  readonly contact: LoggedContact;
  /** When it joined the queue. */
  readonly queued: number;
  /** When it left the queue, to an agent or for good. */
  readonly left: number;
  /** When an agent had it; null: none did. */
  readonly answered: number | null;
  readonly ended: number;
}

/** What can be seen at one moment, and what has been seen since the interval began. */
export interface Moment {
  readonly waiting: number;
  readonly withAgents: number;
  readonly answered: number;
  readonly abandoned: number;
}

export function callsOf({ contacts, fromSeconds }: Pick<IntervalReplay, 'contacts' | 'fromSeconds'>): readonly ReplayedCall[] {
  const at = (seconds: number | null): number => (seconds === null ? Infinity : seconds - fromSeconds);
  return contacts.map((contact) => {
    const left = Math.min(at(contact.answeredSeconds), at(contact.endedSeconds));
    return {
      contact,
      left,
      // Where nobody knows how long it waits it has not left yet.
      queued: contact.waitSeconds === null ? at(contact.arrivedSeconds) : left - contact.waitSeconds,
      answered: contact.answeredSeconds === null ? null : at(contact.answeredSeconds),
      ended: at(contact.endedSeconds),
    };
  });
}

export function momentAt(calls: readonly ReplayedCall[], seconds: number): Moment {
  let [waiting, withAgents, answeredSince, abandoned] = [0, 0, 0, 0];
  for (const { queued, left, answered, ended, contact } of calls) {
    if (queued <= seconds && left > seconds) waiting += 1;
    if (answered !== null && answered <= seconds && ended > seconds) withAgents += 1;
    if (answered !== null && answered >= 0 && answered <= seconds) answeredSince += 1;
    if (contact.outcome === 'abandoned' && ended >= 0 && ended <= seconds) abandoned += 1;
  }
  return { waiting, withAgents, answered: answeredSince, abandoned };
}

/** Moments of the interval at which something happens, in order, its beginning and its end among them. */
export function eventsOf(calls: readonly ReplayedCall[], length: number): readonly number[] {
  const times = calls.flatMap(({ queued, left, ended }) => [queued, left, ended]).filter((time) => time > 0 && time < length);
  return [...new Set([0, ...times, length])].sort((a, b) => a - b);
}

/** The first event after a moment; the last one where there is none. */
export const eventAfter = (events: readonly number[], seconds: number): number => events.find((time) => time > seconds) ?? events.at(-1)!;

/** How many wait from each event on. */
export const queueOf = (
  calls: readonly ReplayedCall[],
  events: readonly number[],
): readonly { readonly at: number; readonly waiting: number }[] => events.map((at) => ({ at, waiting: momentAt(calls, at).waiting }));

/** Contacts that waited longer than this did wait: an agent who is free takes a call at once. */
const momentSeconds = 0.5;

export interface ReplaySummary {
  readonly calls: number;
  readonly waited: number;
  readonly longestSeconds: number;
  readonly abandoned: number;
}

/** Of the contacts that joined the queue in the interval. */
export function summaryOf(calls: readonly ReplayedCall[], length: number): ReplaySummary {
  const own = calls.filter(({ queued }) => queued >= 0 && queued < length);
  const waits = own.map(({ queued, left }) => left - queued).filter((wait) => wait > momentSeconds && wait < Infinity);
  return {
    calls: own.length,
    waited: waits.length,
    longestSeconds: Math.max(0, ...waits),
    abandoned: own.filter(({ contact }) => contact.outcome === 'abandoned').length,
  };
}
