import { exp, log1p, normalInverse } from '@percall/numeric';
import { fillGamma, gammaNormal, type GammaKeys } from '../random/gamma.ts';
import type { NameHash } from '../random/nameHash.ts';
import { threefry4x32 } from '../random/threefry.ts';
import { fineUniformOf, uniformOf } from '../random/uniform.ts';
import { weightsAt, type EvenMean } from './evenMean.ts';

/**
 * The draws of one purpose and one name (a contact type, a group) over the slots of a calendar (days, intervals or weeks, numbered since the
 * start of the horizon, open or not). A column remembers what it holds, so that the models of a study that agree share one drawing.
 */
export interface KeyedColumn {
  /** The slots' numbers. */
  readonly slots: Int32Array;
  /** [slot's place] */
  readonly values: Float64Array;
  readonly name: NameHash;
  /** null: every draw is for itself. */
  readonly even: EvenMean | null;
  /** [slot's place] weight in that mean, and what it adds to the slot's normal. */
  readonly weights: Float64Array;
  readonly lift: Float64Array;
  replication: number;
  cv: number;
}

export const createColumn = (slots: Int32Array, name: NameHash, even: EvenMean | null = null): KeyedColumn => ({
  slots,
  values: new Float64Array(slots.length),
  name,
  even,
  weights: even === null ? new Float64Array(slots.length) : weightsAt(even, slots),
  lift: new Float64Array(slots.length),
  replication: -1,
  cv: NaN,
});

/** Fills what the mean adds to the column's normals, from the normal of each slot by itself. */
function liftMean({ even, weights, lift }: KeyedColumn, replication: number, normalOf: (slot: number) => number): void {
  if (even === null) return;
  let along = 0;
  for (let i = 0; i < even.slots.length; i++) along += even.weights[i]! * normalOf(even.slots[i]!);
  const missing = even.score(replication) - along;
  for (let i = 0; i < lift.length; i++) lift[i] = weights[i]! * missing;
}

/** Gamma with mean 1 and this cv. */
export function drawGamma(column: KeyedColumn, keys: GammaKeys, replication: number, cv: number): void {
  if (column.replication === replication && column.cv === cv) return;
  liftMean(column, replication, (slot) => gammaNormal(keys, replication, slot, column.name));
  fillGamma(column.values, column.slots, cv, keys, replication, column.name, column.lift);
  column.replication = replication;
  column.cv = cv;
}

const words = new Int32Array(4);

/** Lognormal with mean 1 and this cv: exp(sigma z - sigma^2 / 2), sigma^2 = log(1 + cv^2). */
export function drawLognormal(column: KeyedColumn, key: Int32Array, replication: number, cv: number): void {
  if (column.replication === replication && column.cv === cv) return;
  const variance = log1p(cv * cv);
  const sigma = Math.sqrt(variance);
  const normalOf = (slot: number): number => {
    threefry4x32(words, key, replication, slot, column.name[0], column.name[1]);
    return normalInverse(fineUniformOf(words[0]!, words[1]!));
  };
  liftMean(column, replication, normalOf);
  for (let i = 0; i < column.slots.length; i++)
    column.values[i] = exp(sigma * (normalOf(column.slots[i]!) + column.lift[i]!) - 0.5 * variance);
  column.replication = replication;
  column.cv = cv;
}

/** Uniforms; four slots to a Threefry block. */
export function drawUniform(column: KeyedColumn, key: Int32Array, replication: number): void {
  if (column.replication === replication) return;
  let block = -1;
  for (let i = 0; i < column.slots.length; i++) {
    const slot = column.slots[i]!;
    if (slot >> 2 !== block) {
      block = slot >> 2;
      threefry4x32(words, key, replication, block, column.name[0], column.name[1]);
    }
    column.values[i] = uniformOf(words[slot & 3]!);
  }
  column.replication = replication;
}
