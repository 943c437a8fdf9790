import type { Correlation } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { centralWorld } from '../../src/world/centralWorld.ts';
import { createSampler } from '../../src/world/sampleWorld.ts';
import type { World } from '../../src/world/world.ts';
import { certain, range, smallModel, smallStudy, type Wanted } from './smallStudy.ts';
import { correlationOf, meanOf } from './spread.ts';

const baseline = smallModel('baseline');
const volume = 'contactTypes.billing.volume';
const crossing: readonly Correlation[] = [
  { ends: ['volume', 'wage'], rho: 0.4 },
  { ends: ['contactTypes.technical.handleTime.phone.mean', 'costs.technology'], rho: 0.3 },
  { ends: ['contactTypes.billing.patience.phone.mean', 'handleTime'], rho: -0.3 },
];

/** The world of one replication, as bits. */
function bitsOf(
  models: readonly Model[],
  replication: number,
  model = 0,
  correlations: readonly Correlation[] = [],
  seed = 'bits',
): string {
  const sampler = createSampler(smallStudy(models, correlations, seed));
  const world = sampler.createWorld(model);
  sampler.sample(replication, model, world);
  return JSON.stringify([
    world.replication,
    ...[world.leaves, world.busyness, world.withinDay, world.forecast, world.rounding].map((array) => [...array]),
  ]);
}

const further: readonly Wanted[] = [
  { path: 'contactTypes.billing.other', distribution: range(1, 2, 3), class: 'volume' },
  { path: 'levers.software.handleTime', distribution: range(0.1, 0.2, 0.3) },
  { path: 'agents.frontline.bonus', distribution: range(1, 2, 4), class: 'wage', role: 'financial' },
  { path: 'contactTypes.billing.variation.dayToDay', distribution: range(0.05, 0.08, 0.1) },
];

describe('no variant moves another world', () => {
  for (const [name, correlations] of [
    ['without correlations', []],
    ['with correlations across roles', crossing],
  ] as const) {
    it(`${name}: the baseline has the same bits alone and beside variants with uncertain paths of their own`, () => {
      for (const replication of [0, 1, 8, 1000]) {
        const alone = bitsOf([baseline], replication, 0, correlations);
        for (let k = 0; k < further.length; k++) {
          expect(bitsOf([baseline, smallModel('variant', further.slice(k))], replication, 0, correlations)).toBe(alone);
        }
        const more = smallModel('more types', further, ['sales', 'billing', 'technical'], ['back office', 'frontline']);
        expect(bitsOf([baseline, more], replication, 0, correlations)).toBe(alone);
      }
      // The twin: another range of one leaf of its own.
      expect(bitsOf([smallModel('baseline', [{ path: volume, distribution: range(899, 1000, 1200) }])], 1, 0, correlations)).not.toBe(
        bitsOf([baseline], 1, 0, correlations),
      );
    });

    it(`${name}: nor does the order of the variants, also in a class that the baseline is certain of`, () => {
      const sure = smallModel(
        'baseline',
        baseline.leaves.map(({ path }) => ({ path, distribution: certain(0.2) })),
      );
      const a = smallModel('a', [{ path: 'a.volume', distribution: range(1, 2, 3), class: 'volume' }]);
      const b = smallModel('b', [{ path: 'b.volume', distribution: range(1, 2, 3), class: 'volume' }]);
      for (const first of [baseline, sure]) {
        const alone = bitsOf([first, a], 5, 1, correlations);
        expect(bitsOf([first, a, b], 5, 1, correlations)).toBe(alone);
        expect(bitsOf([first, b, a], 5, 2, correlations)).toBe(alone);
      }
    });
  }

  it('a variant lives in the same world: equal leaves and draws, bit for bit', () => {
    const variant = smallModel('variant', [{ path: volume, distribution: range(400, 500, 600) }]);
    const sampler = createSampler(smallStudy([baseline, variant]));
    const [one, other] = [sampler.createWorld(0), sampler.createWorld(1)];
    sampler.sample(77, 0, one);
    sampler.sample(77, 1, other);
    expect(other.busyness).toEqual(one.busyness);
    expect(other.withinDay).toEqual(one.withinDay);
    expect(other.forecast).toEqual(one.forecast);
    expect(other.rounding).toEqual(one.rounding);
    const differing = baseline.leaves.filter((_, leaf) => one.leaves[leaf] !== other.leaves[leaf]).map(({ path }) => path);
    expect(differing).toEqual([volume]);
  });

  it('a type or group added changes no draw of the others', () => {
    const more = smallModel('more', [], ['sales', 'billing', 'technical'], ['back office', 'frontline']);
    const sampler = createSampler(smallStudy([baseline, more]));
    const [one, other] = [sampler.createWorld(0), sampler.createWorld(1)];
    sampler.sample(3, 0, one);
    sampler.sample(3, 1, other);
    const column = (array: Float64Array, columns: number, k: number): number[] => [...array].filter((_, i) => i % columns === k);
    for (const field of ['busyness', 'withinDay', 'forecast'] as const) {
      for (let type = 0; type < 2; type++) expect(column(other[field], 3, type + 1)).toEqual(column(one[field], 2, type));
      expect(column(other[field], 3, 0)).not.toEqual(column(one[field], 2, 0));
    }
    expect(column(other.rounding, 2, 1)).toEqual([...one.rounding]);
  });

  it('days are numbered by the calendar: closing one leaves the others as they were', () => {
    const { calendar } = baseline;
    const shorter: Model = {
      ...baseline,
      calendar: {
        ...calendar,
        days: calendar.days - 1,
        intervals: calendar.intervals - 20,
        firstInterval: calendar.firstInterval.slice(0, -1),
        dayOffset: calendar.dayOffset.slice(1),
        weekday: calendar.weekday.slice(1),
        week: calendar.week.slice(1),
        slot: calendar.slot.slice(20),
      },
    };
    const sampler = createSampler(smallStudy([baseline, shorter]));
    const [one, other] = [sampler.createWorld(0), sampler.createWorld(1)];
    sampler.sample(3, 0, one);
    sampler.sample(3, 1, other);
    expect([...other.busyness]).toEqual([...one.busyness.slice(2)]);
    expect([...other.withinDay]).toEqual([...one.withinDay.slice(40)]);
    expect([...other.rounding]).toEqual([...one.rounding.slice(20)]);
  });
});

describe('operational and financial', () => {
  it('a price that changes, or becomes certain, leaves every operational value as it was', () => {
    const operational = (model: Model, correlations: readonly Correlation[]): string => {
      const sampler = createSampler(smallStudy([model, smallModel('variant', further)], correlations));
      const world = sampler.createWorld(0);
      const own = sampler.createWorld(1);
      let all = '';
      for (const replication of [0, 5, 4095]) {
        sampler.sample(replication, 0, world);
        sampler.sample(replication, 1, own);
        const values = model.leaves.map((leaf, i) => (leaf.role === 'operational' ? world.leaves[i] : 0));
        // Of the variant all that it shares with nobody's prices.
        const owns = further.map(
          ({ path }) =>
            own.leaves[smallModel('variant', further).leaves.findIndex((leaf) => leaf.path === path && leaf.role === 'operational')],
        );
        all += JSON.stringify([values, owns, [...world.busyness], [...world.rounding], [...world.forecast], [...world.withinDay]]);
      }
      return all;
    };
    for (const correlations of [[], crossing]) {
      const before = operational(baseline, correlations);
      expect(operational(smallModel('baseline', [{ path: 'agents.frontline.wage', distribution: range(10, 20, 40) }]), correlations)).toBe(
        before,
      );
      expect(operational(smallModel('baseline', [{ path: 'agents.frontline.wage', distribution: certain(18) }]), correlations)).toBe(
        before,
      );
      expect(operational(smallModel('baseline', [{ path: 'costs.technology', distribution: certain(18) }]), correlations)).toBe(before);
      expect(operational(smallModel('baseline', [{ path: volume, distribution: certain(1000) }]), correlations)).not.toBe(before);
    }
  });

  it('leaves alone are those of the whole world', () => {
    const sampler = createSampler(smallStudy([baseline], crossing));
    const world = sampler.createWorld(0);
    const leaves = new Float64Array(baseline.leaves.length);
    for (const replication of [3, 12, 3]) {
      sampler.sampleLeaves(replication, 0, leaves);
      sampler.sample(replication, 0, world);
      expect(leaves).toEqual(world.leaves);
    }
  });
});

describe('any order, the same bits', () => {
  it('replications and models in any order', () => {
    const models = [baseline, smallModel('variant', further)];
    const study = smallStudy(models, crossing);
    const alone = (replication: number, model: number): World => {
      const sampler = createSampler(study);
      const world = sampler.createWorld(model);
      sampler.sample(replication, model, world);
      return world;
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 6 }),
        (visits) => {
          const sampler = createSampler(study);
          const worlds = [sampler.createWorld(0), sampler.createWorld(1)];
          for (const [replication, model] of visits) {
            sampler.sample(replication, model, worlds[model]!);
            expect(worlds[model]).toEqual(alone(replication, model));
          }
        },
      ),
      { seed: 20260105, numRuns: 20 },
    );
  });

  it('seeds and replications differ', () => {
    const worlds = new Set<string>();
    for (const seed of ['a', 'b'])
      for (let replication = 0; replication < 16; replication++) worlds.add(bitsOf([baseline], replication, 0, [], seed).slice(4));
    expect(worlds.size).toBe(32);
  });
});

describe('moments (seed "small study")', () => {
  const n = 4000;
  const sampler = createSampler(smallStudy([baseline]));
  const world = sampler.createWorld(0);
  const busyness: Float64Array[] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const forecast = [new Float64Array(n), new Float64Array(n)];
  const interval = new Float64Array(n);
  const rounding = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    sampler.sample(r, 0, world);
    // Day 0 of both types, day 1 of the first.
    for (let k = 0; k < 3; k++) busyness[k]![r] = world.busyness[k]!;
    for (let k = 0; k < 2; k++) forecast[k]![r] = world.forecast[k]!;
    interval[r] = world.withinDay[10]!;
    rounding[r] = world.rounding[7]!;
  }
  const cvOf = (values: Float64Array): number => Math.sqrt(meanOf(values.map((x) => (x - 1) ** 2)));
  /** Four standard errors of a mean, and of a standard deviation with near-normal kurtosis (excess at most 6 cv^2 = 0.04). */
  const ofMean = (cv: number): number => (4 * cv) / Math.sqrt(n);
  const ofSpread = (cv: number): number => (4 * cv * Math.sqrt(0.51)) / Math.sqrt(n);

  it('a day has mean 1 and cv 8%', () => {
    for (const values of busyness) {
      expect(Math.abs(meanOf(values) - 1)).toBeLessThan(ofMean(0.08));
      expect(Math.abs(cvOf(values) - 0.08)).toBeLessThan(ofSpread(0.08));
    }
    expect(Math.abs(cvOf(busyness[0]!) * 1.06 - 0.08)).toBeGreaterThan(ofSpread(0.08));
  });

  it('of whose variance types share 70% on a day and nothing across days', () => {
    // Standard error of a correlation: (1 - r^2) / sqrt(n).
    expect(Math.abs(correlationOf(busyness[0]!, busyness[1]!) - 0.7)).toBeLessThan((4 * 0.51) / Math.sqrt(n));
    expect(Math.abs(correlationOf(busyness[0]!, busyness[1]!) - 0.75)).toBeGreaterThan((4 * 0.51) / Math.sqrt(n) / 2);
    expect(Math.abs(correlationOf(busyness[0]!, busyness[2]!))).toBeLessThan(4 / Math.sqrt(n));
  });

  it('an interval has mean 1 and cv 5%, a forecast mean 1 and cv 5%, independent by type', () => {
    for (const values of [interval, ...forecast]) {
      expect(Math.abs(meanOf(values) - 1)).toBeLessThan(ofMean(0.05));
      expect(Math.abs(cvOf(values) - 0.05)).toBeLessThan(ofSpread(0.05));
      expect(Math.abs(cvOf(values) * 1.06 - 0.05)).toBeGreaterThan(ofSpread(0.05));
    }
    expect(Math.abs(correlationOf(forecast[0]!, forecast[1]!))).toBeLessThan(4 / Math.sqrt(n));
  });

  it('a large cv is exact too: the product of the common and the own part', () => {
    const wild = smallModel('baseline', [
      { path: 'contactTypes.billing.variation.dayToDay', distribution: certain(0.6) },
      { path: 'contactTypes.billing.variation.shared', distribution: certain(0.5) },
    ]);
    const wildSampler = createSampler(smallStudy([wild]));
    const wildWorld = wildSampler.createWorld(0);
    let sum = 0;
    let squares = 0;
    const days = wild.calendar.days;
    for (let r = 0; r < n; r++) {
      wildSampler.sample(r, 0, wildWorld);
      for (let day = 0; day < days; day++) {
        const x = wildWorld.busyness[day * 2]! - 1;
        sum += x;
        squares += x * x;
      }
    }
    const count = n * days;
    expect(Math.abs(sum / count)).toBeLessThan((4 * 0.6) / Math.sqrt(count));
    // Kurtosis of a Gamma with cv 0.6 is 3 + 6 x 0.36 = 5.2, of the product somewhat more: 7 is safe.
    const tolerance = (4 * 0.36 * Math.sqrt(6)) / Math.sqrt(count);
    expect(Math.abs(squares / count - 0.36)).toBeLessThan(tolerance);
    // The sum of the parts' variances, without their product, would be 0.36 - 0.0324 / 1.18.
    expect(0.0324 / 1.18).toBeGreaterThan(tolerance);
  });

  it('a poor forecast still has mean 1', () => {
    const poor = smallModel('baseline', [{ path: 'staffing.forecastError', distribution: certain(0.8) }]);
    const poorSampler = createSampler(smallStudy([poor]));
    const poorWorld = poorSampler.createWorld(0);
    let sum = 0;
    let squares = 0;
    for (let r = 0; r < n; r++) {
      poorSampler.sample(r, 0, poorWorld);
      for (const value of poorWorld.forecast) {
        sum += value;
        squares += (value - 1) ** 2;
      }
    }
    const count = n * poorWorld.forecast.length;
    const tolerance = (4 * 0.8) / Math.sqrt(count);
    expect(Math.abs(sum / count - 1)).toBeLessThan(tolerance);
    // The twin, without the factor exp(-sigma^2 / 2), has mean sqrt(1 + cv^2) = 1.28.
    expect(Math.sqrt(1.64) - 1).toBeGreaterThan(tolerance);
    // Kurtosis of a lognormal with cv 0.8: w^4 + 2 w^3 + 3 w^2 - 3 = 21.1 with w = 1.64.
    expect(Math.abs(squares / count - 0.64)).toBeLessThan((4 * 0.64 * Math.sqrt(20.1)) / Math.sqrt(count));
  });

  it('rounding is uniform', () => {
    expect(Math.abs(meanOf(rounding) - 0.5)).toBeLessThan(4 / Math.sqrt(12 * n));
    expect(Math.min(...rounding)).toBeGreaterThan(0);
    expect(Math.max(...rounding)).toBeLessThan(1);
  });

  it('leaves have their P10, P50 and P90 to the evenness of 500 points in each scramble', () => {
    const leaves = baseline.leaves.flatMap((leaf, i) =>
      leaf.distribution.family === 'range' ? [{ i, distribution: leaf.distribution }] : [],
    );
    const below = leaves.map(() => [0, 0, 0] as [number, number, number]);
    const values = new Float64Array(baseline.leaves.length);
    for (let r = 0; r < 4096; r++) {
      sampler.sampleLeaves(r, 0, values);
      leaves.forEach(({ i, distribution: { low, likely, high } }, k) => {
        [low, likely, high].forEach((edge, q) => (below[k]![q]! += values[i]! < edge ? 1 : 0));
      });
    }
    for (const counts of below) {
      counts.forEach((count, q) => {
        const p = [0.1, 0.5, 0.9][q]!;
        // Plain binomial error; correlated leaves are not nets in one dimension.
        const tolerance = 4 * Math.sqrt((p * (1 - p)) / 4096);
        expect(Math.abs(count / 4096 - p)).toBeLessThan(tolerance);
        expect(Math.abs(count / 4096 - (p + 0.04))).toBeGreaterThan(tolerance);
      });
    }
  });
});

describe('centralWorld', () => {
  it('has medians, no busyness, a true forecast and halves', () => {
    const world = centralWorld(baseline);
    expect(world.leaves[baseline.leaves.findIndex(({ path }) => path === volume)]).toBe(1000);
    for (const [array, value] of [
      [world.busyness, 1],
      [world.withinDay, 1],
      [world.forecast, 1],
      [world.rounding, 0.5],
    ] as const) {
      expect(array.length).toBeGreaterThan(0);
      expect(array.every((x) => x === value)).toBe(true);
    }
  });
});
