import { normalCdf, normalInverse } from '@percall/numeric';
import type { LeafIndex, ModelLeaf } from '../model/model.ts';
import { fit } from '../random/distributions/fit.ts';
import { seedKey } from '../random/seed.ts';
import { leafUniforms } from '../world/leafScores.ts';
import { wageFactor } from '../world/wageFactor.ts';
import type { Study } from './study.ts';

/** Stretches that the common wage factor is cut into. */
const stretches = 32;

/** Places of the factor at which the wages of a world are looked up. */
export const wageNodes = stretches + 1;

/** The outermost places, in standard deviations: 6e-5 of the futures lie beyond, and are put into the last stretch. */
const reach = 4;

/**
 * [stretch] probability of each, and [node] where it ends. Between two nodes what a wage moves is taken to be spread evenly, so the nodes are drawn
 * together by the part in a hundred or so that gives the factor its variance of 1 again.
 */
export const { masses: stretchMasses, scores: nodeScores } = cutNormal();

function cutNormal(): { readonly masses: Float64Array; readonly scores: Float64Array } {
  const scores = Float64Array.from({ length: wageNodes }, (_, node) => reach * ((2 * node) / stretches - 1));
  const masses = new Float64Array(stretches);
  let variance = 0;
  for (let at = 0; at < stretches; at++) {
    const [from, to] = [scores[at]!, scores[at + 1]!];
    masses[at] = (at === stretches - 1 ? 1 : normalCdf(to)) - (at === 0 ? 0 : normalCdf(from));
    variance += (masses[at]! * (from * from + from * to + to * to)) / 3;
  }
  const shrink = 1 / Math.sqrt(variance);
  return { masses, scores: scores.map((score) => score * shrink) };
}

/** How one uncertain wage of a model moves with the common factor. */
interface Wage {
  readonly leaf: LeafIndex;
  readonly coordinate: number;
  /** Its score is rest + slope x factor. */
  readonly slope: number;
  readonly distribution: ModelLeaf['distribution'];
  readonly support: ModelLeaf['support'];
}

/** The wages of a study's models along the common wage factor. */
export interface WageSampler {
  /** [model] uncertain wages that move with it, as leaves. */
  readonly leaves: readonly (readonly LeafIndex[])[];
  /**
   * [replication][node] what a wage of a model is at each place of the factor in replications 0..replications-1, less what it is in that world. Models
   * that share a wage share the array: it is not to be written into. `start`: of replications start..start+replications-1.
   */
  readonly offsets: (model: number, wage: number, replications: number, start?: number) => Float64Array;
}

/** null: no wage of the baseline is uncertain, and there is nothing to integrate over. */
export function createWageSampler(study: Study): WageSampler | null {
  const direction = wageFactor(study);
  if (direction === null) return null;
  const { coordinates, cholesky, coordinateOfLeaf } = study;
  const n = coordinates.length;
  const slopeOf = (row: number): number => {
    let slope = 0;
    for (let j = 0; j <= row; j++) slope += cholesky[row * n + j]! * direction[j]!;
    return slope;
  };
  const wages = study.models.map((model, index): readonly Wage[] =>
    model.leaves.flatMap(({ class: of, distribution, support }, leaf): Wage[] => {
      const coordinate = coordinateOfLeaf[index]![leaf]!;
      if (of !== 'wage' || coordinate < 0) return [];
      const slope = slopeOf(coordinate);
      return slope === 0 ? [] : [{ leaf, coordinate, slope, distribution, support }];
    }),
  );
  const isRead = new Uint8Array(n);
  for (const { coordinate } of wages.flat()) isRead[coordinate] = 1;
  direction.forEach((weight, coordinate) => {
    if (weight !== 0) isRead[coordinate] = 1;
  });
  const axes = Int32Array.from(direction.keys()).filter((coordinate) => direction[coordinate] !== 0);
  const isAlone = axes.map((axis) => (cholesky.subarray(axis * n, axis * n + axis).every((weight) => weight === 0) ? 1 : 0));
  const { uniforms, normals, draw } = leafUniforms(study, seedKey(study.seed), isRead);
  const known = new Map<string, Float64Array>();

  const offsetsOf = ({ coordinate, slope, distribution, support }: Wage, replications: number, start: number): Float64Array => {
    const { quantile } = fit(distribution, support);
    const ofScore = tabulated(distribution, quantile);
    const offsets = new Float64Array(replications * wageNodes);
    for (let replication = 0, at = 0; replication < replications; replication++) {
      draw(start + replication);
      let factor = 0;
      for (let k = 0; k < axes.length; k++) {
        const axis = axes[k]!;
        factor += direction[axis]! * (isAlone[k] === 1 ? normalInverse(uniforms[axis]!) : normals[axis]!);
      }
      const drawn = quantile(uniforms[coordinate]!);
      const rest = normalInverse(uniforms[coordinate]!) - slope * factor;
      for (let node = 0; node < wageNodes; node++, at++) offsets[at] = ofScore(rest + slope * nodeScores[node]!) - drawn;
    }
    return offsets;
  };

  return {
    leaves: wages.map((ofModel) => ofModel.map(({ leaf }) => leaf)),
    offsets: (model, index, replications, start = 0) => {
      const wage = wages[model]![index]!;
      const key = JSON.stringify([wage.coordinate, wage.distribution, wage.support, replications, start]);
      const offsets = known.get(key) ?? offsetsOf(wage, replications, start);
      known.set(key, offsets);
      return offsets;
    },
  };
}

/** Places of the table a standard deviation, and how many of them it reaches. */
const perDeviation = 32;
const tableReach = 7;

/** Documents change one number at a time: the others' tables are there. */
const tables = new WeakMap<ModelLeaf['distribution'], Float64Array>();

/** A quantile function by normal score, linear between the places of a table: within 2e-4 of a curvature of 1. */
function tabulated(distribution: ModelLeaf['distribution'], quantile: (p: number) => number): (score: number) => number {
  const last = 2 * tableReach * perDeviation;
  const table =
    tables.get(distribution) ??
    Float64Array.from({ length: last + 1 }, (_, place) => quantile(normalCdf(place / perDeviation - tableReach)));
  tables.set(distribution, table);
  return (score) => {
    const place = Math.min(last, Math.max(0, (score + tableReach) * perDeviation));
    const below = Math.min(last - 1, Math.floor(place));
    return table[below]! + (table[below + 1]! - table[below]!) * (place - below);
  };
}
