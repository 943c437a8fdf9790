import { describe, expect, it } from 'vitest';
import {
  beyond,
  createPool,
  evaluateLoad,
  offeredLoad,
  queueFieldCount,
  setPool,
  soonBeyond,
  waitBeyond,
} from '../../src/floor/erlang/intervalQueue.ts';
import { countIndex, createReplicator, totalsLayout, type CountField } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { stationary } from './birthDeath.ts';
import { studyOn } from './twoFloors.ts';

/** Chance that a sum of exponential times of these rates is at most `time`, by the forward equations in small steps (Runge and Kutta). */
function sumWithin(rates: readonly number[], time: number): number {
  const steps = 4000;
  const step = time / steps;
  let state = rates.map((_, stage): number => (stage === 0 ? 1 : 0));
  const slope = (at: readonly number[]): number[] =>
    at.map((here, stage) => (stage === 0 ? 0 : rates[stage - 1]! * at[stage - 1]!) - rates[stage]! * here);
  const ahead = (at: readonly number[], along: readonly number[], by: number): number[] =>
    at.map((here, stage) => here + by * along[stage]!);
  for (let done = 0; done < steps; done++) {
    const k1 = slope(state);
    const k2 = slope(ahead(state, k1, step / 2));
    const k3 = slope(ahead(state, k2, step / 2));
    const k4 = slope(ahead(state, k3, step));
    state = state.map((here, stage) => here + (step / 6) * (k1[stage]! + 2 * k2[stage]! + 2 * k3[stage]! + k4[stage]!));
  }
  return 1 - state.reduce((sum, here) => sum + here, 0);
}

describe('who waits behind so many, against the birth-death chain', () => {
  const threshold = 0.1;
  const cases = [
    { load: 8, agents: 10, patience: 0.4, balk: 0 },
    { load: 12, agents: 10, patience: 0.6, balk: 0.05 },
    { load: 31, agents: 30, patience: 2, balk: 0 },
  ];

  it.each(cases)('$load erlangs, $agents agents: how many, their square, and who is answered soon', (chain) => {
    const pool = createPool();
    setPool(pool, { agents: chain.agents, patience: chain.patience, balk: chain.balk, threshold });
    const row = new Float64Array(queueFieldCount);
    row[offeredLoad] = chain.load;
    evaluateLoad(row, pool);
    const states = stationary(chain);
    for (const least of [0, 2, 5]) {
      const exact = { chance: 0, waiting: 0, square: 0, soon: 0, sooner: 0 };
      for (let waiting = least; chain.agents + waiting < states.length; waiting++) {
        const here = states[chain.agents + waiting]!;
        exact.chance += here;
        exact.waiting += here * waiting;
        exact.square += here * waiting * waiting;
        const rates = Array.from({ length: waiting + 1 }, (_, left) => chain.agents + (waiting - left) / chain.patience);
        if (waiting >= 20) continue;
        exact.soon += here * sumWithin(rates, threshold);
        exact.sooner += here * sumWithin(rates, threshold / 2);
      }
      const soon = soonBeyond(row, pool, least);
      expect(soon).toBeCloseTo(exact.soon, 5);
      // Twin: at half of the threshold it is another chance.
      expect(soon / exact.sooner).toBeGreaterThan(1.2);
      waitBeyond(row, pool, least);
      for (const field of ['chance', 'waiting', 'square'] as const)
        expect(Math.abs(beyond[field] - exact[field]) / Math.max(1, exact[field]), field).toBeLessThan(1e-4);
    }
  });
});

describe('who joins a line in which nobody has patience', () => {
  it('waits for one of the agents alone, and that is known at once', () => {
    const pool = createPool();
    setPool(pool, { agents: 2, patience: 1 / 300, balk: 0, threshold: 20 / 300 });
    const row = new Float64Array(queueFieldCount);
    row[offeredLoad] = 40;
    evaluateLoad(row, pool);
    waitBeyond(row, pool, 0);
    const { chance } = beyond;
    // Two agents are busy, and who is ahead gives up within a second: the chance that one of them ends within the threshold.
    expect(soonBeyond(row, pool, 0) / chance).toBeCloseTo(1 - Math.exp(-2 * (20 / 300)), 2);
    expect(soonBeyond(row, pool, 10)).toBeLessThan(1e-6);
  });
});

describe('a wait that is as long as its mean', () => {
  // From 500 handle times of all agents within the threshold on; just before it the sum is exact.
  it('is where the sum leaves off, in an overload that waits about as long', () => {
    const at = (threshold: number): number => {
      const pool = createPool();
      setPool(pool, { agents: 5000, patience: 2, balk: 0, threshold });
      const row = new Float64Array(queueFieldCount);
      row[offeredLoad] = 5300;
      evaluateLoad(row, pool);
      return soonBeyond(row, pool, 0);
    };
    const [before, after] = [at(0.09999), at(0.10001)];
    expect(before).toBeGreaterThan(0.05);
    expect(before).toBeLessThan(0.95);
    expect(Math.abs(after - before)).toBeLessThan(0.05);
    // Twin: a tenth further on it is another chance.
    expect(at(0.11) - before).toBeGreaterThan(0.05);
  });
});

/** Ten agents with eight erlangs around the clock, offered a callback as soon as they would wait: what the instant floor counts in a week. */
function weekOf(accepts: string) {
  const path = 'contactTypes.service';
  const document = documentWith(
    {
      [`${path}.volume`]: { value: '16128 per week', counted: 'needs' },
      [`${path}.variation`]: { dayToDay: '0%', shared: '100%', withinDay: '0%' },
      [`${path}.handleTime.phone`]: { mean: '300 s', family: 'exponential' },
      [`${path}.patience.phone`]: { mean: '120 s', balk: '0%' },
      [`${path}.firstContactResolution`]: '100%',
      [`${path}.repeat.share`]: '0%',
      [`${path}.redial.share`]: '0%',
    },
    {
      calendar: { interval: '60 min', open: { 'mon-sun': '00:00-24:00' }, dayShape: Array<number>(24).fill(1) },
      staffing: { plan: 'roster', roster: { team: { 'mon-sun': 10 } }, scheduleEfficiency: '100%' },
      levers: { callback: { offerWhenWaitExceeds: '0 s', accepts, reached: '100%', dialSeconds: '0 s' } },
    },
  );
  const study = studyOn('erlang', document);
  const model = study.models[0]!;
  const layout = totalsLayout(model);
  const totals = createReplicator(study)(0, 1).totals[0]!;
  const count = (field: CountField): number => totals[countIndex(layout, field, 0, 0)]!;
  return {
    accepted: count('callbackAccepted') / count('offered'),
    abandoned: count('abandoned') / count('offered'),
    within: count('answeredWithinThreshold') / (count('offered') - count('callbackAccepted')),
    callbackWait: count('callbackWaitSeconds') / count('callbackReached'),
    wait: count('waitSecondsAnswered') / count('offered'),
  };
}

describe('callbacks that keep their place, against Erlang C', () => {
  // Where all who would wait take one and all are reached, the line is M/M/n: Erlang's second formula for 10 agents and 8 erlangs, and 300 s / (10 - 8).
  const waits = 0.4091801507964435;
  const holds = (week: ReturnType<typeof weekOf>): boolean =>
    Math.abs(week.accepted - waits) < 0.01 &&
    Math.abs(week.callbackWait / 150 - 1) < 0.03 &&
    week.abandoned < 0.002 &&
    week.within > 0.995 &&
    week.wait < 0.3;

  it('has as many of them as would wait, who wait as long, and nobody else who waits or gives up', () => {
    expect(holds(weekOf('100%'))).toBe(true);
  });

  it('tells a tenth who stay on the line apart', () => {
    expect(holds(weekOf('90%'))).toBe(false);
  });
});
