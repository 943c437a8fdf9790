import { agentIndex } from '../floor/totals.ts';
import type { AgentField } from '../floor/outcome.ts';
import { servesLive } from '../floor/servesLive.ts';
import type { Model } from '../model/model.ts';
import { byChannel, type Part } from './definition.ts';

/** Models are frozen, so what follows from one is worked out once. */
const known = new WeakMap<Model, readonly boolean[]>();
function isLive(model: Model): readonly boolean[] {
  let groups = known.get(model);
  if (groups === undefined) known.set(model, (groups = servesLive(model)));
  return groups;
}

const ofLiveGroups =
  (field: AgentField): Part =>
  ({ model, layout, totals, offset }) => {
    const counts = isLive(model);
    const from = offset + agentIndex(layout, field, 0);
    let sum = 0;
    for (let group = 0; group < layout.groups; group++) if (counts[group]) sum += totals[from + group]!;
    return sum;
  };

const handling = ofLiveGroups('handling');
const idle = ofLiveGroups('idle');

export const occupancy = byChannel(['phone'], 'occupancy', {
  unit: 'fraction',
  better: 'neither',
  byContactType: false,
  rule: 'handling / (handling + idle)',
  inWords: {
    numerator: 'agent seconds handling: talk, hold and after-contact work',
    denominator: 'agent seconds handling or idle and available',
    rule: 'Of the groups that serve phone or chat. Shrinkage and scheduling loss are in neither; overtime spent finishing a contact is in neither.',
  },
  source: 'common workforce-management definition',
  numerator: handling,
  denominator: (input, contactType, channel) => handling(input, contactType, channel) + idle(input, contactType, channel),
});
