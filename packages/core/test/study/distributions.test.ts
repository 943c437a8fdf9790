import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  differenceIn,
  distributionOf,
  distributionOfDifference,
  findingsOf,
  replicate,
  summariseAnalysis,
  worldsOf,
} from '../../src/index.ts';
import { distributionOfValues, sortWorlds, type SortedWorlds } from '../../src/study/distribution.ts';
import { quantileLevels } from '../../src/study/results.ts';
import { studyOf } from '../support/document.ts';
import { everythingWith } from '../support/everything.ts';

const ascending = (values: readonly number[]): readonly number[] => values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);

describe('sortWorlds', () => {
  const agrees = (values: readonly number[], sort: (values: Float64Array) => SortedWorlds): void => {
    const { all, byScramble } = sort(Float64Array.from(values));
    expect(Array.from(all)).toEqual(ascending(values));
    expect(byScramble).toHaveLength(8);
    byScramble.forEach((part, scramble) =>
      expect(Array.from(part)).toEqual(ascending(values.filter((_, replication) => replication % 8 === scramble))),
    );
  };
  const value = fc.oneof(
    { weight: 8, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0) },
    fc.constantFrom(0, 1, 1, NaN),
  );
  const worlds = fc.oneof(...[64, 136, 512].map((length) => fc.array(value, { minLength: length, maxLength: length })));

  it('sorts all worlds, and those of each scramble, leaving out those without contacts (seed 3)', () => {
    fc.assert(
      fc.property(worlds, (values) => agrees(values, sortWorlds)),
      { seed: 3, numRuns: 60 },
    );
    expect(sortWorlds(new Float64Array(64).fill(NaN)).all).toHaveLength(0);
  });

  it('twin: parts joined without merging are found out', () => {
    const joined = (values: Float64Array): SortedWorlds => {
      const { byScramble } = sortWorlds(values);
      return { byScramble, all: Float64Array.from(byScramble.flatMap((part) => Array.from(part))) };
    };
    expect(() =>
      fc.assert(
        fc.property(worlds, (values) => agrees(values, joined)),
        { seed: 3, numRuns: 60 },
      ),
    ).toThrow();
  });
});

describe('what charts are drawn from', () => {
  const study = studyOf(everythingWith());
  const { scenarios } = analyse(study, [replicate(study, 0, 128)]);
  const results = summariseAnalysis({ replications: 128, scenarios });
  const ids = scenarios[0]!.kpis.map(({ kpi }) => kpi.id);

  it('has every reported quantile, of a KPI and of its difference, by the same rule', () => {
    let compared = 0;
    for (const id of ids) {
      const [baseline, variant] = scenarios;
      const ours = worldsOf(variant!.kpis, id);
      const own = results.scenarios[1]!.kpis[id]!.quantiles;
      const difference = results.scenarios[1]!.versusBaseline!.kpis[id]!.quantiles;
      for (const level of quantileLevels) {
        const name = `p${Math.round(level * 100)}` as 'p5';
        expect(distributionOf(ours).quantile(level)).toBe(own === null ? NaN : own[name].value);
        const between = distributionOfDifference(ours, worldsOf(baseline!.kpis, id));
        expect(between.quantile(level)).toBe(difference === null ? NaN : difference[name].value);
        compared++;
      }
    }
    expect(compared).toBe(7 * ids.length);
  });

  it('has the difference by its id, whatever the worlds are kept as, worked out once', () => {
    const [baseline, variant] = scenarios;
    for (const id of ids) {
      const known = differenceIn(variant!, id)!;
      expect(differenceIn(variant!, id)).toBe(known);
      expect(differenceIn(findingsOf(variant!), id)).toBe(known);
      expect(known).toBe(distributionOfDifference(worldsOf(variant!.kpis, id), worldsOf(baseline!.kpis, id)));
    }
    expect(differenceIn(baseline!, ids[0]!)).toBe(null);
    for (const of of [variant!, findingsOf(variant!)]) expect(() => differenceIn(of, 'cpc.unheard')).toThrow(/cpc.unheard/);
  });

  it('has the least, the greatest, and none where there are no contacts', () => {
    const waits = worldsOf(scenarios[0]!.kpis, 'meanWait.phone');
    const { quantile } = distributionOf(waits);
    const values = Array.from(waits.numerator, (above, replication) => above / waits.denominator[replication]!);
    expect(quantile(0)).toBe(Math.min(...values));
    expect(quantile(1)).toBe(Math.max(...values));
    expect(distributionOfValues(new Float64Array(64).fill(NaN)).quantile(0.5)).toBeNaN();
    expect(() => quantile(1.1)).toThrow();
    expect(() => worldsOf(scenarios[0]!.kpis, 'cpc.unheard')).toThrow(/cpc.unheard/);
  });
});
