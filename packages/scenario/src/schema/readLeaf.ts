import type { Json } from '../document.ts';
import { isList, isObject } from '../paths.ts';
import { mustText } from '../mustTexts.ts';
import type { Finding } from '../problems.ts';
import { remembered } from '../remembered.ts';
import type { CostBasis, Distribution, Leaf, Period } from '../scenario.ts';
import { nearestOf, readAmount, type AmountRule, type Read } from '../units/amount.ts';
import { sameBasis, spellBasis } from '../units/basis.ts';
import { normaliseText } from '../units/normalise.ts';
import { readPeriod } from '../units/period.ts';
import { percentHint } from '../units/slips.ts';
import type { LeafDescription } from './description.ts';
import { limits, withinLimit } from './limits.ts';

/** A number of the document with all it said about itself. */
export interface Reading {
  readonly distribution: Distribution;
  /** What a cost is charged on; the period that a volume names, null where it names none and is for the document's. */
  readonly basis: CostBasis | null;
  readonly source: Leaf['source'];
  readonly note: string | null;
  readonly beside: Readonly<Record<string, string>>;
}

/** The period that a volume names; null where it names none. */
export const periodOf = ({ basis }: Pick<Reading, 'basis'>): Period | null => (basis?.on === 'period' ? basis.per : null);

export const namedSources = {
  measured: 'measured',
  estimated: 'estimated',
  benchmark: 'benchmark',
  illustrative: 'illustrative',
  default: 'default',
} as const;

export const sources = Object.keys(namedSources) as readonly (keyof typeof namedSources)[];

const families = ['normal', 'lognormal', 'beta', 'triangular', 'pert', 'uniform', 'metalog', 'observed'] as const;
type FamilyName = (typeof families)[number];

/** Keys that spell a number; all others stand beside it. */
export const leafKeys: readonly string[] = ['low', 'likely', 'high', 'value', ...families];

/** A likely value, and what stands after the `±` behind it: `318 s ±5%`. */
const withSpreadSign = /^(.*?)\s*(?:±|\+\/?-)\s*(.+)$/u;

/**
 * The centre of a text with a spread, and what stands after its `±`; null where it has none. A period at the end is the whole number's:
 * `120k ±8% per month` is `120k per month` and `8%`.
 */
export function splitSpread(text: string, { perPeriod }: Pick<AmountRule, 'perPeriod'>): readonly [centre: string, spread: string] | null {
  const match = withSpreadSign.exec(text);
  if (match === null) return null;
  const [, centre, spread] = match as unknown as readonly [string, string, string];
  const isOpen = perPeriod === true && centre !== '' && readPeriod(normaliseText(centre)) === null;
  const named = isOpen ? readPeriod(normaliseText(spread)) : null;
  return named === null ? [centre, spread] : [`${centre} per ${named.period}`, named.before];
}

/** Whether an object spells one number (a range, a family, a value with its source) rather than a group of fields. */
export const spellsNumber = (value: unknown): boolean => !isObject(value) || leafKeys.some((key) => Object.hasOwn(value, key));

/** The middle of a distribution: what "at central values" means, here for checks only. */
export function centralValue(distribution: Distribution): number {
  switch (distribution.family) {
    case 'certain':
      return distribution.value;
    case 'range':
    case 'triangular':
    case 'pert':
      return distribution.likely;
    case 'normal':
    case 'lognormal':
    case 'beta':
      return distribution.mean;
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'metalog': {
      const { quantiles } = distribution;
      return quantiles.reduce((best, q) => (Math.abs(q.p - 0.5) < Math.abs(best.p - 0.5) ? q : best), quantiles[0]!).value;
    }
    case 'observed': {
      const sorted = [...distribution.values].sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)]!;
    }
  }
}

/**
 * Reads one number of the document: plain, with `±`, `{low, likely, high}`, a family by name, observed values, each with `source` and `note`
 * if wanted. All findings are collected; `below` says which key of the number they are about. A number is read by the schema and again by what
 * sets it beside others, at every edit of the document: the last few of each description are remembered.
 */
export function readLeaf(input: Json, description: LeafDescription): Read<Reading> {
  let read = readers.get(description);
  if (read === undefined) {
    read = remembered((typed) => {
      const reader = new LeafReader(description);
      const reading = reader.read(typed);
      return reader.findings.length > 0 || reading === null ? { ok: false, findings: reader.findings } : { ok: true, value: reading };
    });
    readers.set(description, read);
  }
  return read(input);
}

const readers = new WeakMap<LeafDescription, (input: Json) => Read<Reading>>();

class LeafReader {
  readonly findings: Finding[] = [];
  private readonly description: LeafDescription;
  private readonly rule: AmountRule;
  private basis: CostBasis | null | undefined = undefined;

  constructor(description: LeafDescription) {
    this.description = description;
    this.rule = description;
  }

  read(input: Json): Reading | null {
    if (!isObject(input)) {
      const distribution = this.scalar(input, [], true);
      return distribution && this.finish(distribution, {}, null, null);
    }
    const beside = this.description.beside ?? {};
    const kinds = leafKeys.filter((key) => key !== 'low' && key !== 'likely' && key !== 'high' && Object.hasOwn(input, key));
    const isRange = ['low', 'likely', 'high'].some((key) => Object.hasOwn(input, key));
    if (kinds.length + Number(isRange) !== 1) {
      this.findings.push({
        code: kinds.length === 0 ? 'missing' : 'type',
        must: { rule: 'quantity', quantity: this.description.quantity, example: this.description.example },
        got: input,
      });
      return null;
    }
    const own = isRange ? ['low', 'likely', 'high'] : kinds;
    const allowed = [...own, 'source', 'note', ...Object.keys(beside)];
    for (const key of Object.keys(input)) if (!allowed.includes(key)) this.unknownKey(key, allowed);
    const distribution = isRange
      ? this.range(input, [], 'range')
      : kinds[0] === 'value'
        ? this.value(input['value']!)
        : this.family(kinds[0] as FamilyName, input[kinds[0]!]!);
    const extras: Record<string, string> = {};
    for (const [key, { names, default: usual }] of Object.entries(beside)) extras[key] = this.oneOf(input, key, names) ?? usual;
    const source = this.oneOf(input, 'source', sources) as Leaf['source'];
    const note = input['note'] ?? null;
    if (note !== null && typeof note !== 'string')
      this.findings.push({ code: 'type', must: { rule: 'kind', kind: 'text' }, got: note, below: ['note'] });
    return distribution && this.finish(distribution, extras, source, typeof note === 'string' ? note : null);
  }

  private finish(distribution: Distribution, extras: Record<string, string>, source: Leaf['source'], note: string | null): Reading {
    const beside: Record<string, string> = {};
    for (const [key, { default: usual }] of Object.entries(this.description.beside ?? {})) beside[key] = extras[key] ?? usual;
    return { distribution, basis: this.basis ?? null, source, note, beside };
  }

  private unknownKey(key: string, names: readonly string[], below: readonly string[] = []): void {
    const nearest = nearestOf(key, names);
    this.findings.push({
      code: 'unknownKey',
      must: { rule: 'known', names },
      got: key,
      below: [...below, key],
      ...(nearest === undefined ? {} : { nearest }),
    });
  }

  private oneOf(input: { readonly [key: string]: Json }, key: string, names: readonly string[]): string | null {
    const value = input[key];
    if (value === undefined) return null;
    if (typeof value === 'string' && names.includes(value)) return value;
    const nearest = typeof value === 'string' ? nearestOf(value, names) : undefined;
    this.findings.push({
      code: 'reference',
      must: { rule: 'oneOf', names },
      got: value,
      below: [key],
      ...(nearest === undefined ? {} : { nearest }),
    });
    return null;
  }

  /** One amount inside the support; null after a finding. */
  private amount(
    input: Json | undefined,
    below: readonly (string | number)[],
    rule: AmountRule = this.rule,
    bounded = true,
  ): number | null {
    if (input === undefined) {
      this.findings.push({ code: 'missing', must: { rule: 'present' }, got: null, below });
      return null;
    }
    const read = readAmount(input, rule);
    if (!read.ok) {
      this.findings.push(...read.findings.map((finding) => ({ ...finding, below })));
      return null;
    }
    const { value, basis } = read.value;
    if (!this.states(basis, rule, input, below)) return null;
    if (bounded && !this.inside(value)) {
      this.outside(input, below);
      return null;
    }
    if (Math.abs(value) > limits[rule.quantity].most) {
      this.findings.push({ code: 'range', must: withinLimit(rule.quantity), got: input, below });
      return null;
    }
    return value;
  }

  /** Takes down what an amount of the number is charged on, or for which period; false, with a finding, where others said otherwise. */
  private states(basis: CostBasis | null, { quantity }: AmountRule, got: Json, below: readonly (string | number)[]): boolean {
    const isCost = this.rule.quantity === 'cost' && quantity === 'cost';
    // A volume need not name its period, nor all of its values.
    if (!isCost && (quantity !== 'count' || basis === null)) return true;
    if (this.basis === undefined) this.basis = basis;
    if (sameBasis(this.basis, basis)) return true;
    const text = this.basis === null ? '' : spellBasis(this.basis);
    this.findings.push({ code: 'unit', must: mustText(isCost ? 'sameBasis' : 'samePeriod', { basis: text }), got, below });
    return false;
  }

  private inside(value: number): boolean {
    const { lower, upper } = this.description.support;
    return value >= lower && value <= upper;
  }

  private outside(got: unknown, below: readonly (string | number)[]): void {
    const { support, quantity } = this.description;
    const must =
      support.upper === Infinity
        ? ({ rule: 'atLeast', low: support.lower, quantity } as const)
        : ({ rule: 'between', low: support.lower, high: support.upper, quantity } as const);
    const percent = quantity === 'share' ? percentHint(got, support.upper) : null;
    this.findings.push({ code: 'range', must, got, below, ...(percent === null ? {} : { hint: percent }) });
  }

  private value(input: Json): Distribution | null {
    if (!isObject(input)) return this.scalar(input, ['value'], true);
    const names = ['low', 'likely', 'high'];
    const family = families.find((name) => Object.hasOwn(input, name));
    for (const key of Object.keys(input))
      if (family === undefined ? !names.includes(key) : key !== family) this.unknownKey(key, names, ['value']);
    if (family !== undefined) return this.family(family, input[family]!, ['value']);
    return this.range(input, ['value'], 'range');
  }

  /** A plain value, or a likely value with `±` around it. */
  private scalar(input: Json, below: readonly string[], spread: boolean): Distribution | null {
    const split = spread && typeof input === 'string' && input.length <= 100 ? splitSpread(input, this.rule) : null;
    if (split === null) {
      const value = this.amount(input, below);
      return value === null ? null : { family: 'certain', value };
    }
    const likely = this.amount(split[0], below);
    if (likely === null) return null;
    const width = this.spread(split[1], likely, input, below);
    if (width === null) return null;
    const low = likely - width;
    const high = likely + width;
    if (width === 0) return { family: 'certain', value: likely };
    if (width < 0 || !this.inside(low) || !this.inside(high)) {
      this.outside(input, below);
      return null;
    }
    const { quantity } = this.description;
    if (Math.max(-low, high) > limits[quantity].most) {
      this.findings.push({ code: 'range', must: withinLimit(quantity), got: input, below });
      return null;
    }
    return { family: 'range', low, likely, high };
  }

  /** The half-width after `±`: relative (`8%`) or in the leaf's own unit; shares take points, because 12% ±8% could be either. */
  private spread(typed: string, likely: number, got: Json, below: readonly string[]): number | null {
    const { quantity } = this.description;
    // `120k per month ±10k per month` says it twice.
    const text = normaliseText(typed);
    const named = this.rule.perPeriod === true ? readPeriod(text) : null;
    if (named !== null && !this.states({ on: 'period', per: named.period }, this.rule, got, below)) return null;
    const normal = named?.before ?? text;
    const relative = normal.endsWith('%') ? readAmount(normal, { quantity: 'share' }) : null;
    if (relative?.ok && quantity !== 'share' && quantity !== 'points') return Math.abs(likely) * relative.value.value;
    const rule: AmountRule =
      quantity === 'share'
        ? { quantity: 'points' }
        : quantity === 'multiplier'
          ? { quantity: 'number' }
          : { ...this.rule, perPeriod: false };
    const read = relative === null ? readAmount(normal, quantity === 'cost' ? { quantity: 'money' } : rule) : null;
    if (read?.ok) return read.value.value;
    const points = quantity === 'share' || quantity === 'points';
    this.findings.push({
      code: 'unit',
      must: { rule: 'quantity', quantity, example: points ? '12% ±3 points' : `${this.description.example} ±8%` },
      got,
      below,
    });
    return null;
  }

  private range(
    input: { readonly [key: string]: Json },
    below: readonly string[],
    family: 'range' | 'triangular' | 'pert',
  ): Distribution | null {
    const low = this.amount(input['low'], [...below, 'low']);
    const likely = this.amount(input['likely'], [...below, 'likely']);
    const high = this.amount(input['high'], [...below, 'high']);
    if (low === null || likely === null || high === null) return null;
    if (low === likely && likely === high) return { family: 'certain', value: likely };
    // A triangle may have its mode at an end; three quantiles may not coincide.
    const ordered = family === 'range' ? low < likely && likely < high : low <= likely && likely <= high;
    if (ordered) return { family, low, likely, high };
    this.findings.push({ code: 'order', must: { rule: 'increasing' }, got: [input['low'], input['likely'], input['high']], below });
    return null;
  }

  private family(name: FamilyName, input: Json, above: readonly string[] = []): Distribution | null {
    const below = [...above, name];
    if (name === 'observed') return this.observed(input, below);
    if (!isObject(input)) {
      this.findings.push({ code: 'type', must: { rule: 'kind', kind: 'object' }, got: input, below });
      return null;
    }
    const parameters: Record<Exclude<FamilyName, 'observed' | 'metalog'>, readonly string[]> = {
      normal: ['mean', 'sd'],
      lognormal: ['mean', 'sd'],
      beta: ['mean', 'sd', 'lower', 'upper'],
      triangular: ['low', 'likely', 'high'],
      pert: ['low', 'likely', 'high'],
      uniform: ['low', 'high'],
    };
    if (name === 'metalog') return this.metalog(input, below);
    for (const key of Object.keys(input)) if (!parameters[name].includes(key)) this.unknownKey(key, parameters[name], below);
    switch (name) {
      case 'triangular':
      case 'pert':
        return this.range(input, below, name);
      case 'uniform': {
        const low = this.amount(input['low'], [...below, 'low']);
        const high = this.amount(input['high'], [...below, 'high']);
        if (low === null || high === null) return null;
        if (low === high) return { family: 'certain', value: low };
        if (low < high) return { family: 'uniform', low, high };
        this.findings.push({ code: 'order', must: { rule: 'increasing' }, got: [input['low'], input['high']], below });
        return null;
      }
      case 'normal':
      case 'lognormal': {
        const mean = this.amount(input['mean'], [...below, 'mean']);
        const sd = this.deviation(input['sd'], [...below, 'sd']);
        if (mean === null || sd === null) return null;
        if (sd === 0) return { family: 'certain', value: mean };
        if (name === 'lognormal' && mean <= 0) {
          this.findings.push({
            code: 'range',
            must: { rule: 'above', low: 0, quantity: this.description.quantity },
            got: input['mean'],
            below,
          });
          return null;
        }
        return { family: name, mean, sd };
      }
      case 'beta': {
        const { support } = this.description;
        const mean = this.amount(input['mean'], [...below, 'mean']);
        const sd = this.deviation(input['sd'], [...below, 'sd']);
        const lower =
          input['lower'] === undefined && Number.isFinite(support.lower) ? support.lower : this.amount(input['lower'], [...below, 'lower']);
        const upper =
          input['upper'] === undefined && Number.isFinite(support.upper) ? support.upper : this.amount(input['upper'], [...below, 'upper']);
        if (mean === null || sd === null || lower === null || upper === null) return null;
        if (sd === 0) return { family: 'certain', value: mean };
        // A beta law on [lower, upper] exists when sd² < (mean - lower)(upper - mean).
        if (lower < mean && mean < upper && sd * sd < (mean - lower) * (upper - mean)) return { family: 'beta', mean, sd, lower, upper };
        this.findings.push({ code: 'infeasible', must: { rule: 'increasing' }, got: input, below });
        return null;
      }
    }
  }

  /** A standard deviation: in the leaf's unit; of shares in points, of multipliers as a number. */
  private deviation(input: Json | undefined, below: readonly (string | number)[]): number | null {
    const { quantity } = this.description;
    const share = quantity === 'share' || quantity === 'points';
    const rule: AmountRule = share
      ? { quantity: 'points', example: '3 points' }
      : quantity === 'multiplier'
        ? { quantity: 'number', example: '0.05' }
        : this.rule;
    const sd = this.amount(input, below, rule, false);
    if (sd === null || sd >= 0) return sd;
    this.findings.push({ code: 'range', must: { rule: 'atLeast', low: 0, quantity }, got: input, below });
    return null;
  }

  private metalog(input: { readonly [key: string]: Json }, below: readonly string[]): Distribution | null {
    const quantiles: { p: number; value: number }[] = [];
    for (const [key, typed] of Object.entries(input)) {
      const p = readAmount(key, { quantity: 'share', example: '90%' });
      if (!p.ok || p.value.value <= 0 || p.value.value >= 1) {
        this.findings.push({
          code: 'range',
          must: { rule: 'between', low: 0, high: 1, quantity: 'share' },
          got: key,
          below: [...below, key],
        });
        continue;
      }
      const value = this.amount(typed, [...below, key]);
      if (value !== null) quantiles.push({ p: p.value.value, value });
    }
    quantiles.sort((a, b) => a.p - b.p);
    const increasing = quantiles.every((q, i) => i === 0 || (q.p > quantiles[i - 1]!.p && q.value > quantiles[i - 1]!.value));
    if (quantiles.length >= 3 && increasing) return { family: 'metalog', quantiles };
    this.findings.push({ code: 'order', must: { rule: 'increasing' }, got: input, below });
    return null;
  }

  private observed(input: Json, below: readonly string[]): Distribution | null {
    if (!isList(input) || input.length === 0) {
      this.findings.push({ code: 'type', must: { rule: 'kind', kind: 'list' }, got: input, below });
      return null;
    }
    const values = input.map((item, i) => this.amount(item, [...below, i]));
    return values.every((value) => value !== null) ? { family: 'observed', values } : null;
  }
}
