import { describeLeaf, type Correlation } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { sobolDimensions } from '../../src/random/sobol.ts';
import { planCoordinates } from '../../src/world/coordinates.ts';
import { createSampler } from '../../src/world/sampleWorld.ts';
import { chanceTable, dimensionTable } from '../../src/world/sobolDimension.ts';
import { certain, range, smallModel, smallStudy, within } from './smallStudy.ts';
import { spearman } from './spread.ts';

const n = 4096;

/** [path] values of the leaf over the first n replications. */
function series(study: ReturnType<typeof smallStudy>, paths: readonly string[], model = 0): Float64Array[] {
  const sampler = createSampler(study);
  const { leaves } = study.models[model]!;
  const values = new Float64Array(leaves.length);
  const at = paths.map((path) => leaves.findIndex((leaf) => leaf.path === path));
  const result = paths.map(() => new Float64Array(n));
  for (let r = 0; r < n; r++) {
    sampler.sampleLeaves(r, model, values);
    at.forEach((leaf, i) => (result[i]![r] = values[leaf]!));
  }
  return result;
}

/**
 * Standard error of Spearman's rho for n independent pairs is at most 1 / sqrt(n - 1) = 0.0156; Sobol' points are evener. Four of them.
 */
const tolerance = 4 / Math.sqrt(n - 1);

const volumes = ['contactTypes.billing.volume', 'contactTypes.technical.volume'];
const times = ['contactTypes.billing.handleTime.phone.mean', 'contactTypes.technical.handleTime.phone.mean'];
const wage = 'agents.frontline.wage';
const three = ['billing', 'technical', 'sales'];

describe('correlations are realised (seed "small study", 4,096 points)', () => {
  it('leaves of one class, each pair', () => {
    const paths = three.map((type) => `contactTypes.${type}.volume`);
    const values = series(smallStudy([smallModel('baseline', [], three)]), paths);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(Math.abs(spearman(values[a]!, values[b]!) - 0.7)).toBeLessThan(tolerance);
      expect(Math.abs(spearman(values[a]!, values[b]!) - 0.8)).toBeGreaterThan(tolerance);
    }
  });

  it('leaves of different classes are independent without an entry', () => {
    const [volume, time, pay] = series(smallStudy([smallModel('baseline')]), [volumes[0]!, times[0]!, wage]) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    expect(Math.abs(spearman(volume, time))).toBeLessThan(tolerance);
    expect(Math.abs(spearman(volume, pay))).toBeLessThan(tolerance);
  });

  it("a class entry correlates the common factors, a leaf's share of which is its loading", () => {
    const study = smallStudy([smallModel('baseline')], [{ ends: ['volume', 'handleTime'], rho: 0.6 }]);
    const [v0, v1, t0, t1] = series(study, [...volumes, ...times]) as [Float64Array, Float64Array, Float64Array, Float64Array];
    const score = (rho: number): number => 2 * Math.sin((Math.PI * rho) / 6);
    const across = (6 / Math.PI) * Math.asin((score(0.6) * score(0.7)) / 2);
    for (const v of [v0, v1]) for (const t of [t0, t1]) expect(Math.abs(spearman(v, t) - across)).toBeLessThan(tolerance);
    expect(Math.abs(across - 0.6)).toBeGreaterThan(tolerance);
    expect(Math.abs(spearman(v0, v1) - 0.7)).toBeLessThan(tolerance);
    expect(Math.abs(spearman(t0, t1) - 0.7)).toBeLessThan(tolerance);
  });

  it('a path entry acts on one leaf, to the full', () => {
    const correlations: Correlation[] = [
      { ends: ['contactTypes.billing.patience.phone.mean', wage], rho: -0.5 },
      { ends: ['contactTypes.technical.patience.phone.mean', 'volume'], rho: 0.5 },
    ];
    const [p0, p1, pay, v0] = series(smallStudy([smallModel('baseline')], correlations), [
      'contactTypes.billing.patience.phone.mean',
      'contactTypes.technical.patience.phone.mean',
      wage,
      volumes[0]!,
    ]) as [Float64Array, Float64Array, Float64Array, Float64Array];
    expect(Math.abs(spearman(p0, pay) + 0.5)).toBeLessThan(tolerance);
    expect(Math.abs(spearman(p1, pay))).toBeLessThan(tolerance);
    const score = (rho: number): number => 2 * Math.sin((Math.PI * rho) / 6);
    expect(Math.abs(spearman(p1, v0) - (6 / Math.PI) * Math.asin((score(0.5) * Math.sqrt(score(0.7))) / 2))).toBeLessThan(tolerance);
  });

  it('within 1 makes the leaves of a class one', () => {
    const [v0, v1] = series(smallStudy([smallModel('baseline')], [], 'one', { ...within, volume: 1 }), volumes) as [
      Float64Array,
      Float64Array,
    ];
    expect(spearman(v0, v1)).toBe(1);
  });
});

describe('what cannot be', () => {
  const impossible: Correlation[] = [
    { ends: ['volume', 'handleTime'], rho: 0.9 },
    { ends: ['volume', 'shrinkage'], rho: 0.9 },
    { ends: ['handleTime', 'shrinkage'], rho: -0.9 },
  ];

  it('is refused with values that are near and valid', () => {
    const plan = planCoordinates([smallModel('baseline')], impossible, within);
    expect(plan.ok).toBe(false);
    if (plan.ok) return;
    const [problem] = plan.problems;
    expect(problem).toMatchObject({ code: 'infeasible', path: 'correlations', severity: 'error' });
    const { must } = problem!.params;
    if (must.rule !== 'text') throw new Error(must.rule);
    const nearest = impossible.map(({ ends }) => ({ ends, rho: Number(must.values![ends.join('~')]) }));
    expect(planCoordinates([smallModel('baseline')], nearest, within).ok).toBe(true);
    // The three are alike up to sign, and so are the nearest: the matrix with +r, +r, -r is valid up to r = 1/2.
    for (const { rho } of nearest) expect(Math.abs(Math.abs(rho) - (6 / Math.PI) * Math.asin(0.25))).toBeLessThan(0.01);
  });

  it('a path too close to two classes that are apart', () => {
    const correlations: Correlation[] = [
      { ends: [volumes[0]!, 'handleTime'], rho: 0.9 },
      { ends: [volumes[0]!, wage], rho: 0.9 },
    ];
    const plan = planCoordinates([smallModel('baseline')], correlations, within);
    expect(plan.ok ? [] : plan.problems.map(({ code }) => code)).toEqual(['infeasible']);
  });

  it('ends that nobody has, and values out of range', () => {
    const codes = (correlations: readonly Correlation[], classes = within): readonly string[] => {
      const plan = planCoordinates([smallModel('baseline')], correlations, classes);
      return plan.ok ? [] : plan.problems.map(({ code, path }) => `${code} ${path}`);
    };
    expect(codes([{ ends: ['volume', 'no.such.path'], rho: 0.3 }])).toEqual(['reference correlations."volume~no.such.path"']);
    expect(codes([{ ends: ['volume', 'volume'], rho: 0.3 }])).toEqual(['reference correlations."volume~volume"']);
    expect(codes([{ ends: ['volume', 'wage'], rho: 1.3 }])).toEqual(['range correlations."volume~wage"']);
    expect(codes([], { ...within, wage: -0.1 })).toEqual(['range correlations.within.wage']);
  });
});

describe('coordinates', () => {
  const correlations: Correlation[] = [
    { ends: ['volume', 'wage'], rho: 0.4 },
    { ends: [times[1]!, 'costs.technology'], rho: 0.3 },
  ];

  it('operational ones come first and have no weight on a financial one', () => {
    const study = smallStudy(
      [smallModel('baseline', [], three), smallModel('variant', [{ path: 'x.y', distribution: range(1, 2, 3), class: 'volume' }], three)],
      correlations,
    );
    const roles = new Map(study.models.flatMap(({ leaves }) => leaves.map(({ path, role }) => [path, role])));
    const isFinancial = study.coordinates.map(({ path }) => path === 'wage' || roles.get(path) === 'financial');
    const first = isFinancial.indexOf(true);
    expect(first).toBeGreaterThan(0);
    expect(isFinancial.slice(first).every(Boolean)).toBe(true);
    const size = study.coordinates.length;
    for (let i = 0; i < size; i++) {
      let square = 0;
      for (let j = 0; j < size; j++) {
        if (j > i || (i < first && j >= first)) expect(study.cholesky[i * size + j]).toBe(0);
        square += study.cholesky[i * size + j]! ** 2;
      }
      expect(square).toBeCloseTo(1, 12);
    }
  });

  it('no two share a dimension, and the first volume has the first', () => {
    const { coordinates } = smallStudy([smallModel('baseline', [], three)], correlations);
    const dimensions = coordinates.map(({ dimension }) => dimension).filter((dimension) => dimension >= 0);
    expect(new Set(dimensions).size).toBe(dimensions.length);
    expect(coordinates.find(({ path }) => path === volumes[0])!.dimension).toBe(0);
  });

  it('odd names are quoted as paths quote them', () => {
    const path = 'contactTypes."a.b".handleTime.phone.mean';
    const { coordinates } = smallStudy([smallModel('baseline', [{ path, distribution: range(1, 2, 3) }], ['a.b'])]);
    expect(coordinates.find((coordinate) => coordinate.path === path)!.dimension).toBe(1);
  });

  it('the table of paths has 48 rows, each of a class or of a path that documents can have; those of chance have the rest', () => {
    expect(dimensionTable.length + chanceTable.length).toBe(sobolDimensions);
    expect(new Set(chanceTable.map((row) => String(row))).size).toBe(chanceTable.length);
    const patterns = dimensionTable.map((row) => (typeof row === 'string' ? row : row[0]));
    const unknown = patterns.filter((pattern) => !Object.hasOwn(within, pattern) && describeLeaf(pattern.replace('*', 'name')) === null);
    expect(unknown).toEqual([]);
    expect(new Set(dimensionTable.map((row) => String(row))).size).toBe(48);
  });

  it('a certain leaf has none', () => {
    const study = smallStudy([smallModel('baseline', [{ path: volumes[0]!, distribution: certain(1000) }])]);
    expect(study.coordinates.some(({ path }) => path === volumes[0])).toBe(false);
    expect(study.coordinateOfLeaf[0]![0]).toBe(-1);
  });
});
