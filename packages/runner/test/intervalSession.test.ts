import { createIntervalProfiler, createIntervalReplay, type ReplayedDay } from '@percall/core';
import { describe, expect, it } from 'vitest';
import {
  compile,
  createIntervalSession,
  inLineIntervals,
  profileReplications,
  ScenarioRefused,
  type IntervalWorker,
} from '../src/index.ts';
import { IntervalService } from '../src/intervalService.ts';
import { smallDocument } from './support/documents.ts';

const document = smallDocument();
const day: ReplayedDay = { weekday: 2, slot: 20, occurrence: 0 };

/** What crosses to a worker and back is cloned, as it would be. */
function cloning(): IntervalWorker {
  const service = new IntervalService();
  return {
    service: {
      profile: async (order) => structuredClone(await service.profile(structuredClone(order))),
      replay: async (order) => structuredClone(await service.replay(structuredClone(order))),
      cancel: (run) => service.cancel(run),
    },
    failed: new Promise<never>(() => {}),
    terminate: () => {},
  };
}

describe.each([
  ['in line', inLineIntervals],
  ['everything cloned', () => createIntervalSession(cloning)],
])('a session about intervals, %s', (_, open) => {
  it('profiles a scenario as the engine does', async () => {
    const session = open();
    const { study } = compile(document, { floor: 'erlang' });
    const profiler = createIntervalProfiler(study, 2, 'phone');
    const count = profileReplications(study, 2);
    for (let replication = 0; replication < count; replication++) profiler.run(replication);
    expect(await session.profile(document, 2)).toEqual(profiler.profile());
    session.close();
  });

  it('replays an interval of a future, and others of it', async () => {
    const session = open();
    const { study } = compile(document, { floor: 'erlang' });
    const replayer = createIntervalReplay(study, 1, 'phone');
    replayer.run(5);
    const first = await session.replay(document, 1, { replication: 5, day });
    expect(first).toEqual(replayer.replay(day));
    expect(first!.contacts.length).toBeGreaterThan(0);
    const later = { ...day, slot: 25 };
    expect(await session.replay(document, 1, { replication: 5, day: later })).toEqual(replayer.replay(later));
    // Another document is another future, though of the same number.
    const busier = smallDocument({ 'contactTypes.service.volume': '6k' });
    expect((await session.replay(busier, 1, { replication: 5, day }))!.contacts.length).toBeGreaterThan(first!.contacts.length);
    session.close();
  });

  it('lets the newest question win, and a signal end one', async () => {
    const session = open();
    const older = expect(session.profile(document, 0)).rejects.toMatchObject({ name: 'AbortError' });
    const newer = session.profile(document, 1);
    await older;
    expect((await newer)!.scenario).toBe('Verified');
    const controller = new AbortController();
    const stopped = session.replay(document, 0, { replication: 1, day, signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
    expect((await session.replay(document, 0, { replication: 1, day }))!.replication).toBe(1);
    session.close();
  });

  it('takes the exact floor where the instant one does not take the document', async () => {
    const session = open();
    const impatient = smallDocument({
      'contactTypes.service.volume': '200',
      'contactTypes.service.patience.phone': { mean: '3 min', family: 'deterministic' },
    });
    expect(await session.profile(impatient, 0)).toMatchObject({ floor: 'calls' });
    session.close();
  });

  it('refuses what is not there', async () => {
    const session = open();
    await expect(session.profile(document, 7)).rejects.toThrow(/4 scenarios/);
    await expect(session.replay(document, 0, { replication: 0, day: { ...day, weekday: 6 } })).rejects.toThrow(/no such interval/);
    await expect(session.profile({ ...document, currency: 'nothing' }, 0)).rejects.toThrow(ScenarioRefused);
    session.close();
  });
});

it('a worker that is gone is replaced for the next question', async () => {
  let started = 0;
  const session = createIntervalSession(() => {
    started += 1;
    if (started > 1) return cloning();
    const never = new Promise<never>(() => {});
    return {
      service: { profile: () => never, replay: () => never, cancel: () => {} },
      failed: Promise.reject(new Error('out of memory')),
      terminate: () => {},
    };
  });
  await expect(session.profile(document, 0)).rejects.toThrow('out of memory');
  expect((await session.profile(document, 0))!.scenario).toBe('baseline');
  expect(started).toBe(2);
});

it('profiles fewer futures where each takes longer, in eights', () => {
  const of = (weeks: number, floor: 'erlang' | 'calls') => {
    const { study } = compile({ ...document, horizon: { start: '2026-01-05', weeks }, replications: 4096 }, { floor });
    return profileReplications(study, 0);
  };
  expect([of(1, 'erlang'), of(1, 'calls')]).toEqual([256, 88]);
  expect(of(52, 'erlang')).toBeLessThan(256);
  expect(of(52, 'erlang') % 8).toBe(0);
  expect(of(52, 'calls')).toBe(8);
});
