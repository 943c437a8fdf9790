import {
  group,
  leaf,
  notedLeaf,
  optionalShortGroup,
  choice,
  integer,
  shortGroup,
  special,
  table,
  type Needs,
  remembering,
} from './nodes.ts';
import type { Words } from './description.ts';
import { limits, withinLimit } from './limits.ts';
import { isList } from '../paths.ts';
import { readAmount } from '../units/amount.ts';
import type { Finding } from '../problems.ts';

/** Busyness that varies more than this is no busyness: most days would be empty and a few without end. */
const mostVariation = 2;

const handleTimeFamilies = {
  lognormal: 'lognormal',
  exponential: 'exponential',
  gamma: 'gamma',
  weibull: 'Weibull',
  erlang: 'Erlang',
  deterministic: 'always the mean',
  empirical: 'as observed',
} as const;
const patienceFamilies = {
  exponential: 'exponential',
  weibull: 'Weibull',
  lognormal: 'lognormal',
  hyperexponential: 'hyperexponential',
  uniform: 'uniform',
  deterministic: 'always the mean',
} as const;

/** What a law of handle time or patience cannot do without. */
export const handleTimeNeeds: Needs = { erlang: { key: 'shape', first: 2 }, empirical: { key: 'values', first: null } };
export const patienceNeeds: Needs = {
  weibull: { key: 'shape', first: 1 },
  lognormal: { key: 'shape', first: 1 },
  hyperexponential: { key: 'shape', first: 1.5 },
  uniform: { key: 'shape', first: 0.5 },
};

const handleTime = (channel: string) =>
  optionalShortGroup(
    {
      label: `Handle time, ${channel}`,
      help: `Time of an agent per ${channel} contact: talk or typing, hold and after-contact work. A plain duration is the mean.`,
    },
    'mean',
    {
      mean: leaf({
        quantity: 'duration',
        label: `Mean handle time, ${channel}`,
        help: 'As reported with the levers of the baseline on; after-contact work included.',
        class: 'handleTime',
        example: '345 s',
        support: { lower: 1 },
        slider: { from: 30, to: 1800, step: 5 },
      }),
      afterContactWork: leaf({
        quantity: 'duration',
        label: `After-contact work, ${channel}`,
        help: 'The part of the mean after the customer has left: no talk and no telephony.',
        default: 0,
        example: '60 s',
        class: 'other',
        slider: { to: 300 },
      }),
      cv: leaf({
        quantity: 'number',
        label: `Variation of handle time, ${channel}`,
        help: 'Standard deviation of one contact over the mean.',
        default: 1,
        example: '0.9',
        support: { lower: 0, upper: Infinity },
        slider: { from: 0, to: 2, step: 0.05 },
      }),
      family: choice(
        { label: 'Law', help: 'Distribution of one contact’s handle time.' },
        handleTimeFamilies,
        'lognormal',
        handleTimeNeeds,
      ),
      shape: integer({ label: 'Phases', help: 'Number of phases of an Erlang law.' }, 1, 100, null),
      values: special<readonly number[] | null>(
        {
          label: 'Observed handle times',
          help: 'Durations of single contacts; with `family: empirical`.',
          spelling: '[210 s, 345 s, 8 min]',
          json: { type: 'array', items: { $ref: '#/$defs/durationText' } },
        },
        (input) => {
          if (input === undefined) return { ok: true, value: null };
          if (!isList(input) || input.length === 0)
            return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'list' }, got: input }] };
          const findings: Finding[] = [];
          const values = input.map((item, i) => {
            const read = readAmount(item, { quantity: 'duration' });
            if (read.ok && read.value.value > 0 && read.value.value <= limits.duration.most) return read.value.value;
            if (read.ok && read.value.value > 0) findings.push({ code: 'range', must: withinLimit('duration'), got: item, below: [i] });
            else if (read.ok)
              findings.push({ code: 'range', must: { rule: 'above', low: 0, quantity: 'duration' }, got: item, below: [i] });
            else findings.push(...read.findings.map((finding) => ({ ...finding, below: [i] })));
            return 0;
          });
          return findings.length > 0 ? { ok: false, findings } : { ok: true, value: values };
        },
      ),
    },
  );

const patience = (channel: string) =>
  shortGroup(
    { label: `Patience, ${channel}`, help: `How long a customer waits on ${channel} before giving up. A plain duration is the mean.` },
    'mean',
    {
      mean: leaf({
        quantity: 'duration',
        label: `Mean patience, ${channel}`,
        help: 'Of all customers, had they to wait without end: not the mean wait of those who gave up.',
        default: channel === 'chat' ? '2 min' : '3 min',
        example: '3 min',
        support: { lower: 1 },
        slider: { from: 30, to: 1200, step: 10 },
      }),
      balk: leaf({
        quantity: 'share',
        label: `Leave at once, ${channel}`,
        help: 'Share of those who find all agents busy and leave immediately.',
        default: channel === 'phone' ? '1%' : '0%',
        example: '1%',
        slider: { to: 0.2, step: 0.005 },
      }),
      family: choice({ label: 'Law', help: 'Distribution of patience.' }, patienceFamilies, 'exponential', patienceNeeds),
      shape: leafShape(),
    },
  );

function leafShape() {
  return special<number | null>(
    {
      label: 'Shape',
      help: 'Shape of a Weibull law, cv of a lognormal or hyperexponential one, or half the width of a uniform one over its mean: 0.25 is 3 to 5 minutes about 4.',
      spelling: '0.8',
      json: { type: 'number', exclusiveMinimum: 0 },
    },
    (input) => {
      if (input === undefined) return { ok: true, value: null };
      if (typeof input !== 'number') return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'number' }, got: input }] };
      if (input > limits.number.most) return { ok: false, findings: [{ code: 'range', must: withinLimit('number'), got: input }] };
      return input > 0
        ? { ok: true, value: input }
        : { ok: false, findings: [{ code: 'range', must: { rule: 'above', low: 0, quantity: 'number' }, got: input }] };
    },
  );
}

const channelShare = (channel: string) =>
  leaf({
    quantity: 'share',
    label: `Share of ${channel}`,
    help: `Share of the contacts that come by ${channel}. The shares of a contact type add up to 100%.`,
    default: '0%',
    example: '70%',
  });

const contactType = group(
  { label: 'Contact type', help: 'A reason to contact: one customer need.' },
  {
    volume: notedLeaf({
      quantity: 'count',
      label: 'Volume',
      help: 'Contacts as the centre’s report counts them, levers of the baseline on; for the period it names, else for the document’s.',
      class: 'volume',
      example: '120k per month',
      perPeriod: true,
      words: ['contacts', 'contact', 'calls', 'call', 'chats', 'emails', 'tickets', 'needs'],
      slider: { from: 0, to: 1_000_000, step: 1000 },
      beside: {
        counted: {
          label: 'Volume counts',
          shared: true,
          names: ['offered', 'handled', 'needs'],
          named: { offered: 'offered contacts', handled: 'handled contacts', needs: 'needs' },
          default: 'offered',
          help: 'offered: contacts that ask for an agent, redials and repeats included; handled: those with an agent conversation; needs: distinct customer needs.',
        },
      },
    }),
    variation: group(
      {
        label: 'Variation',
        help: 'How much busier or calmer days and intervals are than the plan, beyond the noise of independent customers.',
      },
      {
        dayToDay: leaf({
          quantity: 'share',
          label: 'Day to day',
          help: 'Coefficient of variation of the day’s busyness.',
          default: '8%',
          example: '8%',
          support: { upper: mostVariation },
          slider: { to: 0.4, step: 0.01 },
        }),
        shared: leaf({
          quantity: 'share',
          label: 'Shared by all types',
          help: 'Share of the day’s variance that all contact types have in common.',
          default: '70%',
          example: '70%',
        }),
        withinDay: leaf({
          quantity: 'share',
          label: 'Within the day',
          help: 'Coefficient of variation of a single interval’s busyness.',
          default: '5%',
          example: '5%',
          support: { upper: mostVariation },
          slider: { to: 0.4, step: 0.01 },
        }),
      },
    ),
    channels: group(
      {
        label: 'Channels',
        help: 'How the contacts of this type come in. Left out: all by phone.',
        exampleEntries: { phone: '80%', chat: '20%' },
      },
      { phone: channelShare('phone'), chat: channelShare('chat'), email: channelShare('email'), social: channelShare('social') },
      { phone: { value: '100%', source: 'default' } },
    ),
    handleTime: group(
      {
        label: 'Handle time',
        help: 'Agent time per contact, by channel; required for every channel in use.',
        exampleEntries: { phone: '345 s' },
      },
      { phone: handleTime('phone'), chat: handleTime('chat'), email: handleTime('email'), social: handleTime('social') },
    ),
    patience: group(
      { label: 'Patience', help: 'How long customers wait, by live channel.' },
      { phone: patience('phone'), chat: patience('chat') },
    ),
    firstContactResolution: notedLeaf({
      quantity: 'share',
      label: 'First contact resolution',
      help: 'Share of needs that the first agent contact resolves.',
      default: '78%',
      example: '78%',
      beside: {
        measured: {
          label: 'First contact resolution is measured',
          names: ['surveyed', 'noRepeat'],
          named: { surveyed: 'by asking customers', noRepeat: 'by who did not come back' },
          default: 'surveyed',
          help: 'surveyed: customers said that the need was resolved; noRepeat: the customer did not come back.',
        },
      },
    }),
    repeat: group(
      {
        label: 'Repeats',
        help: 'Customers whose need was not resolved and who contact again.',
        exampleEntries: { share: '65%', after: '1 day' },
      },
      {
        share: leaf({
          quantity: 'share',
          label: 'Repeat share',
          help: 'Share of unresolved needs that come back.',
          default: '65%',
          example: '65%',
        }),
        after: leaf({
          quantity: 'duration',
          label: 'Repeat after',
          help: 'Mean time until they come back.',
          default: '1 day',
          example: '1 day',
          slider: { from: 3600, to: 604_800, step: 3600 },
        }),
        handleTime: leaf({
          quantity: 'multiplier',
          label: 'Handle time of a repeat',
          help: 'Factor on the handle time.',
          default: 'x1.1',
          example: 'x1.1',
        }),
      },
    ),
    redial: group(
      { label: 'Redials', help: 'Customers who gave up waiting and try again.', exampleEntries: { share: '40%', after: '10 min' } },
      {
        share: leaf({
          quantity: 'share',
          label: 'Redial share',
          help: 'Share of abandoned customers who try again.',
          default: '40%',
          example: '40%',
        }),
        after: leaf({
          quantity: 'duration',
          label: 'Redial after',
          help: 'Mean time until they try again.',
          default: '10 min',
          example: '10 min',
          slider: { from: 60, to: 7200, step: 60 },
        }),
      },
    ),
    difficulty: group(
      { label: 'Difficulty', help: 'Easy needs are the ones that machines solve: how strongly, as a correlation from 0 to 1.' },
      {
        selfService: correlation('Self-service', 0.6),
        containment: correlation('Containment', 0.5),
      },
    ),
  },
);

function correlation(label: string, usual: number) {
  const words: Words = {
    label: `Difficulty and ${label.toLowerCase()}`,
    help: 'Correlation between a need’s latent difficulty and the machine’s failure to solve it.',
  };
  return leaf({
    ...words,
    quantity: 'number',
    default: usual,
    example: String(usual),
    support: { lower: 0, upper: 0.99 },
    slider: { from: 0, to: 0.99, step: 0.01 },
  });
}

export const contactTypes = table(
  { label: 'Contact types', help: 'The reasons why customers contact, by name.' },
  'name',
  remembering(contactType),
  true,
);
