import { totalsLayout } from '../floor/totals.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { allocateCosts, allocationParts } from '../ledger/allocateCosts.ts';
import { ledgerLines, ledgerPlan, type LedgerLine } from '../ledger/ledgerLines.ts';
import { priceTotals } from '../ledger/priceTotals.ts';
import { satisfactionLeaves, satisfiedContacts } from '../ledger/satisfied.ts';
import type { LeafIndex, Model, ModelFloor } from '../model/model.ts';
import { createLeafSampler, type LeafSampler } from '../world/sampleLeaves.ts';
import type { Shard, Study } from './study.ts';
import { createWageSampler, type WageSampler } from './wageNodes.ts';

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
  /** [group] [replication] pay of an hour with its on-costs. */
  readonly loadedWages: readonly Float64Array[];
  /** [part][replication] parts of the total cost, in currency, as in `allocateCosts`; empty where nobody reads them. */
  readonly allocation: readonly Float64Array[];
  /** [replication] satisfied customers by the user's curve; empty where nobody reads them. */
  readonly satisfied: Float64Array;
  /** How all of this moves with wages; null: no wage is uncertain, or prices are not the study's own. */
  readonly wages: PricedWages | null;
}

/** The money of one scenario along the common wage factor: what is paid is a straight line in every wage. */
export interface PricedWages {
  /** [wage] [replication][node] the wage at each of `wageNodes` places of the factor, less the wage of that world. */
  readonly offsets: readonly Float64Array[];
  /** [wage] what a unit more of it costs. */
  readonly slopes: readonly {
    readonly totalCost: Float64Array;
    /** [line][replication]; lines without that wage are null. */
    readonly ledger: readonly (Float64Array | null)[];
    /** [part][replication] as in `allocateCosts`; empty where nobody reads them. */
    readonly allocation: readonly Float64Array[];
  }[];
}

/** What pricing reads of a model: prices, floors and curves. What happened in a world is in its totals, and is not drawn again. */
export const pricedLeaves = (model: Model): ReadonlySet<LeafIndex> =>
  new Set([
    ...ledgerPlan(model).leaves,
    ...model.targets.floors.map(({ value }) => value),
    ...(model.staffing.transition === null ? [] : [model.discount]),
    ...satisfactionLeaves(model),
  ]);

/** The prices of a study's worlds. */
export interface PriceSampler extends LeafSampler {
  readonly wages: WageSampler | null;
}

/** The study's own values of what pricing reads. */
export function createPriceSampler(study: Study): PriceSampler {
  const read = study.models.map(pricedLeaves);
  return { ...createLeafSampler(study, (model, leaf) => read[model]!.has(leaf)), wages: createWageSampler(study) };
}

/** The same prices, by replications counted from `start`. */
export const pricesFrom = ({ sampleLeaves, wages }: PriceSampler, start: number): PriceSampler => ({
  sampleLeaves: (replication, model, leaves) => sampleLeaves(start + replication, model, leaves),
  wages: wages && {
    leaves: wages.leaves,
    offsets: (model, wage, replications, first = 0) => wages.offsets(model, wage, replications, start + first),
  },
});

/**
 * The totals of every world of one model at that world's prices. `shards` in replication order, of replications 0..replications-1. Models come
 * one after the other: walking through the totals of one in order saves more than drawing a few prices once for all of them. `reads` are the
 * columns that some KPI reads.
 */
export function priceWorlds(
  model: Model,
  index: number,
  shards: readonly Shard[],
  { sampleLeaves, wages }: PriceSampler,
  replications: number,
  reads: ReadonlySet<Kpi['reads']>,
): PricedWorlds {
  const lines = ledgerLines(model);
  const amounts = lines.map(() => new Float64Array(replications));
  const totalCost = new Float64Array(replications);
  const floors = model.targets.floors.map((floor) => ({ floor, value: new Float64Array(replications) }));
  const discount = model.staffing.transition === null ? null : new Float64Array(replications);
  const leaves = new Float64Array(model.leaves.length);
  const layout = totalsLayout(model);
  const { length } = layout;
  const column = () => new Float64Array(replications);
  const loadedWages = model.groups.map(column);
  const allocation = reads.has('allocation') ? Array.from({ length: allocationParts(layout) }, column) : [];
  const parts = new Float64Array(allocation.length);
  const satisfied = reads.has('satisfied') ? column() : new Float64Array(0);
  const inWorld = new Float64Array(lines.length);
  const priced = wages === null ? [] : wages.leaves[index]!.map((leaf) => createWagePrice(model, leaf, replications, parts.length));
  for (const { from, to, totals } of shards) {
    const ofModel = totals[index]!;
    for (let replication = from; replication < to; replication++) {
      sampleLeaves(replication, index, leaves);
      const offset = (replication - from) * length;
      totalCost[replication] = priceTotals(model, leaves, ofModel, offset, inWorld);
      for (let line = 0; line < inWorld.length; line++) amounts[line]![replication] = inWorld[line]!;
      if (discount !== null) discount[replication] = leaves[model.discount]!;
      for (const { floor, value } of floors) value[replication] = leaves[floor.value]!;
      for (let group = 0; group < loadedWages.length; group++) {
        const { wage, onCost } = model.groups[group]!;
        loadedWages[group]![replication] = leaves[wage]! * (1 + leaves[onCost]!);
      }
      if (allocation.length > 0) {
        const units = allocateCosts(model, leaves, ofModel, offset, inWorld, parts);
        for (let part = 0; part < parts.length; part++) allocation[part]![replication] = parts[part]! / units;
      }
      for (const { price } of priced) price(replication, leaves, ofModel, offset, inWorld);
      if (satisfied.length > 0) satisfied[replication] = satisfiedContacts(model, leaves, layout, ofModel, offset);
    }
  }
  const ledger = lines.map((line, at) => ({ ...line, amounts: amounts[at]! }));
  return {
    ledger,
    totalCost,
    discount,
    floors,
    loadedWages,
    allocation,
    satisfied,
    wages:
      wages === null || priced.length === 0
        ? null
        : {
            offsets: priced.map((_, wage) => wages.offsets(index, wage, replications)),
            slopes: priced.map(({ slopes }) => slopes),
          },
  };
}

/** One wage of a model: what a unit of it costs, world by world. */
function createWagePrice(model: Model, leaf: LeafIndex, replications: number, parts: number) {
  const { lines } = ledgerPlan(model);
  const column = () => new Float64Array(replications);
  const isPaid = lines.map(({ price }) => 'wage' in price && price.wage === leaf);
  const slopes: PricedWages['slopes'][number] = {
    totalCost: column(),
    ledger: isPaid.map((paid) => (paid ? column() : null)),
    allocation: Array.from({ length: parts }, column),
  };
  const perUnit = new Float64Array(lines.length);
  const unitLeaves = new Float64Array(model.leaves.length);
  const allocated = new Float64Array(parts);
  const price = (replication: number, leaves: Float64Array, totals: Float64Array, offset: number, amounts: Float64Array): void => {
    const drawn = leaves[leaf]!;
    if (drawn > 0) for (let line = 0; line < perUnit.length; line++) perUnit[line] = amounts[line]! / drawn;
    else {
      unitLeaves.set(leaves);
      unitLeaves[leaf] = 1;
      priceTotals(model, unitLeaves, totals, offset, perUnit);
    }
    let sum = 0;
    for (let line = 0; line < perUnit.length; line++) {
      const ofLine = slopes.ledger[line]!;
      if (ofLine === null) perUnit[line] = 0;
      else sum += ofLine[replication] = perUnit[line]!;
    }
    slopes.totalCost[replication] = sum;
    if (parts === 0) return;
    const units = allocateCosts(model, leaves, totals, offset, perUnit, allocated);
    for (let part = 0; part < parts; part++) slopes.allocation[part]![replication] = allocated[part]! / units;
  };
  return { slopes, price };
}
