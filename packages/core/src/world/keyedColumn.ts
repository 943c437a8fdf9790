import { exp, log1p, normalInverse } from '@percall/numeric';
import { fillGamma, type GammaKeys } from '../random/gamma.ts';
import type { NameHash } from '../random/nameHash.ts';
import { threefry4x32 } from '../random/threefry.ts';
import { fineUniformOf, uniformOf } from '../random/uniform.ts';

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
  replication: number;
  cv: number;
}

export const createColumn = (slots: Int32Array, name: NameHash): KeyedColumn => ({
  slots,
  values: new Float64Array(slots.length),
  name,
  replication: -1,
  cv: NaN,
});

/** Gamma with mean 1 and this cv. */
export function drawGamma(column: KeyedColumn, keys: GammaKeys, replication: number, cv: number): void {
  if (column.replication === replication && column.cv === cv) return;
  fillGamma(column.values, column.slots, cv, keys, replication, column.name);
  column.replication = replication;
  column.cv = cv;
}

const words = new Int32Array(4);

/** Lognormal with mean 1 and this cv: exp(sigma z - sigma^2 / 2), sigma^2 = log(1 + cv^2). */
export function drawLognormal(column: KeyedColumn, key: Int32Array, replication: number, cv: number): void {
  if (column.replication === replication && column.cv === cv) return;
  const variance = log1p(cv * cv);
  const sigma = Math.sqrt(variance);
  for (let i = 0; i < column.slots.length; i++) {
    threefry4x32(words, key, replication, column.slots[i]!, column.name[0], column.name[1]);
    column.values[i] = exp(sigma * normalInverse(fineUniformOf(words[0]!, words[1]!)) - 0.5 * variance);
  }
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
