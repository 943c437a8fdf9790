import { parseScenario, presetText, type Channel } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  compileStudy,
  countIndex,
  createIntervalProfiler,
  createIntervalReplay,
  liveChannels,
  loggedContacts,
  replicate,
  totalsLayout,
  type CountField,
  type Study,
} from '../../src/index.ts';

const futures = 8;

function studyOf(preset: string, floor: Study['floor'] = 'erlang'): Study {
  const parsed = parseScenario(presetText(preset)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileStudy(parsed.document, { floor, replications: 64 });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

function profileOf(study: Study, index: number, count = futures, channel: Channel = 'phone') {
  const profiler = createIntervalProfiler(study, index, channel);
  for (let replication = 0; replication < count; replication++) profiler.run(replication);
  return profiler.profile();
}

/** Sum of a count over contact types, on one channel, over all futures. */
function total(study: Study, index: number, field: CountField, count = futures, channel: Channel = 'phone'): number {
  const { totals } = replicate({ ...study, days: 'all' }, 0, count);
  const layout = totalsLayout(study.models[index]!);
  const place = study.models[index]!.channels.indexOf(channel);
  let sum = 0;
  for (let replication = 0; replication < count; replication++)
    for (let contactType = 0; contactType < layout.contactTypes; contactType++)
      sum += totals[index]![replication * layout.length + countIndex(layout, field, contactType, place)]!;
  return sum;
}

describe('a profile by weekday and time of day', () => {
  const bank = studyOf('bank-ivr-verification');

  it.each([0, 1, 4])('adds up to the totals of the study, scenario %i', (index) => {
    const { cells, replications } = profileOf(bank, index);
    const offered = cells.reduce((sum, cell) => sum + cell.offered * cell.days * replications, 0);
    expect(offered).toBeCloseTo(total(bank, index, 'offered'), 3);
    const { firstInterval, days, weekday, slot } = bank.models[index]!.calendar;
    // Every open interval of the horizon is of one cell.
    expect(cells.reduce((sum, cell) => sum + cell.days, 0)).toBe(firstInterval[days]);
    expect(new Set(cells.map((cell) => cell.weekday))).toEqual(new Set(weekday));
    expect(Math.min(...cells.map((cell) => cell.slot))).toBe(Math.min(...slot));
  });

  it('has a load of work per second, and more agents where there is more of it', () => {
    const { cells, intervalSeconds } = profileOf(bank, 0);
    const work = total(bank, 0, 'workSeconds') / total(bank, 0, 'handled');
    for (const { offered, loadErlangs, agents } of cells) {
      // The two contact types differ in handle time and come at the same times.
      expect(loadErlangs).toBeGreaterThan(((offered * work) / intervalSeconds) * 0.97);
      expect(loadErlangs).toBeLessThan(((offered * work) / intervalSeconds) * 1.03);
      expect(agents).toBeGreaterThan(loadErlangs!);
    }
    const busiest = cells.reduce((most, cell) => (cell.offered > most.offered ? cell : most));
    expect(busiest.weekday).toBe(0);
    expect(busiest.agents).toBe(Math.max(...cells.map(({ agents }) => agents)));
  });

  it('is missed more often and waits longer with fewer agents: the roster of another scenario', () => {
    const telecom = studyOf('telecom-peak');
    const locked = telecom.models.findIndex(({ response }) => response === 'locked');
    const replanned = telecom.models.findIndex(({ response }, index) => index > 0 && response === 're-plan');
    const [short, staffed] = [profileOf(telecom, locked), profileOf(telecom, replanned)];
    expect(short.target).toEqual({ atLeast: 0.8, withinSeconds: 20 });
    const mean = (of: typeof short, value: (cell: (typeof short.cells)[number]) => number | null): number =>
      of.cells.reduce((sum, cell) => sum + (value(cell) ?? 0), 0) / of.cells.length;
    expect(mean(short, ({ missedFraction }) => missedFraction)).toBeGreaterThan(2 * mean(staffed, ({ missedFraction }) => missedFraction));
    expect(mean(short, ({ waitSeconds }) => waitSeconds)).toBeGreaterThan(mean(staffed, ({ waitSeconds }) => waitSeconds));
    // Its agents are the baseline's, future by future.
    expect(short.cells.map(({ agents }) => agents)).toEqual(profileOf(telecom, 0).cells.map(({ agents }) => agents));
  });

  it('of the exact floor judges what came about', () => {
    const desk = studyOf('it-help-desk', 'calls');
    const { cells, floor, replications } = profileOf(desk, 0, 2);
    expect([floor, replications]).toEqual(['calls', 2]);
    expect(cells.reduce((sum, cell) => sum + cell.offered * cell.days * 2, 0)).toBe(total(desk, 0, 'offered', 2));
    const missed = cells.flatMap(({ missedFraction }) => (missedFraction === null ? [] : [missedFraction]));
    expect(missed.some((share) => share > 0)).toBe(true);
    expect(missed.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('of each channel adds up to the totals of that channel, and is judged by its own target', () => {
    const retailer = studyOf('retailer-callbacks');
    expect(liveChannels(retailer.models[0]!)).toEqual(['phone', 'chat']);
    const profiles = (['phone', 'chat'] as const).map((channel) => {
      const profile = profileOf(retailer, 0, 2, channel);
      const offered = profile.cells.reduce((sum, cell) => sum + cell.offered * cell.days * 2, 0);
      expect(offered).toBeCloseTo(total(retailer, 0, 'offered', 2, channel), 3);
      return profile;
    });
    expect(profiles.map(({ channel, target }) => [channel, target?.withinSeconds])).toEqual([
      ['phone', 20],
      ['chat', 60],
    ]);
    // Twin: what chats come to is not what calls come to.
    expect(total(retailer, 0, 'offered', 2, 'chat')).not.toBeCloseTo(total(retailer, 0, 'offered', 2), 0);
  });

  it('is of channels that somebody waits on', () => {
    expect(liveChannels(bank.models[0]!)).toEqual(['phone']);
    expect(() => createIntervalProfiler(bank, 0, 'chat')).toThrow(RangeError);
    expect(() => createIntervalProfiler(bank, 9, 'phone')).toThrow(RangeError);
  });
});

describe('a replay of an interval', () => {
  const desk = studyOf('it-help-desk');
  const replayer = createIntervalReplay(desk, 1, 'phone');
  replayer.run(3);
  const day = { weekday: 1, slot: 20, occurrence: 2 };

  it('has the calls of the log that were there at some moment of it, and no others', () => {
    const { fromSeconds, toSeconds, dayOffset, contacts, scenario } = replayer.replay(day);
    const { calendar, name } = desk.models[1]!;
    expect(scenario).toBe(name);
    expect(toSeconds - fromSeconds).toBe(calendar.intervalSeconds);
    expect(fromSeconds).toBe(dayOffset * 86_400 + 20 * calendar.intervalSeconds);
    const there = [...loggedContacts({ ...desk, models: desk.models.slice(0, 2) }, 3)].filter(
      (contact) =>
        contact.scenario === name &&
        contact.channel === 'phone' &&
        contact.arrivedSeconds < toSeconds &&
        (contact.endedSeconds === null || contact.endedSeconds > fromSeconds),
    );
    expect(contacts.length).toBeGreaterThan(0);
    expect(new Set(contacts.map(({ contact }) => contact))).toEqual(new Set(there.map(({ contact }) => contact)));
    expect(contacts.map(({ arrivedSeconds }) => arrivedSeconds)).toEqual(
      contacts.map(({ arrivedSeconds }) => arrivedSeconds).sort((a, b) => a - b),
    );
  });

  it('of chats has the chats of the log, and no calls', () => {
    const retailer = studyOf('retailer-callbacks');
    const chats = createIntervalReplay(retailer, 0, 'chat');
    chats.run(1);
    const { fromSeconds, toSeconds, contacts } = chats.replay({ weekday: 2, slot: 30, occurrence: 0 });
    const logged = [...loggedContacts({ ...retailer, models: retailer.models.slice(0, 1) }, 1)].filter(
      ({ channel, arrivedSeconds, endedSeconds }) =>
        channel === 'chat' && arrivedSeconds < toSeconds && (endedSeconds ?? Infinity) > fromSeconds,
    );
    expect(contacts.length).toBeGreaterThan(10);
    expect(new Set(contacts.map(({ contact }) => contact))).toEqual(new Set(logged.map(({ contact }) => contact)));
  });

  it('refuses an interval that the horizon lacks', () => {
    expect(() => replayer.replay({ ...day, occurrence: 99 })).toThrow(RangeError);
    expect(() => replayer.replay({ ...day, slot: 0, weekday: 6 })).toThrow(RangeError);
  });
});
