import type { Json } from '../document.ts';
import type { Finding } from '../problems.ts';
import type { Quantity } from '../problem.ts';
import type { CostBasis } from '../scenario.ts';
import { distance } from 'fastest-levenshtein';
import { hint } from '../hintTexts.ts';
import { mustText } from '../mustTexts.ts';
import type { Hint } from '../problem.ts';
import { basisExamples, basisSpellings, readBasis, type BasisKind } from './basis.ts';
import { durationUnits, readDuration } from './duration.ts';
import { normaliseText } from './normalise.ts';
import { numberPattern, readNumber } from './number.ts';
import { readPeriod } from './period.ts';
import { meantInstead, perHourHint, pointedThousands } from './slips.ts';

/** One number as typed, in SI. `basis` and `currency` are what a cost said about itself; of a volume `basis` is the period that it named. */
export interface Amount {
  readonly value: number;
  readonly basis: CostBasis | null;
  readonly currency: string | null;
}

/** What an amount measures and which words may stand around it. */
export interface AmountRule {
  readonly quantity: Quantity;
  /** An amount that this leaf accepts, shown where another was typed. */
  readonly example?: string;
  /** Words that may follow a count: `15 agents`. */
  readonly words?: readonly string[];
  /** Words that may follow a share: `35% per year`. */
  readonly per?: string;
  /** Whether a count may name the period that it is for: `27k per month`. */
  readonly perPeriod?: boolean;
  /** What a cost may be charged on. */
  readonly bases?: readonly BasisKind[];
  /** The basis of a cost that states none; absent where it must be stated. */
  readonly impliedBasis?: CostBasis;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly findings: readonly Finding[] };

export const examples: Readonly<Record<Quantity, string>> = {
  duration: '5m40s',
  share: '12%',
  multiplier: '+10%',
  points: '3 points',
  count: '120k',
  number: '0.9',
  money: '60000',
  cost: '12000 per month',
};

const thousands: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6 };

const plain = (value: number): Amount => ({ value, basis: null, currency: null });

/** Reads one number in the spellings that people use for its quantity. Nothing is guessed: a unit that does not fit is a finding. */
export function readAmount(input: Json, rule: AmountRule): Read<Amount> {
  const { quantity } = rule;
  const example = rule.example ?? examples[quantity];
  const refuse = (code: 'unit' | 'type', nearest?: string, way: Hint | null = insteadHint(input, rule)): Read<Amount> => ({
    ok: false,
    findings: [
      {
        code,
        must: { rule: 'quantity', quantity, example },
        got: input,
        ...(nearest === undefined ? {} : { nearest }),
        ...(way === null ? {} : { hint: way }),
      },
    ],
  });
  const accept = (amount: Amount): Read<Amount> => ({ ok: true, value: amount });

  if (typeof input === 'number') {
    if (!Number.isFinite(input)) return refuse('type');
    switch (quantity) {
      case 'duration':
      case 'points':
        return input === 0 ? accept(plain(0)) : refuse('unit');
      case 'multiplier':
        // 0 is "no change" to one reader and "nothing is left" to the next.
        return input === 0 ? refuse('unit') : accept(plain(input));
      case 'cost':
        if (rule.impliedBasis !== undefined) return accept({ value: input, basis: rule.impliedBasis, currency: null });
        return refuse('unit');
      default:
        return accept(plain(input));
    }
  }
  if (typeof input !== 'string' || input.length > 100) return refuse('type');
  const text = normaliseText(input);
  const number = readNumber(text);

  switch (quantity) {
    case 'duration': {
      const seconds = number === 0 ? 0 : readDuration(text);
      if (seconds !== null) return accept(plain(seconds));
      return durationUnits.includes(text.toLowerCase())
        ? refuse('unit', undefined, hint('numberToo', { example: `1 ${text}` }))
        : refuse('unit', nearestWord(text, durationUnits));
    }
    case 'share': {
      const body = rule.per === undefined ? text : text.replace(new RegExp(`\\s*(?:per|/)\\s*${rule.per}$`), '');
      const share = body.endsWith('%') ? percent(body) : readNumber(body);
      return share === null ? refuse('unit') : accept(plain(share));
    }
    case 'points': {
      const match = /^(.*?)\s?(?:points?|pts?|pp|percentage points?)$/.exec(text);
      const points = number === 0 ? 0 : match === null ? null : readNumber(match[1]!);
      return points === null ? refuse('unit') : accept(plain(points / 100));
    }
    case 'multiplier': {
      const factor = readFactor(text, number);
      return factor === null ? refuse('unit') : accept(plain(factor));
    }
    case 'number': {
      const value = text.endsWith('%') ? percent(text) : number;
      return value === null ? refuse('unit') : accept(plain(value));
    }
    case 'count': {
      const named = rule.perPeriod === true ? readPeriod(text) : null;
      const body = named?.before ?? text;
      const ambiguous = pointedThousands(body.split(' ')[0]!);
      if (ambiguous !== null) return refuse('unit', undefined, ambiguous);
      const count = readCount(body, rule.words ?? []);
      if (count === null) return refuse('unit');
      return accept(named === null ? plain(count) : { value: count, basis: { on: 'period', per: named.period }, currency: null });
    }
    case 'money':
    case 'cost': {
      const money = readMoney(text);
      if (money === null) return refuse('unit');
      const { value, currency, rest } = money;
      if (quantity === 'money') return rest === '' ? accept({ value, basis: null, currency }) : refuse('unit');
      if (rest === '') return rule.impliedBasis === undefined ? refuse('unit') : accept({ value, basis: rule.impliedBasis, currency });
      const typed = readBasis(rest);
      const { bases } = rule;
      if (typed !== null && (bases === undefined || bases.includes(typed.kind))) return accept({ value, basis: typed.basis, currency });
      // A basis that everyone knows is no slip of the keyboard.
      const nearest = typed === null ? nearestBasis(rest.toLowerCase(), bases ?? []) : undefined;
      if (bases === undefined || bases.length === 1)
        return refuse('unit', nearest, typed !== null && bases?.[0] === 'paidHour' ? perHourHint(text, value, typed.basis) : null);
      const possible = basisExamples(bases).join(', ');
      const must = mustText('chargedOn', { bases: possible });
      return { ok: false, findings: [{ code: 'unit', must, got: input, ...(nearest === undefined ? {} : { nearest }) }] };
    }
  }
}

/** The basis that was meant: one that goes on as it was begun (`per seat`), else the nearest. A unit of time that no cost is per (`per day`) is no slip. */
function nearestBasis(typed: string, kinds: readonly BasisKind[]): string | undefined {
  const spellings = basisSpellings(kinds);
  const begun = spellings.find((each) => each.startsWith(`${typed} `) && each.endsWith(' per month'));
  if (begun !== undefined || durationUnits.includes(typed.replace(/^per /, ''))) return begun;
  return nearestOf(typed, spellings);
}

/** What was found of a wage that is typed per period, at the paid hours a week that hold where it stands: what reads one amount knows of no other. */
export function atHoursPerWeek<F extends Pick<Finding, 'hint'>>(finding: F, hoursPerWeek: number): F {
  if (finding.hint?.key !== 'perHour') return finding;
  const typed = String(finding.hint.values['typed']);
  const money = readMoney(typed)!;
  return { ...finding, hint: perHourHint(typed, money.value, readBasis(money.rest)!.basis, hoursPerWeek)! };
}

/** What would have been read, had it been written so; of a cost that states no basis, on that of the example. */
function insteadHint(input: Json, rule: AmountRule): Hint | null {
  if (typeof input !== 'string' || input.length > 100) return null;
  const basis = rule.quantity === 'cost' ? (readMoney(rule.example ?? examples.cost)?.rest ?? '') : '';
  for (const { text, said } of meantInstead(normaliseText(input), rule.quantity))
    for (const whole of [text, `${text} ${basis}`.trim()]) if (readAmount(whole, rule).ok) return said(whole);
  return null;
}

const percent = (text: string): number | null => {
  const number = readNumber(text.slice(0, -1).trim());
  return number === null ? null : number / 100;
};

/** `x1.1`, `+10%`, `-8%`, `0%`, `1.1`. An unsigned percentage other than 0% is refused: a tenth, or a tenth more? */
function readFactor(text: string, number: number | null): number | null {
  if (text.startsWith('x')) {
    const factor = readNumber(text.slice(1).trim());
    return factor === null || /[+-]/.test(text.charAt(1)) ? null : factor;
  }
  if (text.endsWith('%')) {
    const change = readNumber(text.slice(0, -1).trim());
    return change !== null && (change === 0 || /^[+-]/.test(text)) ? (100 + change) / 100 : null;
  }
  return number === null || number === 0 || /^[+-]/.test(text) ? null : number;
}

function readCount(text: string, words: readonly string[]): number | null {
  const match = new RegExp(`^(${numberPattern})\\s?([kKM])?(?:\\s([A-Za-z]+))?$`).exec(text);
  if (match === null) return null;
  const [, digits, scale, word] = match;
  if (word !== undefined && !words.includes(word)) return null;
  const number = readNumber(digits!);
  return number === null ? null : number * (scale === undefined ? 1 : thousands[scale]!);
}

function readMoney(text: string): { value: number; currency: string | null; rest: string } | null {
  const match = new RegExp(
    `^(?:([A-Z]{3})\\s?)?(${numberPattern})(?:\\s?([kKM])(?![A-Za-z]))?(?:\\s?([A-Z]{3})(?![A-Za-z]))?(?:(?=\\s|/)(.*))?$`,
  ).exec(text);
  if (match === null) return null;
  const [, before, digits, scale, after, rest] = match;
  if (before !== undefined && after !== undefined) return null;
  const number = readNumber(digits!);
  if (number === null) return null;
  return { value: number * (scale === undefined ? 1 : thousands[scale]!), currency: before ?? after ?? null, rest: (rest ?? '').trim() };
}

function nearestWord(text: string, words: readonly string[]): string | undefined {
  const word = /([a-z]+)$/i.exec(text)?.[1]?.toLowerCase();
  // A unit that is spelled right is not what is wrong.
  return word === undefined || words.includes(word) ? undefined : nearestOf(word, words);
}

/** The name that was probably meant: at most a third of the letters differ. */
export function nearestOf(name: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const candidate of names) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      nearest = candidate;
    }
  }
  return nearest !== undefined && fewest <= Math.max(1, Math.ceil(Math.max(name.length, nearest.length) / 3)) ? nearest : undefined;
}
