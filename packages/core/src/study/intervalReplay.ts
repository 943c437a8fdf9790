import type { Channel } from '@percall/scenario';
import { contactsInLog, type LoggedContact } from './loggedContacts.ts';
import { createReplicator } from './replicate.ts';
import type { Study } from './study.ts';

/** A time of day on a weekday, and which of the days of the horizon that have it: 0 is the first. */
export interface ReplayedDay {
  /** 0 = Monday. */
  readonly weekday: number;
  /** Interval of the day from midnight. */
  readonly slot: number;
  readonly occurrence: number;
}

/** One interval of one future, call by call. */
export interface IntervalReplay {
  readonly scenario: string;
  readonly channel: Channel;
  readonly replication: number;
  /** Civil days since the start of the horizon. */
  readonly dayOffset: number;
  /** Seconds since the start of the horizon. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Contacts of the channel that came before its end and were not over at its start, by arrival. */
  readonly contacts: readonly LoggedContact[];
}

export interface IntervalReplayer {
  /** Runs one future on the exact floor. Inside `untilPaused` it may be left in the middle, and goes on when it is called again. */
  readonly run: (replication: number) => void;
  /** What the last run has of an interval. Throws RangeError where the horizon has none such. */
  readonly replay: (of: ReplayedDay) => IntervalReplay;
}

/**
 * Shows a future of one scenario call by call, whatever the study's own floor: the same customers, who call at the same time and mean to wait as long, in every
 * scenario.
 *
 * @param index the scenario, by its place in the study
 */
export function createIntervalReplay(study: Study, index: number, channel: Channel): IntervalReplayer {
  const model = study.models[index];
  if (model === undefined) throw new RangeError(`A study of ${study.models.length} models has no model ${index}.`);
  const replicate = createReplicator({ ...study, floor: 'calls', days: 'all' });
  const { days, firstInterval, weekday, slot, dayOffset, intervalSeconds } = model.calendar;
  let replication = 0;
  /** Copied out of the log, which the next world of this thread takes. */
  let contacts: readonly LoggedContact[] = [];

  /** Days of the horizon that have the interval open. */
  const daysWith = (of: ReplayedDay): readonly number[] =>
    Array.from({ length: days }, (_, day) => day).filter(
      (day) => weekday[day] === of.weekday && slot.subarray(firstInterval[day], firstInterval[day + 1]).includes(of.slot),
    );

  return {
    run: (next) => {
      replicate(next, next + 1, [index]);
      replication = next;
      contacts = [...contactsInLog(model)].filter((contact) => contact.channel === channel);
    },
    replay: (of) => {
      const day = daysWith(of)[of.occurrence];
      if (day === undefined) throw new RangeError(`The horizon has no such interval: ${JSON.stringify(of)}.`);
      const fromSeconds = dayOffset[day]! * 86_400 + of.slot * intervalSeconds;
      const toSeconds = fromSeconds + intervalSeconds;
      return {
        scenario: model.name,
        channel,
        replication,
        dayOffset: dayOffset[day]!,
        fromSeconds,
        toSeconds,
        contacts: contacts
          .filter(({ arrivedSeconds, endedSeconds }) => arrivedSeconds < toSeconds && (endedSeconds ?? Infinity) > fromSeconds)
          .sort((a, b) => a.arrivedSeconds - b.arrivedSeconds || a.contact - b.contact),
      };
    },
  };
}
