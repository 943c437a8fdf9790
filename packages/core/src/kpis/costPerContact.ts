import type { CountField } from '../floor/outcome.ts';
import type { KpiDefinition } from './definition.ts';
import { onAllChannels } from './sums.ts';

/** One function for all four, so that it is measured once. */
const allCosts: KpiDefinition['numerator'] = (input) => input.totalCost;

const costPer = (name: string, field: CountField, denominator: string, rule: string): KpiDefinition => ({
  id: `cpc.${name}`,
  unit: 'currencyPerContact',
  better: 'lower',
  byContactType: false,
  rule: `all costs / ${denominator}`,
  inWords: { numerator: 'all costs over the horizon', denominator, rule },
  source: 'MetricNet and ICMI cost per contact; denominators named apart',
  numerator: allCosts,
  denominator: onAllChannels(field),
});

/** Cost per contact by its four denominators, all channels in scope. */
export const costPerContact: readonly KpiDefinition[] = [
  costPer('need', 'needs', 'needs', 'Distinct needs that arrive, however often their customers try.'),
  costPer(
    'offered',
    'offered',
    'offered contacts',
    'Attempts that ask for an agent: redials and repeats count, transfers and contacts contained or served by a machine do not.',
  ),
  costPer(
    'handled',
    'handled',
    'handled contacts',
    'Offered contacts that had a conversation with an agent; a reached callback counts once, an unresponsive caller not at all.',
  ),
  costPer('resolved', 'resolvedNeeds', 'resolved needs', 'Needs resolved by any path, machine or agent, first contact or later.'),
];
