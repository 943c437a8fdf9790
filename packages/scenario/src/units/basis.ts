import type { CostBasis, Period } from '../scenario.ts';

export type BasisKind = CostBasis['on'];

const periods: readonly (readonly [Period, string])[] = [
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['quarter', 'quarterly'],
  ['year', 'yearly'],
];

const spelled: readonly (readonly [string, CostBasis])[] = [
  ...periods.flatMap(([per, adverb]) => [
    [`per ${per}`, { on: 'period', per } as const] as const,
    [adverb, { on: 'period', per } as const] as const,
    ...['seat', 'licence', 'agent'].map((word) => [`per ${word} per ${per}`, { on: 'seat', per } as const] as const),
    [`per fte per ${per}`, { on: 'fte', per } as const] as const,
  ]),
  ...['per h', 'per hr', 'per hour', 'per paid hour'].map((text) => [text, { on: 'paidHour' } as const] as const),
  ...['per min', 'per minute'].map((text) => [text, { on: 'minute' } as const] as const),
  ...['per contact', 'per call', 'per chat', 'per email'].map((text) => [text, { on: 'contact' } as const] as const),
  ['per session', { on: 'session' }],
  ['per attempt', { on: 'attempt' }],
  ['per hire', { on: 'hire' }],
  ['once', { on: 'once' }],
];

const basisOf = new Map(spelled);

/** The words after an amount: `per month`, `/h`, `per seat per month`, `once`. Null when nobody knows them. */
export const readBasis = (text: string): CostBasis | null =>
  basisOf.get(
    text
      .toLowerCase()
      .replace(/\s*\/\s*/g, ' per ')
      .replace(/\s+/g, ' ')
      .trim(),
  ) ?? null;

/** Every spelling of a basis of one of the given kinds, the preferred one of each first. */
export const basisSpellings = (kinds: readonly BasisKind[]): string[] =>
  spelled.filter(([, basis]) => kinds.includes(basis.on)).map(([text]) => text);

/** The preferred spelling: `per month`, `per h`, `per seat per month`. */
export const spellBasis = (basis: CostBasis): string =>
  spelled.find(([, other]) => other.on === basis.on && ('per' in other ? other.per : '') === ('per' in basis ? basis.per : ''))![0];

export const sameBasis = (a: CostBasis | null, b: CostBasis | null): boolean =>
  a === b || (a !== null && b !== null && spellBasis(a) === spellBasis(b));
