import { describe, expect, test } from 'vitest';
import type { Centre } from '../src/index.ts';
import { erlangB } from '../src/index.ts';
import type { Case } from './fixture.ts';
import { describeCentre, fixture, performanceOf, worstDifference } from './fixture.ts';

/** The package's promise for every result above 1e-12. */
const PROMISE = 1e-10;

describe.each([
  ['states', 'birth-death states, 60 digits'],
  ['integrals', 'tanh-sinh integrals one by one, 30 digits'],
  ['chains', 'Markov chains with the phase of every waiting caller, 60 digits'],
])('%s (%s)', (name) => {
  const cases = fixture<Case>(name);

  test(`every result of ${cases.length} centres to a relative 1e-10`, () => {
    const wrong = cases.flatMap(({ centre, expected }) => {
      const { relative, where } = worstDifference(performanceOf(centre), expected);
      return relative <= PROMISE ? [] : [`${relative} ${describeCentre(centre)} ${where}`];
    });
    expect(wrong).toEqual([]);
  });

  test.each<[string, (centre: Centre) => Centre]>([
    ['handle time off by 2%', (centre) => ({ ...centre, ahtSeconds: centre.ahtSeconds * 1.02 })],
    ['one agent more', (centre) => ({ ...centre, agents: centre.agents + 1 })],
    ['half a second on the threshold', (centre) => ({ ...centre, thresholdSeconds: (centre.thresholdSeconds ?? 20) + 0.5 })],
  ])('sabotage: %s is noticed', (sabotage, change) => {
    // The chains hold no waiting-time law, nor does a centre without waiting places.
    const judged = sabotage.includes('threshold')
      ? cases.filter((one) => 'serviceLevel' in one.expected && one.centre.waitingPlaces !== 0)
      : cases;
    const unnoticed = judged.filter(({ centre, expected }) => {
      const changed = change(centre);
      const stable =
        changed.patience !== undefined ||
        changed.waitingPlaces !== undefined ||
        (changed.callsPerHour * changed.ahtSeconds) / 3600 < changed.agents;
      return stable && !(worstDifference(performanceOf(changed), expected).relative > PROMISE);
    });
    // Far in the tails (waits of a fraction of a second) half a second of threshold changes nothing above 1e-12.
    expect(unnoticed.length).toBeLessThanOrEqual(sabotage.includes('threshold') ? judged.length / 2 : 0);
  });

  test('sabotage: patience ignored is noticed', () => {
    const impatient = cases.filter(({ centre }) => centre.patience !== undefined && centre.waitingPlaces !== 0);
    const unnoticed = impatient.filter(({ centre, expected }) => {
      const patient: Centre = { ...centre, patience: { family: 'infinite' } };
      if (patient.waitingPlaces === undefined && (centre.callsPerHour * centre.ahtSeconds) / 3600 >= centre.agents) return false;
      return !(worstDifference(performanceOf(patient), expected).relative > PROMISE);
    });
    expect(unnoticed).toEqual([]);
  });
});

describe('loss (Erlang B by recursion and by integral, 60 digits)', () => {
  const cases = fixture<{ offeredLoadErlangs: number; servers: number; blocking: number }>('loss').filter((one) => one.blocking > 1e-300);
  const error = (sabotage: number): number[] =>
    cases.map((one) => Math.abs(erlangB(one.offeredLoadErlangs * sabotage, one.servers) / one.blocking - 1));

  test(`${cases.length} systems to a relative 1e-12`, () => expect(Math.max(...error(1))).toBeLessThan(1e-12));
  test('sabotage: load off by 2% is noticed', () => expect(Math.min(...error(1.02))).toBeGreaterThan(1e-12));
  test('faults of the program throw', () => {
    expect(() => erlangB(-1, 2)).toThrow(RangeError);
    expect(() => erlangB(1, -2)).toThrow(RangeError);
    expect(() => erlangB(NaN, 2)).toThrow(RangeError);
  });
});
