import type { Channel } from '@percall/scenario';
import { contactLog } from '../floor/calls/exactFloor.ts';
import { flags, origins, outcomes } from '../floor/calls/contactLog.ts';
import { floorCalendar } from '../floor/calls/floorCalendar.ts';
import type { Model } from '../model/model.ts';
import { createReplicator } from './replicate.ts';
import type { Study } from './study.ts';

/** What became of a contact, and where it came from, by name. */
export type ContactOutcome = keyof typeof outcomes;
export type ContactOrigin = keyof typeof origins;

/** One contact that asked for an agent, or, where lines are limited, for a line. Times in seconds since the start of the horizon; null: it did not happen. */
export interface LoggedContact {
  readonly scenario: string;
  /** Its number among the scenario's contacts. */
  readonly contact: number;
  /** Whose it is: the same key in every scenario. */
  readonly customer: number;
  readonly contactType: string;
  readonly channel: Channel;
  readonly origin: ContactOrigin;
  /** Contacts of the same customer before it. */
  readonly attempt: number;
  /** Number of the contact that it follows from. */
  readonly follows: number | null;
  readonly arrivedSeconds: number;
  /** Until it was first answered, or over. Of who is called back: until the attempt that reached them. */
  readonly waitSeconds: number | null;
  readonly answeredSeconds: number | null;
  readonly endedSeconds: number | null;
  readonly outcome: ContactOutcome;
  /** Whether its need was resolved; null: nobody handled it. */
  readonly resolved: boolean | null;
  /** Whether a callback was offered, and whether it was taken; null: none was offered. */
  readonly callback: 'declined' | 'accepted' | null;
  /** Times that the customer was called back. */
  readonly dialled: number;
  /** Whether the first agent passed it on. */
  readonly transferred: boolean;
  /** Whether nobody spoke. */
  readonly unresponsive: boolean;
  /** Who answered it, or dialled, last. */
  readonly group: string | null;
  readonly agent: number | null;
}

/**
 * Every contact of the horizon in one replication, scenario by scenario, in the order in which they were made: those that come by themselves by
 * time, then those that follow from others. The exact floor runs them, whatever the study's own floor.
 *
 * Throws RangeError where the replication is no whole number from 0 on.
 */
export function* loggedContacts(study: Study, replication: number): Generator<LoggedContact, void, undefined> {
  const replicate = createReplicator({ ...study, floor: 'calls' });
  for (const [index, model] of study.models.entries()) {
    replicate(replication, replication + 1, [index]);
    yield* contactsInLog(model);
  }
}

/** The contacts of the horizon in the world that the exact floor of this thread ran last, which was one of that model. */
export function* contactsInLog(model: Model): Generator<LoggedContact, void, undefined> {
  const { name, queues, contactTypes, channels, groups } = model;
  const { countedFrom, countedTo, horizonStartSeconds } = floorCalendar(model);
  const { count, time, joined, start, end, customer, after, agent, period, asked, group, outcome, origin, attempt, dialled } = contactLog;
  const onClock = (seconds: number): number | null => (seconds >= 0 ? seconds - horizonStartSeconds : null);
  for (let contact = 0; contact < count; contact++) {
    if (period[contact]! < countedFrom || period[contact]! >= countedTo) continue;
    const became = outcomeNames[outcome[contact]!]!;
    const answered = onClock(start[contact]!);
    const ended = onClock(end[contact]!);
    const from = onClock(joined[contact]!);
    const until = answered ?? ended;
    const { contactType, channel } = queues[asked[contact]!]!;
    const has = (flag: number): boolean => (contactLog.flags[contact]! & flag) !== 0;
    yield {
      scenario: name,
      contact,
      customer: customer[contact]! >>> 0,
      contactType: contactTypes[contactType]!.name,
      channel: channels[channel]!,
      origin: originNames[origin[contact]!]!,
      attempt: attempt[contact]!,
      follows: after[contact]! < 0 ? null : after[contact]!,
      arrivedSeconds: time[contact]! - horizonStartSeconds,
      waitSeconds: from === null || until === null ? null : until - from,
      answeredSeconds: answered,
      endedSeconds: ended,
      outcome: became,
      resolved: became === 'handled' && !has(flags.unresponsive) ? has(flags.resolved) : null,
      callback: has(flags.callback) ? 'accepted' : has(flags.callbackOffered) ? 'declined' : null,
      dialled: dialled[contact]!,
      transferred: has(flags.transferred),
      unresponsive: has(flags.unresponsive),
      group: groups[group[contact]!]?.name ?? null,
      agent: agent[contact]! < 0 ? null : agent[contact]!,
    };
  }
}

const namesOf = <Name extends string>(numbers: Readonly<Record<Name, number>>): readonly Name[] =>
  (Object.keys(numbers) as Name[]).sort((a, b) => numbers[a] - numbers[b]);
const outcomeNames = namesOf(outcomes);
const originNames = namesOf(origins);
