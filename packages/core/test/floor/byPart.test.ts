import type { Json, ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  agentIndex,
  countIndex,
  createReplicator,
  totalsLayout,
  type AgentField,
  type CountField,
  type FloorName,
} from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { studyOn } from './twoFloors.ts';

const path = 'contactTypes.service';
/** Exponential: what a law of handle times does to waits (3 to 5% shorter, lognormal of cv 1) is not a part. */
const returns = {
  [`${path}.repeat.share`]: '50%',
  [`${path}.redial.share`]: '40%',
  [`${path}.handleTime.phone.family`]: 'exponential',
};
const by = (channels: Json, handleTime: Json = {}) => ({
  [`${path}.channels`]: channels,
  ...Object.fromEntries(
    Object.entries(handleTime as Record<string, Json>).map(([channel, time]) => [`${path}.handleTime.${channel}`, time]),
  ),
});
const line = (volume: number, changes: Readonly<Record<string, Json>> = {}, topLevel: Readonly<Record<string, Json>> = {}) =>
  documentWith({ [`${path}.volume`]: volume, ...changes }, topLevel);
const planned = (maxOccupancy: string) => ({ staffing: { forecastError: '0%', scheduleEfficiency: '90%', maxOccupancy } });
const letter = { mean: '600 s', cv: 1 };

/** Sums over the horizon, means over the futures, of a channel; agent seconds of all groups. */
function runOn(floor: FloorName, document: ScenarioDocument, futures: number) {
  const study = studyOn(floor, document);
  const model = study.models[0]!;
  const layout = totalsLayout(model);
  const totals = createReplicator(study)(0, futures).totals[0]!;
  const mean = (index: number): number => {
    let sum = 0;
    for (let future = 0; future < futures; future++) sum += totals[future * layout.length + index]!;
    return sum / futures;
  };
  return {
    count: (field: CountField, channel: string): number =>
      model.contactTypes.reduce(
        (sum, _, type) =>
          sum +
          mean(
            countIndex(
              layout,
              field,
              type,
              model.channels.findIndex((own) => own === channel),
            ),
          ),
        0,
      ),
    agents: (field: AgentField): number => model.groups.reduce((sum, _, group) => sum + mean(agentIndex(layout, field, group)), 0),
  };
}

/** How far the floors may be apart: shares of the offered in points of 0.01, agent seconds and the handled relatively. */
interface Apart {
  readonly offered?: number;
  readonly abandoned: number;
  readonly within: number;
  readonly handling: number;
  readonly blocked?: number;
  readonly callbacks?: number;
}

/**
 * The instant floor beside the exact one, part by part, in small centres of 5 to 40 agents, 48 futures: the bounds are what is stated in
 * docs/background/validation.md, with room for the noise of 48 futures (half a point of a share).
 */
const cases: readonly (readonly [name: string, channel: string, document: () => ScenarioDocument, apart: Apart])[] = [
  [
    'chats, three at a time',
    'chat',
    () =>
      line(3000, by({ phone: '0%', chat: '100%' }, { chat: letter }), {
        channels: { chat: { concurrency: { cap: 3, stretch: '25%', measuredAt: 2 } } },
      }),
    { abandoned: 0.5, within: 1, handling: 0.03 },
  ],
  [
    'e-mail beside calls',
    'phone',
    () => line(3000, by({ phone: '70%', email: '30%' }, { email: letter }), planned('85%')),
    { abandoned: 1, within: 1, handling: 0.01 },
  ],
  [
    'e-mail beside calls',
    'email',
    () => line(3000, by({ phone: '70%', email: '30%' }, { email: letter }), planned('85%')),
    { abandoned: 0, within: 1, handling: 0.01 },
  ],
  [
    'chats and calls of the same agents',
    'phone',
    () => line(3000, by({ phone: '70%', chat: '30%' }, { chat: letter })),
    { abandoned: 2.5, within: 4, handling: 0.025 },
  ],
  [
    'chats and e-mail beside calls, all of the same agents',
    'phone',
    () => line(3000, by({ phone: '50%', chat: '20%', email: '30%' }, { chat: letter, email: letter }), planned('85%')),
    { abandoned: 1.2, within: 1.5, handling: 0.02 },
  ],
  [
    'callbacks that keep their place',
    'phone',
    () =>
      line(3000, returns, {
        levers: { callback: { accepts: '40%', offerWhenWaitExceeds: '30 s' } },
        targets: { serviceLevel: { atLeast: '60%', within: '20 s' } },
      }),
    { abandoned: 0.6, within: 1, handling: 0.015, callbacks: 1 },
  ],
  [
    'callbacks that wait apart',
    'phone',
    () =>
      line(3000, returns, {
        levers: { callback: { accepts: '40%', offerWhenWaitExceeds: '30 s', keepsPlace: false } },
        targets: { serviceLevel: { atLeast: '60%', within: '20 s' } },
      }),
    { abandoned: 0.6, within: 1.5, handling: 0.015, callbacks: 1.5 },
  ],
  [
    'transfers',
    'phone',
    () => line(3000, returns, { levers: { routing: { misroute: '10%', transferAdds: '90 s' } } }),
    { abandoned: 0.6, within: 1.2, handling: 0.01 },
  ],
  [
    'calls on which nobody speaks',
    'phone',
    () =>
      line(3000, returns, { levers: { ivr: { time: '30 s', unresponsiveCallers: { share: '5%', screened: '60%', falseDrops: '1%' } } } }),
    { abandoned: 0.6, within: 1.2, handling: 0.01 },
  ],
  [
    'more answered on which nobody speaks than are not in time',
    'phone',
    () => line(3000, returns, { levers: { ivr: { unresponsiveCallers: { share: '35%' } } } }),
    // Two calls in three last five minutes and one a few seconds, so that handle times are no longer exponential.
    { abandoned: 1, within: 1.2, handling: 0.02 },
  ],
  [
    'lines that run out',
    'phone',
    () => line(3000, returns, { levers: { ivr: { time: '60 s' } }, channels: { phone: { trunks: 11 } } }),
    // Two may wait, and the instant floor's queue knows no end: F10 of docs/background/floors-apart.md, 2.1 points.
    { abandoned: 1, within: 2.5, handling: 0.02, blocked: 1.5 },
  ],
  [
    'lines that two teams apart run out of together',
    'phone',
    () => {
      const type = {
        volume: 6000,
        handleTime: { phone: { mean: '300 s', family: 'exponential' } },
        redial: { share: '40%' },
        repeat: { share: '50%' },
      };
      const team = (name: string) => ({ skills: [name], wage: '20 per h', shrinkage: '0%' });
      return documentWith(
        {},
        {
          contactTypes: { one: type, other: type },
          agents: { ones: team('one'), others: team('other') },
          channels: { phone: { trunks: 28 } },
        },
      );
    },
    { abandoned: 1.5, within: 3, handling: 0.02, blocked: 1.5 },
  ],
  [
    'days that close on a queue',
    'phone',
    () => line(3000, { ...returns, 'calendar.closeGrace': '1 min' }, { targets: { serviceLevel: { atLeast: '20%', within: '20 s' } } }),
    { offered: 0.03, abandoned: 1.5, within: 1.5, handling: 0.02 },
  ],
];

describe('the instant floor beside the exact one, part by part', () => {
  it.each(cases)('%s, %s', (_, channel, document, apart) => {
    const [instant, exact] = [runOn('erlang', document(), 48), runOn('calls', document(), 48)];
    const share = (run: typeof instant, field: CountField): number => (100 * run.count(field, channel)) / run.count('offered', channel);
    expect(Math.abs(instant.count('offered', channel) / exact.count('offered', channel) - 1)).toBeLessThan(apart.offered ?? 0.015);
    expect(Math.abs(share(instant, 'abandoned') - share(exact, 'abandoned'))).toBeLessThanOrEqual(apart.abandoned);
    const inTime = channel === 'email' ? 'deferredWithinTarget' : 'answeredWithinThreshold';
    expect(Math.abs(share(instant, inTime) - share(exact, inTime))).toBeLessThan(apart.within);
    expect(Math.abs(instant.agents('handling') / exact.agents('handling') - 1)).toBeLessThan(apart.handling);
    expect(Math.abs(instant.agents('paid') / exact.agents('paid') - 1)).toBeLessThan(0.003);
    if (apart.blocked !== undefined) {
      expect(share(exact, 'blocked')).toBeGreaterThan(0.2);
      expect(Math.abs(share(instant, 'blocked') - share(exact, 'blocked'))).toBeLessThan(apart.blocked);
    }
    expect(Math.abs(share(instant, 'transferred') - share(exact, 'transferred'))).toBeLessThan(0.5);
    if (apart.callbacks !== undefined) {
      expect(share(exact, 'callbackAccepted')).toBeGreaterThan(5);
      for (const field of ['callbackAccepted', 'callbackReached', 'callbackKept'] as const)
        expect(Math.abs(share(instant, field) - share(exact, field)), field).toBeLessThan(apart.callbacks);
    }
  });

  it.each(cases)('%s, %s: every contact ends in one way', (_, channel, document) => {
    const { count } = runOn('erlang', document(), 8);
    const ends = ['handled', 'unresponsive', 'abandoned', 'blocked', 'closedOut', 'callbackLost', 'openAtEnd'] as const;
    const sum = ends.reduce((all, field) => all + count(field, channel), 0);
    expect(sum / count('offered', channel)).toBeCloseTo(1, 9);
  });

  it('a team that nobody calls holds no lines, whichever team came before', () => {
    const type = { volume: 6000, handleTime: { phone: '300 s' }, variation: { dayToDay: '0%', withinDay: '0%' } };
    const team = (name: string) => ({ skills: [name], wage: '20 per h', shrinkage: '0%' });
    const silent = [{ name: 'none', days: '2026-01-05..2026-01-09', contactTypes: ['silent'], volume: 'x0' }];
    const calendar = { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat', events: silent };
    const types: readonly (readonly [string, Json])[] = [
      ['called', type],
      ['silent', type],
    ];
    const groups: readonly (readonly [string, Json])[] = [
      ['busy', team('called')],
      ['idle', team('silent')],
    ];
    const blocked = (inOrder: (entries: typeof types) => typeof types): number => {
      const contactTypes = Object.fromEntries(inOrder(types));
      const agents = Object.fromEntries(inOrder(groups));
      const document = documentWith({}, { calendar, contactTypes, agents, channels: { phone: { trunks: 16 } } });
      return runOn('erlang', document, 16).count('blocked', 'phone');
    };
    const after = blocked((entries) => entries);
    expect(after).toBeGreaterThan(20);
    expect(after / blocked((entries) => entries.toReversed())).toBeCloseTo(1, 6);
  });

  it('letters of a team of their own wait by chance, whichever team came before', () => {
    const apart = documentWith(
      {
        [`${path}.volume`]: 3000,
        [`${path}.channels`]: { phone: '80%', email: '20%' },
        [`${path}.handleTime.email`]: { mean: '600 s', cv: 1, family: 'exponential' },
      },
      { ...planned('85%'), calendar: { interval: '30 min', open: { 'mon-sun': '00:00-24:00' }, dayShape: 'flat' } },
    );
    const both = {
      ...apart,
      agents: { ...(apart.agents as object), letters: { skills: ['service'], channels: ['email'], wage: '20 per h', shrinkage: '30%' } },
    };
    const wait = (floor: FloorName): number => {
      const { count } = runOn(floor, both, 48);
      return count('waitSecondsAnswered', 'email') / count('handled', 'email');
    };
    const [instant, exact] = [wait('erlang'), wait('calls')];
    expect(exact).toBeGreaterThan(5);
    // Seconds, of an answer due in hours: within a factor of three.
    expect(instant / exact).toBeGreaterThan(1 / 3);
    expect(instant / exact).toBeLessThan(3);
  });

  it('twin: three times the transfers are seen in the line and in the count', () => {
    const [, , document, apart] = cases.find(([name]) => name === 'transfers')!;
    const more = line(3000, returns, { levers: { routing: { misroute: '30%', transferAdds: '90 s' } } });
    const [instant, exact] = [runOn('erlang', more, 8), runOn('calls', document(), 8)];
    const share = (run: typeof instant, field: CountField): number => (100 * run.count(field, 'phone')) / run.count('offered', 'phone');
    expect(share(instant, 'transferred') - share(exact, 'transferred')).toBeGreaterThan(10);
    expect(share(instant, 'abandoned') - share(exact, 'abandoned')).toBeGreaterThan(apart.abandoned);
  });
});
