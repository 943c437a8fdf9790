import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Centre, Patience } from '../src/index.ts';
import { erlangB } from '../src/index.ts';
import { performanceOf } from './fixture.ts';

const SEED = 20_260_101;
const RUNS = { seed: SEED, numRuns: 60 };

/** Identities hold to the promise of two results together; one with a subtraction of shares holds absolutely. */
const close = (a: number, b: number, tolerance = 2e-10): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(b), 1e-12));

const load = fc.double({ min: -1, max: 4, noNaN: true }).map((x) => 10 ** x);
// From a third of a second to an hour, so that patience and handle time may lie four powers of ten apart.
const seconds = fc.double({ min: -0.5, max: 3.5, noNaN: true }).map((x) => 10 ** x);
const share = fc.double({ min: 0, max: 0.5, noNaN: true });

/** Centres from 30% idle to 40% overloaded, of any size to 10,000 erlangs. */
const centres = (patience: fc.Arbitrary<Patience>): fc.Arbitrary<Centre> =>
  fc
    .record({
      load,
      fill: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
      ahtSeconds: seconds,
      patience,
      balkFraction: share,
      thresholdSeconds: seconds,
    })
    .map(({ load, fill, ahtSeconds, ...rest }) => ({
      ...rest,
      ahtSeconds,
      callsPerHour: (load * 3600) / ahtSeconds,
      agents: Math.max(1, Math.round(load / fill)),
    }));

const exponential: fc.Arbitrary<Patience> = seconds.map((meanSeconds) => ({ family: 'exponential', meanSeconds }));
const anyPatience: fc.Arbitrary<Patience> = fc.oneof(
  exponential,
  seconds.map((valueSeconds): Patience => ({ family: 'deterministic', valueSeconds })),
  fc.tuple(seconds, share).map(([high, low]): Patience => ({ family: 'uniform', lowSeconds: low * high, highSeconds: high })),
  fc
    .tuple(fc.double({ min: 0.3, max: 5, noNaN: true }), seconds)
    .map(([shape, scaleSeconds]): Patience => ({ family: 'weibull', shape, scaleSeconds })),
  fc
    .tuple(fc.double({ min: 0.3, max: 20, noNaN: true }), seconds)
    .map(([shape, meanSeconds]): Patience => ({ family: 'gamma', shape, meanSeconds })),
  fc
    .tuple(fc.double({ min: 0.1, max: 3, noNaN: true }), seconds)
    .map(([coefficientOfVariation, meanSeconds]): Patience => ({ family: 'lognormal', meanSeconds, coefficientOfVariation })),
  fc.tuple(share, seconds, seconds).map(([p, a, b]): Patience => ({
    family: 'hyperexponential',
    phases: [
      { share: p, meanSeconds: a },
      { share: 1 - p, meanSeconds: b },
    ],
  })),
);
const places = fc.option(fc.nat(200), { nil: undefined });
const limited = (patience: fc.Arbitrary<Patience>): fc.Arbitrary<Centre> =>
  fc
    .tuple(centres(patience), places)
    .map(([centre, waitingPlaces]) => (waitingPlaces === undefined ? centre : { ...centre, waitingPlaces }));

describe(`for random centres (seed ${SEED})`, () => {
  test('every offered contact is answered, abandons or is blocked', () => {
    fc.assert(
      fc.property(limited(anyPatience), (centre) => {
        const p = performanceOf(centre);
        close(p.answeredFraction + p.abandonedFraction + p.blockedFraction, 1);
        close(p.immediateFraction + p.waitFraction + p.balkedFraction + p.blockedFraction, 1);
        close(p.immediateFraction + p.allBusyFraction, 1);
        for (const rule of Object.keys(p.serviceLevel) as (keyof typeof p.serviceLevel)[])
          close(p.serviceLevel[rule] + p.serviceLevelShortfall[rule], 1);
      }),
      RUNS,
    );
  });

  test('rate conservation: what flows into the agents is what they complete, as their idleness by Erlang B says', () => {
    // Cut between "all busy" and below: the chain below n is that of the loss system, so P(all busy) fixes the mean number busy.
    fc.assert(
      fc.property(limited(anyPatience), (centre) => {
        const p = performanceOf(centre);
        const a = p.offeredLoadErlangs;
        const n = centre.agents;
        // Given that not all are busy the chain is the loss system with n - 1 servers, whose mean is a (1 - B).
        const busy = n * p.allBusyFraction + a * (1 - erlangB(a, n - 1)) * p.immediateFraction;
        close(p.meanBusyAgents, busy);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });

  test("Little's law, P(abandon) = E[W] / mean patience, and conditional means add up (exponential patience)", () => {
    fc.assert(
      fc.property(limited(exponential), (centre) => {
        const p = performanceOf(centre);
        const meanPatience = (centre.patience as { meanSeconds: number }).meanSeconds;
        const admitted = 1 - p.blockedFraction;
        close(p.meanQueue, (centre.callsPerHour / 3600) * admitted * p.meanWaitSeconds);
        close((p.waitFraction * p.meanWaitOfWaitersSeconds) / meanPatience, p.waitFraction * p.abandonedOfWaitersFraction);
        const gaveUp = p.waitFraction * p.abandonedOfWaitersFraction * (p.meanWaitOfAbandonersSeconds ?? 0);
        close(p.answeredFraction * p.asaSeconds + gaveUp, admitted * p.meanWaitSeconds);
      }),
      RUNS,
    );
  });

  test('sabotage: patience off by 2% breaks P(abandon) = E[W] / mean patience', () => {
    fc.assert(
      fc.property(centres(exponential), (centre) => {
        const p = performanceOf(centre);
        const meanPatience = (centre.patience as { meanSeconds: number }).meanSeconds * 1.02;
        expect(Math.abs(p.meanWaitOfWaitersSeconds / meanPatience / p.abandonedOfWaitersFraction - 1)).toBeGreaterThan(2e-10);
      }),
      RUNS,
    );
  });

  test('one exponential as hyperexponential, gamma of shape 1 or Weibull of shape 1 is Erlang A', () => {
    fc.assert(
      fc.property(limited(exponential), (centre) => {
        const { meanSeconds } = centre.patience as { meanSeconds: number };
        const p = performanceOf(centre);
        const twins: Patience[] = [
          {
            family: 'hyperexponential',
            phases: [
              { share: 0.25, meanSeconds },
              { share: 0.75, meanSeconds },
            ],
          },
          { family: 'gamma', shape: 1, meanSeconds },
          { family: 'weibull', shape: 1, scaleSeconds: meanSeconds },
        ];
        for (const patience of twins) {
          const twin = performanceOf({ ...centre, patience });
          for (const name of [
            'abandonedFraction',
            'asaSeconds',
            'meanQueue',
            'waitBeyondThresholdFraction',
            'immediateFraction',
          ] as const) {
            close(twin[name], p[name], 1e-9);
          }
        }
      }),
      { ...RUNS, numRuns: 25 },
    );
  });

  test('more agents: fewer wait, shorter waits, better service, less occupied', () => {
    fc.assert(
      fc.property(centres(anyPatience), (centre) => {
        const p = performanceOf(centre);
        const q = performanceOf({ ...centre, agents: centre.agents + 1 });
        const slack = 1 + 1e-10;
        for (const name of [
          'allBusyFraction',
          'abandonedFraction',
          'meanWaitSeconds',
          'waitBeyondThresholdFraction',
          'occupancyFraction',
        ] as const) {
          expect(q[name]).toBeLessThanOrEqual(p[name] * slack + 1e-12);
        }
        expect(q.serviceLevel['answered / offered'] * slack).toBeGreaterThanOrEqual(p.serviceLevel['answered / offered']);
      }),
      RUNS,
    );
  });

  test('more waiting places: fewer blocked, and in the end none: the endless queue', () => {
    fc.assert(
      fc.property(centres(exponential), fc.integer({ min: 1, max: 100 }), (centre, waitingPlaces) => {
        const tight = performanceOf({ ...centre, waitingPlaces });
        const roomier = performanceOf({ ...centre, waitingPlaces: waitingPlaces + 1 });
        expect(roomier.blockedFraction).toBeLessThanOrEqual(tight.blockedFraction * (1 + 1e-10));
        const endless = performanceOf(centre);
        const vast = performanceOf({ ...centre, waitingPlaces: 1_000_000 });
        for (const name of ['abandonedFraction', 'asaSeconds', 'meanQueue', 'waitBeyondThresholdFraction', 'immediateFraction'] as const)
          close(vast[name], endless[name]);
      }),
      { ...RUNS, numRuns: 40 },
    );
  });
});

describe('limits', () => {
  const base = { callsPerHour: 1200, ahtSeconds: 300, agents: 106, thresholdSeconds: 20 };

  test('patience to infinity: Erlang C, with an error that shrinks as 1 / patience', () => {
    const c = performanceOf(base);
    const gap = (meanSeconds: number): number =>
      Math.abs(performanceOf({ ...base, patience: { family: 'exponential', meanSeconds } }).asaSeconds - c.asaSeconds);
    expect(gap(1e9)).toBeLessThan(1e-5 * c.asaSeconds);
    expect(gap(1e8) / gap(1e9)).toBeGreaterThan(9.9);
    expect(gap(1e8) / gap(1e9)).toBeLessThan(10.1);
    expect(gap(180)).toBeGreaterThan(0.1 * c.asaSeconds);
  });

  test('mean patience = AHT: the number in the system is Poisson', () => {
    for (const [erlangs, agents] of [
      [0.5, 1],
      [20, 25],
      [100, 90],
      [100, 130],
    ] as const) {
      // P(Poisson >= agents) = 1 - sum of e^-A A^k / k!, by its own upward sum from `agents`.
      let term = Math.exp(-erlangs);
      for (let k = 1; k <= agents; k++) term *= erlangs / k;
      let tail = 0;
      for (let k = agents + 1; term > 1e-18; k++) {
        tail += term;
        term *= erlangs / k;
      }
      const centre = { callsPerHour: erlangs * 12, ahtSeconds: 300, agents };
      const at = (meanSeconds: number): number =>
        performanceOf({ ...centre, patience: { family: 'exponential', meanSeconds } }).allBusyFraction;
      expect(Math.abs(at(300) / tail - 1)).toBeLessThan(1e-12);
      expect(Math.abs(at(306) / tail - 1)).toBeGreaterThan(1e-5);
    }
  });

  test('no waiting places: Erlang B, whatever the patience', () => {
    const blocked = performanceOf({ ...base, waitingPlaces: 0, patience: { family: 'exponential', meanSeconds: 60 } }).blockedFraction;
    close(blocked, erlangB(100, 106), 1e-13);
  });

  test('everybody balks: Erlang B too, as abandonment', () => {
    const p = performanceOf({ ...base, balkFraction: 1, patience: { family: 'exponential', meanSeconds: 60 } });
    close(p.abandonedFraction, erlangB(100, 106), 1e-13);
    expect(p.waitFraction).toBe(0);
  });

  test('Erlang A in heavy overload is the fluid: abandonment 1 - 1/rho', () => {
    const p = performanceOf({
      callsPerHour: 1_200_000,
      ahtSeconds: 300,
      agents: 50_000,
      patience: { family: 'exponential', meanSeconds: 180 },
    });
    close(p.abandonedFraction, 0.5, 1e-10);
    close(p.meanQueue, (100_000 - 50_000) * (180 / 300), 1e-10);
  });

  test('agents between whole numbers: smooth and monotone', () => {
    const at = (agents: number): number =>
      performanceOf({ ...base, agents, patience: { family: 'exponential', meanSeconds: 180 } }).abandonedFraction;
    const middle = at(105.5);
    expect(middle).toBeLessThan(at(105));
    expect(middle).toBeGreaterThan(at(106));
    expect(Math.abs(at(106 - 1e-9) / at(106) - 1)).toBeLessThan(1e-8);
  });
});
