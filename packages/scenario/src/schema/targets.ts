import type { LeafWords } from './description.ts';
import { choice, group, leaf, optionalGroup, optionalLeaf, perChannel } from './nodes.ts';

const serviceLevelRules = {
  'answered / offered': 'answered in time, of all offered',
  'answered / answered': 'answered in time, of all answered',
  'answered / (offered - short abandoned)': 'answered in time, of all offered but those who gave up in time',
  '(answered + short abandoned) / offered': 'answered or given up in time, of all offered',
} as const;

const every = choice(
  { label: 'Judged', help: 'On the totals of the period, or on its worst week or interval.', shared: true },
  { period: 'over all weeks', week: 'by the worst week', interval: 'by the worst interval' },
  'period',
);

const serviceLevelEntries = (channel: string) => ({
  atLeast: leaf({
    quantity: 'share',
    label: `Service level at least, ${channel}`,
    help: 'Wanted share answered in time.',
    default: '80%',
    example: '80%',
    slider: { from: 0.5, to: 1 },
  }),
  within: leaf({
    quantity: 'duration',
    label: `Answered within, ${channel}`,
    help: 'The time in which it counts as answered in time.',
    default: '20 s',
    example: '20 s',
    slider: { to: 300 },
  }),
  rule: choice(
    { label: 'Counting rule', help: 'What is divided by what; short abandoned: gave up before the time was over.', shared: true },
    serviceLevelRules,
    'answered / offered',
  ),
  every,
});

const serviceLevelExample = { atLeast: '80%', within: '20 s' };

const serviceLevelOf = (channel: string) =>
  optionalGroup(
    {
      label: `Service level, ${channel}`,
      help: `Share of ${channel} contacts answered within a time.`,
      exampleEntries: serviceLevelExample,
    },
    serviceLevelEntries(channel),
  );

const floor = (
  label: string,
  help: string,
  words: Partial<LeafWords> & Pick<LeafWords, 'quantity'>,
  exampleEntries: Readonly<Record<string, string>>,
) =>
  optionalGroup(
    { label, help, exampleEntries },
    {
      atLeast: optionalLeaf({ label: `${label}, at least`, help, ...words }),
      atMost: optionalLeaf({ label: `${label}, at most`, help, ...words }),
      every,
    },
  );

const share = { quantity: 'share' } as const;

const abandonment = (channel: string) =>
  floor(`Abandonment, ${channel}`, 'Share of offered contacts that give up waiting.', share, { atMost: '5%' });

export const targets = group(
  { label: 'Targets', help: 'Quality floors: a saving that breaks one of them is not a saving.' },
  {
    serviceLevel: perChannel(
      { label: 'Service level', help: 'By channel; a channel that is left out has no target.' },
      group(
        {
          label: 'Service level',
          help: 'For phone and chat alike, or by channel. Left out: 80% within 20 s.',
          exampleEntries: serviceLevelExample,
        },
        serviceLevelEntries('live channels'),
      ),
      { phone: serviceLevelOf('phone'), chat: serviceLevelOf('chat') },
    ),
    abandonment: perChannel(
      { label: 'Abandonment', help: 'By channel; for phone and chat alike when no channel is named.' },
      abandonment('live channels'),
      { phone: abandonment('phone'), chat: abandonment('chat') },
    ),
    speedOfAnswer: floor(
      'Speed of answer',
      'Mean wait of answered contacts.',
      { quantity: 'duration', example: '30 s' },
      { atMost: '30 s' },
    ),
    occupancy: floor('Occupancy', 'Share of their available time that agents spend on contacts.', share, { atMost: '90%' }),
    email: floor('E-mail in time', 'Share of e-mails answered in time.', share, { atLeast: '90%' }),
    social: floor('Social in time', 'Share of social media contacts answered in time.', share, { atLeast: '90%' }),
    callbackPromise: floor('Callback promise', 'Share of callbacks made within the promised time.', share, { atLeast: '90%' }),
    firstContactResolution: floor('First contact resolution', 'Share of needs resolved by the first contact.', share, { atLeast: '70%' }),
    chance: leaf({
      quantity: 'share',
      label: 'Wanted chance',
      help: 'Chance that all floors hold at which quality is called safe.',
      default: '90%',
      example: '90%',
      slider: { from: 0.5 },
    }),
    tolerance: group(
      { label: 'Tolerance', help: 'How much worse than the baseline a missed floor may be and still count as no worse.' },
      {
        serviceLevel: leaf({
          quantity: 'points',
          label: 'Service level',
          help: 'In points.',
          default: '0.5 points',
          example: '0.5 points',
          support: { lower: 0 },
          slider: { from: 0, to: 0.05, step: 0.001 },
        }),
        abandonment: leaf({
          quantity: 'points',
          label: 'Abandonment',
          help: 'In points.',
          default: '0.2 points',
          example: '0.2 points',
          support: { lower: 0 },
          slider: { from: 0, to: 0.05, step: 0.001 },
        }),
        speedOfAnswer: leaf({
          quantity: 'duration',
          label: 'Speed of answer',
          help: 'In seconds.',
          default: '1 s',
          example: '1 s',
          slider: { to: 30, step: 1 },
        }),
      },
    ),
  },
);
