import { normalCdf, normalInverse } from '@percall/numeric';
import type { LeafIndex, Model } from '../model/model.ts';
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
  /** The wage by its score, in a table. */
  readonly ofScore: (score: number) => number;
}

/** The wages of a study's models along the common wage factor. */
export interface WageSampler {
  /** [model] uncertain wages that move with it, as leaves. */
  readonly leaves: readonly (readonly LeafIndex[])[];
  /** Fills `out` [node] from `at` with what wage `wage` of a model is there in a world, less `drawn`, what it is in that world. No allocation. */
  readonly sample: (replication: number, model: number, wage: number, drawn: number, out: Float64Array, at: number) => void;
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
  const wages = study.models.map((model: Model, index): readonly Wage[] =>
    model.leaves.flatMap(({ class: of, distribution, support }, leaf): Wage[] => {
      const coordinate = coordinateOfLeaf[index]![leaf]!;
      if (of !== 'wage' || coordinate < 0) return [];
      const slope = slopeOf(coordinate);
      return slope === 0 ? [] : [{ leaf, coordinate, slope, ofScore: tabulated(fit(distribution, support).quantile) }];
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
  let drawnFor = -1;
  let factor = 0;
  return {
    leaves: wages.map((ofModel) => ofModel.map(({ leaf }) => leaf)),
    sample: (replication, model, wage, drawn, out, at) => {
      if (drawnFor !== replication) {
        draw(replication);
        drawnFor = replication;
        factor = 0;
        for (let k = 0; k < axes.length; k++) {
          const axis = axes[k]!;
          factor += direction[axis]! * (isAlone[k] === 1 ? normalInverse(uniforms[axis]!) : normals[axis]!);
        }
      }
      const { coordinate, slope, ofScore } = wages[model]![wage]!;
      const rest = normalInverse(uniforms[coordinate]!) - slope * factor;
      for (let node = 0; node < wageNodes; node++) out[at + node] = ofScore(rest + slope * nodeScores[node]!) - drawn;
    },
  };
}

/** Places of the table a standard deviation, and how many of them it reaches. */
const perDeviation = 32;
const tableReach = 7;

/** A quantile function by normal score, linear between the places of a table: within 2e-4 of a curvature of 1. */
function tabulated(quantile: (p: number) => number): (score: number) => number {
  const last = 2 * tableReach * perDeviation;
  const table = Float64Array.from({ length: last + 1 }, (_, place) => quantile(normalCdf(place / perDeviation - tableReach)));
  return (score) => {
    const place = Math.min(last, Math.max(0, (score + tableReach) * perDeviation));
    const below = Math.min(last - 1, Math.floor(place));
    return table[below]! + (table[below + 1]! - table[below]!) * (place - below);
  };
}
