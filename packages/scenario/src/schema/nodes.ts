import * as z from 'zod/mini';
import type { Json } from '../document.ts';
import { isObject } from '../paths.ts';
import type { Finding } from '../problems.ts';
import type { CostBasis, Leaf, Period } from '../scenario.ts';
import { hint } from '../hintTexts.ts';
import { remembered } from '../remembered.ts';
import { nearestOf } from '../units/amount.ts';
import { mustText } from '../mustTexts.ts';
import { basisExamples, type BasisKind } from '../units/basis.ts';
import { readNumber } from '../units/number.ts';
import { withDecimalPoint } from '../units/slips.ts';
import { describe, type LeafDescription, type LeafWords, type Words } from './description.ts';
import { periodOf, readLeaf, spellsNumber, type Reading } from './readLeaf.ts';

// A page under a strict content policy reports the probe that zod makes before it compiles a schema to a function.
z.config({ jitless: true });

export type Schema<T = unknown> = z.ZodMiniType<T>;

type Shape = Readonly<Record<string, Schema>>;
type ShapeOutput<S extends Shape> = { readonly [K in keyof S]: z.output<S[K]> };

/** What a place in the document may hold, for everyone but the validator: JSON Schema, reference page, controls, nearest names. */
export type Node =
  | { readonly kind: 'leaf' | 'cost'; readonly description: LeafDescription; readonly required: boolean }
  | {
      readonly kind: 'group';
      readonly words: Words;
      readonly entries: Shape;
      /** The entry that may stand for the whole group. */
      readonly shorthand: string | null;
      /** Entries under names that the document chooses, beside the named ones. */
      readonly rest: { readonly item: Schema; readonly keys: TableKeys } | null;
      readonly required: boolean;
      /** What stands for a group that is left out; null where leaving it out has a meaning of its own. */
      readonly usual: Json;
    }
  | { readonly kind: 'table'; readonly words: Words; readonly item: Schema; readonly keys: TableKeys; readonly required: boolean }
  | { readonly kind: 'list'; readonly words: Words; readonly item: Schema; readonly single: boolean; readonly required: boolean }
  | {
      readonly kind: 'choice';
      readonly words: Words;
      readonly names: readonly string[];
      /** The names in words. */
      readonly named: Readonly<Record<string, string>>;
      readonly needs: Needs;
      readonly default: string | null;
      readonly required: boolean;
    }
  | {
      readonly kind: 'number';
      readonly words: Words;
      readonly whole: boolean;
      readonly low: number;
      readonly high: number;
      readonly default: number | null;
      readonly required: boolean;
    }
  | { readonly kind: 'flag'; readonly words: Words; readonly default: boolean; readonly required: false }
  | { readonly kind: 'text' | 'date'; readonly words: Words; readonly default: string | null; readonly required: boolean }
  | {
      readonly kind: 'special';
      readonly words: Words;
      readonly json: Json;
      readonly spelling: string;
      readonly required: boolean;
      readonly offers: Offers | null;
    }
  /** Two spellings; the second where `second` says so of what was typed. */
  | {
      readonly kind: 'either';
      readonly options: readonly [Schema, Schema];
      readonly second: (input: unknown) => boolean;
      readonly required: false;
    };

export type TableKeys = 'contactType' | 'agentGroup' | 'name';

/**
 * What some names of a choice cannot do without: an entry beside the choice, and the value that it has at first; null where none can be made
 * up. The entries belong to those names: with any other they are refused.
 */
export type Needs = Readonly<Record<string, { readonly key: string; readonly first: Json }>>;

/** The values that are offered for a thing that a function of its own reads, which may take others too. */
export interface Offers {
  /** As in a document, and in words; `contactType`: the names of the document's contact types. */
  readonly options: Readonly<Record<string, string>> | 'contactType';
  /** Whether the value is a list of some of them. */
  readonly several: boolean;
  /** What holds where the document says nothing; null: all of them. */
  readonly usual: string | null;
}

// zod's own registry cannot type metadata that hold schemas.
const nodes = new WeakMap<Schema, Node>();

export const nodeOf = (schema: Schema): Node => nodes.get(schema)!;

/** The choice that stands beside a number under a key; null where none does. */
export function besideNode(
  description: LeafDescription | null,
  key: string | number | undefined,
): Extract<Node, { kind: 'choice' }> | null {
  const { beside = {} } = description ?? {};
  if (typeof key !== 'string' || !Object.hasOwn(beside, key)) return null;
  const { names, named, default: usual, ...words } = beside[key]!;
  return { kind: 'choice', words, names, named, needs: {}, default: usual, required: false };
}

function register<T>(schema: z.core.$ZodType, node: Node): Schema<T> {
  const typed = schema as Schema<T>;
  nodes.set(typed, node);
  return typed;
}

/** Passes findings on through zod, which knows the place. */
function raise(payload: { issues: unknown[] }, input: unknown, findings: readonly Finding[]): never {
  for (const finding of findings) payload.issues.push({ code: 'custom', input, params: { finding }, path: [...(finding.below ?? [])] });
  return z.NEVER;
}

const missing: Finding = { code: 'missing', must: { rule: 'present' }, got: null };

/** A value read by a function of one's own; `undefined` is a value left out. */
function custom<T>(
  node: Node,
  read: (input: Json | undefined) => { ok: true; value: T } | { ok: false; findings: readonly Finding[] },
): Schema<T> {
  return register<T>(
    z.pipe(
      z.optional(z.unknown()),
      z.transform((input, payload) => {
        const result = read(input as Json | undefined);
        return result.ok ? result.value : raise(payload, input, result.findings);
      }),
    ),
    node,
  );
}

/**
 * The key under which an output keeps a number that stands at the place of the object itself: `volume: {low, likely, high, counted}` has
 * the path of `volume`, not of a key below it.
 */
export const self: unique symbol = Symbol('self');

/** A number with words beside it, such as how it was counted. */
export interface Noted {
  readonly [self]: Leaf;
  /** The period that a volume names: its values are for that one. Null: for the document's. */
  readonly period: Period | null;
  readonly beside: Readonly<Record<string, string>>;
}

export type CostReading = ({ readonly [self]: Leaf } | { readonly amount: Leaf }) & {
  readonly basis: CostBasis;
  readonly step: { readonly of: number; readonly unit: 'seats' } | null;
};

const leafOf = (reading: Reading, description: LeafDescription): Leaf => ({
  path: '',
  quantity: description.quantity,
  distribution: reading.distribution,
  support: description.support,
  role: description.role,
  class: description.class,
  source: reading.source,
  note: reading.note,
});

function readOrDefault(input: Json | undefined, description: LeafDescription): ReturnType<typeof readLeaf> {
  if (input !== undefined) return readLeaf(input, description);
  if (description.default === undefined || description.default === null) return { ok: false, findings: [missing] };
  const read = readLeaf(description.default, description);
  if (!read.ok) throw new Error(`default of "${description.label}" does not read: ${JSON.stringify(read.findings)}`);
  return { ok: true, value: { ...read.value, source: 'default' } };
}

/** A number, certain or not. Without a default it must be given. */
export function leaf(words: LeafWords): Schema<Leaf> {
  const description = describe(words);
  return custom<Leaf>({ kind: 'leaf', description, required: description.default === undefined }, (input) => {
    const read = readOrDefault(input, description);
    return read.ok ? { ok: true, value: leafOf(read.value, description) } : read;
  });
}

/** A number that may be left out, with a meaning of its own: null. */
export function optionalLeaf(words: LeafWords): Schema<Leaf | null> {
  const description = describe({ ...words, default: null });
  return custom<Leaf | null>({ kind: 'leaf', description, required: false }, (input) => {
    if (input === undefined) return { ok: true, value: null };
    const read = readLeaf(input, description);
    return read.ok ? { ok: true, value: leafOf(read.value, description) } : read;
  });
}

/** A number with words beside it (`beside` of its description). */
export function notedLeaf(words: LeafWords): Schema<Noted> {
  const description = describe(words);
  return custom<Noted>({ kind: 'leaf', description, required: description.default === undefined }, (input) => {
    const read = readOrDefault(input, description);
    return read.ok
      ? { ok: true, value: { [self]: leafOf(read.value, description), period: periodOf(read.value), beside: read.value.beside } }
      : read;
  });
}

/** What a cost line means something on, whatever it is for; minutes are those of telephony. */
const generalBases: readonly BasisKind[] = ['period', 'seat', 'fte', 'paidHour', 'contact', 'call', 'chat', 'email', 'minute', 'once'];

/** A staircase of seats is climbed by what is paid for a period, for a seat or once, not by what grows with the contacts. */
const steppedBases: readonly BasisKind[] = ['period', 'seat', 'once'];

const seatStep = describe({
  quantity: 'count',
  label: 'Step',
  help: 'Seats per step.',
  words: ['seats', 'seat', 'agents'],
  support: { lower: 1 },
});

function readCost(
  input: Json | undefined,
  description: LeafDescription,
): { ok: true; value: CostReading } | { ok: false; findings: readonly Finding[] } {
  if (isObject(input) && Object.hasOwn(input, 'amount')) {
    const findings: Finding[] = [];
    const keys = ['amount', 'perStarted'];
    for (const key of Object.keys(input)) {
      if (keys.includes(key)) continue;
      const nearest = nearestOf(key, keys);
      findings.push({
        code: 'unknownKey',
        must: { rule: 'known', names: keys },
        got: key,
        below: [key],
        ...(nearest === undefined ? {} : { nearest }),
      });
    }
    const amount = readLeaf(input['amount']!, description);
    if (!amount.ok) findings.push(...amount.findings.map((finding) => ({ ...finding, below: ['amount', ...(finding.below ?? [])] })));
    const step = input['perStarted'] === undefined ? null : readLeaf(input['perStarted'], seatStep);
    if (step !== null && !step.ok)
      findings.push(...step.findings.map((finding) => ({ ...finding, below: ['perStarted', ...(finding.below ?? [])] })));
    const of = step?.ok && step.value.distribution.family === 'certain' ? step.value.distribution.value : null;
    if (step?.ok && of === null)
      findings.push({ code: 'type', must: { rule: 'kind', kind: 'number' }, got: input['perStarted'], below: ['perStarted'] });
    if (step !== null && amount.ok && amount.value.basis !== null && !steppedBases.includes(amount.value.basis.on)) {
      const bases = basisExamples(steppedBases).join(', ');
      findings.push({ code: 'unit', must: mustText('steppedOn', { bases }), got: input['amount'], below: ['amount'] });
    }
    if (findings.length > 0 || !amount.ok) return { ok: false, findings };
    return {
      ok: true,
      value: { amount: leafOf(amount.value, description), basis: amount.value.basis!, step: of === null ? null : { of, unit: 'seats' } },
    };
  }
  const read = readOrDefault(input, description);
  if (!read.ok) return read;
  return { ok: true, value: { [self]: leafOf(read.value, description), basis: read.value.basis!, step: null } };
}

type CostWords = Omit<LeafWords, 'quantity' | 'role'>;

const describeCost = (words: CostWords): LeafDescription =>
  describe({ quantity: 'cost', role: 'financial', bases: generalBases, ...words });

/** One cost on its basis, perhaps a staircase: `{amount: 12000 per month, perStarted: 50 seats}`. */
export function cost(words: CostWords): Schema<CostReading> {
  const description = describeCost(words);
  return custom<CostReading>({ kind: 'cost', description, required: description.default === undefined }, (input) =>
    readCost(input, description),
  );
}

export function optionalCost(words: CostWords): Schema<CostReading | null> {
  const description = describeCost({ ...words, default: null });
  return custom<CostReading | null>({ kind: 'cost', description, required: false }, (input) =>
    input === undefined ? { ok: true, value: null } : readCost(input, description),
  );
}

/** One cost or a list of them; none when left out. The output keeps the shape that was typed, so that paths stay the document's. */
export function costs(words: CostWords): Schema<CostReading | readonly CostReading[]> {
  const description = describeCost({ ...words, default: null });
  const item = cost(words);
  const single = custom<CostReading | readonly CostReading[]>({ kind: 'cost', description, required: false }, (input) => {
    if (input === undefined) return { ok: true, value: [] };
    if (!Array.isArray(input)) return readCost(input, description);
    const findings: Finding[] = [];
    const values: CostReading[] = [];
    (input as readonly Json[]).forEach((entry, i) => {
      const read = readCost(entry, description);
      if (read.ok) values.push(read.value);
      else findings.push(...read.findings.map((finding) => ({ ...finding, below: [i, ...(finding.below ?? [])] })));
    });
    return findings.length > 0 ? { ok: false, findings } : { ok: true, value: values };
  });
  return register(single, { kind: 'list', words, item, single: true, required: false });
}

/** Fields by name; a group that is left out has all its fields at their defaults (or is read as `usual`). */
export function group<S extends Shape>(words: Words, entries: S, usual: Json = {}): Schema<ShapeOutput<S>> {
  return register(z.prefault(z.strictObject(entries as never), usual as never), {
    kind: 'group',
    words,
    entries,
    shorthand: null,
    rest: null,
    required: hasRequired(entries),
    usual,
  });
}

/** A group that means something by being absent. */
export function optionalGroup<S extends Shape>(words: Words, entries: S): Schema<ShapeOutput<S> | undefined> {
  return register(z.optional(z.strictObject(entries as never)), {
    kind: 'group',
    words,
    entries,
    shorthand: null,
    rest: null,
    required: false,
    usual: null,
  });
}

/** A group that may be spelled by one of its numbers alone: `phone: 9 min` is `phone: {mean: 9 min}`. */
export function shortGroup<S extends Shape>(words: Words, shorthand: keyof S & string, entries: S): Schema<ShapeOutput<S>> {
  const whole = z.pipe(z.transform(longForm(shorthand)), z.strictObject(entries as never));
  return register(z.prefault(whole, {}), {
    kind: 'group',
    words,
    entries,
    shorthand,
    rest: null,
    required: hasRequired(entries),
    usual: {},
  });
}

export function optionalShortGroup<S extends Shape>(
  words: Words,
  shorthand: keyof S & string,
  entries: S,
): Schema<ShapeOutput<S> | undefined> {
  const whole = z.pipe(z.transform(longForm(shorthand)), z.strictObject(entries as never));
  return register(z.optional(whole), { kind: 'group', words, entries, shorthand, rest: null, required: false, usual: null });
}

export const longForm =
  (shorthand: string) =>
  (input: unknown): unknown =>
    input !== undefined && spellsNumber(input) ? { [shorthand]: input } : input;

const hasRequired = (entries: Shape): boolean => Object.values(entries).some((entry) => nodeOf(entry).required);

/** Entries under names that the document chooses. */
export function table<T>(words: Words, keys: TableKeys, item: Schema<T>, required: boolean): Schema<Readonly<Record<string, T>>> {
  const record = z.record(z.string(), item);
  return register(required ? record : z.prefault(record, {}), { kind: 'table', words, item, keys, required });
}

/** A required table that may also be spelled in another way, which `long` turns into the table. */
export function record<T>(
  words: Words,
  keys: TableKeys,
  item: Schema<T>,
  long: (input: unknown) => unknown,
): Schema<Readonly<Record<string, T>>> {
  return register(z.pipe(z.transform(long), z.record(z.string(), item)), { kind: 'table', words, item, keys, required: true });
}

/** A group that may be spelled by its `level` alone: any whole number is one. */
export function shortSkill<S extends Shape>(words: Words, entries: S): Schema<ShapeOutput<S>> {
  return shortGroup(words, 'level', entries);
}

/** A list that may be left out. */
export function list<T>(words: Words, item: Schema<T>): Schema<readonly T[]> {
  return register(z.prefault(z.array(item), []), { kind: 'list', words, item, single: false, required: false });
}

/** A schema that remembers what it read last: the parts of a document that an edit leaves as they were are not read again. */
export function remembering<T>(schema: Schema<T>): Schema<T> {
  const read = remembered((input: Json | undefined) => z.safeParse(schema, input, { reportInput: true }));
  const whole = z.pipe(
    z.optional(z.unknown()),
    z.transform((input, payload) => {
      const result = read(input as Json | undefined);
      if (result.success) return result.data;
      // Copies: on its way through zod the path of each becomes that of the document.
      for (const issue of result.error.issues) payload.issues.push({ ...issue, path: [...issue.path] } as never);
      return z.NEVER;
    }),
  );
  return register(whole, nodeOf(schema));
}

function either<A, B>(first: Schema<A>, other: Schema<B>, second: (input: unknown) => boolean): Schema<A | B> {
  const whole = z.pipe(
    z.optional(z.unknown()),
    z.transform((input, payload) => {
      const result = z.safeParse<Schema<A | B>>(second(input) ? other : first, input, { reportInput: true });
      if (result.success) return result.data;
      for (const issue of result.error.issues) payload.issues.push(issue as never);
      return z.NEVER;
    }),
  );
  return register(whole, { kind: 'either', options: [first, other], second, required: false });
}

/** A single number, or numbers by name that compound. */
export const numberOrTable = <T>(
  number: Schema<Leaf>,
  parts: Schema<Readonly<Record<string, T>>>,
): Schema<Leaf | Readonly<Record<string, T>>> => either(number, parts, (input) => isObject(input) && !spellsNumber(input));

/** A group for all channels at once, or a group for each of them. */
export const perChannel = <A, S extends Shape>(words: Words, all: Schema<A>, channels: S): Schema<A | ShapeOutput<S>> =>
  either(all, group(words, channels), (input) => isObject(input) && Object.keys(channels).some((channel) => Object.hasOwn(input, channel)));

/** Named entries, and beside them a table: `selfService: {billing: ..., platform: ...}`. */
export function tableBeside<T, S extends Shape>(
  words: Words,
  keys: TableKeys,
  item: Schema<T>,
  entries: S,
): Schema<ShapeOutput<S> & Readonly<Record<string, T | ShapeOutput<S>[keyof S]>>> {
  return register(z.prefault(z.catchall(z.object(entries as never), item as never), {}), {
    kind: 'group',
    words,
    entries,
    shorthand: null,
    rest: { item, keys },
    required: false,
    usual: {},
  });
}

const must = (finding: Finding): { ok: false; findings: readonly Finding[] } => ({ ok: false, findings: [finding] });

/** One of some names, each with what it is called. */
export function choice<N extends string>(
  words: Words,
  named: Readonly<Record<N, string>>,
  usual?: NoInfer<N>,
  needs: Needs = {},
): Schema<N> {
  const names = Object.keys(named) as N[];
  return custom<N>({ kind: 'choice', words, names, named, needs, default: usual ?? null, required: usual === undefined }, (input) => {
    if (input === undefined) return usual === undefined ? must(missing) : { ok: true, value: usual };
    const found = names.find((name) => name === input);
    if (found !== undefined) return { ok: true, value: found };
    const nearest = typeof input === 'string' ? nearestOf(input, names) : undefined;
    return must({ code: 'reference', must: { rule: 'oneOf', names }, got: input, ...(nearest === undefined ? {} : { nearest }) });
  });
}

function plainNumber<D extends number | null>(words: Words, whole: boolean, low: number, high: number, usual?: D): Schema<number | D> {
  return custom<number | D>({ kind: 'number', words, whole, low, high, default: usual ?? null, required: usual === undefined }, (input) => {
    if (input === undefined) return usual === undefined ? must(missing) : { ok: true, value: usual };
    const value = typeof input === 'string' && /^\d{1,3}(,\d{3})+$|^\d+$/.test(input) ? Number(input.replaceAll(',', '')) : input;
    if (typeof value !== 'number' || (whole && !Number.isInteger(value))) {
      const pointed = typeof input === 'string' && !whole ? withDecimalPoint(input) : null;
      const way = pointed !== null && readNumber(pointed) !== null ? { hint: hint('decimalPoint', { example: pointed }) } : {};
      return must({
        code: 'type',
        must: whole ? mustText('wholeNumber', { low, high }) : { rule: 'kind', kind: 'number' },
        got: input,
        ...way,
      });
    }
    if (value >= low && value <= high) return { ok: true, value };
    const quantity = whole ? 'count' : 'number';
    return must({
      code: 'range',
      must: high === Infinity ? { rule: 'atLeast', low, quantity } : { rule: 'between', low, high, quantity },
      got: input,
    });
  });
}

/** A whole number that is not uncertain. */
export const integer = <D extends number | null = never>(words: Words, low: number, high: number, usual?: D): Schema<number | D> =>
  plainNumber(words, true, low, high, usual);

/** A number that is not uncertain: a weight, a correlation. */
export const real = <D extends number | null = never>(words: Words, low: number, high: number, usual?: D): Schema<number | D> =>
  plainNumber(words, false, low, high, usual);

export const flag = (words: Words, usual: boolean): Schema<boolean> =>
  custom<boolean>({ kind: 'flag', words, default: usual, required: false }, (input) =>
    input === undefined
      ? { ok: true, value: usual }
      : typeof input === 'boolean'
        ? { ok: true, value: input }
        : must({ code: 'type', must: { rule: 'kind', kind: 'boolean' }, got: input }),
  );

export const text = <D extends string | null = never>(words: Words, usual?: D): Schema<string | D> =>
  custom<string | D>({ kind: 'text', words, default: usual ?? null, required: usual === undefined }, (input) => {
    if (input === undefined) return usual === undefined ? must(missing) : { ok: true, value: usual };
    return typeof input === 'string' && input.trim() !== ''
      ? { ok: true, value: input }
      : must({ code: 'type', must: typeof input === 'string' ? mustText('notEmpty') : { rule: 'kind', kind: 'text' }, got: input });
  });

/** Anything else, read by a function of its own. `json` is its JSON Schema, `spelling` an example of it. */
export const special = <T>(
  words: Words & { readonly spelling: string; readonly json: Json; readonly required?: boolean; readonly offers?: Offers },
  read: (input: Json | undefined) => { ok: true; value: T } | { ok: false; findings: readonly Finding[] },
): Schema<T> => {
  const { label, help, spelling, json, required = false, offers = null } = words;
  return custom<T>({ kind: 'special', words: { label, help }, json, spelling, required, offers }, (input) =>
    input === undefined && required ? must(missing) : read(input),
  );
};

export { missing };
