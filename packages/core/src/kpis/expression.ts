import type { Must, Problem, ProblemCode } from '@percall/scenario';
import type { KpiUnit } from './kpi.ts';
import { kpiSegment } from './kpiId.ts';
import { investmentKpis } from './investment.ts';
import { kpiDefinitions, splitExtreme } from './kpisOf.ts';
import { nearestName } from './nearest.ts';

/** A KPI in one world, or its difference from the baseline's in the same world. */
export interface Measure {
  readonly kpi: string;
  readonly versusBaseline: boolean;
}

export type Comparator = '<=' | '<' | '>=' | '>';

export interface Condition {
  readonly measure: Measure;
  readonly comparator: Comparator;
  /** In the KPI's unit: fractions, seconds, currency. */
  readonly value: number;
}

export const namedEvents = ['cheaper', 'holds', 'noWorse', 'cheaperAndNoWorse'] as const;
export type NamedEvent = (typeof namedEvents)[number];

/** What is estimated: a statistic of a KPI, or the chance that several things are so in one world. */
export type Subject =
  | { readonly kind: 'statistic'; readonly measure: Measure; readonly statistic: 'mean' | { readonly level: number } }
  | { readonly kind: 'probability'; readonly events: readonly (NamedEvent | Condition)[] };

/** `[scenario:] subject comparator value`. */
export interface Expression {
  readonly text: string;
  /** Name of the scenario it is about; null: every variant, or the baseline where there is none. */
  readonly scenario: string | null;
  readonly subject: Subject;
  readonly comparator: Comparator;
  readonly value: number;
  /** The value is a fraction of the estimate, as in a precision of "0.5%"; never so in an assertion. */
  readonly relative: boolean;
}

export type ParsedExpression = { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: Problem };

export interface ExpressionOptions {
  /** Names that a scenario prefix may give; where left out, any. */
  readonly scenarios?: readonly string[];
  /** In a precision the value is the wanted half-width, and a percentage of anything but a fraction is relative to the estimate. */
  readonly purpose?: 'assertion' | 'precision';
}

/**
 * Reads the one grammar of assertions, precisions and goals:
 *
 *     expression  = [ quoted scenario name ":" ] subject comparator value
 *     subject     = kpi "." statistic | "delta(" kpi ")." statistic | "p(" event { "and" event } ")"
 *     statistic   = "mean" | "p1" ... "p99"
 *     event       = "cheaper" | "holds" | "noWorse" | "cheaperAndNoWorse" | ( kpi | "delta(" kpi ")" ) comparator value
 *     comparator  = "<=" | "<" | ">=" | ">"
 *     value       = number [ "%" | "points" | "s" | "min" | "h" ]
 *
 * `kpiNames` are the ids that may be named. Percentages and points belong to fractions and chances, times to KPIs in seconds or hours; a
 * unit that does not fit is a Problem, as is a chance outside 0..1. Faults are Problems (data), never thrown.
 */
export function parseExpression(text: string, kpiNames: readonly string[], options: ExpressionOptions = {}): ParsedExpression {
  try {
    return { ok: true, expression: new Reader(text, kpiNames, options).expression() };
  } catch (fault) {
    if (fault instanceof Refusal) return { ok: false, problem: { ...fault.problem, path: text } };
    throw fault;
  }
}

const statisticNames = ['mean', 'p1 to p99'];

/** What a number of an expression is compared with, which decides the units it may have. */
type ValueUnit = KpiUnit | 'chance';

/** Seconds per unit of time. */
const timeUnits: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

class Refusal extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, must: Must, got: string, nearest?: string) {
    super(code);
    this.problem = { code, path: '', params: { must, got, ...(nearest === undefined ? {} : { nearest }) }, severity: 'error' };
  }
}

/** Reads from left to right; every method takes what it names and stands after it. */
class Reader {
  readonly #text: string;
  readonly #kpiNames: readonly string[];
  readonly #options: ExpressionOptions;
  #at = 0;

  constructor(text: string, kpiNames: readonly string[], options: ExpressionOptions) {
    this.#text = text;
    this.#kpiNames = kpiNames;
    this.#options = options;
  }

  expression(): Expression {
    const scenario = this.#scenario();
    const subject = this.#subject();
    const comparator = this.#comparator();
    const unit = subject.kind === 'probability' ? 'chance' : unitOf(subject.measure.kpi);
    const precision = this.#options.purpose === 'precision';
    const { value, relative } = this.#value(unit, precision);
    if (precision && comparator !== '<' && comparator !== '<=') throw this.#refusal();
    if (this.#take(/$/y) === null) throw this.#refusal();
    return { text: this.#text, scenario, subject, comparator, value, relative };
  }

  #scenario(): string | null {
    const prefix = this.#take(/(?:"([^"]*)"|'([^']*)')\s*:/y);
    if (prefix === null) return null;
    const name = prefix[1] ?? prefix[2] ?? '';
    const { scenarios } = this.#options;
    if (scenarios !== undefined && !scenarios.includes(name))
      throw new Refusal('reference', { rule: 'known', names: scenarios }, name, nearestName(name, scenarios));
    return name;
  }

  #subject(): Subject {
    if (this.#take(/p\s*\(/y) !== null) {
      const events = [this.#event()];
      while (this.#take(/and\b/y) !== null) events.push(this.#event());
      if (this.#take(/\)/y) === null) throw this.#refusal();
      return { kind: 'probability', events };
    }
    if (this.#take(/delta\s*\(/y) !== null) {
      const kpi = this.#known(this.#segments());
      if (this.#take(/\)\s*\./y) === null) throw this.#refusal();
      const [name = '', ...more] = this.#segments();
      const statistic = statisticOf(name);
      if (statistic === null || more.length > 0) throw noStatistic([name, ...more].join('.'));
      return { kind: 'statistic', measure: { kpi, versusBaseline: true }, statistic };
    }
    const segments = this.#segments();
    const statistic = statisticOf(segments.at(-1)!);
    const stem = segments.slice(0, -1);
    if (statistic === null) {
      // Is the KPI right and the statistic missing, or is its name wrong?
      if (this.#isKnown(segments)) throw new Refusal('missing', { rule: 'oneOf', names: statisticNames }, segments.join('.'));
      if (this.#isKnown(stem)) throw noStatistic(segments.at(-1)!);
      this.#known(segments);
    }
    return { kind: 'statistic', measure: { kpi: this.#known(stem), versusBaseline: false }, statistic: statistic! };
  }

  #event(): NamedEvent | Condition {
    const named = this.#take(/(cheaperAndNoWorse|cheaper|holds|noWorse)\b(?!\s*\.)/y);
    if (named !== null) return named[1] as NamedEvent;
    const versusBaseline = this.#take(/delta\s*\(/y) !== null;
    const kpi = this.#known(this.#segments(), versusBaseline ? [] : namedEvents);
    if (versusBaseline && this.#take(/\)/y) === null) throw this.#refusal();
    const comparator = this.#comparator();
    const { value } = this.#value(unitOf(kpi), false);
    return { measure: { kpi, versusBaseline }, comparator, value };
  }

  /** The keys of a KPI path, each as it is spelt in an id. */
  #segments(): string[] {
    const segments: string[] = [];
    do {
      const match = this.#take(/"((?:[^"\\]|\\["\\])*)"|([\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*)/uy);
      if (match === null) throw this.#refusal();
      // What stands in quotes is a name, even where it is spelt like a word of ours.
      segments.push(match[2] ?? kpiSegment(match[1]!.replace(/\\(["\\])/g, '$1')));
    } while (this.#take(/\./y) !== null);
    return segments;
  }

  #isKnown = (segments: readonly string[]): boolean => this.#kpiNames.includes(segments.join('.'));

  /** The KPI of that id; `others` may stand in its place too. */
  #known(segments: readonly string[], others: readonly string[] = []): string {
    const id = segments.join('.');
    if (!this.#isKnown(segments))
      throw new Refusal(
        'reference',
        { rule: 'known', names: [...others, ...this.#kpiNames] },
        id,
        nearestName(id, [...others, ...this.#kpiNames]),
      );
    return id;
  }

  #comparator(): Comparator {
    const match = this.#take(/<=|<|>=|>/y);
    if (match === null) throw this.#refusal();
    return match[0] as Comparator;
  }

  #value(unit: ValueUnit, precision: boolean): { readonly value: number; readonly relative: boolean } {
    const match = this.#take(/([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%|[\p{L}]+(?=\s|\)|$))?/iuy);
    if (match === null) throw this.#refusal();
    let suffix = match[2];
    if (suffix === 'and') {
      this.#at -= suffix.length;
      suffix = undefined;
    }
    const given = Number(match[1]);
    const value = inUnit(given, suffix, unit, precision);
    if (value === null) throw new Refusal('unit', mustBeIn(unit, precision), match[0].trim());
    // A share above 1 is a percentage without its sign: "<= 5" would hold whatever happens.
    const lowest = unit === 'fraction' ? -1 : unit === 'chance' ? 0 : -Infinity;
    const highest = unit === 'fraction' || unit === 'chance' ? 1 : Number.MAX_VALUE;
    if (!(value >= lowest && value <= highest))
      throw new Refusal('range', { rule: 'between', low: Math.max(0, lowest), high: highest, quantity: 'share' }, match[0].trim());
    return { value, relative: precision && suffix === '%' && unit !== 'fraction' && unit !== 'chance' };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #refusal = (): Refusal =>
    new Refusal('syntax', { rule: 'text', key: this.#options.purpose === 'precision' ? 'precision' : 'expression' }, this.#text);
}

const noStatistic = (got: string): Refusal => new Refusal('reference', { rule: 'oneOf', names: statisticNames }, got);

function statisticOf(name: string): 'mean' | { readonly level: number } | null {
  if (name === 'mean') return 'mean';
  const level = /^p([1-9]\d?)$/.exec(name);
  return level === null ? null : { level: Number(level[1]) / 100 };
}

/** The value in the unit of what it is compared with; null: the suffix does not fit. */
function inUnit(given: number, suffix: string | undefined, unit: ValueUnit, precision: boolean): number | null {
  if (suffix === undefined) return given;
  if (suffix === '%') return unit === 'fraction' || unit === 'chance' || precision ? given / 100 : null;
  if (suffix === 'points' || suffix === 'point') return unit === 'fraction' || unit === 'chance' ? given / 100 : null;
  const seconds = timeUnits[suffix];
  if (seconds === undefined) return null;
  if (unit === 'seconds') return given * seconds;
  return unit === 'hours' ? (given * seconds) / 3600 : null;
}

function mustBeIn(unit: ValueUnit, precision: boolean): Must {
  if (unit === 'fraction' || unit === 'chance') return { rule: 'quantity', quantity: 'share', example: precision ? '1 point' : '80%' };
  if (unit === 'seconds' || unit === 'hours') return { rule: 'quantity', quantity: 'duration', example: precision ? '1 s' : '20 s' };
  return { rule: 'quantity', quantity: 'number', example: precision ? '0.5%' : '6.5' };
}

/** Unit of a KPI by its id, with or without a contact type or an extreme. */
function unitOf(id: string): KpiUnit {
  const { base } = splitExtreme(id);
  const definition =
    [...kpiDefinitions, ...investmentKpis].find((known) => base === known.id) ??
    kpiDefinitions.find((known) => known.byContactType && base.startsWith(`${known.id}.`));
  if (definition === undefined) throw new Error(`No KPI is defined as ${id}.`);
  return definition.unit;
}
