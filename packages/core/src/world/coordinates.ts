import type { Correlation, LeafClass, Problem, Role } from '@percall/scenario';
import type { Model, ModelLeaf } from '../model/model.ts';
import { choleskyFactor } from '../random/correlation/choleskyFactor.ts';
import { nearestCorrelation } from '../random/correlation/nearestCorrelation.ts';
import { rankCorrelation, scoreCorrelation } from '../random/correlation/spearman.ts';
import type { Coordinate } from '../study/study.ts';
import { sobolDimensionOf } from './sobolDimension.ts';

export type FactorClass = Exclude<LeafClass, 'other'>;
export type WithinClass = Readonly<Record<FactorClass, number>>;

export type Coordinates =
  | {
      readonly ok: true;
      readonly coordinates: readonly Coordinate[];
      /** Lower-triangular, row-major [coordinate][coordinate]: scores = cholesky x independent normals. */
      readonly cholesky: Float64Array;
      /** [model][leaf] */
      readonly coordinateOfLeaf: readonly Int32Array[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const factorClasses: Readonly<Record<FactorClass, Role>> = {
  volume: 'operational',
  handleTime: 'operational',
  shrinkage: 'operational',
  wage: 'financial',
};
const isFactorClass = (end: string): end is FactorClass => Object.hasOwn(factorClasses, end);

/** A coordinate in the making. `path` of a class factor is the class's name. */
interface Place {
  readonly path: string;
  readonly role: Role;
  readonly class: LeafClass;
  readonly isFactor: boolean;
}

/**
 * Gives every uncertain path of a study its coordinate (a Sobol' dimension or a keyed uniform) and its place in the Gaussian copula.
 *
 * The copula is a factor model: a leaf of class k has the score sqrt(w_k) F_k + sqrt(1 - w_k) e with e its own, so that leaves of one class
 * have correlation w_k and those of two classes sqrt(w_k w_l) times that of the factors. A factor is a coordinate like any other, named as its class.
 * Entries of `correlations` set the correlations of factors, of leaves, or of a leaf with a factor; a path that an entry names keeps its
 * coordinate even where it is certain, and so does a named class. All in Spearman's rho, entered as 2 sin(pi rho / 6).
 *
 * What stays fixed, bit for bit:
 * - no operational row has a weight on a financial coordinate: a price never moves an operational value;
 * - no row of the baseline has a weight on a coordinate that exists for a variant's sake, and no variant's on another's, whatever their order.
 *   In a class without entries the baseline's first uncertain leaf has no weight but its own, and the factor is drawn given that leaf: a class with
 *   a single leaf needs no second dimension.
 *
 * Order: operational before financial; within a role factors (of classes with entries) and named paths, then the baseline's paths in
 * its order, then the variants'.
 *
 * Refuses ends that nobody has ('reference'), values outside their range ('range'), and correlations that no distribution has ('infeasible';
 * `must.values` holds, entry by entry, values that are valid and near: they are shown, never used).
 */
export function planCoordinates(models: readonly Model[], correlations: readonly Correlation[], withinClass: WithinClass): Coordinates {
  const uncertain = new Map<string, ModelLeaf & { readonly inBaseline: boolean }>();
  const leaves = new Map<string, ModelLeaf>();
  models.forEach((model, index) => {
    for (const leaf of model.leaves) {
      if (!leaves.has(leaf.path)) leaves.set(leaf.path, leaf);
      if (leaf.distribution.family !== 'certain' && !uncertain.has(leaf.path))
        uncertain.set(leaf.path, { ...leaf, inBaseline: index === 0 });
    }
  });

  const problems = checkRanges(correlations, withinClass, leaves);
  if (problems.length > 0) return { ok: false, problems };

  const ends = endsOf(correlations, leaves);
  const endMatrix = correlationOfEnds(ends, correlations, withinClass);
  const endFactor = choleskyFactor(endMatrix, ends.length);
  if (endFactor === null) return { ok: false, problems: [nearestValid(ends, endMatrix, correlations, withinClass)] };

  const named = new Set(ends.map(({ path }) => path));
  const free = [...uncertain.values()].filter(({ path }) => !named.has(path));
  const inOrder = [...free.filter(({ inBaseline }) => inBaseline), ...free.filter(({ inBaseline }) => !inBaseline)];
  const { places, rows } = arrange(ends, endFactor, inOrder, withinClass);

  const dimensionOf = sobolDimensionOf(models[0]!);
  const taken = new Set<number>();
  const coordinates = places.map(({ path }) => {
    const dimension = dimensionOf(path);
    if (dimension < 0 || taken.has(dimension)) return { path, dimension: -1 };
    taken.add(dimension);
    return { path, dimension };
  });
  const cholesky = new Float64Array(places.length * places.length);
  rows.forEach((row, i) => row.forEach((weight, j) => (cholesky[i * places.length + j] = weight)));
  const index = new Map(places.map(({ path }, i) => [path, i]));
  return {
    ok: true,
    coordinates,
    cholesky,
    coordinateOfLeaf: models.map((model) =>
      Int32Array.from(model.leaves, (leaf) => (leaf.distribution.family === 'certain' ? -1 : index.get(leaf.path)!)),
    ),
  };
}

/** The factors and the named paths: all that entries speak of, operational first. Depends on the document's entries only. */
function endsOf(correlations: readonly Correlation[], leaves: ReadonlyMap<string, ModelLeaf>): Place[] {
  const classes = new Set<FactorClass>();
  const paths = new Map<string, Place>();
  for (const end of correlations.flatMap(({ ends }) => ends)) {
    if (isFactorClass(end)) classes.add(end);
    else {
      const leaf = leaves.get(end)!;
      paths.set(end, { path: end, role: leaf.role, class: leaf.class, isFactor: false });
      if (leaf.class !== 'other') classes.add(leaf.class);
    }
  }
  const ends: Place[] = [];
  for (const role of ['operational', 'financial'] as const) {
    for (const [name, roleOfClass] of Object.entries(factorClasses)) {
      if (isFactorClass(name) && classes.has(name) && roleOfClass === role) ends.push({ path: name, role, class: name, isFactor: true });
    }
    for (const place of paths.values()) if (place.role === role) ends.push(place);
  }
  return ends;
}

/** The correlation matrix of the ends' scores: entries where given, else what the factors imply. */
function correlationOfEnds(ends: readonly Place[], correlations: readonly Correlation[], withinClass: WithinClass): Float64Array {
  const typed = new Map<string, number>();
  for (const { ends: pair, rho } of correlations) {
    typed.set(pair.join('~'), scoreCorrelation(rho));
    typed.set([...pair].reverse().join('~'), scoreCorrelation(rho));
  }
  const withFactor = (place: Place, of: LeafClass): number => {
    const entry = typed.get(`${place.path}~${of}`);
    if (entry !== undefined) return entry;
    if (place.class === 'other' || of === 'other') return 0;
    const own = place.isFactor ? 1 : Math.sqrt(scoreCorrelation(withinClass[place.class]));
    return own * (place.class === of ? 1 : (typed.get(`${place.class}~${of}`) ?? 0));
  };
  const between = (a: Place, b: Place): number => {
    const entry = typed.get(`${a.path}~${b.path}`);
    if (entry !== undefined) return entry;
    if (b.isFactor) return withFactor(a, b.class);
    if (a.isFactor) return withFactor(b, a.class);
    // Two leaves meet through the factor of one of them: the one that an entry couples to the other leaf, if there is one.
    return typed.has(`${b.path}~${a.class}`)
      ? withFactor(b, a.class) * withFactor(a, a.class)
      : withFactor(a, b.class) * withFactor(b, b.class);
  };
  const n = ends.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 1;
    for (let j = 0; j < i; j++) matrix[i * n + j] = matrix[j * n + i] = between(ends[i]!, ends[j]!);
  }
  return matrix;
}

/** All coordinates in order, and each one's weights on the independent normals. */
function arrange(
  ends: readonly Place[],
  endFactor: Float64Array,
  free: readonly (ModelLeaf & { readonly inBaseline: boolean })[],
  withinClass: WithinClass,
): { readonly places: readonly Place[]; readonly rows: readonly Float64Array[] } {
  const places: Place[] = [];
  const rows: Map<number, number>[] = [];
  const at = new Map<string, number>();
  const put = (place: Place, row: (own: number) => readonly (readonly [number, number])[]): void => {
    const own = places.push(place) - 1;
    at.set(place.path, own);
    rows.push(new Map(row(own).filter(([, weight]) => weight !== 0)));
  };
  for (const role of ['operational', 'financial'] as const) {
    ends.forEach((end, i) => {
      if (end.role !== role) return;
      put(end, (own) =>
        ends.slice(0, i + 1).map((earlier, k) => [earlier === end ? own : at.get(earlier.path)!, endFactor[i * ends.length + k]!] as const),
      );
    });
    const ofRole = free.filter((leaf) => leaf.role === role);
    const anchored = new Map<LeafClass, string>();
    for (const leaf of ofRole) {
      if (leaf.inBaseline && leaf.class !== 'other' && !at.has(leaf.class) && !anchored.has(leaf.class))
        anchored.set(leaf.class, leaf.path);
    }
    for (const leaf of ofRole) {
      const place: Place = { path: leaf.path, role, class: leaf.class, isFactor: false };
      if (leaf.class === 'other' || anchored.get(leaf.class) === leaf.path) {
        put(place, (own) => [[own, 1]]);
        continue;
      }
      const own = leaf.class;
      const r = scoreCorrelation(withinClass[own]);
      if (!at.has(own)) {
        const anchor = anchored.get(own);
        put({ path: own, role, class: own, isFactor: true }, (factor) =>
          anchor === undefined
            ? [[factor, 1]]
            : [
                [at.get(anchor)!, Math.sqrt(r)],
                [factor, Math.sqrt(1 - r)],
              ],
        );
      }
      const share = Math.sqrt(r);
      put(place, (itself) => [...[...rows[at.get(own)!]!].map(([k, weight]) => [k, share * weight] as const), [itself, Math.sqrt(1 - r)]]);
    }
  }
  return {
    places,
    rows: rows.map((weights) => {
      const row = new Float64Array(places.length);
      for (const [k, weight] of weights) row[k] = weight;
      return row;
    }),
  };
}

const problemOf = (correlation: Correlation): string => `correlations.${JSON.stringify(correlation.ends.join('~'))}`;

function checkRanges(
  correlations: readonly Correlation[],
  withinClass: WithinClass,
  leaves: ReadonlyMap<string, ModelLeaf>,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, rho] of Object.entries(withinClass)) {
    if (!(rho >= 0 && rho <= 1)) {
      const must = { rule: 'between', low: 0, high: 1, quantity: 'number' } as const;
      problems.push({ code: 'range', path: `correlations.within.${name}`, params: { must, got: rho }, severity: 'error' });
    }
  }
  for (const correlation of correlations) {
    const path = problemOf(correlation);
    const [first, second] = correlation.ends;
    if (first === second || !correlation.ends.every((end) => isFactorClass(end) || leaves.has(end))) {
      problems.push({
        code: 'reference',
        path,
        params: { must: { rule: 'text', key: 'correlationEnds' }, got: correlation.ends.join('~') },
        severity: 'error',
      });
    }
    if (!(correlation.rho >= -1 && correlation.rho <= 1)) {
      const must = { rule: 'between', low: -1, high: 1, quantity: 'number' } as const;
      problems.push({ code: 'range', path, params: { must, got: correlation.rho }, severity: 'error' });
    }
  }
  return problems;
}

/**
 * The Problem of a set of entries that no distribution has. The nearest correlation matrix also moves what was not typed (the loadings of named
 * leaves), so its typed entries, rounded to three digits, are drawn towards zero until they are valid as they stand.
 */
function nearestValid(
  ends: readonly Place[],
  matrix: Float64Array,
  correlations: readonly Correlation[],
  withinClass: WithinClass,
): Problem {
  const nearest = nearestCorrelation(matrix, ends.length);
  const index = new Map(ends.map(({ path }, i) => [path, i]));
  const near = correlations.map(({ ends: [a, b] }) => rankCorrelation(nearest[index.get(a)! * ends.length + index.get(b)!]!));
  let valid: readonly Correlation[] = [];
  for (let shrink = 0; shrink <= 100; shrink++) {
    // Rounded towards zero.
    valid = correlations.map(({ ends: pair }, i) => ({ ends: pair, rho: Math.trunc(near[i]! * (1 - shrink / 100) * 1000) / 1000 }));
    if (choleskyFactor(correlationOfEnds(ends, valid, withinClass), ends.length) !== null) break;
  }
  const text = (list: readonly Correlation[]): Record<string, number> =>
    Object.fromEntries(list.map(({ ends: pair, rho }) => [pair.join('~'), rho]));
  return {
    code: 'infeasible',
    path: 'correlations',
    params: { must: { rule: 'text', key: 'nearestCorrelations', values: text(valid) }, got: text(correlations) },
    severity: 'error',
  };
}
