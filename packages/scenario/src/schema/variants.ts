import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import { optionalDate } from './calendar.ts';
import { choice, group, list, optionalCost, optionalLeaf, special, text, remembering } from './nodes.ts';
import { responses } from './staffing.ts';

export type Changes = Readonly<Record<string, Json>>;

export const changes = special<Changes>(
  {
    label: 'Changes',
    help: 'Path to new value: it replaces what stands there; null removes it.',
    spelling: '{ levers.ivr.verification.offeredTo: 68% }',
    json: { type: 'object', additionalProperties: true, examples: [{ 'levers.ivr.verification.offeredTo': '68%' }] },
  },
  (input = {}) =>
    isObject(input)
      ? { ok: true, value: input }
      : { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'object' }, got: input }] },
);

const variant = group(
  { label: 'Variant', help: 'The baseline with changes.' },
  {
    name: text({ label: 'Name', help: 'Different from all others; paths and results use it.' }),
    note: text({ label: 'Note', help: 'Anything worth keeping beside it.' }, null),
    changes,
    response: choice(
      { label: 'Staffing response', help: 'Short for a change of staffing.response.' },
      { ...responses, 'as baseline': 'as the baseline' },
      'as baseline',
    ),
    oneOff: optionalCost({
      label: 'One-off cost',
      help: 'Of introducing this variant.',
      bases: ['once'],
      impliedBasis: { on: 'once' },
      example: '60000',
      slider: { to: 500_000, step: 1000 },
    }),
    starts: optionalDate({ label: 'Starts', help: 'When its levers start to work.' }),
    ramp: optionalLeaf({
      quantity: 'duration',
      label: 'Ramp',
      help: 'Time until its levers work in full.',
      example: '8 weeks',
      slider: { to: 15_724_800, step: 604_800 },
    }),
  },
);

export const variants = list({ label: 'Variants', help: 'What is compared with the baseline.' }, remembering(variant));
