import { group, leaf, optionalGroup } from './nodes.ts';

const points = (label: string, help: string, example: string) =>
  leaf({
    quantity: 'points',
    label,
    help,
    default: '0 points',
    example,
    slider: { from: -0.3, to: 0.1, step: 0.005 },
  });

export const quality = group(
  { label: 'Quality', help: 'What customers think of the service, where you know it.' },
  {
    csat: optionalGroup(
      {
        label: 'Customer satisfaction',
        help: 'A curve of your own: nothing is known of it here, and results call it assumed. Left out: nothing is said of satisfaction.',
        exampleEntries: { base: '86%', perMinuteWaited: '-2 points', abandoned: '20%' },
      },
      {
        base: leaf({
          quantity: 'share',
          label: 'Satisfied at best',
          help: 'Share of satisfied customers among those answered at once, the first time, without a transfer.',
          example: '86%',
          slider: { from: 0.4, to: 1 },
        }),
        perMinuteWaited: points(
          'Change of satisfaction per minute waited',
          'Change in points for each minute that an answered contact waited.',
          '-2 points',
        ),
        perRepeat: points(
          'Change of satisfaction per repeat',
          'Change in points for a contact of a customer who comes back unresolved.',
          '-15 points',
        ),
        perTransfer: points('Change of satisfaction per transfer', 'Change in points for a contact that is transferred.', '-5 points'),
        abandoned: leaf({
          quantity: 'share',
          label: 'Satisfied without service',
          help: 'Share of satisfied customers among those who gave up, were turned away or never called back.',
          default: '0%',
          example: '20%',
        }),
      },
    ),
  },
);
