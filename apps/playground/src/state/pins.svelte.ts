import { getContext } from 'svelte';
import type { Store } from './savedWork.ts';

/** Variants that stand side by side at most: more would not fit, and nobody compares more. */
export const mostPinned = 4;

const key = 'percall.pins';

/** Which variants are set side by side, by name: how a person looks at a study, kept in the browser and never in a link. */
export class Pins {
  #names = $state.raw<readonly string[]>([]);
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#names = read(store);
  }

  /** Those of `variants` that are pinned, in their order; the first four where none is, as in a study that nobody has pinned anything in. */
  among(variants: readonly string[]): readonly string[] {
    const pinned = variants.filter((name) => this.#names.includes(name));
    return (pinned.length === 0 ? variants : pinned).slice(0, mostPinned);
  }

  /** Pins a variant or takes it away. The last one stays, and a fifth is not taken. */
  toggle(name: string, variants: readonly string[]): void {
    const pinned = this.among(variants);
    const next = pinned.includes(name) ? pinned.filter((each) => each !== name) : [...pinned, name];
    if (next.length === 0 || next.length > mostPinned) return;
    this.#names = next;
    try {
      this.#store.setItem(key, JSON.stringify(next));
    } catch {
      // A full store loses a way of looking, not work.
    }
  }
}

function read(store: Store): readonly string[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** Where components find it: given to the page when it is mounted. */
export const pinsKey = Symbol('Pins');
export const usePins = (): Pins => getContext<Pins>(pinsKey);
