import { describe, expect, it } from 'vitest';
import { queueFieldCount, queueFields, evaluateService } from '../../src/floor/erlang/intervalQueue.ts';
import { paceWeight } from '../../src/floor/erlang/pace.ts';
import { documentWith } from '../support/document.ts';
import { compareFloors, withExponentialWork } from './twoFloors.ts';

/** Contacts of some seconds and a load in erlangs each. */
type Kind = readonly [seconds: number, load: number];

/**
 * The queue of two kinds of contacts as a Markov chain, solved by relaxation: the short ones in hand while somebody is free, and how many wait; who waits is of
 * either kind as who comes. Exponential handle times and patience. It shares nothing with the engine.
 */
function chainOf([short, long]: readonly [Kind, Kind], agents: number, patience: number) {
  const [rateShort, rateLong] = [1 / short[0], 1 / long[0]];
  const [comesShort, comesLong] = [short[1] / short[0], long[1] / long[0]];
  const comes = comesShort + comesLong;
  const ofShort = comesShort / comes;
  const mostWaiting = agents + Math.ceil(comes * patience * 4);
  // [busy or waiting][short]: up to `agents` busy, beyond with all busy.
  const rows = agents + mostWaiting + 1;
  let at = Array.from({ length: rows }, (_, system) => new Float64Array(Math.min(system, agents) + 1).fill(1));
  const flow = (system: number, i: number): [number, number, number][] => {
    const busy = Math.min(system, agents);
    const moves: [number, number, number][] = [];
    if (system < agents) moves.push([system + 1, i + 1, comesShort], [system + 1, i, comesLong]);
    else if (system + 1 < rows) moves.push([system + 1, i, comes]);
    const waiting = system - busy;
    if (waiting > 0) {
      moves.push([system - 1, i, waiting / patience]);
      // Whoever ends makes room for the first who waits.
      if (i > 0) moves.push([system - 1, i, i * rateShort * ofShort], [system - 1, i - 1, i * rateShort * (1 - ofShort)]);
      if (busy > i)
        moves.push([system - 1, i + 1, (busy - i) * rateLong * ofShort], [system - 1, i, (busy - i) * rateLong * (1 - ofShort)]);
    } else {
      if (i > 0) moves.push([system - 1, i - 1, i * rateShort]);
      if (busy > i) moves.push([system - 1, i, (busy - i) * rateLong]);
    }
    return moves;
  };
  const moves = at.map((row, system) => Array.from(row, (_, i) => flow(system, i)));
  const fastest = Math.max(...moves.flat().map((each) => each.reduce((sum, [, , rate]) => sum + rate, 0)));
  for (let round = 0; round < 60_000; round++) {
    const next = at.map((row) => new Float64Array(row.length));
    let all = 0;
    at.forEach((row, system) => {
      for (let i = 0; i < row.length; i++) {
        const here = row[i]!;
        all += here;
        let stays = here;
        for (const [toSystem, toShort, rate] of moves[system]![i]!) {
          next[toSystem]![toShort]! += (here * rate) / fastest;
          stays -= (here * rate) / fastest;
        }
        next[system]![i]! += stays;
      }
    });
    let moved = 0;
    next.forEach((row, system) => row.forEach((value, i) => ((row[i] = value / all), (moved += Math.abs(row[i] - at[system]![i]!)))));
    at = next;
    if (moved < 1e-12) break;
  }
  let waiting = 0;
  at.forEach((row, system) => (waiting += Math.max(0, system - agents) * row.reduce((sum, value) => sum + value, 0)));
  return { abandoned: waiting / patience / comes, waitSeconds: waiting / comes };
}

const paceOf = (kinds: readonly Kind[]): number => {
  const weight = kinds.map(([seconds, load]) => paceWeight(load / seconds, seconds));
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return sum(weight.map((each, kind) => each * kinds[kind]![0])) / sum(weight);
};
const meanOf = (kinds: readonly Kind[]): number =>
  kinds.reduce((sum, [, load]) => sum + load, 0) / kinds.reduce((sum, [seconds, load]) => sum + load / seconds, 0);

function erlangA(kinds: readonly Kind[], agents: number, patience: number, handleSeconds: number) {
  const row = new Float64Array(queueFieldCount);
  const load = kinds.reduce((sum, [, each]) => sum + each, 0);
  evaluateService(row, load, agents, patience / handleSeconds, 0, 0);
  return { abandoned: row[queueFields.abandoned]!, waitSeconds: row[queueFields.waitAll]! * handleSeconds };
}

describe('short and long contacts in one line', () => {
  const lines: readonly [string, readonly [Kind, Kind], number, number][] = [
    [
      'half the work in 100 s and half in 600 s, 12 agents',
      [
        [100, 5],
        [600, 5],
      ],
      12,
      180,
    ],
    [
      'half in 120 s and half in 900 s, 12 agents and as many erlangs',
      [
        [120, 6],
        [900, 6],
      ],
      12,
      120,
    ],
    [
      'a twentieth of the work in calls of 15 s, 10 agents',
      [
        [15, 0.45],
        [300, 8.55],
      ],
      10,
      240,
    ],
    [
      'a fifth in 60 s and the rest in 900 s, overloaded',
      [
        [60, 1.8],
        [900, 7.2],
      ],
      8,
      300,
    ],
  ];

  /** How far Erlang A of some handle time is from the chain of both. */
  const off = ([, kinds, agents, patience]: (typeof lines)[number], handleSeconds: (kinds: readonly Kind[]) => number) => {
    const exact = chainOf(kinds, agents, patience);
    const answered = erlangA(kinds, agents, patience, handleSeconds(kinds));
    return { abandoned: answered.abandoned - exact.abandoned, wait: answered.waitSeconds / exact.waitSeconds - 1 };
  };

  it.each(lines)('%s: abandonment and mean wait as in the chain of both', (...line) => {
    const { abandoned, wait } = off(line, paceOf);
    // Twice what the pace is off by in the root mean square (`paceWeight`).
    expect(Math.abs(abandoned)).toBeLessThan(0.01);
    expect(Math.abs(wait)).toBeLessThan(0.07);
  });

  it('twin: with the mean by contacts abandonment is twice as far off over all of them', () => {
    const error = (handleSeconds: (kinds: readonly Kind[]) => number): number =>
      Math.sqrt(lines.reduce((sum, line) => sum + off(line, handleSeconds).abandoned ** 2, 0));
    expect(error(meanOf)).toBeGreaterThan(2 * error(paceOf));
  });

  it('the chain is Erlang A where both kinds are alike, and so is the pace', () => {
    const kinds: [Kind, Kind] = [
      [300, 3],
      [300, 4],
    ];
    const exact = chainOf(kinds, 8, 180);
    expect(paceOf(kinds)).toBeCloseTo(300, 9);
    const answered = erlangA(kinds, 8, 180, 300);
    expect(answered.abandoned).toBeCloseTo(exact.abandoned, 5);
    expect(answered.waitSeconds).toBeCloseTo(exact.waitSeconds, 2);
  });

  const line = (silent: string) =>
    documentWith(
      {},
      {
        contactTypes: {
          short: {
            volume: 9000,
            handleTime: { phone: '100 s' },
            patience: { phone: '180 s' },
            variation: { dayToDay: '0%', withinDay: '0%' },
          },
          long: {
            volume: 1500,
            handleTime: { phone: '600 s' },
            patience: { phone: '180 s' },
            variation: { dayToDay: '0%', withinDay: '0%' },
          },
        },
        agents: { all: { skills: ['short', 'long'], wage: '20 per h', shrinkage: '0%' } },
        calendar: { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat' },
        levers: { ivr: { unresponsiveCallers: { share: silent, agentSeconds: '5 s' } } },
      },
    );

  it.each(['0%', '30%'])('a study of both, %s of its calls silent, is as on the exact floor', (silent) => {
    const kpis = compareFloors(line(silent), 64, { edit: withExponentialWork });
    for (const [id, most] of [
      ['abandonment.phone', 0.005],
      ['serviceLevel.phone', 0.015],
    ] as const)
      expect(Math.abs(kpis[id]!.difference), id).toBeLessThan(most + 3 * kpis[id]!.error);
    expect(Math.abs(kpis['meanWait.phone']!.difference / kpis['meanWait.phone']!.exact)).toBeLessThan(0.05);
  });
});
