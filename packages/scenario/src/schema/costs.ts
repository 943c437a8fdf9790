import { costs as lines, cost, group, leaf, optionalGroup } from './nodes.ts';

export const costs = group(
  {
    label: 'Costs',
    help: 'Everything beyond wages. Each is fixed per period, per seat, per paid hour, per contact, per minute or a staircase.',
  },
  {
    telephony: lines({
      label: 'Telephony',
      help: 'Minutes in the IVR, in the queue and in conversation.',
      example: '0.012 per minute',
      slider: { to: 0.1, step: 0.001 },
    }),
    technology: lines({ label: 'Technology', help: 'Platform of the contact centre.', example: '18000 per month' }),
    softwareLicences: lines({
      label: 'Software licences',
      help: 'Per agent seat as a rule.',
      example: '110 per seat per month',
      slider: { to: 500, step: 5 },
    }),
    officeSpace: lines({
      label: 'Office space',
      help: 'Rent, energy, cleaning.',
      example: '240 per seat per month',
      slider: { to: 1000, step: 10 },
    }),
    officeComputing: lines({
      label: 'Office computing',
      help: 'Workplaces and networks.',
      example: '60 per seat per month',
      slider: { to: 300, step: 5 },
    }),
    chat: lines({
      label: 'Chat',
      help: 'Messaging fees; contacts are chats.',
      bases: ['period', 'seat', 'fte', 'paidHour', 'contact', 'chat', 'once'],
      example: '0.05 per contact',
      slider: { to: 1, step: 0.01 },
    }),
    management: optionalGroup(
      { label: 'Management', help: 'Team leads, quality and planning staff.', exampleEntries: { oneFor: '15 agents', wage: '31 per h' } },
      {
        oneFor: leaf({
          quantity: 'count',
          label: 'One for',
          help: 'Agents per team lead.',
          example: '15 agents',
          words: ['agents', 'agent', 'FTE'],
          support: { lower: 1 },
          slider: { from: 5, to: 30 },
        }),
        wage: leaf({
          quantity: 'cost',
          label: 'Wage of management',
          help: 'Per paid hour, before on-costs.',
          role: 'financial',
          class: 'wage',
          bases: ['paidHour'],
          example: '31 per h',
          slider: { to: 100, step: 0.5 },
        }),
        onCost: leaf({
          quantity: 'share',
          label: 'On-costs of management',
          help: 'Payroll taxes and benefits as a share of the wage.',
          role: 'financial',
          default: '28%',
          example: '28%',
          support: { upper: Infinity },
        }),
      },
    ),
    hiring: lines({
      label: 'Hiring and training',
      help: 'Recruiting and training a new agent.',
      bases: ['hire', 'period', 'seat', 'fte', 'paidHour', 'once'],
      example: '4200 per hire',
      slider: { to: 20_000, step: 100 },
    }),
    taxes: lines({ label: 'Taxes', help: 'Beyond payroll on-costs.', example: '0 per month' }),
    penalties: optionalGroup(
      {
        label: 'Penalties',
        help: 'Paid for each period whose service level is below a bound.',
        exampleEntries: { serviceLevelBelow: '80%', amount: '5000 per month' },
      },
      {
        serviceLevelBelow: leaf({
          quantity: 'share',
          label: 'Penalty below',
          help: 'Service level under which the penalty is due.',
          role: 'financial',
          example: '80%',
          slider: { from: 0.5 },
        }),
        amount: cost({ label: 'Penalty', help: 'Due per period.', bases: ['period'], example: '5000 per month' }),
      },
    ),
    miscellaneous: lines({ label: 'Miscellaneous', help: 'Everything else.', example: '5000 per month' }),
  },
);
