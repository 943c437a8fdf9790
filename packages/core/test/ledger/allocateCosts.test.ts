import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/ledger/apportion.ts';
import { compileStudy, countFields, createReplicator, summarise, type FloorName } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { measure } from '../support/measure.ts';
import { tinyModel, tinyTotals, type TinyModel, type TinyTotals } from '../support/tinyModel.ts';

/** Two contact types by phone and chat; the first group serves both channels, the second phone alone. One week. */
const centre: TinyModel = {
  weeks: 1,
  period: 'week',
  contactTypes: ['billing', 'orders'],
  channels: ['phone', 'chat'],
  groups: [
    { name: 'blend', wage: 20, onCost: 0.25 },
    { name: 'callers', wage: 30, onCost: 0.5, channels: ['phone'] },
  ],
  overtimePremium: 0.5,
  management: { oneFor: 10, wage: 40, onCost: 0 },
  penalty: { serviceLevelBelow: 0.9, amount: 100, per: 'week' },
  costLines: [
    { line: 'telephony', category: 'telephony', amount: 0.06, basis: { on: 'minute' } },
    { line: 'calls', category: 'telephony', amount: 0.1, basis: { on: 'contact' }, quantity: 'phoneContacts' },
    { line: 'chat', category: 'chat', amount: 0.5, basis: { on: 'contact' }, quantity: 'chatContacts' },
    { line: 'rent', amount: 600, basis: { on: 'period', per: 'week' } },
    { line: 'desks', amount: 2, basis: { on: 'paidHour' } },
  ],
};

/**
 * blend: 100 h scheduled, on duty 60 h of them work and 20 h idle, and 1 h overtime; callers: 50 h, 30 h work and 10 h idle.
 * Phone 40 h of billing and 20 h of orders; chats 60 h of billing and 33 h of orders, so that 93 h of chats fit into 60 + 1 + 30 - 60 = 31 h
 * of agents: three in hand.
 */
const sums: TinyTotals = {
  counts: {
    offered: [500, 300],
    handled: [480, 240],
    answeredWithinThreshold: [400, 200],
    handleSeconds: [144_000, 72_000],
    afterContactSeconds: [24_000, 12_000],
    waitSecondsAll: [6000, 6000],
  },
  on: { chat: { offered: [400, 250], handled: [360, 198], handleSeconds: [216_000, 118_800] } },
  agents: {
    paid: [363_600, 180_000],
    overtime: [3600, 0],
    handling: [216_000, 108_000],
    idle: [72_000, 36_000],
  },
};

// Agent hours: billing 40 + 20, orders 20 + 11; phone 60, all 91.
const shares = { 'phone.billing': 40 / 91, 'phone.orders': 20 / 91, 'chat.billing': 20 / 91, 'chat.orders': 11 / 91 };
// Idle is a quarter of both groups' time. Scheduled pay: 2000 and 1500; on-costs 500 and 750; management 15 h x 40 and desks 300, by 100 h to 50 h.
const blend = 0.75 * (2000 + 500 + (2 / 3) * (600 + 300)) + 30 * 1.25;
const callers = 0.75 * (1500 + 750 + (1 / 3) * (600 + 300));
const idle = 0.25 * (2000 + 500 + 1500 + 750 + 600 + 300);
const ofCallers = { 'phone.billing': 2 / 3, 'phone.orders': 1 / 3, 'chat.billing': 0, 'chat.orders': 0 };
// 600 of 800 in time is below 90%. Minutes: billing (144,000 - 24,000 + 6000) / 60 = 2100, orders (72,000 - 12,000 + 6000) / 60 = 1100.
const direct = {
  'phone.billing': 2100 * 0.06 + 480 * 0.1 + 100 * (2 / 3),
  'phone.orders': 1100 * 0.06 + 240 * 0.1 + 100 / 3,
  'chat.billing': 180,
  'chat.orders': 99,
};
const cells = ['phone.billing', 'phone.orders', 'chat.billing', 'chat.orders'] as const;
const byHand = Object.fromEntries(
  cells.map((cell) => [cell, blend * shares[cell] + callers * ofCallers[cell] + 600 * shares[cell] + direct[cell]]),
) as Readonly<Record<(typeof cells)[number], number>>;

describe('allocateCosts', () => {
  const check = (options: TinyModel, totals: TinyTotals): void => {
    const model = tinyModel(options);
    const { kpis, totalCost } = measure(model, tinyTotals(model, totals));
    for (const cell of cells) expect(kpis[`totalCost.${cell}`], cell).toBeCloseTo(byHand[cell], 5);
    expect(kpis['idleCost']).toBeCloseTo(idle, 5);
    expect(totalCost).toBeCloseTo(
      cells.reduce((sum, cell) => sum + byHand[cell], idle),
      9,
    );
    expect(kpis['totalCost.chat']).toBeCloseTo(byHand['chat.billing'] + byHand['chat.orders'], 5);
    expect(kpis['cpc.handled.chat']).toBeCloseTo((byHand['chat.billing'] + byHand['chat.orders']) / 558, 7);
    expect(kpis['cpc.handled.phone.billing']).toBeCloseTo(byHand['phone.billing'] / 480, 7);
  };

  it('puts pay to agent time, charges to their cause and the rest to agent time, by hand', () => check(centre, sums));

  it.each([
    ['chats counted as if one after the other', centre, { ...sums, agents: { ...sums.agents, handling: [360_000, 108_000] } }],
    ['idle time allocated', centre, { ...sums, agents: { ...sums.agents, idle: [0, 0] } }],
    [
      'chat fees put to all contacts',
      { ...centre, costLines: centre.costLines!.map((line) => (line.line === 'chat' ? { ...line, quantity: 'handledContacts' } : line)) },
      sums,
    ],
    [
      'a group that serves what it does not',
      { ...centre, groups: [centre.groups![0]!, { ...centre.groups![1]!, channels: ['phone', 'chat'] }] },
      sums,
    ],
  ] as readonly [string, TinyModel, TinyTotals][])('would notice %s', (_, options, totals) => {
    expect(() => check(options, totals)).toThrow();
  });

  it('adds up to the total to the micro-unit, whatever happened (property, seed 1)', () => {
    const amount = fc.double({ min: 0, max: 1e5, noNaN: true });
    const four = fc.tuple(amount, amount, amount, amount);
    const model = tinyModel({ ...centre, callback: { dialSeconds: 20 }, unresponsiveCallers: { agentSeconds: 18 } });
    fc.assert(
      fc.property(
        fc.array(four, { minLength: countFields.length, maxLength: countFields.length }),
        four,
        four,
        fc.boolean(),
        (counts, agents, more, none) => {
          const given = (from: number) =>
            Object.fromEntries(
              countFields.map((field, place) => [
                field,
                none || field === 'afterContactSeconds' || field === 'callbackAttempts'
                  ? [0, 0]
                  : [counts[place]![from]!, counts[place]![from + 1]!],
              ]),
            );
          const totals = tinyTotals(model, {
            counts: given(0),
            on: { chat: given(2) },
            agents: {
              paid: [agents[0] + agents[2] / 100, agents[1]],
              overtime: [agents[2] / 100, 0],
              handling: [more[0], more[1]],
              idle: [more[2], more[3]],
            },
          });
          const { parts, units, totalCost } = measure(model, totals);
          let sum = 0;
          for (const part of parts) {
            expect(Number.isInteger(part)).toBe(true);
            expect(part).toBeGreaterThanOrEqual(-1);
            sum += part;
          }
          expect(sum).toBe(Math.round(totalCost * units));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('leaves all unallocated where nothing was handled', () => {
    const model = tinyModel(centre);
    const { kpis, totalCost } = measure(model, tinyTotals(model, { agents: { paid: [360_000, 180_000], idle: [288_000, 144_000] } }));
    expect(kpis['idleCost']).toBeCloseTo(totalCost, 5);
  });

  it('counts dialling and silent calls as work of their contact type', () => {
    const model = tinyModel({
      weeks: 1,
      contactTypes: ['a', 'b'],
      callback: { dialSeconds: 20 },
      unresponsiveCallers: { agentSeconds: 18 },
    });
    // Floors have both in the handling seconds. a: 600 s + 10 x 20 s + 50 x 18 s = 1700 s; b: 3400 s. All work, an hour of 20.
    const totals = tinyTotals(model, {
      counts: { handled: [2, 10], handleSeconds: [1700, 3400], callbackAttempts: [10, 0], unresponsive: [50, 0] },
      agents: { paid: 3600, handling: 3600 },
    });
    const { kpis } = measure(model, totals);
    expect(kpis['cpc.handled.phone.a']! * 2).toBeCloseTo(20 / 3, 5);
    expect(kpis['idleCost']).toBe(0);
  });
});

describe('minutes of telephony', () => {
  it('are put to who is on the line, and not to who is dialled', () => {
    const model = tinyModel({
      weeks: 1,
      contactTypes: ['a', 'b'],
      callback: { dialSeconds: 20 },
      groups: [{ name: 'team', wage: 0, onCost: 0 }],
      costLines: [{ line: 'telephony', category: 'telephony', amount: 1, basis: { on: 'minute' } }],
    });
    // a: 1400 s of which ten attempts of 20 s, 20 minutes on the line; b: 3600 s, an hour.
    const totals = tinyTotals(model, { counts: { handled: [1, 1], handleSeconds: [1400, 3600], callbackAttempts: [10, 0] } });
    const { kpis, totalCost } = measure(model, totals);
    expect(totalCost).toBeCloseTo(80, 9);
    expect(kpis['cpc.handled.phone.a']).toBeCloseTo(20, 5);
  });
});

/** Mean cost by channel of a line of 1000 calls of five minutes, 400 of them silent for a minute, beside 500 letters of 400 s; pay is all that it costs. */
function silentCallsBesideLetters(floor: FloorName): { readonly phone: number; readonly email: number } {
  const document = documentWith({
    'contactTypes.service.volume': 1000,
    'contactTypes.service.patience.phone': '60 min',
    'contactTypes.letters': { volume: 500, channels: { email: '100%' }, handleTime: { email: '400 s' }, repeat: { share: '0%' } },
    'agents.team.skills': ['service', 'letters'],
    'staffing.plan': 'roster',
    'staffing.roster': { team: { 'mon-fri': 12 } },
    'levers.ivr': { time: 0, unresponsiveCallers: { share: '40%', screened: '0%', falseDrops: '0%', agentSeconds: '60 s' } },
  });
  const compiled = compileStudy(document, { floor });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { kpis } = summarise(compiled.study, [createReplicator(compiled.study)(0, 64)]).scenarios[0]!;
  return { phone: kpis['totalCost.phone']!.mean!.value, email: kpis['totalCost.email']!.mean!.value };
}

describe('of what a floor counts', () => {
  // What the report calls a handle time has the silent minutes in it: 600 calls x 300 s = 180,000 s, and 500 letters x 400 s = 200,000 s.
  it('silent calls are work once, on the instant floor', () => {
    const { phone, email } = silentCallsBesideLetters('erlang');
    expect(phone / email).toBeCloseTo(180 / 200, 2);
  });

  it('and on the exact one (64 futures, seed plain: within 3%, where one standard error is 1.1%)', () => {
    const { phone, email } = silentCallsBesideLetters('calls');
    expect(Math.abs(phone / email / (180 / 200) - 1)).toBeLessThan(0.03);
  });
});

describe('apportion', () => {
  const of = (parts: readonly number[], total: number) => {
    const out = new Float64Array(parts.length);
    return { units: apportion(Float64Array.from(parts), total, out), out: [...out] };
  };

  it('gives what is left to the largest remainders, the first of equals', () => {
    // Thirds of one currency unit: 333,333.33 micro-units each, one left.
    expect(of([1 / 3, 1 / 3, 1 / 3], 1)).toEqual({ units: 1e6, out: [333_334, 333_333, 333_333] });
    expect(of([0.000_000_2, 0.000_000_7, 0.000_001_1], 0.000_002).out).toEqual([0, 1, 1]);
  });

  it('takes coarser units where the total is too large for doubles to count', () => {
    // 2.7e11 of a currency of small coins: 2.7e17 micro-units are beyond 9e15, 2.7e15 hundredths of a hundredth are not.
    const { units, out } = of([2e11, 0.7e11], 2.7e11);
    expect(units).toBe(1e4);
    expect(out[0]! + out[1]!).toBe(2.7e15);
  });
});
