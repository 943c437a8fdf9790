import type { LoggedContact } from '@percall/core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventAfter, eventsOf, momentAt, queueOf, summaryOf } from '../src/charts/replay.ts';

let numbered = 0;
const contact = (parts: Partial<LoggedContact>): LoggedContact => ({
  scenario: 'baseline',
  contact: numbered++,
  customer: 1,
  contactType: 'service',
  channel: 'phone',
  origin: 'need',
  attempt: 0,
  follows: null,
  arrivedSeconds: 0,
  waitSeconds: null,
  answeredSeconds: null,
  endedSeconds: null,
  outcome: 'handled',
  resolved: true,
  callback: null,
  dialled: 0,
  transferred: false,
  unresponsive: false,
  group: 'team',
  agent: 0,
  ...parts,
});

/** An interval from 1,000 s to 1,100 s: one who is with an agent as it begins, one answered after a wait, one who hangs up, one who still waits. */
const calls = callsOf({
  fromSeconds: 1000,
  contacts: [
    contact({ arrivedSeconds: 900, waitSeconds: 0, answeredSeconds: 900, endedSeconds: 1020 }),
    contact({ arrivedSeconds: 1000, waitSeconds: 20, answeredSeconds: 1030, endedSeconds: 1200 }),
    contact({ arrivedSeconds: 1015, waitSeconds: 40, endedSeconds: 1055, outcome: 'abandoned' }),
    contact({ arrivedSeconds: 1090, outcome: 'waiting' }),
  ],
});

describe('a replay', () => {
  it('shows who waits and who is with an agent at a moment, and what has happened since the beginning', () => {
    expect(momentAt(calls, 0)).toEqual({ waiting: 0, withAgents: 1, answered: 0, abandoned: 0 });
    // The second spent ten seconds in the IVR.
    expect(momentAt(calls, 16)).toEqual({ waiting: 2, withAgents: 1, answered: 0, abandoned: 0 });
    expect(momentAt(calls, 30)).toEqual({ waiting: 1, withAgents: 1, answered: 1, abandoned: 0 });
    expect(momentAt(calls, 60)).toEqual({ waiting: 0, withAgents: 1, answered: 1, abandoned: 1 });
    expect(momentAt(calls, 100)).toEqual({ waiting: 1, withAgents: 1, answered: 1, abandoned: 1 });
  });

  it('steps from event to event, and draws the queue by them', () => {
    const events = eventsOf(calls, 100);
    expect(events).toEqual([0, 10, 15, 20, 30, 55, 90, 100]);
    expect(eventAfter(events, 15)).toBe(20);
    expect(eventAfter(events, 16.2)).toBe(20);
    expect(eventAfter(events, 100)).toBe(100);
    expect(queueOf(calls, events).map(({ waiting }) => waiting)).toEqual([0, 1, 2, 2, 1, 0, 1, 1]);
  });

  it('sums up those who came in the interval', () => {
    expect(summaryOf(calls, 100)).toEqual({ calls: 3, waited: 2, longestSeconds: 40, abandoned: 1 });
    expect(summaryOf([], 100)).toEqual({ calls: 0, waited: 0, longestSeconds: 0, abandoned: 0 });
  });
});
