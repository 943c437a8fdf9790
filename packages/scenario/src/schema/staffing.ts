import type { Json } from '../document.ts';
import { isList, isObject } from '../paths.ts';
import { readWeekdays } from '../calendar/weekdays.ts';
import { mustText } from '../mustTexts.ts';
import type { Finding } from '../problems.ts';
import { limits, withinLimit } from './limits.ts';
import { choice, group, integer, leaf, real, special, table, type Schema } from './nodes.ts';

/** Agents by weekday, Monday first: one number for all open intervals, or one per interval (of the whole day or of its open hours). */
export type RosterTyped = readonly (number | readonly number[])[];

const agentsOf = (value: Json): number | readonly number[] | null => {
  const count = (item: Json): item is number => typeof item === 'number' && item >= 0;
  if (isList(value)) return value.length > 0 && value.every(count) ? value : null;
  return count(value) ? value : null;
};

const rosterOfGroup: Schema<RosterTyped> = special(
  {
    label: 'Roster of a group',
    help: 'Agents on duty by weekday: one number, or one per interval of the whole day or of its open hours.',
    spelling: '{ mon-fri: [12, 14, 16], sat: 6 }',
    required: true,
    json: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'number', minimum: 0 },
          { type: 'array', items: { type: 'number', minimum: 0 } },
        ],
      },
    },
  },
  (input) => {
    if (!isObject(input)) return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'object' }, got: input }] };
    const findings: Finding[] = [];
    const roster: (number | readonly number[])[] = Array<number>(7).fill(0);
    for (const [key, typed] of Object.entries(input)) {
      const days = readWeekdays(key);
      const agents = agentsOf(typed);
      if (days === null) findings.push({ code: 'unknownKey', must: mustText('weekdays'), got: key, below: [key] });
      else if (agents === null) findings.push({ code: 'type', must: { rule: 'kind', kind: 'number' }, got: typed, below: [key] });
      else if ([agents].flat().some((count) => count > limits.count.most))
        findings.push({ code: 'range', must: withinLimit('count'), got: typed, below: [key] });
      else for (const day of days) roster[day] = agents;
    }
    return findings.length > 0 ? { ok: false, findings } : { ok: true, value: roster };
  },
);

export const responses = { locked: 'locked', 're-plan': 're-planned', transition: 'in transition' } as const;

export const staffing = group(
  { label: 'Staffing', help: 'How many agents there are and how they are planned.' },
  {
    plan: choice(
      {
        label: 'Plan',
        help: 'to target: planned to meet the targets; roster: agents per interval are given; headcount: FTE are given and shaped to demand.',
      },
      { 'to target': 'planned to the targets', roster: 'as the roster says', headcount: 'from the headcount' },
      'to target',
    ),
    response: choice(
      {
        label: 'Staffing response',
        help: 'How staffing answers a change: locked keeps the roster, re-plan plans anew, transition moves from one to the other week by week.',
      },
      responses,
      're-plan',
    ),
    forecastError: leaf({
      quantity: 'share',
      label: 'Forecast error',
      help: 'Coefficient of variation of the planner’s forecast, per week and contact type.',
      default: '5%',
      example: '5%',
      support: { upper: 1 },
      slider: { to: 0.3, step: 0.005 },
    }),
    scheduleEfficiency: leaf({
      quantity: 'share',
      label: 'Schedule efficiency',
      help: 'Required hours over scheduled hours: what shifts, whole agents and minimum staff lose.',
      default: '92%',
      example: '92%',
      support: { lower: 0.3 },
      slider: { from: 0.6 },
    }),
    maxOccupancy: leaf({
      quantity: 'share',
      label: 'Maximum occupancy',
      help: 'The plan leaves agents at least this much room between contacts.',
      default: '85%',
      example: '85%',
      support: { lower: 0.3 },
      slider: { from: 0.6 },
    }),
    minimumAgents: integer({ label: 'Minimum agents', help: 'Agents on duty below which no open interval is planned.' }, 0, 100_000, 0),
    hoursPerWeek: real({ label: 'Hours per week', help: 'Paid hours of one full-time agent in a week.' }, 1, 168, 40),
    roster: table({ label: 'Roster', help: 'Agents on duty by group, with `plan: roster`.' }, 'agentGroup', rosterOfGroup, false),
    headcount: table(
      { label: 'Headcount', help: 'Full-time agents by group, with `plan: headcount`.' },
      'agentGroup',
      leaf({
        quantity: 'count',
        label: 'Headcount',
        help: 'Full-time equivalents on the payroll.',
        example: '211 FTE',
        words: ['FTE', 'fte', 'agents'],
      }),
      false,
    ),
    people: group(
      { label: 'People', help: 'How fast the number of agents can change.' },
      {
        attrition: leaf({
          quantity: 'share',
          label: 'Attrition',
          help: 'Share of the agents who leave within a year. They are replaced, but where there are too many under response: transition.',
          default: '35% per year',
          example: '35% per year',
          per: 'year',
          support: { upper: Infinity },
          slider: { to: 1.5 },
        }),
        hireLag: leaf({
          quantity: 'duration',
          label: 'Hire lag',
          help: 'From the decision to the first day at work. Used by response: transition.',
          default: '6 weeks',
          example: '6 weeks',
          slider: { to: 15_724_800, step: 604_800 },
        }),
        training: leaf({
          quantity: 'duration',
          label: 'Training',
          help: 'Paid time before the first contact. Used by response: transition.',
          default: '4 weeks',
          example: '4 weeks',
          slider: { to: 15_724_800, step: 604_800 },
        }),
        ramp: leaf({
          quantity: 'duration',
          label: 'Ramp',
          help: 'Time until a new agent is as fast as the others, from half their pace at first. Used by response: transition.',
          default: '12 weeks',
          example: '12 weeks',
          slider: { to: 15_724_800, step: 604_800 },
        }),
        overtime: group(
          { label: 'Overtime', help: 'Hours beyond the contract.' },
          {
            max: leaf({
              quantity: 'share',
              label: 'Most overtime',
              help: 'As a share of paid hours, while response: transition is short of agents.',
              default: '10%',
              example: '10%',
              slider: { to: 0.5 },
            }),
            premium: leaf({
              quantity: 'share',
              label: 'Overtime premium',
              help: 'On top of the wage.',
              role: 'financial',
              default: '50%',
              example: '50%',
              support: { upper: Infinity },
              slider: { to: 2, step: 0.05 },
            }),
          },
        ),
        severance: leaf({
          quantity: 'money',
          label: 'Severance',
          help: 'Paid once for an agent who is let go. Without it nobody is let go under response: transition, and too many agents leave by attrition.',
          role: 'financial',
          default: 0,
          example: '2500',
          slider: { to: 20_000, step: 100 },
        }),
      },
    ),
  },
);
