import { describe, expect, it } from 'vitest';
import { kpiNames } from '../../src/kpis/kpisOf.ts';
import { measure } from '../support/measure.ts';
import { tinyModel, tinyTotals, type TinyModel, type TinyTotals } from '../support/tinyModel.ts';

/** One contact type by phone, chat and e-mail, with callbacks, transfers, few lines and silent calls; chats have a group of their own. */
const centre: TinyModel = {
  channels: ['phone', 'chat', 'email'],
  groups: [
    { name: 'callers', channels: ['phone'] },
    { name: 'chatters', channels: ['chat'] },
    { name: 'writers', channels: ['email'] },
  ],
  callback: { dialSeconds: 20 },
  misroutes: { share: 0.1 },
  unresponsiveCallers: { agentSeconds: 18 },
  trunks: 50,
  chatServiceLevel: { atLeast: 0.8, withinSeconds: 60, rule: 'answered / answered' },
};

/**
 * Of 1,000 calls 150 take a callback (120 reached, 105 of them in time) and leave the queue: 850 stay. Agents answer 700 of those: 680 handled
 * and 20 on which nobody speaks; 800 are handled in all.
 */
const sums: TinyTotals = {
  counts: {
    offered: 1000,
    blocked: 30,
    abandoned: 85,
    abandonedShort: 34,
    handled: 800,
    handledFirst: 640,
    resolvedFirst: 480,
    answeredWithinThreshold: 595,
    waitSecondsAnswered: 14_000,
    waitSecondsAll: 25_500,
    handleSeconds: 240_000,
    transferred: 64,
    callbackAccepted: 150,
    callbackReached: 120,
    callbackKept: 105,
    callbackWaitSeconds: 216_000,
    unresponsive: 20,
  },
  on: {
    chat: {
      offered: 200,
      abandoned: 10,
      handled: 190,
      handledFirst: 160,
      resolvedFirst: 120,
      answeredWithinThreshold: 171,
      waitSecondsAnswered: 5700,
      waitSecondsAll: 6000,
      handleSeconds: 95_000,
    },
    email: {
      offered: 100,
      handled: 95,
      handledFirst: 80,
      resolvedFirst: 40,
      deferredWithinTarget: 75,
      waitSecondsAnswered: 1_368_000,
      handleSeconds: 57_000,
    },
  },
  agents: { handling: [250_000, 38_000, 57_000], idle: [50_000, 12_000, 3000], overtime: [0, 2000, 0] },
};

const byHand: Readonly<Record<string, number>> = {
  'serviceLevel.phone': 595 / 850,
  // by the rule of chat's own target: of the 190 answered
  'serviceLevel.chat': 171 / 190,
  'serviceLevelOfOffered.phone': 595 / 850,
  'serviceLevelOfAnswered.phone': 595 / 700,
  'serviceLevelWithoutShort.phone': 595 / (850 - 34),
  'serviceLevelWithShort.phone': (595 + 34) / 850,
  'asa.phone': 14_000 / 700,
  'asa.chat': 30,
  'meanWait.phone': 30,
  'meanWait.chat': 30,
  'abandonment.phone': 0.1,
  'abandonment.chat': 0.05,
  'responded.email': 0.75,
  'responseTime.email': 14_400,
  'callbackPromise.phone': 105 / 150,
  'callbackWait.phone': 1800,
  'callbackShare.phone': 0.15,
  'transferRate.phone': 0.08,
  'blocked.phone': 0.03,
  'unresponsive.phone': 0.02,
  // of the live groups: 288,000 of 350,000 s; the writers' 60,000 are in neither
  'occupancy.phone': 288 / 350,
  // 95,000 s of chats in 40,000 s of agents
  'concurrency.chat': 2.375,
  'fcr.phone': 0.75,
  'fcr.chat': 0.75,
  'fcr.email': 0.5,
  'handleTime.phone': 300,
  'handleTime.chat': 500,
  'handleTime.email': 600,
};

describe('KPIs by channel', () => {
  const model = tinyModel(centre);
  const check = (totals: TinyTotals): void => {
    const { kpis } = measure(model, tinyTotals(model, totals));
    for (const [id, value] of Object.entries(byHand)) expect(kpis[id], id).toBeCloseTo(value, 12);
  };

  it('are as worked out by hand', () => check(sums));

  it.each([
    'callbackAccepted',
    'callbackReached',
    'callbackKept',
    'callbackWaitSeconds',
    'unresponsive',
    'transferred',
    'blocked',
  ] as const)('would notice %s off by a fiftieth', (field) => {
    const count = sums.counts![field] as number;
    expect(() => check({ ...sums, counts: { ...sums.counts, [field]: 1.02 * count } })).toThrow();
  });

  it.each(['chat', 'email'] as const)('would notice a count of %s that is taken for one of phone', (channel) => {
    const moved = { ...sums, counts: { ...sums.counts, handleSeconds: 240_000 + (sums.on![channel]!.handleSeconds as number) } };
    expect(() => check(moved)).toThrow();
  });

  it('are those of channels and levers that the model has, and no others', () => {
    const added = (options: TinyModel) => kpiNames(tinyModel(options)).filter((id) => !kpiNames(tinyModel()).includes(id));
    expect(
      kpiNames(tinyModel()).some((id) =>
        /\.(?:chat|email|social)$|callback|transfer|blocked|unresponsive|Cost\.phone|cpc\..*\.phone/.test(id),
      ),
    ).toBe(false);
    expect(added({ callback: { dialSeconds: 20 } })).toEqual(['callbackPromise.phone', 'callbackWait.phone', 'callbackShare.phone']);
    expect(added({ misroutes: { share: 0.1 } })).toEqual(['transferRate.phone']);
    expect(added({ trunks: 40 })).toEqual(['blocked.phone']);
    expect(added({ unresponsiveCallers: { agentSeconds: 18 } })).toEqual(['unresponsive.phone']);
    expect(added({ channels: ['phone', 'social'] }).filter((id) => !/^(?:cpc|totalCost|idleCost)/.test(id))).toEqual([
      'responded.social',
      'responseTime.social',
      'fcr.social',
      'handleTime.social',
    ]);
  });

  it('say how many chats are in hand only where agents who chat do nothing else', () => {
    const mixed = tinyModel({ ...centre, groups: [{ name: 'all' }] });
    expect(kpiNames(mixed)).not.toContain('concurrency.chat');
    expect(kpiNames(model)).toContain('concurrency.chat');
  });

  it('are by contact type where the type comes by the channel', () => {
    const two = tinyModel({ channels: ['phone', 'chat'], contactTypes: ['billing', 'worstWeek'] });
    const phoneOnly = {
      ...two,
      queues: two.queues.filter(({ contactType, channel }) => contactType === 0 || channel === 0),
      groups: two.groups.map((group) => ({ ...group, queues: [0, 1, 2] })),
    };
    const names = kpiNames(phoneOnly);
    expect(names).toContain('serviceLevel.chat.billing');
    expect(names).toContain('serviceLevel.phone."worstWeek"');
    expect(names).not.toContain('serviceLevel.chat."worstWeek"');
  });
});

describe('satisfaction', () => {
  const curve = { base: 0.86, perMinuteWaited: -0.02, perRepeat: -0.15, perTransfer: -0.05, abandoned: 0.2 };
  const counts = { handled: 1000, abandoned: 90, blocked: 5, closedOut: 3, callbackLost: 2, repeats: 60, transferred: 40 };
  const waits = { waitSecondsAnswered: 24_000, callbackWaitSeconds: 6000 };

  it('is what the given curve says of contacts, waits of live channels, repeats and transfers', () => {
    const model = tinyModel({ channels: ['phone', 'email'], satisfaction: curve });
    const totals = tinyTotals(model, { counts: { ...counts, ...waits }, on: { email: { handled: 100, waitSecondsAnswered: 1e7 } } });
    // 1,100 handled x 86% - 500 min x 2 - 60 repeats x 15 - 40 transfers x 5 points = 925, and 20 of the 100 who were not served
    expect(measure(model, totals).kpis['csat']).toBeCloseTo((946 - 10 - 9 - 2 + 20) / 1200, 12);
  });

  it('stays between none and all of the handled', () => {
    const model = tinyModel({ satisfaction: { ...curve, perMinuteWaited: -1, abandoned: 0 } });
    expect(measure(model, tinyTotals(model, { counts: { ...counts, waitSecondsAnswered: 60_000 } })).kpis['csat']).toBe(0);
  });

  it('is absent where none is given', () => {
    expect(kpiNames(tinyModel())).not.toContain('csat');
  });
});
