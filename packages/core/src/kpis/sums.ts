import { agentField, countField, type AgentField, type CountField } from '../floor/outcome.ts';
import type { CountSum } from '../floor/ratios.ts';
import type { TotalsLayout } from '../floor/totals.ts';
import { allContactTypes, type Part } from './definition.ts';

/** Sum of a count of one channel, for one contact type or for all. */
function onChannel(
  layout: TotalsLayout,
  totals: Float64Array,
  offset: number,
  field: number,
  contactType: number,
  channel: number,
): number {
  const { contactTypes, channels } = layout;
  const from = offset + field * contactTypes * channels + channel;
  if (contactType !== allContactTypes) return totals[from + contactType * channels]!;
  let sum = 0;
  for (let type = 0; type < contactTypes; type++) sum += totals[from + type * channels]!;
  return sum;
}

/** Asked again for the same, a part is the same function: what KPIs have in common is then measured once. */
function once<Of>(partOf: (of: Of) => Part): (of: Of) => Part {
  const known = new Map<Of, Part>();
  return (of) => {
    const part = known.get(of) ?? partOf(of);
    known.set(of, part);
    return part;
  };
}

/** Sum of a count on the KPI's channel. */
export const onItsChannel = once((field: CountField): Part => {
  const at = countField[field];
  return ({ layout, totals, offset }, contactType, channel) => onChannel(layout, totals, offset, at, contactType, channel);
});

/** Counts on the KPI's channel, added up with their signs. */
export const counted = once((sum: CountSum): Part => {
  const [only] = sum;
  if (sum.length === 1 && only![1] === 1) return onItsChannel(only![0]);
  const fields = sum.map(([field]) => countField[field]);
  const signs = sum.map(([, sign]) => sign);
  return ({ layout, totals, offset }, contactType, channel) => {
    let total = 0;
    for (let term = 0; term < fields.length; term++)
      total += signs[term]! * onChannel(layout, totals, offset, fields[term]!, contactType, channel);
    return total;
  };
});

/** Sum of a count over all contact types and channels. */
export const onAllChannels = once((field: CountField): Part => {
  const fieldIndex = countField[field];
  return ({ layout, totals, offset }) => {
    const cells = layout.contactTypes * layout.channels;
    const from = offset + fieldIndex * cells;
    let sum = 0;
    for (let cell = 0; cell < cells; cell++) sum += totals[from + cell]!;
    return sum;
  };
});

/** Agent seconds of a kind, summed over groups. */
export const agentSeconds = once((field: AgentField): Part => {
  const fieldIndex = agentField[field];
  return ({ layout, totals, offset }) => {
    const from = offset + layout.agents + fieldIndex * layout.groups;
    let sum = 0;
    for (let group = 0; group < layout.groups; group++) sum += totals[from + group]!;
    return sum;
  };
});
