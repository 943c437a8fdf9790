import type { Json } from '../document.ts';
import { isList } from '../paths.ts';
import type { Leaf } from '../scenario.ts';
import { group, integer, leaf, numberOrTable, record, shortSkill, table } from './nodes.ts';

const shrinkageShare = (label: string, help: string, usual?: Json) =>
  leaf({
    quantity: 'share',
    label,
    help,
    class: 'shrinkage',
    example: '33%',
    support: { lower: 0, upper: 0.95 },
    slider: { to: 0.6, step: 0.005 },
    ...(usual === undefined ? {} : { default: usual }),
  });

const skill = shortSkill(
  { label: 'Skill', help: 'A contact type that the group can serve. A plain number is the level.' },
  {
    level: integer({ label: 'Level', help: '1 is served first; higher levels only when no agent of a lower one is free.' }, 1, 9, 1),
    handleTime: leaf({
      quantity: 'multiplier',
      label: 'Handle time in this group',
      help: 'Factor on the handle time of this contact type when this group serves it.',
      default: '+0%',
      example: '+10%',
    }),
  },
);

const agentGroup = group(
  { label: 'Agent group', help: 'Agents with the same skills and wage.' },
  {
    skills: record(
      { label: 'Skills', help: 'Contact types served: a list of names, or names with levels and factors.' },
      'contactType',
      skill,
      listedSkills,
    ),
    wage: leaf({
      quantity: 'cost',
      label: 'Wage',
      help: 'Per paid hour, before on-costs.',
      role: 'financial',
      class: 'wage',
      bases: ['paidHour'],
      example: '17.60 per h',
      slider: { from: 0, to: 60, step: 0.1 },
    }),
    onCost: leaf({
      quantity: 'share',
      label: 'On-costs',
      help: 'Payroll taxes and benefits as a share of the wage.',
      role: 'financial',
      default: '28%',
      example: '28%',
      support: { lower: 0, upper: Infinity },
    }),
    shrinkage: numberOrTable(
      shrinkageShare('Shrinkage', 'Share of paid time in which agents are not available: leave, sickness, training, breaks.', '33%'),
      table<Leaf>(
        { label: 'Shrinkage', help: 'Components by name; they compound on their own bases.' },
        'name',
        shrinkageShare('Shrinkage component', 'Share of the paid time left by the components before it.'),
        false,
      ),
    ),
  },
);

/** `[billing, technical]` is `{billing: 1, technical: 1}`. */
export function listedSkills(input: unknown): unknown {
  if (!isList(input) || !input.every((name) => typeof name === 'string')) return input;
  const skills: Record<string, Json> = {};
  for (const name of input) skills[name] = 1;
  return skills;
}

export const agents = table({ label: 'Agent groups', help: 'Who serves the contacts, by group.' }, 'name', agentGroup, true);
