import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { flags, outcomes } from '../../../src/floor/calls/contactLog.ts';
import { documentWith } from '../../support/document.ts';
import { byHand, counted, type Agents, type Told } from './centres.ts';

const one: Agents = () => 1;
const day = 86_400;
/** 08:00 to 18:00. */
const closes = 10 * 3600;

/** Two days of the plain line on which nobody comes back. */
const quiet = { 'contactTypes.service.firstContactResolution.value': '100%' } as const;
const lineWith = (changes: Readonly<Record<string, Json>> = {}, topLevel: Readonly<Record<string, Json>> = {}) =>
  documentWith({ ...quiet, ...changes }, topLevel);

/** The plain line, its contacts coming by other channels too. */
const channels = (others: Readonly<Record<string, Json>>, changes: Readonly<Record<string, Json>> = {}) =>
  lineWith({
    'contactTypes.service.channels': { phone: '50%', ...Object.fromEntries(Object.keys(others).map((name) => [name, '50%'])) },
    ...Object.fromEntries(Object.entries(others).map(([name, handleTime]) => [`contactTypes.service.handleTime.${name}`, handleTime])),
    ...changes,
  });

/** When contacts were answered and over, in seconds since the first opening. */
const spans = (run: ReturnType<typeof byHand>): readonly (readonly [number, number])[] =>
  Array.from({ length: run.log.count }, (_, contact) => [run.log.start[contact]! - run.opens, run.log.end[contact]! - run.opens]);

describe('skills', () => {
  const document = documentWith(
    {},
    {
      contactTypes: {
        service: { volume: 1000, channels: { phone: '100%' }, handleTime: { phone: '300 s' }, firstContactResolution: '100%' },
        sales: { volume: 1000, channels: { phone: '100%' }, handleTime: { phone: '300 s' }, firstContactResolution: '100%' },
      },
      agents: {
        front: { skills: ['service'], wage: '20 per h' },
        back: { skills: { sales: 1, service: { level: 2, handleTime: '+50%' } }, wage: '20 per h' },
      },
      levers: { routing: { overflowAfter: { back: '30 s' } } },
    },
  );

  it('a call goes to the lower level, to the higher when its timer is over, where it takes longer, and after what that group serves first', () => {
    const run = byHand(document, one, [
      { at: 0, work: 100 },
      { at: 10, work: 100 },
      { at: 20, work: 100, queue: 1 },
      { at: 30, work: 100 },
      { at: 35, work: 50, queue: 1 },
    ]);
    // front takes the first. The second may go to back from 40 on, which has sales in hand until 120, and takes sales of 35 first. At 100 front is free.
    expect(spans(run)).toEqual([
      [0, 100],
      [100, 200],
      [20, 120],
      [170, 320],
      [120, 170],
    ]);
    expect(run.sum('handleSeconds', 0)).toBe(350);
    expect(run.sum('workSeconds', 0)).toBe(300);
    expect(run.sum('waitSecondsAnswered', 0)).toBe(230);
    expect(run.seconds('handling', 1).reduce((sum, seconds) => sum + seconds)).toBe(300);
  });

  it('a call that finds the higher level free waits for its timer', () => {
    const run = byHand(document, one, [
      { at: 0, work: 100 },
      { at: 10, work: 10 },
    ]);
    expect(spans(run)).toEqual([
      [0, 100],
      [40, 55],
    ]);
  });
});

describe('chat', () => {
  const chats = (concurrency: Json) => channels({ chat: '100 s' }, { 'channels.chat.concurrency': concurrency });
  const two: readonly Told[] = [
    { at: 0, work: 100, queue: 1 },
    { at: 50, work: 100, queue: 1 },
  ];

  it('two in hand take half as long again: 50 s alone, 75 s beside the other', () => {
    const run = byHand(chats({ cap: 2, stretch: '50%' }), one, two);
    expect(spans(run)).toEqual([
      [0, 125],
      [50, 175],
    ]);
    expect(counted(run)).toMatchObject({ handled: 2, handleSeconds: 250, workSeconds: 200, answeredWithinThreshold: 2 });
    expect(run.seconds('handling')[0]).toBe(175);
  });

  it('by a list of handle times, and as measured with one and a half in hand', () => {
    const run = byHand(chats({ cap: 2, handleTimes: [200, 400], measuredAt: 1.5 }), one, two);
    // Twice as long: 50 s alone, 100 s beside the other, which then has 50 s of its work left.
    expect(spans(run)).toEqual([
      [0, 150],
      [50, 200],
    ]);
    expect(counted(run)).toMatchObject({ handleSeconds: 300, workSeconds: 300 });
  });

  it('who has a chat takes no call, and a third chat waits', () => {
    const run = byHand(chats({ cap: 2, stretch: '0%' }), one, [
      ...two,
      { at: 60, work: 10, queue: 1 },
      { at: 61, work: 10 },
      { at: 62, work: 10, queue: 1, patience: 20 },
    ]);
    expect(spans(run).slice(2, 4)).toEqual([
      [100, 110],
      [150, 160],
    ]);
    expect(run.log.outcome[4]).toBe(outcomes.abandoned);
    expect(run.sum('abandoned', 0, 'chat')).toBe(1);
  });
});

describe('e-mail', () => {
  const mail = (setting: Json) => channels({ email: '300 s' }, { 'channels.email': setting });
  const contacts: readonly Told[] = [
    { at: 0, work: 100, queue: 1 },
    { at: 10, work: 100, queue: 1 },
    { at: 20, work: 500 },
    { at: closes - 1000, work: 950 },
    { at: closes - 40, work: 500, queue: 1 },
    { at: closes - 30, work: 10, queue: 1 },
    { at: closes - 20, work: 600 },
  ];

  it('waits while there are calls, and over night: 540 s of open time', () => {
    const run = byHand(mail({ respondWithin: '600 s' }), one, contacts);
    expect(spans(run)).toEqual([
      [0, 100],
      [600, 700],
      [100, 600],
      [closes - 1000, closes - 50],
      [closes - 40, closes + 460],
      [day, day + 10],
      // Within the grace time, by the agent who is still there.
      [closes + 460, closes + 1060],
    ]);
    expect(counted(run, 0, 'email')).toEqual({
      offered: 4,
      handled: 4,
      handledFirst: 4,
      resolvedFirst: 4,
      resolvedNeeds: 4,
      deferredWithinTarget: 4,
      handleSeconds: 710,
      workSeconds: 710,
      waitSecondsAll: 590 + day - closes + 30,
      waitSecondsAnswered: 590 + day - closes + 30,
    });
    expect(run.seconds('overtime').reduce((sum, seconds) => sum + seconds)).toBe(1060);
  });

  it('is in time by open hours, or by the clock', () => {
    const within = (setting: Json): number => byHand(mail(setting), one, contacts).sum('deferredWithinTarget');
    // Waits of 0, 590, 0 and 30 open seconds; of the last a night more by the clock.
    expect(within({ respondWithin: '30 s' })).toBe(3);
    expect(within({ respondWithin: '29 s' })).toBe(2);
    expect(within({ respondWithin: '600 s', clock: true })).toBe(3);
    expect(within({ respondWithin: `${day - closes + 30} s`, clock: true })).toBe(4);
  });
});

describe('callback', () => {
  const callback = (changes: Readonly<Record<string, Json>>) =>
    lineWith(
      {},
      {
        levers: {
          callback: {
            offerWhenWaitExceeds: '0 s',
            accepts: '100%',
            attempts: 2,
            retryAfter: '100 s',
            dialSeconds: '10 s',
            promise: '5 min',
            ...changes,
          },
        },
      },
    );
  const calls: readonly Told[] = [
    { at: 0, work: 100 },
    { at: 20, work: 60 },
    { at: 30, work: 50, patience: 0 },
  ];

  it('keeps the place, dials, and is reached', () => {
    const run = byHand(callback({ reached: '100%' }), one, calls);
    expect(spans(run)[1]).toEqual([100, 170]);
    expect(counted(run)).toEqual({
      offered: 3,
      handled: 2,
      handledFirst: 2,
      resolvedFirst: 2,
      resolvedNeeds: 2,
      abandoned: 1,
      abandonedShort: 1,
      answeredWithinThreshold: 1,
      callbackOffered: 1,
      callbackAccepted: 1,
      callbackAttempts: 1,
      callbackReached: 1,
      callbackKept: 1,
      callbackWaitSeconds: 90,
      handleSeconds: 170,
      workSeconds: 160,
    });
  });

  it('is kept where the conversation began in time', () => {
    const kept = (promise: string): number => byHand(callback({ reached: '100%', promise }), one, calls).sum('callbackKept');
    expect([kept('90 s'), kept('89 s')]).toEqual([1, 0]);
  });

  it('is lost after the last attempt, and nobody redials', () => {
    const run = byHand(callback({ reached: '0%' }), one, calls);
    expect(counted(run)).toEqual({
      offered: 3,
      handled: 1,
      handledFirst: 1,
      resolvedFirst: 1,
      resolvedNeeds: 1,
      abandoned: 1,
      abandonedShort: 1,
      answeredWithinThreshold: 1,
      callbackOffered: 1,
      callbackAccepted: 1,
      callbackAttempts: 2,
      callbackLost: 1,
      handleSeconds: 120,
      workSeconds: 100,
    });
    // At 100 and at 210.
    expect(run.log.end[1]! - run.opens).toBe(220);
  });

  it('is declined, and the caller waits', () => {
    const run = byHand(callback({ accepts: { low: '0%', likely: '1e-9%', high: '1%' }, reached: '100%' }), one, calls);
    expect(run.sum('callbackOffered')).toBe(1);
    expect(run.sum('callbackAccepted')).toBe(0);
    expect(spans(run)[1]).toEqual([100, 160]);
  });

  it('is offered by predicted wait: (callers before + 1) x 300 s / agents', () => {
    const offered = (offerWhenWaitExceeds: string): number =>
      byHand(callback({ offerWhenWaitExceeds, accepts: { low: '0%', likely: '1e-9%', high: '1%' } }), one, [
        ...calls.slice(0, 2),
        { at: 40, work: 10 },
        { at: 50, work: 10 },
      ]).sum('callbackOffered');
    expect([offered('299 s'), offered('301 s'), offered('899 s'), offered('901 s')]).toEqual([3, 2, 1, 0]);
  });

  it('loses its place to callers, and leaves an agent idle for them', () => {
    const contacts: readonly Told[] = [
      { at: 0, work: 100 },
      { at: 1, work: 100 },
      { at: 20, work: 50 },
      { at: 130, work: 10 },
    ];
    const answered = (changes: Readonly<Record<string, Json>>): number => {
      const run = byHand(callback({ reached: '100%', ...changes }), () => 2, contacts);
      return run.log.start[2]! - run.opens;
    };
    expect(answered({ keepsPlace: true })).toBe(100);
    expect(answered({ keepsPlace: false })).toBe(100);
    // With the other agent idle too.
    expect(answered({ keepsPlace: true, reserveIdle: 1 })).toBe(101);
    expect(answered({ keepsPlace: false, offerWhen: 'queueLength', offerWhenQueueExceeds: 0 })).toBe(100);
    const busy = byHand(callback({ keepsPlace: false, reached: '100%', offerWhen: 'queueLength', offerWhenQueueExceeds: 1 }), one, [
      { at: 0, work: 100 },
      { at: 10, work: 10 },
      { at: 20, work: 50 },
      { at: 30, work: 10 },
    ]);
    // The second waits on the line; those after it are offered a callback, in turn.
    expect(spans(busy).map(([from]) => from)).toEqual([0, 100, 110, 170]);
    expect(busy.sum('callbackAccepted')).toBe(2);
  });
});

describe('transfers, unresponsive calls, lines', () => {
  it('the wrong group takes 90 s, and passes the call on: its wait is the first', () => {
    const document = documentWith(
      {},
      {
        contactTypes: {
          service: { volume: 1000, channels: { phone: '100%' }, handleTime: { phone: '300 s' }, firstContactResolution: '100%' },
          sales: { volume: 1000, channels: { phone: '100%' }, handleTime: { phone: '300 s' }, firstContactResolution: '100%' },
        },
        agents: { front: { skills: ['service'], wage: '20 per h' }, back: { skills: ['sales'], wage: '20 per h' } },
      },
    );
    const run = byHand(document, one, [
      { at: 0, work: 100 },
      { at: 5, work: 40, queue: 1 },
      { at: 10, work: 60, first: { queue: 1, seconds: 90 } },
      { at: 20, work: 60, patience: 70, first: { queue: 1, seconds: 90 } },
    ]);
    // The third: 45 to 135 in sales, answered by service at once. The fourth waits in sales from 20, and leaves at 90.
    expect(spans(run)[2]).toEqual([45, 195]);
    expect(counted(run, 0)).toMatchObject({
      offered: 3,
      handled: 2,
      abandoned: 1,
      transferred: 1,
      waitSecondsAnswered: 35,
      waitSecondsAll: 105,
      handleSeconds: 250,
      workSeconds: 250,
    });
  });

  it('on an unresponsive call an agent finds nobody: answered, and not handled', () => {
    const document = lineWith({ 'contactTypes.service.redial.share': '100%' });
    const run = byHand(document, one, [
      { at: 0, work: 100 },
      { at: 10, work: 18, flags: flags.unresponsive },
      { at: 20, work: 18, patience: 5, flags: flags.unresponsive },
    ]);
    expect(counted(run)).toEqual({
      offered: 3,
      handled: 1,
      handledFirst: 1,
      resolvedFirst: 1,
      resolvedNeeds: 1,
      unresponsive: 1,
      abandoned: 1,
      abandonedShort: 1,
      answeredWithinThreshold: 1,
      waitSecondsAnswered: 90,
      waitSecondsAll: 95,
      handleSeconds: 118,
      workSeconds: 118,
    });
    expect(run.log.count).toBe(3);
  });

  it('a call holds a line from its first second to the end of the conversation, IVR included', () => {
    const document = lineWith(
      { 'contactTypes.service.handleTime.phone': { mean: '100 s', afterContactWork: '20 s' }, 'channels.phone.trunks': 2 },
      { levers: { ivr: { time: '30 s' } } },
    );
    const run = byHand(document, one, [
      { at: 0, work: 100, ivr: 30 },
      { at: 5, work: 100, ivr: 30, flags: flags.endsInIvr | flags.contained },
      { at: 34, work: 100, ivr: 30 },
      { at: 36, work: 100, ivr: 30, flags: flags.endsInIvr },
      { at: 105, work: 100, ivr: 30 },
      { at: 109, work: 100, ivr: 30 },
      { at: 111, work: 50, ivr: 30 },
    ]);
    // Lines: the first until 110, the contained one until 35, the one that hangs up until 66, the fifth from 105 on.
    expect(Array.from(run.log.outcome.subarray(0, 7))).toEqual([
      outcomes.handled,
      outcomes.leftInIvr,
      outcomes.blocked,
      outcomes.leftInIvr,
      outcomes.handled,
      outcomes.blocked,
      outcomes.handled,
    ]);
    expect(counted(run)).toMatchObject({
      ivrEntered: 5,
      contained: 1,
      ivrHungUp: 1,
      offered: 5,
      blocked: 2,
      handled: 3,
      ivrSeconds: 150,
      resolvedNeeds: 4,
      // A fifth of 100, of 100 and of 50.
      afterContactSeconds: expect.closeTo(50, 9) as number,
    });
  });
});
