import type { Json } from '../document.ts';
import type { Quantity } from '../problem.ts';
import type { CostBasis, LeafClass, Role, Support } from '../scenario.ts';
import type { BasisKind } from '../units/basis.ts';

/** What a person reads beside a field: a name and one sentence. */
export interface Words {
  readonly label: string;
  readonly help: string;
  /** Of a group: keys and values as one would type them, shown where a single value was typed. */
  readonly exampleEntries?: Readonly<Record<string, string>>;
  /** All scenarios of a document have the same: what compares them rests on it. */
  readonly shared?: true;
}

/** All that is known about one number of the document: enough to check it, to draw a control for it and to explain it. */
export interface LeafDescription extends Words {
  readonly quantity: Quantity;
  /** Spelled as in a document; absent where the document must give the value, null where leaving it out has a meaning of its own. */
  readonly default?: Json;
  /** Where values can lie. */
  readonly support: Support;
  /** The part of the support that a slider covers, and its step; SI. */
  readonly slider: { readonly from: number; readonly to: number; readonly step: number };
  readonly role: Role;
  readonly class: LeafClass;
  /** A value as one would type it. */
  readonly example: string;
  readonly words?: readonly string[];
  readonly per?: string;
  readonly perPeriod?: boolean;
  readonly bases?: readonly BasisKind[];
  readonly impliedBasis?: CostBasis;
  /** Keys that may stand beside the number. */
  readonly beside?: Readonly<Record<string, Beside>>;
}

/** A choice that stands beside a number, in the same object: how it was counted. */
export interface Beside extends Words {
  readonly names: readonly string[];
  /** The names in words. */
  readonly named: Readonly<Record<string, string>>;
  readonly default: string;
}

/** A description as written in the schema: what follows from the quantity is left out. */
export type LeafWords = Words &
  Pick<LeafDescription, 'quantity'> &
  Partial<Omit<LeafDescription, 'quantity' | 'label' | 'help' | 'support' | 'slider'>> & {
    readonly support?: Partial<Support>;
    readonly slider?: Partial<LeafDescription['slider']>;
  };

const positive: Support = { lower: 0, upper: Infinity };

const usual: Readonly<Record<Quantity, Pick<LeafDescription, 'support' | 'slider' | 'example'>>> = {
  duration: { support: positive, slider: { from: 0, to: 600, step: 5 }, example: '5m40s' },
  share: { support: { lower: 0, upper: 1 }, slider: { from: 0, to: 1, step: 0.01 }, example: '12%' },
  multiplier: { support: positive, slider: { from: 0.5, to: 2, step: 0.01 }, example: '+10%' },
  points: { support: { lower: -1, upper: 1 }, slider: { from: -0.1, to: 0.1, step: 0.005 }, example: '3 points' },
  count: { support: positive, slider: { from: 0, to: 1000, step: 1 }, example: '120k' },
  number: { support: { lower: -Infinity, upper: Infinity }, slider: { from: 0, to: 2, step: 0.05 }, example: '0.9' },
  money: { support: positive, slider: { from: 0, to: 100_000, step: 1000 }, example: '60000' },
  cost: { support: positive, slider: { from: 0, to: 100_000, step: 500 }, example: '12000 per month' },
};

/** Fills in what follows from the quantity. */
export function describe(words: LeafWords): LeafDescription {
  const { support, slider, example } = usual[words.quantity];
  return {
    role: 'operational',
    class: 'other',
    example,
    ...words,
    support: { ...support, ...words.support },
    slider: { ...slider, ...words.slider },
  };
}
