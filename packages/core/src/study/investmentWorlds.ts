import { agentIndex, isInTransition, staffIndex, totalsLayout, type TotalsLayout } from '../floor/totals.ts';
import { investmentKpis, netPresentValueKpi, paidBackKpi, payBackKpi } from '../kpis/investment.ts';
import { chargedQuantities, ledgerPlan, type LinePrice } from '../ledger/ledgerLines.ts';
import { netPresentValue, payBackMonths } from '../ledger/investment.ts';
import type { Model } from '../model/model.ts';
import { staffFields, type StaffField } from '../people/transition.ts';
import type { Shard } from './study.ts';
import { onlyRun, type KpiWorlds } from './worlds.ts';

/** Amounts [replication] by line, in line order. */
type Amounts = readonly { readonly amounts: Float64Array }[];

/**
 * Whether a variant invests: its staff are in transition, and it has a one-off cost or another platform fee than its baseline.
 */
export function invests(model: Model, baseline: Model): boolean {
  if (model.staffing.transition === null) return false;
  const priceOf = ({ costLines, leaves }: Model, line: string): string => {
    const found = costLines.find((each) => each.line === line);
    return JSON.stringify(found && [leaves[found.amount]!.distribution, found.basis, found.step]);
  };
  return model.costLines.some(({ line, amount, basis }) => {
    const { distribution } = model.leaves[amount]!;
    if (basis.on === 'once') return distribution.family !== 'certain' || distribution.value !== 0;
    return platforms.has(line) && priceOf(model, line) !== priceOf(baseline, line);
  });
}

const platforms = new Set(['ivr.platform', 'selfService.platform', 'softwareLicences.lever']);

/** What the amount of a line over the horizon is spread over its weeks by. */
type Spread =
  | { readonly by: 'wages' | 'overtime' | 'training' | 'onCosts'; readonly group: number }
  | { readonly by: 'paid' | 'hires' | 'letGo' | 'evenly' | 'once' };

function spreadOf(model: Model, line: string, price: LinePrice): Spread {
  switch (price.by) {
    case 'wages':
    case 'overtime':
    case 'training':
    case 'onCosts':
      return { by: price.by, group: price.group };
    case 'management':
      return { by: 'paid' };
    case 'penalty':
      return { by: 'evenly' };
    case 'charge':
      if (model.costLines.some((each) => each.line === line && each.basis.on === 'once')) return { by: 'once' };
      switch (chargedQuantities[price.quantity]) {
        case 'paidHours':
        case 'fte':
          return { by: 'paid' };
        case 'hires':
          return { by: 'hires' };
        case 'letGo':
          return { by: 'letGo' };
        default:
          return { by: 'evenly' };
      }
  }
}

/**
 * Net present value and pay-back of a variant that invests, in every world; none for one that does not.
 *
 * The saving of a week is the baseline's cost less the variant's. What people cost falls on weeks as they are paid, hired, trained and let go there;
 * everything else (telephony, fees, seats, penalties, finishing contacts after the shift) is spread evenly over the horizon's weeks, so of
 * that the time within the horizon is approximate and the sum exact. One-off amounts are paid whole at the start. After the horizon the last
 * week's saving goes on, but for training and severance; leavers are replaced then, at what the baseline pays for it per paid hour.
 *
 * @param discount [replication] per year
 */
export function investmentWorlds(
  model: Model,
  index: number,
  ledger: Amounts,
  baseline: { readonly model: Model; readonly ledger: Amounts },
  shards: readonly Shard[],
  discount: Float64Array,
): readonly KpiWorlds[] {
  if (!invests(model, baseline.model)) return [];
  const replications = discount.length;
  const columns = Object.fromEntries(investmentKpis.map(({ id }) => [id, new Float64Array(replications)]));
  const layout = totalsLayout(model);
  const scratch = createWeeks(layout);
  const ours = spreadsOf(model);
  const theirs = spreadsOf(baseline.model);
  const saving = new Float64Array(layout.weeks);
  const years = model.investmentYears;
  for (const { from, to, totals } of shards) {
    const ofModel = totals[index]!;
    for (let replication = from; replication < to; replication++) {
      readWeeks(scratch, layout, ofModel, (replication - from) * layout.length);
      saving.fill(0);
      const before = spendBaseline(saving, scratch, theirs, baseline.ledger, replication);
      const after = spendVariant(saving, scratch, layout, ours, ledger, replication, before.hiresPerPaidSecond);
      const wholeOf = (amount: number, { investmentYears, calendar }: Model): number =>
        (amount * investmentYears) / (calendar.horizonDays / 365.25);
      const atStart = wholeOf(after.once, model) - wholeOf(before.once, baseline.model);
      const investment = { atStart, saving, goesOn: before.goesOn - after.goesOn, years };
      const months = payBackMonths(investment);
      columns[netPresentValueKpi.id]![replication] = netPresentValue(investment, discount[replication]!);
      columns[payBackKpi.id]![replication] = Math.min(months, 12 * years);
      columns[paidBackKpi.id]![replication] = months < Infinity ? 1 : 0;
    }
  }
  return investmentKpis.map((kpi) => ({
    kpi: { id: kpi.id, unit: kpi.unit, better: kpi.better, rule: kpi.rule(model) },
    numerator: columns[kpi.id]!,
    denominator: new Float64Array(replications).fill(1),
    wages: null,
    ...onlyRun,
  }));
}

const spreadsOf = (model: Model): readonly Spread[] => ledgerPlan(model).lines.map(({ line, price }) => spreadOf(model, line, price));

/** Staff of one world by week: [group][week] of each kind, their sums over groups [week], and scratch. */
interface Weeks {
  readonly of: Readonly<Record<StaffField, readonly Float64Array[]>>;
  readonly all: Readonly<Record<StaffField, Float64Array>>;
  /** [week] paid and in training, all groups. */
  readonly onPayroll: Float64Array;
  /** [group][week] money that on-costs are a share of, and of the last week what goes on. */
  readonly pay: readonly Float64Array[];
  readonly payGoesOn: Float64Array;
  readonly weights: Float64Array;
  /** The last week in which the baseline pays anyone. */
  last: number;
}

function createWeeks({ weeks, groups }: TotalsLayout): Weeks {
  const columns = (): Float64Array[] => Array.from({ length: groups }, () => new Float64Array(weeks));
  return {
    of: Object.fromEntries(staffFields.map((field) => [field, columns()])) as Record<StaffField, Float64Array[]>,
    all: Object.fromEntries(staffFields.map((field) => [field, new Float64Array(weeks)])) as Record<StaffField, Float64Array>,
    onPayroll: new Float64Array(weeks),
    pay: columns(),
    payGoesOn: new Float64Array(groups),
    weights: new Float64Array(weeks),
    last: weeks - 1,
  };
}

function readWeeks(into: Weeks, layout: TotalsLayout, totals: Float64Array, offset: number): void {
  if (!isInTransition(layout)) throw new Error('Totals without a transition have no weeks of staff.');
  for (const field of staffFields) {
    into.all[field].fill(0);
    for (let group = 0; group < layout.groups; group++)
      for (let week = 0; week < layout.weeks; week++) {
        const value = totals[offset + staffIndex(layout, week, field, group)]!;
        into.of[field][group]![week] = value;
        into.all[field][week]! += value;
      }
  }
  // Contacts are finished after the shift in any week.
  for (let group = 0; group < layout.groups; group++) {
    const inEach = totals[offset + agentIndex(layout, 'overtime', group)]! / layout.weeks;
    for (let week = 0; week < layout.weeks; week++) into.of.overtime[group]![week]! += inEach;
  }
  into.last = 0;
  for (let week = 0; week < layout.weeks; week++) {
    into.onPayroll[week] = into.all.paid[week]! + into.all.training[week]!;
    if (into.all.baselinePaid[week]! > 0) into.last = week;
  }
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Adds `amount` to weeks by their weights, evenly where these are all 0; returns the share of the last week. */
function spend(weeks: Float64Array, amount: number, weights: Float64Array | null, last: number): number {
  const sum = weights === null ? 0 : sumOf(weights);
  for (let week = 0; week < weeks.length; week++) weeks[week]! += amount * (sum > 0 ? weights![week]! / sum : 1 / weeks.length);
  return amount * (sum > 0 ? weights![last]! / sum : 1 / weeks.length);
}

interface Spent {
  /** Weekly cost after the horizon. */
  readonly goesOn: number;
  /** One-off amounts, as the ledger has them. */
  readonly once: number;
}

/** Adds the baseline's cost of each week to `saving`. */
function spendBaseline(
  saving: Float64Array,
  { of, all, last }: Weeks,
  spreads: readonly Spread[],
  ledger: Amounts,
  replication: number,
): Spent & { readonly hiresPerPaidSecond: number } {
  let goesOn = 0;
  let once = 0;
  let hires = 0;
  spreads.forEach((spread, line) => {
    const amount = ledger[line]!.amounts[replication]!;
    switch (spread.by) {
      case 'once':
        once += amount;
        return;
      case 'wages':
      case 'onCosts':
        goesOn += spend(saving, amount, of.baselinePaid[spread.group]!, last);
        return;
      case 'hires':
        hires += amount;
        goesOn += spend(saving, amount, all.baselinePaid, last);
        return;
      case 'paid':
        goesOn += spend(saving, amount, all.baselinePaid, last);
        return;
      default:
        goesOn += spend(saving, amount, null, last);
    }
  });
  const paid = sumOf(all.baselinePaid);
  return { goesOn, once, hiresPerPaidSecond: paid > 0 ? hires / paid : 0 };
}

/** Takes the variant's cost of each week from `saving`. */
function spendVariant(
  saving: Float64Array,
  weeks: Weeks,
  layout: TotalsLayout,
  spreads: readonly Spread[],
  ledger: Amounts,
  replication: number,
  hiresPerPaidSecond: number,
): Spent {
  const { of, all, onPayroll, pay, payGoesOn, weights, last } = weeks;
  let goesOn = 0;
  let once = 0;
  for (let group = 0; group < layout.groups; group++) {
    pay[group]!.fill(0);
    payGoesOn[group] = 0;
  }
  /** Takes what a group is paid, and notes it for on-costs. */
  const payGroup = (group: number, amount: number, by: Float64Array | null, stays: boolean): void => {
    const column = pay[group]!;
    const before = column[last]!;
    spend(column, amount, by, last);
    const ofLast = column[last]! - before;
    spend(saving, -amount, by, last);
    if (!stays) return;
    goesOn += ofLast;
    payGoesOn[group]! += ofLast;
  };
  spreads.forEach((spread, line) => {
    const amount = ledger[line]!.amounts[replication]!;
    switch (spread.by) {
      case 'wages':
        payGroup(spread.group, amount, of.paid[spread.group]!, true);
        return;
      case 'overtime':
        payGroup(spread.group, amount, of.overtime[spread.group]!, true);
        return;
      case 'training':
        payGroup(spread.group, amount, of.training[spread.group]!, false);
        return;
      case 'once':
        once += amount;
        return;
      case 'hires':
        spend(saving, -amount, all.hires, last);
        return;
      case 'letGo':
        spend(saving, -amount, all.letGo, last);
        return;
      case 'paid': {
        spend(saving, -amount, onPayroll, last);
        const sum = sumOf(onPayroll);
        goesOn += sum > 0 ? (amount * all.paid[last]!) / sum : amount / layout.weeks;
        return;
      }
      case 'evenly':
        goesOn -= spend(saving, -amount, null, last);
        return;
      case 'onCosts':
    }
  });
  // On-costs are a share of what was paid, of which all is known now.
  spreads.forEach((spread, line) => {
    if (spread.by !== 'onCosts') return;
    const amount = ledger[line]!.amounts[replication]!;
    weights.set(pay[spread.group]!);
    const sum = sumOf(weights);
    spend(saving, -amount, weights, last);
    goesOn += sum > 0 ? (amount * payGoesOn[spread.group]!) / sum : amount / layout.weeks;
  });
  return { goesOn: goesOn + hiresPerPaidSecond * all.paid[last]!, once };
}
