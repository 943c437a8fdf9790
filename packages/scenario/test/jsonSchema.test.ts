import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeLeaf, documentReference, jsonSchema, leafDescriptions, presetNames, presetText, type Json } from '../src/index.ts';
import { decodeText } from '../src/parse.ts';
import { readLeaf } from '../src/schema/readLeaf.ts';
import { bank, least } from './documents.ts';

type Rule = { readonly [key: string]: Json };

const schema = jsonSchema();

const isObject = (value: unknown): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: Json): string[] =>
  value === null
    ? ['null']
    : Array.isArray(value)
      ? ['array']
      : typeof value === 'number'
        ? Number.isInteger(value)
          ? ['integer', 'number']
          : ['number']
        : [typeof value];

const handled = new Set(
  '$schema $defs $ref title description default examples format type enum const anyOf pattern minimum maximum exclusiveMinimum items minItems properties patternProperties additionalProperties required minProperties'.split(
    ' ',
  ),
);

/** As much of JSON Schema 2020-12 as ours uses: the places that do not satisfy it. */
function unsatisfied(value: Json, rule: Rule, at = ''): string[] {
  for (const keyword of Object.keys(rule)) if (!handled.has(keyword)) throw new Error(`keyword ${keyword}`);
  const bad: string[] = [];
  if (typeof rule['$ref'] === 'string')
    bad.push(...unsatisfied(value, (schema['$defs'] as Rule)[rule['$ref'].replace('#/$defs/', '')] as Rule, at));
  const types = rule['type'] === undefined ? null : ([rule['type']].flat() as string[]);
  if (types !== null && !typeOf(value).some((type) => types.includes(type))) bad.push(`${at} type`);
  if (Array.isArray(rule['enum']) && !rule['enum'].includes(value)) bad.push(`${at} enum`);
  if ('const' in rule && rule['const'] !== value) bad.push(`${at} const`);
  if (Array.isArray(rule['anyOf']) && !(rule['anyOf'] as Rule[]).some((option) => unsatisfied(value, option, at).length === 0))
    bad.push(`${at} anyOf`);
  if (typeof value === 'string' && typeof rule['pattern'] === 'string' && !new RegExp(rule['pattern'], 'u').test(value))
    bad.push(`${at} pattern`);
  if (typeof value === 'number') {
    if (typeof rule['minimum'] === 'number' && value < rule['minimum']) bad.push(`${at} minimum`);
    if (typeof rule['maximum'] === 'number' && value > rule['maximum']) bad.push(`${at} maximum`);
    if (typeof rule['exclusiveMinimum'] === 'number' && value <= rule['exclusiveMinimum']) bad.push(`${at} exclusiveMinimum`);
  }
  if (Array.isArray(value)) {
    if (isObject(rule['items'])) value.forEach((item: Json, i) => bad.push(...unsatisfied(item, rule['items'] as Rule, `${at}[${i}]`)));
    if (typeof rule['minItems'] === 'number' && value.length < rule['minItems']) bad.push(`${at} minItems`);
  }
  if (isObject(value)) {
    for (const key of (rule['required'] as string[] | undefined) ?? []) if (!(key in value)) bad.push(`${at}.${key} required`);
    if (typeof rule['minProperties'] === 'number' && Object.keys(value).length < rule['minProperties']) bad.push(`${at} minProperties`);
    for (const [key, item] of Object.entries(value)) {
      const known = (rule['properties'] as Rule | undefined)?.[key] as Rule | undefined;
      const matched = Object.entries((rule['patternProperties'] as Rule | undefined) ?? {}).find(([pattern]) =>
        new RegExp(pattern, 'u').test(key),
      )?.[1];
      const other = rule['additionalProperties'];
      if (known !== undefined) bad.push(...unsatisfied(item, known, `${at}.${key}`));
      else if (matched !== undefined) bad.push(...unsatisfied(item, matched as Rule, `${at}.${key}`));
      else if (other === false) bad.push(`${at}.${key} additionalProperties`);
      else if (isObject(other)) bad.push(...unsatisfied(item, other, `${at}.${key}`));
    }
  }
  return bad;
}

const decode = (text: string): Json => {
  const decoded = decodeText(text);
  if (!decoded.ok) throw new Error('syntax');
  return decoded.value as Json;
};

describe('the JSON Schema', () => {
  it.each(presetNames())('is satisfied by %s', (name) => {
    expect(unsatisfied(decode(presetText(name)!), schema)).toEqual([]);
  });

  it('is satisfied by the example and by the least document', () => {
    expect(unsatisfied(bank(), schema)).toEqual([]);
    expect(unsatisfied(decode(least), schema)).toEqual([]);
  });

  it.each([
    ['an unknown key', { curency: 'USD' }],
    ['an unknown choice', { period: 'fortnight' }],
    ['a bare duration', { calendar: { open: { mon: '24h' }, closeGrace: 15 } }],
    ['a text without a digit', { investment: { discount: 'some' } }],
    ['a wrong kind', { variants: {} }],
  ])('is not satisfied by %s', (_, part) => {
    expect(unsatisfied({ ...(bank() as Rule), ...part }, schema)).not.toEqual([]);
  });

  it('explains every field', () => {
    const walk = (rule: Rule, at: string): void => {
      for (const [key, inner] of Object.entries((rule['properties'] as Rule | undefined) ?? {})) {
        if (at === '' && key === 'extends') continue;
        if (!('anyOf' in (inner as Rule) && !('title' in (inner as Rule)))) expect(inner, `${at}.${key}`).toHaveProperty('description');
        walk(inner as Rule, `${at}.${key}`);
      }
    };
    walk(schema, '');
  });
});

describe('descriptions', () => {
  const descriptions = leafDescriptions();

  it('are there for every number, with words, a slider inside the support and readable default and example', () => {
    expect(descriptions.length).toBeGreaterThan(100);
    for (const { pattern, description } of descriptions) {
      const { support, slider, label, help, example } = description;
      expect(label.length, pattern).toBeGreaterThan(2);
      expect(help, pattern).toMatch(/\.$/);
      expect(slider.from, pattern).toBeLessThan(slider.to);
      expect(slider.from, pattern).toBeGreaterThanOrEqual(support.lower);
      expect(slider.to, pattern).toBeLessThanOrEqual(support.upper);
      expect(slider.step, pattern).toBeGreaterThan(0);
      expect(readLeaf(example, description), pattern).toMatchObject({ ok: true });
      if (description.default != null) expect(readLeaf(description.default, description), pattern).toMatchObject({ ok: true });
    }
  });

  it('are found by the path of any document', () => {
    expect(describeLeaf('contactTypes.billing.volume')).toMatchObject({ quantity: 'count', class: 'volume', role: 'operational' });
    expect(describeLeaf('agents."night shift".wage')).toMatchObject({ quantity: 'cost', class: 'wage', role: 'financial' });
    expect(describeLeaf('agents.a.shrinkage.leave')).toMatchObject({ class: 'shrinkage' });
    expect(describeLeaf('agents.a.shrinkage')).toMatchObject({ class: 'shrinkage' });
    expect(describeLeaf('costs.technology[1]')).toMatchObject({ quantity: 'cost' });
    expect(describeLeaf('costs.technology')).toMatchObject({ quantity: 'cost' });
    expect(describeLeaf('levers.selfService.billing.tries')).toMatchObject({ quantity: 'share' });
    expect(describeLeaf('targets.serviceLevel.atLeast')).toMatchObject({ default: '80%' });
    expect(describeLeaf('targets.serviceLevel.phone.atLeast')).toMatchObject({ default: '80%' });
    expect(describeLeaf('levers.ivr')).toBeNull();
    expect(describeLeaf('nothing.here')).toBeNull();
    expect(describeLeaf('a..b')).toBeNull();
  });

  it('price only what costs money', () => {
    const financial = descriptions.filter(({ description }) => description.role === 'financial').map(({ pattern }) => pattern);
    for (const pattern of financial)
      expect(pattern).toMatch(/^costs\.|wage$|onCost$|premium$|severance$|[cC]ostPer|platform$|licence$|oneOff$|discount$/);
    for (const { pattern, description } of descriptions)
      if (description.quantity === 'cost' || description.quantity === 'money') expect(financial).toContain(pattern);
  });
});

describe('generated pages are up to date (node scripts/docs-document.mjs writes them)', () => {
  const committed = (name: string) => readFileSync(new URL(`../../../docs/reference/${name}`, import.meta.url), 'utf8');

  it('document.md', () => expect(committed('document.md')).toBe(documentReference()));
  it('scenario.schema.json', () => expect(JSON.parse(committed('scenario.schema.json'))).toEqual(schema));
});
