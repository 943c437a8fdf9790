import { costCategories, quantileLevels } from '@percall/core';

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

/** A closed object whose keys are all required, those of `optional` apart. */
const object = (properties: Readonly<Record<string, object>>, description?: string, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  ...(description === undefined ? {} : { description }),
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});

const byKpi = { type: 'object', description: 'By KPI: kpi[.channel[.contactType]].', additionalProperties: ref('kpi') };

/** JSON Schema (draft 2020-12) of what `percall run` and `percall compare` write with `--format json`: a RunDocument of schema version 1. */
export const resultsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:percall:schema:results:1',
  title: 'Percall results',
  description:
    'What one run says. The same document, seed, number of replications and engine version give the same bytes. Rates are fractions, times seconds, money is in units of `currency`, totals and ledger lines are per `period`.',
  ...object(
    {
      schemaVersion: { const: 1 },
      engineVersion: { type: 'string' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217: the unit of every amount.' },
      period: { enum: ['week', 'month', 'quarter', 'year'], description: 'What totals and ledger lines are stated over.' },
      seed: { type: 'string' },
      replications: { type: 'integer', minimum: 64, multipleOf: 8 },
      floor: {
        enum: ['erlang', 'calls', 'both'],
        description:
          'How contacts met agents: erlang is the instant floor, calls the exact one, both the instant one corrected by the exact one.',
      },
      inputsHash: { type: 'string', description: 'Digest of everything that was computed from.' },
      document: { type: 'object', description: 'The scenario document, whole, as it ran.' },
      results: object(
        { scenarios: { type: 'array', items: ref('scenario'), minItems: 1, description: 'The baseline first.' } },
        undefined,
        {
          quantileError: object(
            { relative: { type: 'number' }, ofLargest: { type: 'number' } },
            'Of more than 65,536 futures, whose quantiles and their intervals are read from bins: how far from the exact ones they may lie, as a part of the value or, where that is more, of the largest of the first values. Absent where they are exact.',
          ),
        },
      ),
      reference: {
        ...orNull(object({ industryAverage: { type: 'number' } })),
        description: 'Cost per contact that the trade quotes: no result, to see one beside it. null where the currency is not USD.',
      },
      warnings: { type: 'array', items: ref('problem') },
    },
    undefined,
    {
      documents: {
        type: 'array',
        items: object({ scenario: { type: 'string' }, document: { type: 'object' } }),
        minItems: 2,
        description: 'Of `percall compare`: all documents with the names of their scenarios; the first is `document`, the baseline.',
      },
    },
  ),
  $defs: {
    estimate: object(
      { value: { type: 'number' }, lower: { type: 'number' }, upper: { type: 'number' } },
      'A number with its 95% Monte Carlo interval.',
    ),
    kpi: object({
      unit: { enum: ['currencyPerContact', 'currency', 'fraction', 'seconds', 'hours', 'fte', 'count', 'number', 'amount', 'months'] },
      rule: { type: 'string', description: 'What is counted, by name; see the glossary of KPIs.' },
      mean: { ...orNull(ref('estimate')), description: 'Ratio of expected totals ("budget average"). null: no contacts.' },
      quantiles: {
        ...orNull(object(Object.fromEntries(quantileLevels.map((level) => [`p${Math.round(level * 100)}`, ref('estimate')])))),
        description: 'Over the futures. null: no contacts.',
      },
      share: object(
        { ignorance: orNull(ref('estimate')), dayToDay: orNull(ref('estimate')), queueing: orNull(ref('estimate')) },
        'Shares of the spread. null: not estimated by this run.',
      ),
    }),
    floor: object({
      kpi: { type: 'string' },
      side: { enum: ['atLeast', 'atMost'] },
      value: { type: 'number', description: 'Where the floor lies at central inputs.' },
      holds: ref('estimate'),
    }),
    scenario: object({
      name: { type: 'string' },
      response: { enum: ['locked', 're-plan', 'transition'], description: 'What the roster does when a lever moves.' },
      floor: object({
        used: {
          enum: ['erlang', 'calls', 'both'],
          description: 'both: the instant floor, corrected by the exact one in the first of the futures.',
        },
        exactReplications: { type: 'integer', minimum: 0, description: 'Futures that the exact floor ran.' },
        correction: {
          ...orNull({ type: 'object', additionalProperties: orNull(ref('estimate')) }),
          description: 'By KPI, what the exact floor adds to the mean of the instant one. null: nothing is corrected.',
        },
      }),
      days: object({
        run: { enum: ['all', 'strata'], description: 'Days of the horizon that the live queues ran on.' },
        replications: { type: 'integer', minimum: 0, description: 'Futures in which all days were run beside strata of them.' },
        deviation: {
          ...orNull({ type: 'object', additionalProperties: orNull({ type: 'number', minimum: 0 }) }),
          description:
            'By KPI, how far strata of days are from all of them, in parts of its spread over the futures. null: all days were run.',
        },
      }),
      kpis: byKpi,
      floors: { type: 'array', items: ref('floor') },
      holds: { ...orNull(ref('estimate')), description: 'Probability that every floor is met. null: no floor is set.' },
      ledger: {
        type: 'array',
        items: object({ line: { type: 'string' }, category: { enum: [...costCategories] }, perPeriod: ref('estimate') }),
      },
      versusBaseline: {
        ...orNull(
          object({
            kpis: { ...byKpi, description: 'Variant minus baseline, future by future.' },
            savings: {
              ...byKpi,
              description:
                'What is saved of the baseline’s bill per period, positive where the variant pays less: cashable = pay + contracts; usage; and freedCapacity, work removed whose hours are still paid.',
            },
            probability: object({
              cheaper: orNull(ref('estimate')),
              holds: orNull(ref('estimate')),
              noWorse: orNull(ref('estimate')),
              cheaperAndNoWorse: orNull(ref('estimate')),
            }),
          }),
        ),
        description: 'null in the baseline.',
      },
    }),
    problem: object({
      code: { type: 'string' },
      path: { type: 'string' },
      params: {
        type: 'object',
        properties: { must: { type: 'object', required: ['rule'] }, got: {}, nearest: { type: 'string' } },
        required: ['must'],
      },
      severity: { enum: ['error', 'warning'] },
    }),
  },
} as const;
