import type { Channel } from '@percall/scenario';
import { countIndex, type TotalsLayout } from '../floor/totals.ts';
import type { CountField } from '../floor/outcome.ts';
import type { Model } from '../model/model.ts';
import type { StaffField } from '../people/transition.ts';
import { chargedQuantities, ledgerPlan, type ChargedQuantity, type GroupPay } from './ledgerLines.ts';
import { fullTimeHours, overtimeSeconds, scheduledHours, scheduledSeconds, staffSum, trainingSeconds } from './paidTime.ts';
import { penaltyAmount } from './penalty.ts';
import { periodsInHorizon } from './periodsInHorizon.ts';
import { wholeSeats } from './seats.ts';

/** The first channel of every model. */
const phone = 0;

/** [chargedQuantities] of the replication that is being priced: several lines are charged on each. */
const charged = new Float64Array(chargedQuantities.length);
const seats = chargedQuantities.indexOf('seats');

/**
 * Prices the totals of one replication: fills `out` with the amount of each line of `ledgerLines(model)`, in currency over the horizon,
 * and returns their sum in line order.
 *
 * wages = scheduled paid hours x wage; overtime = overtime hours x wage x (1 + premium); on-costs = fraction x (wages + training + overtime);
 * management = scheduled paid hours of all groups / oneFor x wage x (1 + on-cost); every other line = amount x quantity x periods in the
 * horizon. One-off amounts are spread straight-line: amount / investment years x D / 365.25. Hires = attrition per year x FTE x D / 365.25;
 * in transition those who began to be paid. There training is paid hours before the first contact x wage, and no part of wages; severance is paid by
 * agent let go.
 *
 * `leaves` [leaf] are this model's values in that world; `totals` holds the replication at `offset`. Pure, and allocates nothing.
 */
export function priceTotals(model: Model, leaves: Float64Array, totals: Float64Array, offset: number, out: Float64Array): number {
  const { lines, quantities, layout } = ledgerPlan(model);
  for (let used = 0; used < quantities.length; used++) {
    const quantity = quantities[used]!;
    charged[quantity] = quantityOf(chargedQuantities[quantity]!, model, leaves, layout, totals, offset);
  }
  let total = 0;
  for (let index = 0; index < lines.length; index++) {
    const price = lines[index]!.price;
    let amount: number;
    switch (price.by) {
      case 'wages':
        amount =
          ((scheduledSeconds(layout, totals, offset, price.group) - trainingSeconds(layout, totals, offset, price.group)) / 3600) *
          wageOf(price, leaves);
        break;
      case 'training':
        amount = (trainingSeconds(layout, totals, offset, price.group) / 3600) * wageOf(price, leaves);
        break;
      case 'overtime':
        amount = (overtimeSeconds(layout, totals, offset, price.group) / 3600) * wageOf(price, leaves) * (1 + leaves[price.premium]!);
        break;
      case 'onCosts': {
        const scheduled = scheduledSeconds(layout, totals, offset, price.group);
        const overtime = overtimeSeconds(layout, totals, offset, price.group) * (1 + leaves[price.premium]!);
        amount = ((scheduled + overtime) / 3600) * wageOf(price, leaves) * leaves[price.onCost]!;
        break;
      }
      case 'management':
        amount = (scheduledHours(layout, totals, offset) / leaves[price.oneFor]!) * leaves[price.wage]! * (1 + leaves[price.onCost]!);
        break;
      case 'penalty':
        amount = penaltyAmount(model, leaves, layout, totals, offset);
        break;
      case 'charge': {
        const quantity = price.stepSeats > 0 ? Math.ceil(charged[seats]! / price.stepSeats) : charged[price.quantity]!;
        amount = leaves[price.amount]! * quantity * price.scale;
        break;
      }
    }
    out[index] = amount;
    total += amount;
  }
  return total;
}

function quantityOf(
  quantity: ChargedQuantity,
  model: Model,
  leaves: Float64Array,
  layout: TotalsLayout,
  totals: Float64Array,
  offset: number,
): number {
  switch (quantity) {
    case 'one':
      return 1;
    case 'seats':
      return wholeSeats(layout, totals, offset);
    case 'fte':
      return scheduledHours(layout, totals, offset) / fullTimeHours(model);
    case 'paidHours':
      return scheduledHours(layout, totals, offset);
    case 'hires':
      if (model.staffing.transition !== null) return ofAllGroups(layout, totals, offset, 'hires');
      return (
        (leaves[model.staffing.attrition]! * periodsInHorizon(model, 'year') * scheduledHours(layout, totals, offset)) /
        fullTimeHours(model)
      );
    case 'letGo':
      return ofAllGroups(layout, totals, offset, 'letGo');
    case 'telephonyMinutes':
      // A line is engaged while the caller is on it: in the IVR, waiting, talking; not while the agent works after the contact, or dials.
      return (
        (onChannel(layout, totals, offset, 'ivrSeconds', phone) +
          onChannel(layout, totals, offset, 'waitSecondsAll', phone) +
          onChannel(layout, totals, offset, 'handleSeconds', phone) -
          onChannel(layout, totals, offset, 'afterContactSeconds', phone) -
          dialSecondsOf(model, leaves) * onChannel(layout, totals, offset, 'callbackAttempts', phone)) /
        60
      );
    case 'ivrMinutes':
      return sumOf(layout, totals, offset, 'ivrSeconds') / 60;
    case 'handledContacts':
      return sumOf(layout, totals, offset, 'handled');
    case 'phoneContacts':
      return onChannel(layout, totals, offset, 'handled', phone);
    case 'chatContacts':
      return handledOn('chat', model, layout, totals, offset);
    case 'emailContacts':
      return handledOn('email', model, layout, totals, offset);
    case 'selfServiceSessions':
      return sumOf(layout, totals, offset, 'selfServiceTried');
    case 'callbackAttempts':
      return sumOf(layout, totals, offset, 'callbackAttempts');
  }
}

/** Handling seconds of an attempt to call back before anyone answers: what an attempt costs is its own line. */
export const dialSecondsOf = ({ callback }: Model, leaves: Float64Array): number => (callback === null ? 0 : leaves[callback.dialSeconds]!);

/** A sum over the weeks and groups of a transition. */
function ofAllGroups(layout: TotalsLayout, totals: Float64Array, offset: number, field: StaffField): number {
  let sum = 0;
  for (let group = 0; group < layout.groups; group++) sum += staffSum(layout, totals, offset, field, group);
  return sum;
}

/** A count summed over contact types and channels, which lie side by side. */
function sumOf(layout: TotalsLayout, totals: Float64Array, offset: number, field: CountField): number {
  const from = offset + countIndex(layout, field, 0, 0);
  let sum = 0;
  for (let cell = 0; cell < layout.contactTypes * layout.channels; cell++) sum += totals[from + cell]!;
  return sum;
}

/** Handled contacts of a channel; none where the model does not have it. */
function handledOn(name: Channel, { channels }: Model, layout: TotalsLayout, totals: Float64Array, offset: number): number {
  const channel = channels.indexOf(name);
  return channel < 0 ? 0 : onChannel(layout, totals, offset, 'handled', channel);
}

/** A count of one channel, summed over contact types. */
function onChannel(layout: TotalsLayout, totals: Float64Array, offset: number, field: CountField, channel: number): number {
  const from = offset + countIndex(layout, field, 0, channel);
  let sum = 0;
  for (let contactType = 0; contactType < layout.contactTypes; contactType++) sum += totals[from + contactType * layout.channels]!;
  return sum;
}

const wageOf = ({ wage, wageFactor }: GroupPay, leaves: Float64Array): number =>
  wageFactor === null ? leaves[wage]! : leaves[wage]! * leaves[wageFactor]!;
