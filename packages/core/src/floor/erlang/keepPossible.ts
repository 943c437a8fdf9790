import type { Model } from '../../model/model.ts';
import { countIndex, totalsLayout, weekIndex, type WeekField } from '../totals.ts';

/**
 * Keeps the Totals of one replication that starts at `offset` within what is possible: offered >= handled >= 0, handled and unresponsive >= answered within
 * the threshold >= 0, abandoned >= short abandoned >= 0, callbacks accepted >= reached >= kept >= 0, redials and waiting >= 0; over the horizon and by week.
 *
 * The instant floor averages an interval by quadratics, which may leave the bounds of what they go through. That evens out over the
 * intervals, and bounding each would not; but where next to nobody waits, or handle times are many intervals long, what is left may be less
 * than nothing.
 */
export function keepPossible(model: Model, totals: Float64Array, offset: number): void {
  const layout = totalsLayout(model);
  const keep = (at: number, most = Infinity): void => {
    totals[offset + at] = Math.min(most, Math.max(0, totals[offset + at]!));
  };
  const keepContacts = (at: (field: WeekField) => number): void => {
    keep(at('handled'), totals[offset + at('offered')]);
    const unresponsive = model.unresponsiveCallers === null ? 0 : totals[offset + at('unresponsive')]!;
    keep(at('answeredWithinThreshold'), totals[offset + at('handled')]! + unresponsive);
    keep(at('abandoned'));
    keep(at('abandonedShort'), totals[offset + at('abandoned')]);
  };
  for (let channel = 0; channel < layout.channels; channel++) {
    for (let contactType = 0; contactType < layout.contactTypes; contactType++) {
      keepContacts((field) => countIndex(layout, field, contactType, channel));
      keep(countIndex(layout, 'redials', contactType, channel));
      keep(
        countIndex(layout, 'callbackReached', contactType, channel),
        totals[offset + countIndex(layout, 'callbackAccepted', contactType, channel)],
      );
      keep(
        countIndex(layout, 'callbackKept', contactType, channel),
        totals[offset + countIndex(layout, 'callbackReached', contactType, channel)],
      );
      keep(countIndex(layout, 'waitSecondsAll', contactType, channel));
      keep(countIndex(layout, 'waitSecondsAnswered', contactType, channel));
    }
    for (let week = 0; week < layout.weeks; week++) keepContacts((field) => weekIndex(layout, week, field, channel));
  }
}
