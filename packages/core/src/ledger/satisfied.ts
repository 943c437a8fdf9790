import { countIndex, type TotalsLayout } from '../floor/totals.ts';
import type { CountField } from '../floor/outcome.ts';
import type { LeafIndex, Model } from '../model/model.ts';

/** Contacts of those who have been asked: handled, or turned away in the end. */
export function judgingContacts(layout: TotalsLayout, totals: Float64Array, offset: number): number {
  return sumOf(layout, totals, offset, 'handled') + unserved(layout, totals, offset);
}

/**
 * Satisfied customers of one replication by the user's curve: (base + change per minute waited x minutes + change per repeat x repeats + change per
 * transfer x transfers) of the handled, and the stated share of those who were not served; kept between none and all. NaN without a curve.
 *
 * Minutes waited are those of answered calls and chats, and of reached callbacks: nobody sits out the hours that an e-mail takes. Unserved are
 * abandoned, blocked, closed out and callbacks never reached.
 */
export function satisfiedContacts(model: Model, leaves: Float64Array, layout: TotalsLayout, totals: Float64Array, offset: number): number {
  const { satisfaction } = model;
  if (satisfaction === null) return NaN;
  const { base, perMinuteWaited, perRepeat, perTransfer, abandoned } = satisfaction;
  const handled = sumOf(layout, totals, offset, 'handled');
  const minutes = (liveWaits(model, layout, totals, offset) + sumOf(layout, totals, offset, 'callbackWaitSeconds')) / 60;
  const served =
    leaves[base]! * handled +
    leaves[perMinuteWaited]! * minutes +
    leaves[perRepeat]! * sumOf(layout, totals, offset, 'repeats') +
    leaves[perTransfer]! * sumOf(layout, totals, offset, 'transferred');
  return Math.min(handled, Math.max(0, served)) + leaves[abandoned]! * unserved(layout, totals, offset);
}

/** Leaves that it reads. */
export const satisfactionLeaves = ({ satisfaction }: Model): readonly LeafIndex[] =>
  satisfaction === null ? [] : Object.values(satisfaction);

const unserved = (layout: TotalsLayout, totals: Float64Array, offset: number): number =>
  sumOf(layout, totals, offset, 'abandoned') +
  sumOf(layout, totals, offset, 'blocked') +
  sumOf(layout, totals, offset, 'closedOut') +
  sumOf(layout, totals, offset, 'callbackLost');

function liveWaits({ due }: Model, layout: TotalsLayout, totals: Float64Array, offset: number): number {
  let seconds = 0;
  for (let channel = 0; channel < layout.channels; channel++) {
    if (due[channel] !== null) continue;
    for (let contactType = 0; contactType < layout.contactTypes; contactType++)
      seconds += totals[offset + countIndex(layout, 'waitSecondsAnswered', contactType, channel)]!;
  }
  return seconds;
}

function sumOf(layout: TotalsLayout, totals: Float64Array, offset: number, field: CountField): number {
  const from = offset + countIndex(layout, field, 0, 0);
  let sum = 0;
  for (let cell = 0; cell < layout.contactTypes * layout.channels; cell++) sum += totals[from + cell]!;
  return sum;
}
