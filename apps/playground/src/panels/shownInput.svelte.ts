import type { Period } from '@percall/scenario';
import type { Shown } from '../controls/shown.ts';

/** What a row shows, each piece by itself: a row follows what is in here, and hears of nothing else. */
export class ShownInput<Value> implements Shown<Value> {
  value = $state.raw<Value | null>(null);
  atBaseline = $state.raw<Value | null>(null);
  isInBaseline = $state.raw(false);
  isChanged = $state.raw(false);
}

/** What the numbers of a document are in where they do not say so themselves: volumes, and money. */
export class ShownUnits {
  period = $state.raw<Period>('month');
  currency = $state.raw('USD');
}
