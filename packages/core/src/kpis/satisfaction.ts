import { judgingContacts } from '../ledger/satisfied.ts';
import type { KpiDefinition } from './definition.ts';

/** Exists where the user has given a curve: the engine has none of its own. */
export const satisfaction: KpiDefinition = {
  id: 'csat',
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  exists: ({ satisfaction: curve }) => curve !== null,
  reads: 'satisfied',
  rule: 'assumed: satisfied by the given curve / handled and unserved',
  inWords: {
    numerator:
      'customers satisfied by the curve of the document: its base, changed by minutes waited, repeats and transfers; and of those not served, its share',
    denominator: 'handled contacts, and those abandoned, blocked, closed out or never called back',
    rule: 'Assumed, not modelled: it says what the curve says, and nothing where none is given. Minutes are those of calls, chats and callbacks.',
  },
  source: 'the document’s own curve (quality.csat)',
  numerator: ({ satisfied, row }) => satisfied[row]!,
  denominator: ({ layout, totals, offset }) => judgingContacts(layout, totals, offset),
};
