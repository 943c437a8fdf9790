import type { CostBasis, Period } from '../scenario.ts';

/** What a cost may be charged on, as typed: contacts of one channel are told apart. */
export type BasisKind = CostBasis['on'] | 'call' | 'chat' | 'email';

interface TypedBasis {
  readonly kind: BasisKind;
  readonly basis: CostBasis;
}

const periods: readonly (readonly [Period, string])[] = [
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['quarter', 'quarterly'],
  ['year', 'yearly'],
];

const of = (basis: CostBasis, kind: BasisKind = basis.on): TypedBasis => ({ kind, basis });

const spelled: readonly (readonly [string, TypedBasis])[] = [
  ...periods.flatMap(([per, adverb]) => [
    [`per ${per}`, of({ on: 'period', per })] as const,
    [adverb, of({ on: 'period', per })] as const,
    ...['seat', 'licence', 'agent'].map((word) => [`per ${word} per ${per}`, of({ on: 'seat', per })] as const),
    [`per fte per ${per}`, of({ on: 'fte', per })] as const,
  ]),
  ...['per h', 'per hr', 'per hour', 'per paid hour'].map((text) => [text, of({ on: 'paidHour' })] as const),
  ...['per min', 'per minute'].map((text) => [text, of({ on: 'minute' })] as const),
  ['per contact', of({ on: 'contact' })],
  ['per call', of({ on: 'contact', of: 'phone' }, 'call')],
  ['per chat', of({ on: 'contact', of: 'chat' }, 'chat')],
  ...['per email', 'per e-mail'].map((text) => [text, of({ on: 'contact', of: 'email' }, 'email')] as const),
  ['per session', of({ on: 'session' })],
  ['per attempt', of({ on: 'attempt' })],
  ['per hire', of({ on: 'hire' })],
  ['once', of({ on: 'once' })],
];

const basisOf = new Map(spelled);

/** The words after an amount: `per month`, `/h`, `per seat per month`, `once`. Null when nobody knows them. */
export const readBasis = (text: string): TypedBasis | null =>
  basisOf.get(
    text
      .toLowerCase()
      .replace(/\s*\/\s*/g, ' per ')
      .replace(/\s+/g, ' ')
      .trim(),
  ) ?? null;

/** Every spelling of a basis of one of the given kinds, the preferred one of each first. */
export const basisSpellings = (kinds: readonly BasisKind[]): string[] =>
  spelled.filter(([, { kind }]) => kinds.includes(kind)).map(([text]) => text);

/** One spelling of each kind, per month where a period belongs to it. */
export const basisExamples = (kinds: readonly BasisKind[]): string[] =>
  kinds.map((wanted) => {
    const spellings = basisSpellings([wanted]);
    return spellings.find((text) => text.endsWith('per month')) ?? spellings[0]!;
  });

/** The preferred spelling: `per month`, `per h`, `per seat per month`. */
export const spellBasis = (wanted: CostBasis): string =>
  spelled.find(
    ([, { basis }]) =>
      basis.on === wanted.on &&
      ('per' in basis ? basis.per : '') === ('per' in wanted ? wanted.per : '') &&
      ('of' in basis ? basis.of : '') === ('of' in wanted ? wanted.of : ''),
  )![0];

export const sameBasis = (a: CostBasis | null, b: CostBasis | null): boolean =>
  a === b || (a !== null && b !== null && spellBasis(a) === spellBasis(b));
