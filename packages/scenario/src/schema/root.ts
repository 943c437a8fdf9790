import type * as z from 'zod/mini';
import type { Json } from '../document.ts';
import { mustText } from '../mustTexts.ts';
import type { Finding } from '../problems.ts';
import { agents } from './agents.ts';
import { calendar, date } from './calendar.ts';
import { channelSettings } from './channels.ts';
import { contactTypes } from './contactTypes.ts';
import { correlations } from './correlations.ts';
import { costs } from './costs.ts';
import { levers } from './levers.ts';
import { choice, group, integer, leaf, remembering, special, text } from './nodes.ts';
import { quality } from './quality.ts';
import { namedSources } from './readLeaf.ts';
import { staffing } from './staffing.ts';
import { targets } from './targets.ts';
import { variants } from './variants.ts';

/** Two years: the longest horizon. */
export const mostWeeks = 104;

/** The whole document, every field with its words. */
export const rootSchema = group(
  { label: 'Scenario', help: 'A contact centre as it is, and what might be changed.' },
  {
    percall: integer({ label: 'Format', help: 'Version of the document format.' }, 1, 1),
    name: text({ label: 'Name', help: 'What the scenario is called.' }, 'Scenario'),
    note: text({ label: 'Note', help: 'Anything worth keeping beside it.' }, null),
    source: choice(
      { label: 'Source', help: 'Where the values come from that do not say so themselves.' },
      { ...namedSources, unstated: 'not stated' },
      'unstated',
    ),
    currency: special<string>(
      {
        label: 'Currency',
        help: 'ISO 4217 code; every amount is in it.',
        spelling: 'USD',
        json: { type: 'string', pattern: '^[A-Z]{3}$', default: 'USD' },
      },
      (input = 'USD') =>
        typeof input === 'string' && /^[A-Z]{3}$/.test(input) ? { ok: true, value: input } : { ok: false, findings: [notACurrency(input)] },
    ),
    timeZone: text({ label: 'Time zone', help: 'A label only: times are local wall clock.' }, null),
    period: choice(
      { label: 'Period', help: 'What results are stated over, and volumes that name no period of their own.' },
      { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
      'month',
    ),
    headline: choice(
      { label: 'Headline cost per', help: 'The denominator of the headline cost per contact.' },
      { need: 'need', offered: 'offered contact', handled: 'handled contact', resolved: 'resolved need' },
      'handled',
    ),
    horizon: group(
      { label: 'Horizon', help: 'The weeks that are simulated.', exampleEntries: { start: '2026-01-05', weeks: '4' } },
      {
        start: date({ label: 'Start', help: 'First day.' }),
        weeks: integer({ label: 'Weeks', help: 'Whole weeks.' }, 1, mostWeeks, 4),
      },
    ),
    calendar: remembering(calendar),
    contactTypes: remembering(contactTypes),
    channels: remembering(channelSettings),
    agents: remembering(agents),
    staffing: remembering(staffing),
    targets: remembering(targets),
    quality: remembering(quality),
    costs: remembering(costs),
    levers: remembering(levers),
    investment: group(
      { label: 'Investment', help: 'For pay-back and net present value.' },
      {
        years: integer({ label: 'Years', help: 'How long the benefit is counted.' }, 1, 30, 3),
        discount: leaf({
          quantity: 'share',
          label: 'Discount rate',
          help: 'Per year.',
          role: 'financial',
          default: '8%',
          example: '8%',
          per: 'year',
          slider: { to: 0.3, step: 0.005 },
        }),
      },
    ),
    correlations,
    variants: remembering(variants),
    replications: integer({ label: 'Replications', help: 'How many futures are simulated; a multiple of 8.' }, 64, 10_485_760, 4096),
    seed: special<string>(
      {
        label: 'Seed',
        help: 'Same seed, same futures.',
        spelling: 'spring-plan',
        json: { type: ['string', 'integer'], default: 'percall' },
      },
      (input = 'percall') =>
        (typeof input === 'string' && input !== '') || Number.isInteger(input)
          ? { ok: true, value: String(input as string | number) }
          : {
              ok: false,
              findings: [{ code: 'type', must: input === '' ? mustText('notEmpty') : { rule: 'kind', kind: 'text' }, got: input }],
            },
    ),
  },
);

function notACurrency(input: Json): Finding {
  const code = typeof input === 'string' ? input.trim().toUpperCase() : '';
  const nearest = /^[A-Z]{3}$/.test(code) ? { nearest: code } : {};
  return { code: 'type', must: mustText('currencyCode'), got: input, ...nearest };
}

/** The document read by the schema: SI numbers, defaults filled in, paths not yet written into the leaves. */
export type Draft = z.output<typeof rootSchema>;
