import { channels } from '@percall/scenario';
import type { Model } from '../model/model.ts';
import { allContactTypes, byChannel, type KpiDefinition, type Part } from './definition.ts';
import { one, perPeriod } from './perPeriod.ts';
import { onItsChannel } from './sums.ts';

/** Where there is something to tell apart: channels, or contact types within one. */
const isDivided = (model: Model, contactType: number): boolean =>
  contactType === allContactTypes ? model.channels.length > 1 : model.contactTypes.length > 1;

/** Allocated cost of a channel, or of one contact type in it, over the horizon. */
const allocated: Part = ({ layout, allocation, row }, contactType, channel) => {
  if (contactType !== allContactTypes) return allocation[contactType * layout.channels + channel]![row]!;
  let sum = 0;
  for (let type = 0; type < layout.contactTypes; type++) sum += allocation[type * layout.channels + channel]![row]!;
  return sum;
};

const source = 'activity-based costing by agent time';
const rule =
  'Pay by agent time; per-contact, per-minute and per-session charges by who caused them; everything else by agent time. Unallocated idle time is in no channel.';

export const allocatedCostPerContact = byChannel(channels, 'cpc.handled', {
  unit: 'currencyPerContact',
  better: 'lower',
  byContactType: true,
  exists: isDivided,
  reads: 'allocation',
  rule: 'allocated costs / handled contacts',
  inWords: { numerator: 'costs allocated to the channel over the horizon', denominator: 'handled contacts of the channel', rule },
  source,
  numerator: allocated,
  denominator: onItsChannel('handled'),
});

export const allocatedCost: readonly KpiDefinition[] = [
  ...byChannel(channels, 'totalCost', {
    unit: 'currency',
    better: 'lower',
    byContactType: true,
    exists: isDivided,
    reads: 'allocation',
    rule: 'allocated costs per period',
    inWords: { numerator: 'costs allocated to the channel over the horizon, stated per period', denominator: 'one period', rule },
    source,
    numerator: (input, contactType, channel) => perPeriod(input, allocated(input, contactType, channel)),
    denominator: one,
  }),
  {
    id: 'idleCost',
    unit: 'currency',
    better: 'lower',
    byContactType: false,
    exists: (model) => model.channels.length > 1 || model.contactTypes.length > 1,
    reads: 'allocation',
    rule: 'pay of idle time per period',
    inWords: {
      numerator: 'pay of agents for time idle and available, with its share of shrinkage and scheduling loss, stated per period',
      denominator: 'one period',
      rule: 'Unallocated: no channel or contact type caused it. With what is allocated to all of them it is the total cost, to the micro-unit.',
    },
    source,
    numerator: (input) => perPeriod(input, input.allocation[input.allocation.length - 1]![input.row]!),
    denominator: one,
  },
];
