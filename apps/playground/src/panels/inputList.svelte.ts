import {
  chosenAt,
  controlsIn,
  getAt,
  inputsOf,
  partsOf,
  scenarioDocument,
  setAt,
  writtenOf,
  type Choice,
  type Control,
  type Json,
  type Part,
  type Written,
} from '@percall/scenario';
import { untrack } from 'svelte';
import { createChangedPaths } from '../controls/changedPaths.ts';
import { isOffered, onThisFloor } from '../controls/offered.ts';
import type { Between } from '../controls/shown.ts';
import { placeholder } from '../state/placeholder.ts';
import { nameOf, type Playground } from '../state/playground.svelte.ts';
import type { Preferences } from '../state/preferences.svelte.ts';
import { TakenRanges } from '../state/takenRanges.ts';

export type Input = Control | Choice;

/** The same list while it has the same inputs, and the same options: what is drawn of it stays as it is. */
function kept<Inputs extends readonly Input[]>(): (next: Inputs) => Inputs {
  let known: Inputs | null = null;
  return (next) => {
    if (known === null || known.length !== next.length || !next.every((input, at) => isSame(known![at]!, input))) known = next;
    return known;
  };
}

/** What an edit did not move is the same object; what it moved is mostly the same input still. */
const isSame = (a: Input, b: Input): boolean =>
  a === b || (a.path === b.path && JSON.stringify(optionsOf(a)) === JSON.stringify(optionsOf(b)));

const optionsOf = (input: Input): readonly string[] | null => ('form' in input ? input.options : null);

const ofVariant = ({ pattern }: { readonly pattern: string }): boolean => pattern.startsWith('variants');

/** All that the page lets one set in the selected scenario. */
export class InputList {
  readonly #playground: Playground;
  readonly #preferences: Preferences;
  readonly #keptOffered = kept<readonly Input[]>();
  readonly #keptOwn = kept<readonly Control[]>();
  readonly #keptAll = kept<readonly Input[]>();
  readonly #changedPaths = createChangedPaths();
  readonly document = $derived.by((): Json => this.#playground.work.document);
  readonly #selected = $derived.by(() => this.#playground.work.selected);

  constructor(playground: Playground, preferences: Preferences) {
    this.#playground = playground;
    this.#preferences = preferences;
  }

  /** An edit of a variant leaves all that follows from the baseline as it is. */
  readonly baseline: Json = $derived.by(() => scenarioDocument(this.document, null) ?? {});
  readonly scenario: Json = $derived.by(() => scenarioDocument(this.document, this.#selected) ?? this.baseline);

  /** Of the selected scenario, which may have groups of its own. A drag moves one row: the others are the same objects. */
  readonly #offered = $derived.by(() => this.#keptOffered(inputsOf(this.scenario).filter((input) => isOffered(input))));

  /** The variant itself, for what is said of it beside its changes. */
  readonly #asVariant = $derived.by((): Json => {
    const variant = this.#selected === null ? undefined : getAt(this.document, ['variants', this.#selected]);
    return variant === undefined ? {} : { variants: [variant] };
  });

  /** What introducing the selected variant costs stands beside its changes: the document has it, and the baseline has nothing like it. */
  readonly own = $derived.by(() => this.#keptOwn(controlsIn(this.#asVariant, 'variants')));

  /** Whether an input is one of those. */
  readonly isOwn = (input: Input): boolean => input.path.startsWith('variants');

  readonly #taken = new TakenRanges();

  /** A number as certain, or as uncertain as it was before it was made so. */
  withCertainty(control: Control, certain: boolean): Json {
    const named = JSON.stringify([nameOf(this.#playground.work.document), this.#selected, control.path]);
    return this.#taken.withCertainty(named, this.between(control).scenario, control, certain);
  }

  /** The document as if nothing were said of the variant beside its changes. */
  readonly withoutOwn: Json = $derived.by(() => {
    let plain = this.document;
    for (const key of this.#selected === null ? [] : ['oneOff', 'ramp']) {
      const patched = setAt(plain, ['variants', this.#selected!, key], null);
      if (patched.ok) plain = patched.document;
    }
    return plain;
  });

  /** Where an input is set: asked by who sets it, not followed. */
  between(input: Input): Between {
    return this.isOwn(input) ? { scenario: this.document, baseline: this.withoutOwn } : this;
  }

  readonly all: readonly Input[] = $derived.by(() => {
    const runnable = this.#offered.flatMap((input): readonly Input[] => {
      const choice = 'form' in input ? onThisFloor(input, chosenAt(this.scenario, input)) : input;
      return choice === null ? [] : [choice];
    });
    return this.#keptAll([...runnable, ...this.own]);
  });

  readonly changed: ReadonlySet<string> = $derived.by(() => this.#changedPaths(this.#offered, this.baseline, this.scenario));

  /** Says of an example of the schema that it is one. */
  readonly mark = (value: string): Json => placeholder(value, this.#preferences.words.page.structure.note.example);

  /** What may come and go, and what is written out. Which there are follows from which inputs there are: values move neither. */
  readonly further: { readonly parts: readonly Part[]; readonly written: readonly Written[] } = $derived.by(() => {
    void this.#offered;
    void this.own;
    return untrack(() => ({
      parts: [...partsOf(this.scenario, this.mark), ...partsOf(this.#asVariant, this.mark).filter(ofVariant)],
      written: [...writtenOf(this.scenario), ...writtenOf(this.#asVariant).filter(ofVariant)],
    }));
  });
}
