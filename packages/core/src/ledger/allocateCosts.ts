import { countField, type CountField } from '../floor/outcome.ts';
import { agentIndex, countIndex, type TotalsLayout } from '../floor/totals.ts';
import type { LeafIndex, Model } from '../model/model.ts';
import { chargedQuantities, ledgerPlan, type ChargedQuantity, type LinePrice } from './ledgerLines.ts';
import { apportion } from './apportion.ts';
import { overtimeSeconds, scheduledSeconds } from './paidTime.ts';
import { dialSecondsOf } from './priceTotals.ts';

/** Whom a line is put down to. */
type Cause =
  /** Pay of one group. */
  | { readonly by: 'group'; readonly group: number; readonly part: 'scheduled' | 'overtime' | 'both'; readonly premium: LeafIndex | null }
  /** Pay of all groups, by their scheduled hours. */
  | { readonly by: 'agents' }
  /** Contacts, minutes or sessions that the line is charged on: counts of these fields, on one channel or all. */
  | {
      readonly by: 'counts';
      readonly plus: readonly number[];
      readonly minus: readonly number[];
      /** Whether the seconds of dialling callbacks are taken off. */
      readonly undialled: boolean;
      readonly channel: number | null;
    }
  /** Whatever is handled on the phone. */
  | { readonly by: 'phone' }
  /** Whatever is handled. */
  | { readonly by: 'workload' };

interface AllocationPlan {
  /** [line] */
  readonly causes: readonly Cause[];
  /** [group] cells of the queues it serves. */
  readonly cellsOf: readonly (readonly number[])[];
  readonly cells: number;
  readonly chat: number;
  readonly phoneCells: readonly number[];
  readonly allCells: readonly number[];
  /** Reused from replication to replication. */
  readonly workload: Float64Array;
  readonly weights: Float64Array;
  readonly parts: Float64Array;
  readonly payOf: Float64Array;
}

/** Models are frozen, so what follows from one is worked out once. */
const plans = new WeakMap<Model, AllocationPlan>();

/** The first channel of every model. */
const phone = 0;

function allocationPlan(model: Model): AllocationPlan {
  const known = plans.get(model);
  if (known !== undefined) return known;
  const { lines, layout } = ledgerPlan(model);
  const { channels, contactTypes } = layout;
  const cells = channels * contactTypes;
  const allCells = Array.from({ length: cells }, (_, cell) => cell);
  const plan: AllocationPlan = {
    causes: lines.map(({ price }) => causeOf(model, price)),
    cellsOf: model.groups.map(({ queues }) =>
      queues.map((queue) => model.queues[queue]!.contactType * channels + model.queues[queue]!.channel),
    ),
    cells,
    chat: model.channels.indexOf('chat'),
    phoneCells: allCells.filter((cell) => cell % channels === phone),
    allCells,
    workload: new Float64Array(cells),
    weights: new Float64Array(cells),
    parts: new Float64Array(cells + 1),
    payOf: new Float64Array(model.groups.length),
  };
  plans.set(model, plan);
  return plan;
}

function causeOf(model: Model, price: LinePrice): Cause {
  switch (price.by) {
    case 'wages':
      return { by: 'group', group: price.group, part: 'scheduled', premium: null };
    case 'overtime':
    case 'training':
      // Neither overtime nor training has idle hours.
      return { by: 'group', group: price.group, part: 'overtime', premium: null };
    case 'onCosts':
      return { by: 'group', group: price.group, part: 'both', premium: price.premium };
    case 'management':
      return { by: 'agents' };
    case 'penalty':
      return { by: 'phone' };
    case 'charge':
      return price.stepSeats > 0 ? { by: 'workload' } : causeOfCharge(model, chargedQuantities[price.quantity]!);
  }
}

function causeOfCharge({ channels }: Model, quantity: ChargedQuantity): Cause {
  const counts = (plus: readonly CountField[], minus: readonly CountField[] = [], channel: number | null = null): Cause => ({
    by: 'counts',
    plus: plus.map((field) => countField[field]),
    minus: minus.map((field) => countField[field]),
    undialled: quantity === 'telephonyMinutes',
    channel,
  });
  switch (quantity) {
    case 'paidHours':
    case 'fte':
      return { by: 'agents' };
    case 'one':
    case 'seats':
    case 'hires':
    case 'letGo':
      return { by: 'workload' };
    case 'telephonyMinutes':
      return counts(['ivrSeconds', 'waitSecondsAll', 'handleSeconds'], ['afterContactSeconds'], phone);
    case 'ivrMinutes':
      return counts(['ivrSeconds']);
    case 'handledContacts':
      return counts(['handled']);
    case 'phoneContacts':
      return counts(['handled'], [], phone);
    case 'chatContacts':
      return counts(['handled'], [], channels.indexOf('chat'));
    case 'emailContacts':
      return counts(['handled'], [], channels.indexOf('email'));
    case 'selfServiceSessions':
      return counts(['selfServiceTried']);
    case 'callbackAttempts':
      return counts(['callbackAttempts']);
  }
}

/** Parts that a total is split into: one for each contact type and channel, and the idle time that is nobody's. */
export const allocationParts = ({ contactTypes, channels }: TotalsLayout): number => contactTypes * channels + 1;

/**
 * Splits the total cost of one replication by cause: fills `out` [contactType][channel], then unallocated idle time, with whole micro-units of
 * the currency, and returns how many of them are one unit of it. They add up to the total, to the micro-unit.
 *
 * - Pay of a group (wages, on-costs, and what is charged per paid hour or FTE, management too, by scheduled hours): its idle share, idle /
 *   (handling + idle), is unallocated; the rest goes to the contact types and channels that the group serves, by their agent seconds. Overtime
 *   and training have no idle share.
 * - What is charged per contact, minute, session or attempt: to those that caused it. Penalties: to phone, by agent seconds.
 * - Everything else (fixed amounts, seats, hires and severance, one-off costs): by agent seconds of all.
 *
 * Agent seconds of a contact type and channel are its handling seconds, in which dialling and calls on which nobody speaks are. Chats overlap: their
 * seconds are divided by the mean number in hand, which is what the agents' time leaves for them. Where nothing was handled, all is unallocated.
 * A micro-unit is 1e-6; of totals beyond 9e9 it is the finest power of ten in which doubles still count.
 *
 * `amounts` [line] are what `priceTotals` gave. Pure but for its own scratch, and allocates nothing.
 */
export function allocateCosts(
  model: Model,
  leaves: Float64Array,
  totals: Float64Array,
  offset: number,
  amounts: Float64Array,
  out: Float64Array,
): number {
  const plan = allocationPlan(model);
  const { layout } = ledgerPlan(model);
  const { causes, cells, parts, payOf, allCells, phoneCells, cellsOf, workload } = plan;
  parts.fill(0);
  payOf.fill(0);
  fillWorkload(plan, layout, totals, offset);
  let total = 0;
  let shared = 0;
  let ofPhone = 0;
  let ofAgents = 0;
  for (let line = 0; line < causes.length; line++) {
    const cause = causes[line]!;
    const amount = amounts[line]!;
    total += amount;
    if (amount === 0) continue;
    switch (cause.by) {
      case 'group': {
        const idle = amount * scheduledPart(cause, layout, leaves, totals, offset) * idleShare(layout, totals, offset, cause.group);
        parts[cells]! += idle;
        payOf[cause.group]! += amount - idle;
        break;
      }
      case 'agents':
        ofAgents += amount;
        break;
      case 'counts':
        fillCounts(plan, layout, totals, offset, cause, dialSecondsOf(model, leaves));
        spread(plan, allCells, plan.weights, amount);
        break;
      case 'phone':
        ofPhone += amount;
        break;
      case 'workload':
        shared += amount;
        break;
    }
  }
  shareAmongGroups(plan, layout, totals, offset, ofAgents);
  for (let group = 0; group < payOf.length; group++) spread(plan, cellsOf[group]!, workload, payOf[group]!);
  spread(plan, phoneCells, workload, ofPhone);
  spread(plan, allCells, workload, shared);
  return apportion(parts, total, out);
}

/** The part of a line that is for scheduled hours. */
function scheduledPart(
  { part, group, premium }: Extract<Cause, { by: 'group' }>,
  layout: TotalsLayout,
  leaves: Float64Array,
  totals: Float64Array,
  offset: number,
): number {
  if (part !== 'both') return part === 'scheduled' ? 1 : 0;
  const scheduled = scheduledSeconds(layout, totals, offset, group);
  const overtime = overtimeSeconds(layout, totals, offset, group) * (1 + leaves[premium!]!);
  return scheduled + overtime > 0 ? scheduled / (scheduled + overtime) : 0;
}

/** The idle part of a group's time on duty; a group that is never on duty handles nothing. */
function idleShare(layout: TotalsLayout, totals: Float64Array, offset: number, group: number): number {
  const idle = Math.max(0, totals[offset + agentIndex(layout, 'idle', group)]!);
  const handling = Math.max(0, totals[offset + agentIndex(layout, 'handling', group)]!);
  return handling > 0 ? idle / (handling + idle) : 1;
}

/** What is paid by the hour of all groups together, as pay of each. */
function shareAmongGroups(plan: AllocationPlan, layout: TotalsLayout, totals: Float64Array, offset: number, amount: number): void {
  if (amount === 0) return;
  let hours = 0;
  for (let group = 0; group < layout.groups; group++) hours += scheduledSeconds(layout, totals, offset, group);
  if (!(hours > 0)) {
    plan.parts[plan.cells]! += amount;
    return;
  }
  for (let group = 0; group < layout.groups; group++) {
    const own = (amount * scheduledSeconds(layout, totals, offset, group)) / hours;
    const idle = own * idleShare(layout, totals, offset, group);
    plan.parts[plan.cells]! += idle;
    plan.payOf[group]! += own - idle;
  }
}

/** Adds an amount to some cells in proportion to their weights; to all by workload where they weigh nothing, and to nobody where nothing was handled. */
function spread(plan: AllocationPlan, among: readonly number[], weights: Float64Array, amount: number): void {
  if (amount === 0) return;
  let sum = 0;
  for (let at = 0; at < among.length; at++) sum += weights[among[at]!]!;
  if (sum > 0) for (let at = 0; at < among.length; at++) plan.parts[among[at]!]! += (amount * weights[among[at]!]!) / sum;
  else if (weights !== plan.workload || among !== plan.allCells) spread(plan, plan.allCells, plan.workload, amount);
  else plan.parts[plan.cells]! += amount;
}

/** Agent seconds of each cell. */
function fillWorkload({ workload, chat, cells }: AllocationPlan, layout: TotalsLayout, totals: Float64Array, offset: number): void {
  const { channels, groups } = layout;
  const handling = offset + countIndex(layout, 'handleSeconds', 0, 0);
  let others = 0;
  let chats = 0;
  for (let cell = 0; cell < cells; cell++) {
    workload[cell] = Math.max(0, totals[handling + cell]!);
    if (cell % channels === chat) chats += workload[cell]!;
    else others += workload[cell]!;
  }
  if (!(chats > 0)) return;
  let agents = 0;
  for (let group = 0; group < groups; group++)
    agents += totals[offset + agentIndex(layout, 'handling', group)]! + totals[offset + agentIndex(layout, 'overtime', group)]!;
  const inHand = Math.max(1, agents > others ? chats / (agents - others) : 1);
  for (let cell = chat; cell < cells; cell += channels) workload[cell]! /= inHand;
}

/** What each cell caused of a quantity. */
function fillCounts(
  { weights, cells }: AllocationPlan,
  { channels }: TotalsLayout,
  totals: Float64Array,
  offset: number,
  { plus, minus, undialled, channel }: Extract<Cause, { by: 'counts' }>,
  dialSeconds: number,
): void {
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    if (channel === null || cell % channels === channel) {
      for (let at = 0; at < plus.length; at++) sum += totals[offset + plus[at]! * cells + cell]!;
      for (let at = 0; at < minus.length; at++) sum -= totals[offset + minus[at]! * cells + cell]!;
      if (undialled) sum -= dialSeconds * totals[offset + countField.callbackAttempts * cells + cell]!;
    }
    weights[cell] = Math.max(0, sum);
  }
}
