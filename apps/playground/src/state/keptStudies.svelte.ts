import type { Json, Parsed, Problem } from '@percall/scenario';
import type { KeptHeadline, KeptStudy, SavedWork } from './savedWork.ts';
import type { Work } from './work.ts';

/** What came of a change: problems with what was asked for, or no room to keep it. */
export type Kept = { readonly problems: readonly Problem[]; readonly isKept: boolean };

/** The studies that are kept beside the present one, as the page shows them. Another name is checked like any edit. */
export class KeptStudies {
  /** Newest first. */
  list = $state.raw<readonly KeptStudy[]>([]);
  /** How many more there are, which this build does not read. */
  foreign = $state(0);
  readonly #saved: SavedWork;
  readonly #check: (document: unknown) => Parsed;

  constructor(saved: SavedWork, check: (document: unknown) => Parsed) {
    this.#saved = saved;
    this.#check = check;
    this.refresh();
  }

  /** Takes over what storage has now. */
  refresh(): void {
    this.list = this.#saved.earlier;
    this.foreign = this.#saved.foreign;
  }

  rename(study: KeptStudy, name: string): Kept {
    return this.#named(study, name, (renamed) => this.#saved.replace(study, renamed));
  }

  /** Puts a copy of a study, or of the present work, under another name before it. */
  copy(work: Work, name: string): Kept {
    return this.#named(work, name, (copy) =>
      this.#saved.insert(copy, this.list.includes(work as KeptStudy) ? work : (this.list[0] ?? null)),
    );
  }

  /** @returns the way back, which puts it where it was */
  delete(study: KeptStudy): { readonly isKept: boolean; readonly restore: () => boolean } {
    const after = this.list[this.list.indexOf(study) + 1] ?? null;
    const isKept = this.#saved.replace(study, null);
    this.refresh();
    return {
      isKept,
      restore: () => {
        const isBack = this.#saved.insert(study, after);
        this.refresh();
        return isBack;
      },
    };
  }

  /** Says what the present work came to. */
  remark(work: Work, headline: KeptHeadline): void {
    this.#saved.remark(work, headline);
  }

  #named({ document, selected }: Work, name: string, keep: (next: Work) => boolean): Kept {
    const next: Json = { ...document, name: name.trim() };
    const checked = this.#check(next);
    if (!checked.ok) return { problems: checked.problems, isKept: true };
    const isKept = keep({ document: checked.document, selected });
    this.refresh();
    return { problems: [], isKept };
  }
}
