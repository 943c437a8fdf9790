import type { Json } from '../document.ts';
import { isList } from '../paths.ts';
import type { Finding } from '../problems.ts';
import type { LeafWords } from './description.ts';
import { channels, type Channel } from '../scenario.ts';
import { nearestOf } from '../units/amount.ts';
import { group, integer, leaf, notedLeaf, numberOrTable, record, shortSkill, special, table, type Noted, remembering } from './nodes.ts';

/** Most of the paid time that shrinkage may take, all components together. */
export const mostShrinkage = 0.95;

const shrinkageShare = {
  quantity: 'share',
  class: 'shrinkage',
  example: '33%',
  support: { lower: 0, upper: mostShrinkage },
  slider: { to: 0.6, step: 0.005 },
} as const satisfies Partial<LeafWords>;

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

const namedChannels: Readonly<Record<Channel, string>> = { phone: 'phone', chat: 'chat', email: 'e-mail', social: 'social media' };

const agentGroup = group(
  { label: 'Agent group', help: 'Agents with the same skills and wage.' },
  {
    skills: record(
      { label: 'Skills', help: 'Contact types served: a list of names, or names with levels and factors.' },
      'contactType',
      skill,
      listedSkills,
    ),
    channels: special<readonly Channel[]>(
      {
        label: 'Channels served',
        help: 'The channels on which the group serves its contact types; left out, all.',
        spelling: '[phone, email]',
        json: { type: 'array', items: { enum: [...channels] }, minItems: 1 },
        offers: { options: namedChannels, several: true, usual: null },
      },
      readChannels,
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
      leaf({
        ...shrinkageShare,
        label: 'Shrinkage',
        help: 'Share of paid time in which agents are not available: leave, sickness, training, breaks.',
        default: '33%',
      }),
      table<Noted>(
        {
          label: 'Shrinkage',
          help: 'Components by name; each takes its share of what the components before it leave, or of all paid time.',
        },
        'name',
        notedLeaf({
          ...shrinkageShare,
          label: 'Shrinkage component',
          help: 'Share of the paid time left by the components before it; with `of: paid`, of all paid time.',
          beside: {
            of: {
              label: 'Share of',
              names: ['left', 'paid'],
              named: { left: 'what those before leave', paid: 'all paid time' },
              default: 'left',
              help: 'left: of the paid time that the components before it leave; paid: of all paid time.',
            },
          },
        }),
        false,
      ),
    ),
  },
);

const isChannel = (name: unknown): name is Channel => channels.some((channel) => channel === name);

function readChannels(input: Json | undefined): { ok: true; value: readonly Channel[] } | { ok: false; findings: readonly Finding[] } {
  if (input === undefined) return { ok: true, value: channels };
  if (!isList(input) || input.length === 0)
    return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'list', example: '[phone, email]' }, got: input }] };
  const findings = input.flatMap((name, place): Finding[] => {
    if (isChannel(name)) return [];
    const nearest = typeof name === 'string' ? nearestOf(name, channels) : undefined;
    return [
      {
        code: 'reference',
        must: { rule: 'oneOf', names: channels },
        got: name,
        below: [place],
        ...(nearest === undefined ? {} : { nearest }),
      },
    ];
  });
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: channels.filter((channel) => input.includes(channel)) };
}

/** `[billing, technical]` is `{billing: 1, technical: 1}`. */
export function listedSkills(input: unknown): unknown {
  if (!isList(input) || !input.every((name) => typeof name === 'string')) return input;
  const skills: Record<string, Json> = {};
  for (const name of input) skills[name] = 1;
  return skills;
}

export const agents = table({ label: 'Agent groups', help: 'Who serves the contacts, by group.' }, 'name', remembering(agentGroup), true);
