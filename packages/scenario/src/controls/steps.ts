import type { Json } from '../document.ts';
import { mustText } from '../mustTexts.ts';
import { isObject, parsePath, type Path } from '../paths.ts';
import { problemAt, type Finding } from '../problems.ts';
import type { Problem } from '../problem.ts';
import { documentPeriod, restate } from '../restate.ts';
import type { LeafDescription } from '../schema/description.ts';
import { periodOf } from '../schema/readLeaf.ts';
import { readAmount, type Amount } from '../units/amount.ts';
import { sameBasis, spellBasis } from '../units/basis.ts';
import { placeAt, readNumber } from './place.ts';
import { scenarioDocument } from './scenarioDocument.ts';
import { spellLike } from './spelling.ts';

/** A number of a document that other values can be put for. */
export interface NumberAt {
  /** One value in SI, a volume for the document's period; null where the text does not read as a number here. A range is more than one value. */
  readonly valueOf: (typed: Json) => number | null;
  /** Whether the text reads as a number, a range or a family here. */
  readonly reads: (typed: Json) => boolean;
  /**
   * The values from one to another by a step, both ends included where the steps meet them; downwards where the first is the larger. Spelled as the
   * first one is. Shares, durations, counts and costs carry their units, one period of a volume is that of all; the step of a factor is a factor's difference or a percentage.
   */
  readonly steps: (from: string, to: string, step: string) => Steps;
}

export type Steps =
  { readonly ok: true; readonly count: number; readonly at: (index: number) => Json } | { readonly ok: false; readonly problem: Problem };

/**
 * The number at a path of a document, also inside a range (`.likely`) and in a variant (`variants.NAME.changes.PATH`); null where none can
 * stand.
 */
export function numberAt(document: Json, path: Path): NumberAt | null {
  const description = descriptionOf(document, path);
  if (description === null) return null;
  const period = documentPeriod(document);
  const reads = (typed: Json): boolean => readNumber(typed, description).ok;
  return {
    reads,
    valueOf: (typed) => {
      const read = isObject(typed) ? null : readNumber(typed, description);
      if (read?.ok !== true || read.reading.distribution.family !== 'certain') return null;
      const { value } = read.reading.distribution;
      return description.perPeriod === true ? restate(value, periodOf(read.reading) ?? period, period) : value;
    },
    steps: (...typed) => stepsOf(path, description, typed),
  };
}

/** Keys inside a number, of which each is a number of the same kind. */
const inside: readonly unknown[] = ['low', 'likely', 'high', 'value', 'amount'];

function descriptionOf(document: Json, path: Path): LeafDescription | null {
  const [first, variant, changes, changed] = path;
  if (first === 'variants' && typeof variant === 'string' && changes === 'changes' && typeof changed === 'string' && path.length === 4) {
    const inner = parsePath(changed);
    const scenario = scenarioDocument(document, variant);
    return inner.ok && scenario !== null ? descriptionIn(scenario, inner.path) : null;
  }
  return descriptionIn(document, path);
}

const descriptionIn = (scenario: Json, path: Path): LeafDescription | null =>
  (placeAt(scenario, path) ?? (inside.includes(path.at(-1)) ? placeAt(scenario, path.slice(0, -1)) : null))?.description ?? null;

/** Steps that miss an end by less than this part of one still meet it. */
const slack = 1e-9;

function stepsOf(path: Path, description: LeafDescription, [from, to, step]: readonly [string, string, string]): Steps {
  const refuse = (finding: Finding): Steps => ({ ok: false, problem: problemAt(path, finding) });
  const ends: Amount[] = [];
  for (const typed of [from, to]) {
    const read = readAmount(typed.trim(), description);
    if (!read.ok) return refuse(read.findings[0]!);
    ends.push(read.value);
  }
  const [first, last] = ends as [Amount, Amount];
  const basis = first.basis ?? last.basis;
  const isAnother = (other: Amount['basis']): boolean => other !== null && !sameBasis(basis, other);
  if (isAnother(last.basis)) return refuse(otherBasis(basis, to, description));
  const width = widthOf(step.trim(), description);
  if ('finding' in width) return refuse(width.finding);
  if (isAnother(width.basis)) return refuse(otherBasis(basis, step, description));
  if (!(width.value > 0))
    return refuse({ code: 'range', must: { rule: 'above', low: 0, quantity: description.quantity }, got: step.trim() });
  const distance = Math.abs(last.value - first.value) / width.value;
  const direction = last.value < first.value ? -width.value : width.value;
  const spell = spellLike(from.trim(), description, basis);
  return {
    ok: true,
    count: Math.floor(distance + slack) + 1,
    at: (index) => plain(spell(first.value + index * direction), description),
  };
}

const otherBasis = (basis: Amount['basis'], got: string, { quantity }: LeafDescription): Finding => ({
  code: 'unit',
  must: mustText(quantity === 'cost' ? 'sameBasis' : 'samePeriod', { basis: basis === null ? '' : spellBasis(basis) }),
  got: got.trim(),
});

type Width = { readonly value: number; readonly basis: Amount['basis'] } | { readonly finding: Finding };

/** The length of a step. Of a factor `5%` and `+5%` are 0.05, and so are `x0.05` and `0.05`. */
function widthOf(step: string, description: LeafDescription): Width {
  const isChange = description.quantity === 'multiplier' && step.endsWith('%');
  const read = readAmount(isChange && !/^[+-]/.test(step) ? `+${step}` : step, description);
  if (!read.ok) return { finding: { ...read.findings[0]!, got: step } };
  const { value, basis } = read.value;
  return isChange ? { value: value - 1, basis } : { value, basis: /[a-z/]/i.test(step) ? basis : null };
}

/** Numbers that are never uncertain are numbers in the document, others stay as they are spelled. */
const plain = (spelled: string | number, { quantity }: LeafDescription): Json =>
  typeof spelled === 'string' && (quantity === 'count' || quantity === 'number') && /^-?\d+(\.\d+)?$/.test(spelled)
    ? Number(spelled)
    : spelled;
