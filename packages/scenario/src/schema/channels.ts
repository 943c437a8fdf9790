import { isList } from '../paths.ts';
import { limits, withinLimit } from './limits.ts';
import { flag, group, integer, leaf, special } from './nodes.ts';

const deferred = (channel: string, usual: string) =>
  group(
    { label: channel, help: 'Deferred work: answered when live queues allow.' },
    {
      respondWithin: leaf({
        quantity: 'duration',
        label: `${channel}: respond within`,
        help: 'When an answer is due.',
        default: usual,
        example: usual,
        slider: { from: 600, to: 259_200, step: 600 },
      }),
      clock: flag({ label: 'By the clock', help: 'Due times count clock time rather than open hours.' }, false),
    },
  );

export const channelSettings = group(
  { label: 'Channels', help: 'What holds for a channel whatever the contact type.' },
  {
    phone: group(
      { label: 'Phone', help: 'Lines.' },
      { trunks: integer({ label: 'Trunks', help: 'Lines into the centre, IVR included; left out: no limit.' }, 1, 1_000_000, null) },
    ),
    chat: group(
      { label: 'Chat', help: 'Several chats at a time.' },
      {
        concurrency: group(
          {
            label: 'Concurrency',
            help: 'How many chats an agent holds and how that stretches them.',
            exampleEntries: { cap: '3', stretch: '25%' },
          },
          {
            cap: integer({ label: 'Most chats at a time', help: 'Per agent.' }, 1, 20, 3),
            stretch: leaf({
              quantity: 'share',
              label: 'Stretch',
              help: 'A chat takes this much longer for each further chat in hand.',
              default: '25%',
              example: '25%',
              support: { upper: Infinity },
              slider: { to: 1 },
            }),
            measuredAt: leaf({
              quantity: 'number',
              label: 'Measured at',
              help: 'Mean number of chats in hand when the handle time was measured.',
              default: 1,
              example: '2.1',
              support: { lower: 1, upper: 20 },
              slider: { from: 1, to: 6, step: 0.1 },
            }),
            handleTimes: special<readonly number[] | null>(
              {
                label: 'Handle times by load',
                help: 'Relative handle time with 1, 2, 3 ... chats in hand, instead of a stretch.',
                spelling: '[1, 1.25, 1.6]',
                json: { type: 'array', items: { type: 'number', exclusiveMinimum: 0 } },
              },
              (input) => {
                if (input === undefined) return { ok: true, value: null };
                if (isList(input) && input.length > 0 && input.every((item) => typeof item === 'number' && item > 0)) {
                  const times = input as readonly number[];
                  const findings = times.flatMap((time, i) =>
                    time > limits.number.most ? [{ code: 'range', must: withinLimit('number'), got: time, below: [i] } as const] : [],
                  );
                  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: times };
                }
                return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'list' }, got: input }] };
              },
            ),
          },
        ),
      },
    ),
    email: deferred('E-mail', '8 h'),
    social: deferred('Social media', '2 h'),
  },
);
