import { totalsLayout } from '../floor/totals.ts';
import { ledgerLines, ledgerPlan, type LedgerLine } from '../ledger/ledgerLines.ts';
import { priceTotals } from '../ledger/priceTotals.ts';
import type { LeafIndex, Model, ModelFloor } from '../model/model.ts';
import { createLeafSampler, type LeafSampler } from '../world/sampleLeaves.ts';
import type { Shard, Study } from './study.ts';

/** What one scenario cost in every world, and what its floors asked for there. */
export interface PricedWorlds {
  /** In line order; amounts [replication] in currency over the horizon. */
  readonly ledger: readonly (LedgerLine & { readonly amounts: Float64Array })[];
  /** [replication] sum of the ledger. */
  readonly totalCost: Float64Array;
  /** [replication] fraction per year, of a variant in transition; null for others, which nobody asks for it. */
  readonly discount: Float64Array | null;
  /** Of the model's own floors; value [replication]. */
  readonly floors: readonly { readonly floor: ModelFloor; readonly value: Float64Array }[];
}

/** What pricing reads of a model: prices and floors. What happened in a world is in its totals, and is not drawn again. */
export const pricedLeaves = (model: Model): ReadonlySet<LeafIndex> =>
  new Set([
    ...ledgerPlan(model).leaves,
    ...model.targets.floors.map(({ value }) => value),
    ...(model.staffing.transition === null ? [] : [model.discount]),
  ]);

/** The study's own values of what pricing reads. */
export function createPriceSampler(study: Study): LeafSampler {
  const read = study.models.map(pricedLeaves);
  return createLeafSampler(study, (model, leaf) => read[model]!.has(leaf));
}

/**
 * The totals of every world of one model at that world's prices. `shards` in replication order, of replications 0..replications-1. Models come
 * one after the other: walking through the totals of one in order saves more than drawing a few prices once for all of them.
 */
export function priceWorlds(
  model: Model,
  index: number,
  shards: readonly Shard[],
  { sampleLeaves }: LeafSampler,
  replications: number,
): PricedWorlds {
  const lines = ledgerLines(model);
  const amounts = lines.map(() => new Float64Array(replications));
  const totalCost = new Float64Array(replications);
  const floors = model.targets.floors.map((floor) => ({ floor, value: new Float64Array(replications) }));
  const discount = model.staffing.transition === null ? null : new Float64Array(replications);
  const leaves = new Float64Array(model.leaves.length);
  const { length } = totalsLayout(model);
  const inWorld = new Float64Array(lines.length);
  for (const { from, to, totals } of shards) {
    const ofModel = totals[index]!;
    for (let replication = from; replication < to; replication++) {
      sampleLeaves(replication, index, leaves);
      totalCost[replication] = priceTotals(model, leaves, ofModel, (replication - from) * length, inWorld);
      for (let line = 0; line < inWorld.length; line++) amounts[line]![replication] = inWorld[line]!;
      if (discount !== null) discount[replication] = leaves[model.discount]!;
      for (const { floor, value } of floors) value[replication] = leaves[floor.value]!;
    }
  }
  return { ledger: lines.map((line, at) => ({ ...line, amounts: amounts[at]! })), totalCost, discount, floors };
}
