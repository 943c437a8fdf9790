import { agentFields, countFields, type AgentField, type CountField } from '../floor/outcome.ts';
import { allContactTypes } from './definition.ts';
import type { KpiInput } from './kpi.ts';

type Sum = (input: KpiInput, contactType: number) => number;

/** The first channel of every model. */
const phone = 0;

/** Sum of a count on the phone channel, for one contact type or for all. */
export function onPhone(field: CountField): Sum {
  const fieldIndex = countFields.indexOf(field);
  return ({ layout, totals, offset }, contactType) => {
    const { contactTypes, channels } = layout;
    const from = offset + fieldIndex * contactTypes * channels + phone;
    if (contactType !== allContactTypes) return totals[from + contactType * channels]!;
    let sum = 0;
    for (let type = 0; type < contactTypes; type++) sum += totals[from + type * channels]!;
    return sum;
  };
}

/** Sum of a count over all contact types and channels. */
export function onAllChannels(field: CountField): Sum {
  const fieldIndex = countFields.indexOf(field);
  return ({ layout, totals, offset }) => {
    const cells = layout.contactTypes * layout.channels;
    const from = offset + fieldIndex * cells;
    let sum = 0;
    for (let cell = 0; cell < cells; cell++) sum += totals[from + cell]!;
    return sum;
  };
}

/** Agent seconds of a kind, summed over groups. */
export function agentSeconds(field: AgentField): Sum {
  const fieldIndex = agentFields.indexOf(field);
  return ({ layout, totals, offset }) => {
    const from = offset + layout.agents + fieldIndex * layout.groups;
    let sum = 0;
    for (let group = 0; group < layout.groups; group++) sum += totals[from + group]!;
    return sum;
  };
}
