import type { Parsed } from '@percall/scenario';
import { anew } from './anew.ts';

/**
 * The check that a document goes through before it counts. No first answer waits for it where nothing was saved: the centre that opens then was checked when the
 * page was built. It is fetched with what edits.
 */
export class LateCheck {
  #check: ((given: unknown) => Parsed) | null = null;

  /** Resolves when it is there. Rejects where it cannot be fetched, and may be asked again. */
  async fetch(): Promise<void> {
    this.#check ??= (await anew(() => import('./check.ts'))).checkDocument;
  }

  /** Checks a document. Throws before it has been fetched. */
  readonly check = (document: unknown): Parsed => {
    if (this.#check === null) throw new Error('A document came before the check.');
    return this.#check(document);
  };
}
