import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import type { Shard } from '../../src/index.ts';
import { analyse } from '../../src/study/analyse.ts';
import { summarise } from '../../src/study/summarise.ts';
import { tinyModel, tinyTotals, type TinyModel } from '../support/tinyModel.ts';
import { centralSampler, tinyShard, tinyStudy } from '../support/tinyStudy.ts';

const N = 128;
const week: TinyModel = { weeks: 1, period: 'week', groups: [{ name: 'agents', wage: 36 }] };
const floors: TinyModel['floors'] = [{ kpi: 'serviceLevel.phone', side: 'atLeast', value: 0.8, tolerance: 0.005 }];

/** What one world comes to: contacts handled, of them answered in time, and paid seconds, at 36 an hour = 0.01 a second. */
interface OneWorld {
  readonly handled: number;
  readonly inTime: number;
  readonly paid: number;
}

/** Results of models whose worlds are given by formula. */
function run(models: readonly TinyModel[], worldOf: (model: number, replication: number) => OneWorld, replications = N) {
  const study = tinyStudy(
    ...models.map((options, index) => tinyModel({ name: index === 0 ? 'baseline' : `variant ${index}`, ...options })),
  );
  const totalsOf = (model: number, replication: number) => {
    const { handled, inTime, paid } = worldOf(model, replication);
    return tinyTotals(study.models[model]!, {
      counts: { offered: handled, handled, answeredWithinThreshold: inTime },
      agents: { paid },
    });
  };
  const shards = [tinyShard(study, 0, replications, totalsOf)];
  return { study, shards, totalsOf, results: summarise(study, shards, { sampler: centralSampler(study) }) };
}

describe('summarise', () => {
  it('takes the ratio of totals as the mean, and quantiles of the ratios by world', () => {
    // Every other group of eight worlds is busy: 300 contacts at 300 s paid = 3.00; the quiet ones 100 contacts at 600 s = 6.00.
    const { results } = run([week], (_, replication) =>
      replication % 16 < 8 ? { handled: 300, inTime: 300, paid: 90_000 } : { handled: 100, inTime: 50, paid: 60_000 },
    );
    const cpc = results.scenarios[0]!.kpis['cpc.handled']!;
    // (900 + 600) / 400 = 3.75; the mean of ratios would be 4.50.
    expect(cpc.mean!.value).toBeCloseTo(3.75, 12);
    expect(cpc.mean!.value).not.toBeCloseTo(4.5, 1);
    expect(cpc.quantiles!.p5.value).toBeCloseTo(3, 12);
    expect(cpc.quantiles!.p50.value).toBeCloseTo(4.5, 12);
    expect(cpc.quantiles!.p95.value).toBeCloseTo(6, 12);
    // All eight scrambles agree.
    expect(cpc.mean!.upper).toBeCloseTo(3.75, 12);
    expect(cpc.share).toEqual({ ignorance: null, dayToDay: null, queueing: null });
    expect(results.scenarios[0]).toMatchObject({ name: 'baseline', holds: null, versusBaseline: null, floors: [] });
  });

  it('ends the interval of a share at all and at none', () => {
    // One scramble of eight is a little off: by t the interval goes on beyond.
    const at = (rest: number, odd: number) =>
      run([week], (_, replication) => ({ handled: 1000, inTime: replication % 8 === 0 ? odd : rest, paid: 90_000 })).results.scenarios[0]!
        .kpis['serviceLevel.phone']!.mean!;
    expect(at(1000, 990).value).toBeLessThan(1);
    expect(at(1000, 990).upper).toBe(1);
    expect(at(0, 10).lower).toBe(0);
    expect(at(500, 510).upper).toBeLessThan(1);
  });

  it('puts the interval on the spread of the eight scrambles', () => {
    // Scramble s pays 10,000 (s + 1) seconds for 100 contacts: 1.00 (s + 1) each; mean 4.5, half-width t sqrt(6 / 8).
    const { results } = run([week], (_, replication) => ({ handled: 100, inTime: 100, paid: 10_000 * ((replication % 8) + 1) }));
    const { value, lower, upper } = results.scenarios[0]!.kpis['cpc.handled']!.mean!;
    expect([value, lower, upper].map((bound) => bound.toFixed(9))).toEqual(
      [4.5, 4.5 - 2.364624251592785 * Math.sqrt(0.75), 4.5 + 2.364624251592785 * Math.sqrt(0.75)].map((bound) => bound.toFixed(9)),
    );
    expect(results.scenarios[0]!.ledger[0]!.perPeriod.value).toBeCloseTo(450, 9);
  });

  it('restates the ledger per period, and its lines add up to the total cost', () => {
    const centre: TinyModel = {
      weeks: 4,
      period: 'month',
      groups: [{ name: 'agents', wage: 36, onCost: 0.3 }],
      costLines: [{ line: 'rent', amount: 5000, basis: { on: 'period', per: 'month' } }],
    };
    const { results } = run([centre], (_, replication) => ({ handled: 100, inTime: 100, paid: 1000 + replication }));
    const { ledger, kpis } = results.scenarios[0]!;
    expect(ledger.find(({ line }) => line === 'rent')!.perPeriod.value).toBeCloseTo(5000, 9);
    expect(ledger.reduce((sum, { perPeriod }) => sum + perPeriod.value, 0)).toBeCloseTo(kpis['totalCost']!.mean!.value, 8);
  });

  it('says null where there are no contacts, never 0% or 100%', () => {
    const { results } = run([{ ...week, floors }], () => ({ handled: 0, inTime: 0, paid: 3600 }));
    const { kpis, holds } = results.scenarios[0]!;
    expect(kpis['serviceLevel.phone']).toMatchObject({ mean: null, quantiles: null });
    expect(kpis['cpc.handled']).toMatchObject({ mean: null, quantiles: null });
    expect(kpis['totalCost']!.mean!.value).toBeCloseTo(36, 9);
    // A floor on nobody is met.
    expect(holds!.value).toBe(1);
  });

  it('is the same bytes for any shards in any order (property, seed 4)', () => {
    const random = seedrandom('shards');
    const draws = Array.from({ length: 2 * N }, () => random());
    const world = (model: number, replication: number): OneWorld => {
      const draw = draws[model * N + replication]!;
      return { handled: 100 + 50 * draw, inTime: (100 + 50 * draw) * (1 - 0.4 * draw), paid: 50_000 * (1 + draw / 3) };
    };
    const { study, totalsOf, results } = run(
      [
        { ...week, floors },
        { ...week, floors },
      ],
      world,
    );
    const wanted = JSON.stringify(results);
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: N - 1 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        cuts.chain((at) => {
          const ends = [0, ...[...at].sort((a, b) => a - b), N];
          const shards = ends.slice(1).map((to, index): Shard => tinyShard(study, ends[index]!, to, totalsOf));
          return fc.shuffledSubarray(shards, { minLength: shards.length, maxLength: shards.length });
        }),
        (shards) => {
          expect(JSON.stringify(summarise(study, shards, { sampler: centralSampler(study) }))).toBe(wanted);
        },
      ),
      { seed: 4, numRuns: 20 },
    );
    // Twin: one world moved by one contact in a million changes the bytes.
    const moved = run(
      [
        { ...week, floors },
        { ...week, floors },
      ],
      (model, replication) => {
        const one = world(model, replication);
        return model === 1 && replication === 77 ? { ...one, handled: one.handled * (1 + 1e-6) } : one;
      },
    );
    expect(JSON.stringify(moved.results)).not.toBe(wanted);
  });

  it('throws where a replication is missing or comes twice, or where scrambles are uneven', () => {
    const { study, totalsOf } = run([week], () => ({ handled: 1, inTime: 1, paid: 1 }));
    const shard = (from: number, to: number) => tinyShard(study, from, to, totalsOf);
    const of =
      (...shards: Shard[]) =>
      () =>
        summarise(study, shards, { sampler: centralSampler(study) });
    expect(of(shard(0, 64))).not.toThrow();
    expect(of(shard(0, 60), shard(61, 128))).toThrow(/60 to 60 are missing/);
    expect(of(shard(8, 128))).toThrow(/0 to 7 are missing/);
    expect(of(shard(0, 70), shard(64, 128))).toThrow(/64 comes twice/);
    expect(of(shard(0, 8))).not.toThrow();
    expect(of(shard(0, 68))).toThrow(/multiple of 8/);
    expect(of()).toThrow();
    expect(of({ ...shard(0, 64), totals: [new Float64Array(3)] })).toThrow(/hold 3 sums/);
  });

  it('lets nothing that is not finite leave', () => {
    expect(() => run([week], (_, replication) => ({ handled: 1, inTime: 1, paid: replication === 9 ? NaN : 1 }))).toThrow(RangeError);
    expect(() => run([week], (_, replication) => ({ handled: 1, inTime: 1, paid: replication === 9 ? Infinity : 1 }))).toThrow(RangeError);
  });

  it('samples the study’s own leaves where no others are handed in', () => {
    const { study, shards, results } = run([{ ...week, floors }, week], (_, replication) => ({
      handled: 100,
      inTime: 80,
      paid: 100 * replication,
    }));
    expect(JSON.stringify(summarise(study, shards))).toBe(JSON.stringify(results));
  });

  it('measures what is asked for, and always floors, the headline and the total cost, with the same bits', () => {
    const setting = { ...week, floors, headline: 'offered' as const };
    const { study, shards, results } = run([setting, setting], (model, replication) => ({
      handled: 100 + model,
      inTime: 80,
      paid: 100 * (replication + 1),
    }));
    const some = summarise(study, shards, { kpis: (id) => id === 'paidHours' });
    some.scenarios.forEach((scenario, index) => {
      const whole = results.scenarios[index]!;
      expect(Object.keys(scenario.kpis)).toEqual(['cpc.offered', 'totalCost', 'serviceLevel.phone', 'paidHours']);
      for (const [id, summary] of Object.entries(scenario.kpis)) expect(summary, id).toEqual(whole.kpis[id]);
      expect(JSON.stringify([scenario.floors, scenario.holds, scenario.ledger, scenario.versusBaseline?.probability])).toBe(
        JSON.stringify([whole.floors, whole.holds, whole.ledger, whole.versusBaseline?.probability]),
      );
      if (index > 0) expect(Object.keys(scenario.versusBaseline!.kpis)).toEqual(Object.keys(scenario.kpis));
    });
    expect(Object.keys(summarise(study, shards, { kpis: () => false }).scenarios[0]!.kpis)).toHaveLength(3);
  });

  it('prices every world at its own leaves', () => {
    const study = tinyStudy(tinyModel(week));
    const shards = [tinyShard(study, 0, 64, () => tinyTotals(study.models[0]!, { counts: { handled: 100 }, agents: { paid: 3600 } }))];
    const { wage } = study.models[0]!.groups[0]!;
    // A wage of 10 in the first 32 worlds, of 30 in the others.
    const results = summarise(study, shards, {
      sampler: {
        sampleLeaves: (replication, model, leaves) => {
          centralSampler(study).sampleLeaves(replication, model, leaves);
          leaves[wage] = replication < 32 ? 10 : 30;
        },
      },
    });
    const { p5, p95 } = results.scenarios[0]!.kpis['cpc.handled']!.quantiles!;
    expect([p5.value, p95.value]).toEqual([0.1, 0.3]);
  });
});

describe('versus the baseline', () => {
  const setting = { ...week, floors };

  it('pairs world by world', () => {
    // The baseline costs 1.00 to 2.27 by world. The variant saves 0.05 in three worlds of four and costs 0.05 more in the fourth.
    const cost = (replication: number) => 10_000 + 100 * replication;
    const dearer = (replication: number) => Math.floor(replication / 8) % 4 === 3;
    const paired = (of: (replication: number) => number) =>
      run([setting, setting], (model, replication) => ({
        handled: 100,
        inTime: 90,
        paid: model === 0 ? cost(replication) : cost(of(replication)) + (dearer(replication) ? 500 : -500),
      })).results.scenarios[1]!.versusBaseline!;
    const { kpis, probability } = paired((replication) => replication);
    expect(probability.cheaper).toEqual({ value: 0.75, lower: 0.75, upper: 0.75 });
    const difference = kpis['cpc.handled']!;
    expect(difference.quantiles!.p5.value).toBeCloseTo(-0.05, 12);
    expect(difference.quantiles!.p90.value).toBeCloseTo(0.05, 12);
    expect(difference.mean!.value).toBeCloseTo(-0.025, 12);
    // All eight scrambles see the same change, whatever their worlds.
    expect(difference.mean!.upper - difference.mean!.lower).toBeLessThan(1e-12);
    // Twin: the same two distributions of cost, with worlds of the two arms mismatched, say something else.
    expect(paired((replication) => N - 1 - replication).probability.cheaper!.value).not.toBeCloseTo(0.75, 2);
  });

  it('counts holds, noWorse and both, in every world', () => {
    // Eight kinds of world, by floor(replication / 8) mod 8: baseline and variant service level, variant cheaper or not.
    const kinds = [
      { base: 90, ours: 85, cheaper: true }, //  floor met; cheaper                         holds, noWorse, both
      { base: 90, ours: 79, cheaper: true }, //  missed, 11 points worse                    -
      { base: 70, ours: 75, cheaper: true }, //  missed, better than the baseline           noWorse, both
      { base: 75, ours: 74.6, cheaper: true }, // missed, 0.4 points worse: within 0.5      noWorse, both
      { base: 75, ours: 74.4, cheaper: true }, // missed, 0.6 points worse                  -
      { base: 70, ours: 80, cheaper: false }, // met exactly                                holds, noWorse
      { base: 70, ours: 60, cheaper: false }, // missed, worse                              -
      { base: 85, ours: 90, cheaper: false }, // met                                        holds, noWorse
    ];
    const chances = (wrong: boolean) => {
      const { results } = run([setting, setting], (model, replication) => {
        const { base, ours, cheaper } = kinds[Math.floor(replication / 8) % 8]!;
        const inTime = (model === 0) === !wrong ? base : ours;
        return { handled: 100, inTime, paid: 10_000 + (model === 1 ? (cheaper ? -1 : 1) : 0) };
      });
      const { floors: judged, holds, versusBaseline } = results.scenarios[1]!;
      const { probability } = versusBaseline!;
      expect(probability.holds).toEqual(holds);
      expect(judged).toEqual([{ kpi: 'serviceLevel.phone', side: 'atLeast', value: 0.8, holds }]);
      return [probability.cheaper, probability.holds, probability.noWorse, probability.cheaperAndNoWorse].map((chance) => chance!.value);
    };
    expect(chances(false)).toEqual([5 / 8, 3 / 8, 5 / 8, 3 / 8]);
    // Twin: the two arms exchanged.
    expect(chances(true)).not.toEqual([5 / 8, 3 / 8, 5 / 8, 3 / 8]);
  });

  it('judges "at most" floors the other way round', () => {
    const most: TinyModel = { ...week, floors: [{ kpi: 'abandonment.phone', side: 'atMost', value: 0.05, tolerance: 0.002 }] };
    const study = tinyStudy(tinyModel(most), tinyModel({ ...most, name: 'variant' }));
    const kinds = [
      [10, 5], // met exactly
      [4, 6], // missed, worse
      [10, 10.1], // missed, 0.1 points worse: within 0.2
      [10, 8], // missed, better
    ];
    const shards = [
      tinyShard(study, 0, 64, (model, replication) =>
        tinyTotals(study.models[model]!, {
          counts: { offered: 100, handled: 90, abandoned: kinds[Math.floor(replication / 8) % 4]![model]! },
          agents: { paid: 1 },
        }),
      ),
    ];
    const { probability } = summarise(study, shards, { sampler: centralSampler(study) }).scenarios[1]!.versusBaseline!;
    expect([probability.holds!.value, probability.noWorse!.value, probability.cheaper!.value]).toEqual([1 / 4, 3 / 4, 0]);
  });

  it('says nothing of quality where no floor is set', () => {
    const { results } = run([week, week], (model) => ({ handled: 100, inTime: 90, paid: 1000 - model }));
    expect(results.scenarios[1]!.versusBaseline!.probability).toMatchObject({ holds: null, noWorse: null, cheaperAndNoWorse: null });
    // Cheaper in all 128 worlds: at least 0.05^(1/128).
    expect(results.scenarios[1]!.versusBaseline!.probability.cheaper!.lower).toBeCloseTo(0.05 ** (1 / N), 12);
  });

  it('compares by the baseline’s headline, and not at all without contacts', () => {
    const { study, shards } = run([week, week], () => ({ handled: 0, inTime: 0, paid: 1000 }));
    const { versusBaseline } = analyse(study, shards, { sampler: centralSampler(study) }).scenarios[1]!;
    expect(versusBaseline!.cheaper.every((is) => is === 0)).toBe(true);
    const { results } = run([week, week], () => ({ handled: 0, inTime: 0, paid: 1000 }));
    expect(results.scenarios[1]!.versusBaseline!.probability.cheaper).toBeNull();
    expect(results.scenarios[1]!.versusBaseline!.kpis['cpc.handled']).toMatchObject({ mean: null, quantiles: null });
  });
});
