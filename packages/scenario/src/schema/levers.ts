import { choice, cost, flag, group, integer, leaf, shortGroup, table, tableBeside, remembering } from './nodes.ts';

const platform = (of: string) =>
  cost({
    label: `Platform of ${of}`,
    help: 'Subscription or operation.',
    bases: ['period', 'seat', 'once'],
    default: '0 per month',
    example: '9000 per month',
  });

const share = (label: string, help: string, usual: string) =>
  leaf({ quantity: 'share', label, help, default: usual, example: usual === '0%' ? '12%' : usual });

const ivr = group(
  { label: 'IVR', help: 'Interactive voice response before the queue, for phone.' },
  {
    time: leaf({
      quantity: 'duration',
      label: 'Time in the IVR',
      help: 'Mean time of a call in the IVR.',
      default: 0,
      example: '35 s',
      slider: { to: 300 },
    }),
    costPerMinute: cost({
      label: 'IVR cost per minute',
      help: 'On top of telephony.',
      bases: ['minute'],
      impliedBasis: { on: 'minute' },
      default: 0,
      example: '0.03 per minute',
      slider: { to: 0.3, step: 0.005 },
    }),
    platform: platform('the IVR'),
    hangUps: share('Hang-ups', 'Share of calls that end in the IVR without help.', '0%'),
    verification: group(
      { label: 'Caller verification', help: 'The IVR identifies the caller before an agent does.' },
      {
        offeredTo: share('Offered to', 'Share of calls that are asked to identify themselves in the IVR.', '0%'),
        success: share('Success', 'Share of them that succeed.', '62%'),
        saves: leaf({
          quantity: 'duration',
          label: 'Saves',
          help: 'Agent time saved by a success.',
          default: '42 s',
          example: '42 s',
          slider: { to: 180, step: 1 },
        }),
        failureAdds: leaf({
          quantity: 'duration',
          label: 'Failure adds',
          help: 'Agent time added by a failure.',
          default: '10 s',
          example: '10 s',
          slider: { to: 120, step: 1 },
        }),
      },
    ),
    containment: table(
      { label: 'Containment', help: 'Share of first calls that the IVR ends with the need met, by contact type.' },
      'contactType',
      share(
        'Containment',
        'Share of this type’s first calls that the IVR ends with the need met. A vendor’s share of sessions is lower: redials and repeats are sessions too.',
        '0%',
      ),
      false,
    ),
    unresponsiveCallers: group(
      { label: 'Unresponsive callers', help: 'Calls on which nobody speaks: silent, dropped, robots.' },
      {
        share: share('Share', 'Share of calls that are unresponsive.', '0%'),
        screened: share('Screened', 'Share of them that the IVR ends before an agent answers.', '0%'),
        falseDrops: share('False drops', 'Share of real callers that screening ends by mistake.', '0%'),
        agentSeconds: leaf({
          quantity: 'duration',
          label: 'Agent time',
          help: 'Agent time spent on one that gets through.',
          default: '18 s',
          example: '18 s',
          slider: { to: 120, step: 1 },
        }),
      },
    ),
  },
);

const callback = group(
  { label: 'Callback', help: 'Waiting callers are offered to be called back.' },
  {
    offerWhen: choice(
      { label: 'Offer by', help: 'Predicted wait, or number of callers in the queue.' },
      { wait: 'predicted wait', queueLength: 'callers in the queue' },
      'wait',
    ),
    offerWhenWaitExceeds: leaf({
      quantity: 'duration',
      label: 'Offer when wait exceeds',
      help: 'Predicted wait above which a callback is offered.',
      default: '120 s',
      example: '120 s',
      slider: { to: 900, step: 10 },
    }),
    offerWhenQueueExceeds: leaf({
      quantity: 'count',
      label: 'Offer when queue exceeds',
      help: 'Callers in the queue above which a callback is offered.',
      default: 10,
      example: '10',
      slider: { to: 200 },
    }),
    accepts: share('Accepts', 'Share of those offered who accept.', '0%'),
    keepsPlace: flag({ label: 'Keeps the place', help: 'The callback keeps its place in the queue.' }, true),
    reserveIdle: integer({ label: 'Reserve', help: 'Free agents that callbacks leave for waiting callers.' }, 0, 100_000, 0),
    attempts: integer({ label: 'Attempts', help: 'Calls made at most.' }, 1, 20, 3),
    retryAfter: leaf({
      quantity: 'duration',
      label: 'Retry after',
      help: 'Time between attempts.',
      default: '20 min',
      example: '20 min',
      slider: { to: 14_400, step: 300 },
    }),
    reached: share('Reached', 'Share of attempts that are answered.', '80%'),
    dialSeconds: leaf({
      quantity: 'duration',
      label: 'Dialling',
      help: 'Agent time per attempt before anyone answers.',
      default: '20 s',
      example: '20 s',
      slider: { to: 120, step: 1 },
    }),
    promise: leaf({
      quantity: 'duration',
      label: 'Promise',
      help: 'Time within which the callback was promised.',
      default: '60 min',
      example: '60 min',
      slider: { to: 28_800, step: 300 },
    }),
    costPerAttempt: cost({
      label: 'Cost per attempt',
      help: 'Telephony of one attempt.',
      bases: ['attempt'],
      impliedBasis: { on: 'attempt' },
      default: 0,
      example: '0.02 per attempt',
      slider: { to: 0.5, step: 0.01 },
    }),
  },
);

const routing = group(
  { label: 'Routing', help: 'How the ACD sends contacts to groups.' },
  {
    overflowAfter: table(
      { label: 'Overflow after', help: 'Wait after which a group also takes what others should serve, by group.' },
      'agentGroup',
      leaf({
        quantity: 'duration',
        label: 'Overflow after',
        help: 'Wait after which this group is asked too.',
        example: '45 s',
        slider: { to: 600 },
      }),
      false,
    ),
    freeAgent: choice(
      {
        label: 'Of several free agents',
        help: 'Who takes a contact where agents of the same level are free, of one group or of several: longestIdle, the one idle for longest; random, any with the same chance.',
      },
      { longestIdle: 'the longest idle', random: 'any of them' },
      'longestIdle',
    ),
    crossSkilled: group(
      { label: 'Cross-skilled agents', help: 'Agents of every group who can also serve the contact types of all other groups.' },
      {
        share: share(
          'Share',
          'Share of the agents of every group who can also serve the other groups’ contact types, on their own channels, when nobody of those groups is free.',
          '0%',
        ),
        handleTime: leaf({
          quantity: 'multiplier',
          label: 'Handle time of other groups’ contacts',
          help: 'Factor on the handle time of what they serve of other groups.',
          default: '+0%',
          example: '+5%',
          slider: { from: 0.8, to: 1.5 },
        }),
        wage: leaf({
          quantity: 'multiplier',
          label: 'Wage',
          help: 'Factor on their wage.',
          role: 'financial',
          default: '+0%',
          example: '+4%',
          slider: { from: 1, to: 1.5 },
        }),
      },
    ),
    misroute: share('Misroutes', 'Share of calls that reach the wrong group and are transferred.', '0%'),
    transferAdds: leaf({
      quantity: 'duration',
      label: 'A transfer adds',
      help: 'Agent time of a transfer.',
      default: '90 s',
      example: '90 s',
      slider: { to: 600 },
    }),
  },
);

const selfService = tableBeside(
  { label: 'Self-service', help: 'Web, app or bot that customers may try first, by contact type.' },
  'contactType',
  group(
    { label: 'Self-service of a contact type', help: 'How often it is tried and what comes of it.' },
    {
      tries: share('Tries', 'Share of needs that try self-service first.', '0%'),
      succeeds: share('Succeeds', 'Share of tries that end with the need met.', '55%'),
      failureAdds: leaf({
        quantity: 'duration',
        label: 'Failure adds',
        help: 'Agent time added when a try has failed.',
        default: '25 s',
        example: '25 s',
        slider: { to: 180 },
      }),
      returnsWithin72h: share('Returns within 72 h', 'Share of apparent successes that come back within 72 hours.', '8%'),
    },
  ),
  {
    costPerSession: cost({
      label: 'Cost per session',
      help: 'Of every session, met or not.',
      bases: ['session'],
      impliedBasis: { on: 'session' },
      default: 0,
      example: '0.10 per session',
      slider: { to: 3, step: 0.01 },
    }),
    platform: platform('self-service'),
  },
);

const software = group(
  { label: 'Integrated software', help: 'A new desktop, knowledge base or assistant for agents.' },
  {
    handleTime: leaf({
      quantity: 'multiplier',
      label: 'Change of handle time',
      help: 'Change of all handle times.',
      default: '0%',
      example: '-8%',
      slider: { from: 0.5, to: 1.2 },
    }),
    firstContactResolution: leaf({
      quantity: 'points',
      label: 'Change of first contact resolution',
      help: 'Change in points.',
      default: '0 points',
      example: '3 points',
    }),
    licence: cost({
      label: 'Licence',
      help: 'Of the software.',
      bases: ['seat', 'period', 'fte', 'once'],
      default: '0 per seat per month',
      example: '45 per seat per month',
      slider: { to: 300, step: 5 },
    }),
  },
);

const rootCause = table(
  { label: 'Root-cause elimination', help: 'Removing the reason to contact, by contact type.' },
  'contactType',
  shortGroup({ label: 'Root cause', help: 'A plain change is the volume.' }, 'volume', {
    volume: leaf({
      quantity: 'multiplier',
      label: 'Change of volume',
      help: 'Change of the needs of this type: -20% removes a fifth.',
      default: '0%',
      example: '-20%',
      slider: { from: 0, to: 1.5 },
    }),
    oneOff: cost({
      label: 'One-off cost',
      help: 'Of removing the cause.',
      bases: ['once', 'period'],
      impliedBasis: { on: 'once' },
      default: 0,
      example: '60000 once',
    }),
  }),
  false,
);

export const levers = group(
  { label: 'Levers', help: 'What can be changed; the baseline states what it already has. Left out: absent.' },
  {
    ivr: remembering(ivr),
    callback: remembering(callback),
    routing: remembering(routing),
    selfService: remembering(selfService),
    software: remembering(software),
    rootCause: remembering(rootCause),
  },
);
