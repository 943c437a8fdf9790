import { totalsLayout } from '../floor/totals.ts';
import { ledgerLines, ledgerPlan, type LedgerLine } from '../ledger/ledgerLines.ts';
import { priceTotals } from '../ledger/priceTotals.ts';
import type { ModelFloor } from '../model/model.ts';
import { createLeafSampler, type LeafSampler } from '../world/sampleLeaves.ts';
import type { Shard, Study } from './study.ts';

/** What one scenario cost in every world, and what its floors asked for there. */
export interface PricedWorlds {
  /** In line order; amounts [replication] in currency over the horizon. */
  readonly ledger: readonly (LedgerLine & { readonly amounts: Float64Array })[];
  /** [replication] sum of the ledger. */
  readonly totalCost: Float64Array;
  /** Of the model's own floors; value [replication]. */
  readonly floors: readonly { readonly floor: ModelFloor; readonly value: Float64Array }[];
}

/** The study's own values of what pricing reads: prices and floors. What happened in a world is in its totals, and is not drawn again. */
export function createPriceSampler(study: Study): LeafSampler {
  const read = study.models.map((model) => new Set([...ledgerPlan(model).leaves, ...model.targets.floors.map(({ value }) => value)]));
  return createLeafSampler(study, (model, leaf) => read[model]!.has(leaf));
}

/**
 * [model] the totals of every world at that world's prices. World by world, all models in it: what they draw in common is drawn once.
 * `shards` in replication order, of replications 0..replications-1.
 */
export function priceWorlds(
  { models }: Study,
  shards: readonly Shard[],
  sampler: LeafSampler,
  replications: number,
): readonly PricedWorlds[] {
  const priced = models.map((model) => {
    const lines = ledgerLines(model);
    return {
      ledger: lines.map((line) => ({ ...line, amounts: new Float64Array(replications) })),
      totalCost: new Float64Array(replications),
      floors: model.targets.floors.map((floor) => ({ floor, value: new Float64Array(replications) })),
      leaves: new Float64Array(model.leaves.length),
      amounts: new Float64Array(lines.length),
      length: totalsLayout(model).length,
    };
  });
  for (const { from, to, totals } of shards) {
    for (let replication = from; replication < to; replication++) {
      for (let model = 0; model < models.length; model++) {
        const { ledger, totalCost, floors, leaves, amounts, length } = priced[model]!;
        sampler.sampleLeaves(replication, model, leaves);
        totalCost[replication] = priceTotals(models[model]!, leaves, totals[model]!, (replication - from) * length, amounts);
        for (let line = 0; line < ledger.length; line++) ledger[line]!.amounts[replication] = amounts[line]!;
        for (let floor = 0; floor < floors.length; floor++) floors[floor]!.value[replication] = leaves[floors[floor]!.floor.value]!;
      }
    }
  }
  return priced.map(({ ledger, totalCost, floors }) => ({ ledger, totalCost, floors }));
}
