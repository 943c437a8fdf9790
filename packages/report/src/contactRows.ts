import type { LoggedContact } from '@percall/core';
import { midnightOf } from './wallClock.ts';

/** One contact of a log, as a row of data: moments by the wall clock of the centre, durations in seconds. */
export const contactColumns = [
  'scenario',
  'contact',
  'customer',
  'contactType',
  'channel',
  'origin',
  'attempt',
  'follows',
  'arrived',
  'waitSeconds',
  'outcome',
  'resolved',
  'callback',
  'dialled',
  'transferred',
  'unresponsive',
  'group',
  'agent',
  'answered',
  'ended',
] as const;

export type ContactRow = Readonly<Record<(typeof contactColumns)[number], string | number | boolean | null>>;

/**
 * The rows of logged contacts.
 *
 * @param start first day of the horizon, YYYY-MM-DD: 0 seconds is its midnight
 */
export function* contactRows(contacts: Iterable<LoggedContact>, start: string): Generator<ContactRow, void, undefined> {
  const midnight = midnightOf(start, 0);
  const moment = (seconds: number | null): string | null =>
    seconds === null ? null : new Date(midnight + Math.round(seconds * 1000)).toISOString().slice(0, -1);
  for (const { arrivedSeconds, answeredSeconds, endedSeconds, waitSeconds, ...contact } of contacts)
    yield {
      scenario: contact.scenario,
      contact: contact.contact,
      customer: contact.customer,
      contactType: contact.contactType,
      channel: contact.channel,
      origin: contact.origin,
      attempt: contact.attempt,
      follows: contact.follows,
      arrived: moment(arrivedSeconds),
      waitSeconds: waitSeconds === null ? null : Math.round(waitSeconds * 1000) / 1000,
      outcome: contact.outcome,
      resolved: contact.resolved,
      callback: contact.callback,
      dialled: contact.dialled,
      transferred: contact.transferred,
      unresponsive: contact.unresponsive,
      group: contact.group,
      agent: contact.agent,
      answered: moment(answeredSeconds),
      ended: moment(endedSeconds),
    };
}
