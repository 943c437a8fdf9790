import type { Json } from './document.ts';
import type { Quantity } from './problem.ts';
import { nodeOf, type Schema } from './schema/nodes.ts';
import type { LeafDescription, Words } from './schema/description.ts';
import { sources } from './schema/readLeaf.ts';
import { rootSchema } from './schema/root.ts';

type JsonObject = Readonly<Record<string, Json>>;

/**
 * What a text that holds a number looks like, loosely: an editor marks what cannot be one, and leaves the rest to `parseScenario`.
 */
const digits = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';

const quantities: readonly Quantity[] = ['duration', 'share', 'multiplier', 'points', 'count', 'number', 'money', 'cost'];

/** Bare numbers are read where the unit is plain; a duration or a difference in points without one can only be nothing at all. */
const bare = (quantity: Quantity): JsonObject => (quantity === 'duration' || quantity === 'points' ? { const: 0 } : { type: 'number' });

const amountName = (quantity: Quantity): string => `${quantity}Amount`;

const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });

const provenance: JsonObject = {
  source: { enum: [...sources], description: 'Where the value comes from.' },
  note: { type: 'string', description: 'Anything worth keeping beside it.' },
};

function definitions(): JsonObject {
  const defs: Record<string, Json> = { durationText: { anyOf: [{ type: 'string', pattern: digits }, { const: 0 }] } };
  for (const quantity of quantities) {
    const amount = ref(amountName(quantity));
    defs[amountName(quantity)] = { anyOf: [bare(quantity), { type: 'string', pattern: digits }] };
    const object = (required: readonly string[], optional: readonly string[] = []): JsonObject => ({
      type: 'object',
      required: [...required],
      properties: Object.fromEntries([...required, ...optional].map((key) => [key, amount])),
      additionalProperties: false,
    });
    const families: JsonObject = {
      normal: object(['mean', 'sd']),
      lognormal: object(['mean', 'sd']),
      beta: object(['mean', 'sd'], ['lower', 'upper']),
      triangular: object(['low', 'likely', 'high']),
      pert: object(['low', 'likely', 'high']),
      uniform: object(['low', 'high']),
      metalog: { type: 'object', description: 'Quantiles: probability to value.', additionalProperties: amount, minProperties: 3 },
      observed: { type: 'array', items: amount, minItems: 1 },
    };
    defs[quantity] = {
      anyOf: [
        amount,
        {
          type: 'object',
          properties: {
            low: { ...amount, description: 'P10: one case in ten is lower.' },
            likely: { ...amount, description: 'P50: the median.' },
            high: { ...amount, description: 'P90: one case in ten is higher.' },
            value: { description: 'The number, where a source or a note stands beside it.' },
            ...families,
            ...provenance,
          },
        },
      ],
    };
  }
  return defs;
}

const titled = ({ label, help }: Words): JsonObject => ({ title: label, description: help });

function leafSchema(description: LeafDescription): JsonObject {
  const { lower, upper } = description.support;
  const bounds = `${Number.isFinite(lower) ? `from ${lower}` : ''}${Number.isFinite(upper) ? ` to ${upper}` : ''}`.trim();
  const beside = Object.entries(description.beside ?? {});
  return {
    title: description.label,
    description: `${description.help}${bounds === '' || bounds === 'from 0' ? '' : ` Allowed: ${bounds}.`}`,
    ...ref(description.quantity),
    ...(beside.length === 0
      ? {}
      : {
          properties: Object.fromEntries(
            beside.map(([key, { names, help, default: usual }]) => [key, { enum: [...names], description: help, default: usual }]),
          ),
        }),
    ...(description.default === undefined || description.default === null ? {} : { default: description.default }),
    examples: [description.example],
  };
}

function costSchema(description: LeafDescription): JsonObject {
  const { $ref, ...rest } = leafSchema(description);
  return {
    ...rest,
    anyOf: [
      { $ref: $ref! },
      {
        type: 'object',
        required: ['amount'],
        properties: {
          amount: { $ref: $ref! },
          perStarted: {
            ...ref('count'),
            description: 'A staircase: the amount is paid for every started so many seats.',
            examples: ['50 seats'],
          },
        },
        additionalProperties: false,
      },
    ],
  };
}

function schemaOf(schema: Schema): JsonObject {
  const node = nodeOf(schema);
  switch (node.kind) {
    case 'leaf':
      return leafSchema(node.description);
    case 'cost':
      return costSchema(node.description);
    case 'group': {
      const entries = Object.entries(node.entries);
      const required = entries.filter(([, entry]) => nodeOf(entry).required).map(([key]) => key);
      const object: JsonObject = {
        ...titled(node.words),
        type: 'object',
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, schemaOf(entry)])),
        ...(required.length === 0 ? {} : { required }),
        additionalProperties: node.rest === null ? false : schemaOf(node.rest.item),
      };
      if (node.shorthand === null) return object;
      return { ...titled(node.words), anyOf: [schemaOf(node.entries[node.shorthand]!), object] };
    }
    case 'table': {
      const object: JsonObject = { ...titled(node.words), type: 'object', additionalProperties: schemaOf(node.item) };
      return node.keys === 'contactType' && node.required
        ? { ...titled(node.words), anyOf: [{ type: 'array', items: { type: 'string' } }, object] }
        : object;
    }
    case 'list':
      return {
        ...titled(node.words),
        ...(node.single
          ? { anyOf: [schemaOf(node.item), { type: 'array', items: schemaOf(node.item) }] }
          : { type: 'array', items: schemaOf(node.item) }),
      };
    case 'either':
      return { anyOf: node.options.map(schemaOf) };
    case 'choice':
      return { ...titled(node.words), enum: [...node.names], ...(node.default === null ? {} : { default: node.default }) };
    case 'number':
      return {
        ...titled(node.words),
        type: node.whole ? 'integer' : 'number',
        minimum: node.low,
        ...(Number.isFinite(node.high) ? { maximum: node.high } : {}),
        ...(node.default === null ? {} : { default: node.default }),
      };
    case 'flag':
      return { ...titled(node.words), type: 'boolean', default: node.default };
    case 'text':
    case 'date':
      return { ...titled(node.words), type: 'string', ...(node.default === null ? {} : { default: node.default }) };
    case 'special':
      return { ...titled(node.words), ...(node.json as JsonObject) };
  }
}

/**
 * The JSON Schema (draft 2020-12) of the document: names, kinds, choices and descriptions, so that an editor completes and explains. Units,
 * ranges and what must fit together are `parseScenario`'s to check: every valid document satisfies this schema, not the other way round.
 */
export function jsonSchema(): JsonObject {
  const { title, description, properties, ...rest } = schemaOf(rootSchema);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: title!,
    description: description!,
    ...rest,
    properties: {
      extends: {
        type: 'string',
        description: 'A preset to start from: objects merge, null removes what the preset has, anything else replaces.',
        examples: ['preset:bank-ivr-verification'],
      },
      ...(properties as JsonObject),
    },
    // With `extends`, the preset may give what is required.
    required: ['percall'],
    $defs: definitions(),
  };
}
