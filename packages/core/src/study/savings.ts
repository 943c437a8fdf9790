import { agentIndex, totalsLayout, type TotalsLayout } from '../floor/totals.ts';
import { chargedQuantities, ledgerPlan, type LinePrice } from '../ledger/ledgerLines.ts';
import { periodsInHorizon } from '../ledger/periodsInHorizon.ts';
import { scheduledSeconds } from '../ledger/paidTime.ts';
import type { Model } from '../model/model.ts';
import type { PricedWorlds } from './priceWorlds.ts';
import type { Shard } from './study.ts';
import { onlyRun, type KpiWorlds, type WageWorlds } from './worlds.ts';

/**
 * What a variant saves of the baseline's bill, and what it frees without saving it.
 *
 * - `pay`: wages and on-costs of scheduled hours, training too, and management: hours that are no longer paid.
 * - `contracts`: what is paid per period, seat, paid hour, FTE, hire or agent let go, or once: fees that end, or begin.
 * - `usage`: what is paid per minute, contact, session or attempt, overtime and penalties: it falls by itself.
 * - `cashable`: pay and contracts. With usage it is the baseline's total cost less the variant's.
 * - `freedCapacity`: work removed whose paid hours stay, at the loaded wage of the baseline: no money, until somebody uses it.
 */
export const savingNames = ['cashable', 'pay', 'contracts', 'usage', 'freedCapacity'] as const;
export type SavingName = (typeof savingNames)[number];

/** One scenario's side of the comparison. */
export interface SavingSide {
  readonly model: Model;
  /** Its place in the study. */
  readonly index: number;
  readonly priced: PricedWorlds;
}

const rules: Readonly<Record<SavingName, string>> = {
  cashable: 'pay + contracts per period',
  pay: 'scheduled hours no longer paid per period',
  contracts: 'fees no longer paid per period',
  usage: 'charges that fall with use per period',
  freedCapacity: 'max(0, work saved at loaded wages - hours released at loaded wages) per period',
};

/** What a line's saving is called; the on-costs of overtime are told apart from those of scheduled hours. */
type Kind = 'pay' | 'contracts' | 'usage' | 'onCosts';

const perUse: ReadonlySet<string> = new Set([
  'telephonyMinutes',
  'ivrMinutes',
  'handledContacts',
  'phoneContacts',
  'chatContacts',
  'emailContacts',
  'selfServiceSessions',
  'callbackAttempts',
]);

function kindOf(price: LinePrice): Kind {
  switch (price.by) {
    case 'wages':
    case 'training':
    case 'management':
      return 'pay';
    case 'overtime':
    case 'penalty':
      return 'usage';
    case 'onCosts':
      return 'onCosts';
    case 'charge':
      return perUse.has(chargedQuantities[price.quantity]!) ? 'usage' : 'contracts';
  }
}

/**
 * Savings of a variant in every world, per period of the document; positive where the variant pays less. Both sides lived in the same worlds;
 * each amount is per its own document's period. Those that nobody `wants` are left out.
 */
export function savingsWorlds(
  variant: SavingSide,
  baseline: SavingSide,
  shards: readonly Shard[],
  wants: (id: string) => boolean,
): readonly KpiWorlds[] {
  const wanted = savingNames.filter((name) => wants(`savings.${name}`));
  if (wanted.length === 0) return [];
  const replications = variant.priced.totalCost.length;
  const savings = createSavings(replications);
  addBill(
    savings,
    baseline.model,
    baseline.priced.ledger.map(({ amounts }) => amounts),
    1,
  );
  addBill(
    savings,
    variant.model,
    variant.priced.ledger.map(({ amounts }) => amounts),
    -1,
  );
  addFreed(savings.freedCapacity, variant, baseline, shards);
  addCashable(savings);
  const denominator = new Float64Array(replications).fill(1);
  const perWage = [...savingsPerWage(baseline, 1), ...savingsPerWage(variant, -1)];
  const wagesOf = (name: SavingName): WageWorlds | null =>
    perWage.length === 0 || name === 'freedCapacity'
      ? null // what is freed is no straight line in wages
      : { slopes: perWage.map((each) => each.slopes[name]), offsets: perWage.map(({ offsets }) => offsets) };
  return wanted.map((name) => ({ kpi: kpiOf(name), numerator: savings[name], denominator, wages: wagesOf(name), ...onlyRun }));
}

/** [replication] by name. */
type Savings = Readonly<Record<SavingName, Float64Array>>;

function createSavings(replications: number): Savings {
  const column = () => new Float64Array(replications);
  return { cashable: column(), pay: column(), contracts: column(), usage: column(), freedCapacity: column() };
}

function addCashable({ cashable, pay, contracts }: Savings): void {
  for (let replication = 0; replication < cashable.length; replication++)
    cashable[replication] = pay[replication]! + contracts[replication]!;
}

/** By wage of one scenario: what a unit of it adds to each saving, and the wage along the common factor. */
function savingsPerWage(
  { model, priced }: SavingSide,
  sign: 1 | -1,
): readonly { readonly slopes: Savings; readonly offsets: Float64Array }[] {
  if (priced.wages === null) return [];
  const { slopes, offsets } = priced.wages;
  return slopes.map(({ ledger }, wage) => {
    const savings = createSavings(priced.totalCost.length);
    addBill(savings, model, ledger, sign);
    addCashable(savings);
    return { slopes: savings, offsets: offsets[wage]! };
  });
}

/** Adds (sign 1) or takes away (-1) what one scenario pays: [line][replication], null where it pays nothing. */
function addBill(savings: Savings, model: Model, ledger: readonly (Float64Array | null)[], sign: 1 | -1): void {
  const scale = sign / periodsInHorizon(model, model.period);
  const { lines } = ledgerPlan(model);
  lines.forEach(({ price }, place) => {
    const amounts = ledger[place]!;
    if (amounts === null) return;
    const kind = kindOf(price);
    if (kind !== 'onCosts') {
      const into = savings[kind];
      for (let replication = 0; replication < amounts.length; replication++) into[replication]! += scale * amounts[replication]!;
      return;
    }
    // On-costs are a fraction of all pay, so that they divide as it does: overtime is no saving in hours.
    const payOf = (by: readonly LinePrice['by'][]): readonly Float64Array[] =>
      lines.flatMap((each, at) =>
        'group' in each.price && 'group' in price && each.price.group === price.group && by.includes(each.price.by) ? [ledger[at]!] : [],
      );
    const scheduled = payOf(['wages', 'training']);
    const overtime = payOf(['overtime'])[0]!;
    for (let replication = 0; replication < amounts.length; replication++) {
      let pay = overtime[replication]!;
      for (const each of scheduled) pay += each[replication]!;
      const ofOvertime = overtime[replication] === 0 ? 0 : (amounts[replication]! * overtime[replication]!) / pay;
      savings.pay[replication]! += scale * (amounts[replication]! - ofOvertime);
      savings.usage[replication]! += scale * ofOvertime;
    }
  });
}

/** Adds the value of the work that is gone while its hours are still paid. Groups are the same where they have the same name. */
function addFreed(into: Float64Array, variant: SavingSide, baseline: SavingSide, shards: readonly Shard[]): void {
  const scale = 1 / (3600 * periodsInHorizon(baseline.model, baseline.model.period));
  const scaleOfVariant = 1 / (3600 * periodsInHorizon(variant.model, variant.model.period));
  const theirs = totalsLayout(baseline.model);
  const ours = totalsLayout(variant.model);
  // [group of the variant] whose wage it is valued at: the baseline's, so that a change of wages frees nobody.
  const wages = variant.model.groups.map((_, group) => {
    const known = groupBefore(baseline.model, variant.model, group);
    return known < 0 ? variant.priced.loadedWages[group]! : baseline.priced.loadedWages[known]!;
  });
  for (const { from, to, totals } of shards) {
    const baselineTotals = totals[baseline.index]!;
    const variantTotals = totals[variant.index]!;
    for (let replication = from; replication < to; replication++) {
      const baselineAt = (replication - from) * theirs.length;
      const variantAt = (replication - from) * ours.length;
      let work = 0;
      let released = 0;
      for (let group = 0; group < theirs.groups; group++) {
        const wage = scale * baseline.priced.loadedWages[group]![replication]!;
        work += wage * workSeconds(theirs, baselineTotals, baselineAt, group);
        released += wage * scheduledSeconds(theirs, baselineTotals, baselineAt, group);
      }
      for (let group = 0; group < ours.groups; group++) {
        const wage = scaleOfVariant * wages[group]![replication]!;
        work -= wage * workSeconds(ours, variantTotals, variantAt, group);
        released -= wage * scheduledSeconds(ours, variantTotals, variantAt, group);
      }
      into[replication] = Math.max(0, work - Math.max(0, released));
    }
  }
}

/** The baseline's group of the same name; of agents whom the variant alone makes cross-skilled, the group that they were in. -1: it has none. */
function groupBefore(baseline: Model, { groups }: Model, group: number): number {
  const { name, part } = groups[group]!;
  const known = baseline.groups.findIndex((each) => each.name === name);
  if (known >= 0 || part?.crossSkilled !== true) return known;
  return baseline.groups.findIndex((each) => each.name === groups[part.other]!.name);
}

/** Seconds that a group worked, within its schedule and after it. */
const workSeconds = (layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number =>
  totals[offset + agentIndex(layout, 'handling', group)]! + totals[offset + agentIndex(layout, 'overtime', group)]!;

const kpiOf = (name: SavingName): KpiWorlds['kpi'] => ({ id: `savings.${name}`, unit: 'currency', better: 'higher', rule: rules[name] });
