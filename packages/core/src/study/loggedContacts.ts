import { contactLog } from '../floor/calls/exactFloor.ts';
import { flags, origins, outcomes } from '../floor/calls/contactLog.ts';
import { floorCalendar } from '../floor/calls/floorCalendar.ts';
import { createReplicator } from './replicate.ts';
import type { Study } from './study.ts';

/** What became of a contact, and where it came from, by name. */
export type ContactOutcome = keyof typeof outcomes;
export type ContactOrigin = keyof typeof origins;

/** One contact that asked for an agent. Times in seconds since the start of the horizon; null: it did not happen. */
export interface LoggedContact {
  readonly scenario: string;
  /** Its number among the scenario's contacts. */
  readonly contact: number;
  /** Whose it is: the same key in every scenario. */
  readonly customer: number;
  readonly contactType: string;
  readonly origin: ContactOrigin;
  /** Contacts of the same customer before it. */
  readonly attempt: number;
  /** Number of the contact that it follows from. */
  readonly follows: number | null;
  readonly arrivedSeconds: number;
  /** Until it was answered, or over. */
  readonly waitSeconds: number | null;
  readonly answeredSeconds: number | null;
  readonly endedSeconds: number | null;
  readonly outcome: ContactOutcome;
  /** Whether its need was resolved; null: nobody handled it. */
  readonly resolved: boolean | null;
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
  for (const [model, { name, contactTypes, groups, calendar }] of study.models.entries()) {
    replicate(replication, replication + 1, [model]);
    const { countedFrom, countedTo } = floorCalendar(calendar);
    const { count, time, joined, start, end, customer, after, agent, period, asked, group, outcome, origin, attempt } = contactLog;
    const onClock = (seconds: number): number | null => (seconds >= 0 ? seconds - warmUpSeconds : null);
    for (let contact = 0; contact < count; contact++) {
      if (period[contact]! < countedFrom || period[contact]! >= countedTo) continue;
      const became = outcomeNames[outcome[contact]!]!;
      const answered = onClock(start[contact]!);
      const ended = onClock(end[contact]!);
      const from = onClock(joined[contact]!);
      const until = answered ?? ended;
      yield {
        scenario: name,
        contact,
        customer: customer[contact]! >>> 0,
        contactType: contactTypes[asked[contact]!]!.name,
        origin: originNames[origin[contact]!]!,
        attempt: attempt[contact]!,
        follows: after[contact]! < 0 ? null : after[contact]!,
        arrivedSeconds: time[contact]! - warmUpSeconds,
        waitSeconds: from === null || until === null ? null : until - from,
        answeredSeconds: answered,
        endedSeconds: ended,
        outcome: became,
        resolved: became === 'handled' ? (contactLog.flags[contact]! & flags.resolved) !== 0 : null,
        group: groups[group[contact]!]?.name ?? null,
        agent: agent[contact]! < 0 ? null : agent[contact]!,
      };
    }
  }
}

/** The clock of the floor starts with the warm-up week. */
const warmUpSeconds = 7 * 86_400;

const namesOf = <Name extends string>(numbers: Readonly<Record<Name, number>>): readonly Name[] =>
  (Object.keys(numbers) as Name[]).sort((a, b) => numbers[a] - numbers[b]);
const outcomeNames = namesOf(outcomes);
const originNames = namesOf(origins);
