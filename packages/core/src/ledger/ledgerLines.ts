import { totalsLayout, type TotalsLayout } from '../floor/totals.ts';
import { costCategories, type CostCategory, type LeafIndex, type Model, type ModelCostLine } from '../model/model.ts';
import { periodsInHorizon } from './periodsInHorizon.ts';

/** One line of the ledger. */
export interface LedgerLine {
  /** Unique within the model, e.g. `wages.frontline`, `telephony`. */
  readonly line: string;
  readonly category: CostCategory;
}

/** What a charge is multiplied by; each is a sum over the horizon, except `one`, whole seats and FTE. */
export const chargedQuantities = [
  'one',
  'seats',
  'fte',
  'paidHours',
  'hires',
  'letGo',
  'telephonyMinutes',
  'ivrMinutes',
  'handledContacts',
  'phoneContacts',
  'chatContacts',
  'emailContacts',
  'selfServiceSessions',
  'callbackAttempts',
] as const;
export type ChargedQuantity = (typeof chargedQuantities)[number];

/** What the paid hours of a group are multiplied by. */
export interface GroupPay {
  readonly group: number;
  readonly wage: LeafIndex;
  /** Factor on the wage; null: 1. */
  readonly wageFactor: LeafIndex | null;
}

/** How a line is priced, with everything that does not depend on the replication worked out. */
export type LinePrice =
  | ({ readonly by: 'wages' } & GroupPay)
  | ({ readonly by: 'overtime'; readonly premium: LeafIndex } & GroupPay)
  | ({ readonly by: 'onCosts'; readonly premium: LeafIndex; readonly onCost: LeafIndex } & GroupPay)
  | ({ readonly by: 'training' } & GroupPay)
  | { readonly by: 'management'; readonly oneFor: LeafIndex; readonly wage: LeafIndex; readonly onCost: LeafIndex }
  | { readonly by: 'penalty' }
  | {
      readonly by: 'charge';
      readonly amount: LeafIndex;
      /** Position among `chargedQuantities`. */
      readonly quantity: number;
      /** Seats per step of a staircase; 0: no staircase. */
      readonly stepSeats: number;
      /** Periods in the horizon, where the amount is stated per period; else 1. */
      readonly scale: number;
    };

export interface PricedLine extends LedgerLine {
  readonly price: LinePrice;
}

export interface LedgerPlan {
  readonly lines: readonly PricedLine[];
  /** What some line is charged on: positions among `chargedQuantities`. */
  readonly quantities: readonly number[];
  /** All leaves that pricing reads. */
  readonly leaves: ReadonlySet<LeafIndex>;
  readonly layout: TotalsLayout;
}

/**
 * The ledger's lines in the order in which they are summed: by `costCategories`, and within a category wages, overtime, on-costs by
 * group, then the model's cost lines as the document lists them. In transition hiring begins with training by group and ends with severance.
 */
export const ledgerLines = (model: Model): readonly LedgerLine[] =>
  ledgerPlan(model).lines.map(({ line, category }) => ({ line, category }));

/** Models are frozen, so what follows from one is worked out once; the pricing of a replication then allocates nothing. */
const plans = new WeakMap<Model, LedgerPlan>();

/** The lines with their prices, for `priceTotals`. Throws where a cost line stands on a staircase that has no meaning. */
export function ledgerPlan(model: Model): LedgerPlan {
  const known = plans.get(model);
  if (known !== undefined) return known;
  const { overtimePremium: premium, transition } = model.staffing;
  const payOf = (group: number): GroupPay => ({ group, wage: model.groups[group]!.wage, wageFactor: model.groups[group]!.wageFactor });
  const lines: PricedLine[] = [
    ...model.groups.map(({ name }, group) => priced(`wages.${name}`, 'wages', { by: 'wages', ...payOf(group) })),
    ...model.groups.map(({ name }, group) => priced(`overtime.${name}`, 'wages', { by: 'overtime', ...payOf(group), premium })),
    ...model.groups.map(({ name, onCost }, group) =>
      priced(`onCosts.${name}`, 'onCosts', { by: 'onCosts', ...payOf(group), premium, onCost }),
    ),
    ...(model.management === null ? [] : [priced('management', 'management', { by: 'management', ...model.management })]),
    ...(transition === null
      ? []
      : model.groups.map(({ name }, group) => priced(`training.${name}`, 'hiring', { by: 'training', ...payOf(group) }))),
    ...model.costLines.map((costLine) => priced(costLine.line, costLine.category, chargeOf(model, costLine))),
    ...(transition === null || !transition.letsGo
      ? []
      : [priced('severance', 'hiring', { by: 'charge', amount: transition.severance, quantity: letGo, stepSeats: 0, scale: 1 })]),
    ...(model.penalty === null ? [] : [priced('penalties', 'penalties', { by: 'penalty' })]),
  ];
  // Array.prototype.sort is stable: within a category the order above stands.
  lines.sort((a, b) => costCategories.indexOf(a.category) - costCategories.indexOf(b.category));
  const quantities = [...new Set(lines.flatMap(({ price }) => quantitiesOf(price)))];
  const leaves = new Set(lines.flatMap(({ price }) => leavesOf(model, price)));
  const plan = { lines, quantities, leaves, layout: totalsLayout(model) };
  plans.set(model, plan);
  return plan;
}

const seats = chargedQuantities.indexOf('seats');
const hires = chargedQuantities.indexOf('hires');
const letGo = chargedQuantities.indexOf('letGo');
const telephonyMinutes = chargedQuantities.indexOf('telephonyMinutes');

function quantitiesOf(price: LinePrice): readonly number[] {
  if (price.by !== 'charge') return [];
  return price.stepSeats > 0 ? [price.quantity, seats] : [price.quantity];
}

const wageOf = ({ wage, wageFactor }: GroupPay): readonly LeafIndex[] => (wageFactor === null ? [wage] : [wage, wageFactor]);

function leavesOf(model: Model, price: LinePrice): readonly LeafIndex[] {
  switch (price.by) {
    case 'wages':
    case 'training':
      return wageOf(price);
    case 'overtime':
      return [...wageOf(price), price.premium];
    case 'onCosts':
      return [...wageOf(price), price.premium, price.onCost];
    case 'management':
      return [price.oneFor, price.wage, price.onCost];
    case 'penalty':
      return model.penalty === null ? [] : [model.penalty.serviceLevelBelow, model.penalty.amount];
    case 'charge':
      if (price.quantity === hires && model.staffing.transition === null) return [price.amount, model.staffing.attrition];
      return price.quantity === telephonyMinutes && model.callback !== null ? [price.amount, model.callback.dialSeconds] : [price.amount];
  }
}

const priced = (line: string, category: CostCategory, price: LinePrice): PricedLine => ({ line, category, price });

function chargeOf(model: Model, { line, amount, basis, step, quantity }: ModelCostLine): LinePrice {
  const charge = (charged: ChargedQuantity, scale = 1): LinePrice => {
    if (step !== null && charged !== 'one' && charged !== 'seats') throw new Error(`${line} is charged per ${basis.on}: no step of seats`);
    return { by: 'charge', amount, quantity: chargedQuantities.indexOf(charged), stepSeats: step?.of ?? 0, scale };
  };
  switch (basis.on) {
    case 'period':
      return charge('one', periodsInHorizon(model, basis.per));
    case 'seat':
      return charge('seats', periodsInHorizon(model, basis.per));
    case 'fte':
      return charge('fte', periodsInHorizon(model, basis.per));
    case 'paidHour':
      return charge('paidHours');
    case 'contact':
      return charge(quantity ?? 'handledContacts');
    case 'minute':
      return charge(quantity ?? 'telephonyMinutes');
    case 'session':
      return charge(quantity ?? 'selfServiceSessions');
    case 'attempt':
      return charge('callbackAttempts');
    case 'hire':
      return charge('hires');
    case 'once':
      return charge('one', periodsInHorizon(model, 'year') / model.investmentYears);
  }
}
