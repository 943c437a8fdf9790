import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceAmong, type Chance } from '../../src/study/estimate.ts';
import type { Event } from '../../src/study/events.ts';
import { agreeing } from '../../src/study/jointChance.ts';

/** Per future a bit each: meets the first floor, meets the second, is no worse than the baseline, is cheaper. */
const futures = (count: number) => fc.array(fc.integer({ min: 0, max: 15 }), { minLength: count, maxLength: count });

/** What is so in a future, by its bits: all that holds is no worse, as `noWorseThan` has it. */
const isSo = {
  first: (bits: number) => (bits & 1) !== 0,
  second: (bits: number) => (bits & 2) !== 0,
  cheaper: (bits: number) => (bits & 8) !== 0,
  holds: (bits: number) => (bits & 3) === 3,
  noWorse: (bits: number) => (bits & 3) === 3 || (bits & 4) !== 0,
  cheaperAndNoWorse: (bits: number) => (bits & 8) !== 0 && ((bits & 3) === 3 || (bits & 4) !== 0),
};

/** As it is said: a corrected share may come out beyond 0 or 1. */
const within = ({ share }: Chance): number => Math.min(1, Math.max(0, share(0, 1)));

/** Chances of 64 futures that 16 of the exact floor correct; of those sixteen the instant floor says what the first sixteen say. */
function corrected(instant: readonly number[], exact: readonly number[]) {
  const column = (bits: readonly number[], is: (bits: number) => boolean) => Uint8Array.from(bits, (each) => (is(each) ? 1 : 0));
  const of = (is: (bits: number) => boolean): Chance => chanceAmong(column(instant, is), column(exact, is));
  const raw = (events: readonly Event[]): Chance => of((bits) => events.every((event) => isSo[event as keyof typeof isSo](bits)));
  const floors = [of(isSo.first), of(isSo.second)];
  const read = (chanceIn: (events: readonly Event[]) => Chance | null) => {
    const chance = (...events: Event[]): number => within(chanceIn(events)!);
    return {
      cheaper: chance('cheaper'),
      noWorse: chance('noWorse'),
      holds: chance('holds'),
      cheaperAndNoWorse: chance('cheaperAndNoWorse'),
      cheaperAndHolds: chance('cheaper', 'holds'),
      floors: floors.map(within),
    };
  };
  return { raw: read(raw), agreed: read(agreeing(raw, floors)) };
}

/** By how much chances are at odds with each other; at most 0: not at all. */
function odds({ cheaper, noWorse, holds, cheaperAndNoWorse, cheaperAndHolds, floors }: ReturnType<typeof corrected>['raw']): number {
  const [first, second] = floors as [number, number];
  return Math.max(
    holds - Math.min(first, second),
    first + second - 1 - holds,
    holds - noWorse,
    cheaperAndNoWorse - Math.min(cheaper, noWorse),
    cheaper + noWorse - 1 - cheaperAndNoWorse,
    cheaperAndHolds - Math.min(cheaper, holds),
    cheaper + holds - 1 - cheaperAndHolds,
  );
}

const rounding = 1e-12;

describe('corrected chances', () => {
  it('agree: what happens together is no more frequent than its parts, nor rarer than they leave (property)', () => {
    fc.assert(
      fc.property(futures(64), futures(16), (instant, exact) => {
        expect(odds(corrected(instant, exact).agreed)).toBeLessThan(rounding);
      }),
      { seed: 11 },
    );
  });

  it('twin: each by itself they do not, in many of these studies', () => {
    const studies = fc.sample(fc.tuple(futures(64), futures(16)), { numRuns: 100, seed: 11 });
    expect(studies.filter(([instant, exact]) => odds(corrected(instant, exact).raw) > 0.01).length).toBeGreaterThan(20);
  });

  it('are left alone where they agree: of futures of one floor, and where the other says the same', () => {
    fc.assert(
      fc.property(futures(64), (instant) => {
        const { raw, agreed } = corrected(instant, instant.slice(0, 16));
        expect(odds(raw)).toBeLessThan(rounding);
        for (const name of ['cheaper', 'noWorse', 'holds', 'cheaperAndNoWorse', 'cheaperAndHolds'] as const)
          expect(Math.abs(agreed[name] - raw[name])).toBeLessThan(rounding);
      }),
      { seed: 12 },
    );
  });
});
