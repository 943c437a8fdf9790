import type { Model, ModelGroup } from '../model/model.ts';
import type { Roster } from './roster.ts';

/** Share of a group of the document that a group is: 1, or the part that is cross-skilled, or the part that is not. */
export const partOf = ({ part }: ModelGroup, leaves: Float64Array): number => {
  if (part === null) return 1;
  return part.crossSkilled ? leaves[part.share]! : 1 - leaves[part.share]!;
};

/** Puts the people of a roster into parts as this model has them: the same people in every interval, of whom so many are cross-skilled. */
export function trainAgents({ required, scheduled }: Roster, { groups, calendar }: Model, leaves: Float64Array): void {
  groups.forEach(({ part }, group) => {
    if (part === null || part.crossSkilled) return;
    const share = leaves[part.share]!;
    for (let interval = 0; interval < calendar.intervals; interval++) {
      const [own, trained] = [interval * groups.length + group, interval * groups.length + part.other];
      for (const column of [required, scheduled]) {
        const all = column[own]! + column[trained]!;
        column[trained] = all * share;
        column[own] = all - column[trained];
      }
    }
  });
}
