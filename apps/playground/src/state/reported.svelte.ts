import { createStudyCompiler, reportedInputs, type ReportedInputs } from '@percall/core';
import { getAt } from '@percall/scenario';
import type { Work } from './work.ts';

/** What the inputs of a work come to, in the baseline and in the selected scenario. */
export interface Reported {
  readonly of: Work;
  readonly baseline: ReportedInputs;
  readonly scenario: ReportedInputs;
}

/** How long nothing must have been edited: the answer comes first, and a thumb that is held does not wait. */
const idleMilliseconds = 400;

/** Works out what inputs come to, once nobody is editing. The last is kept until the next is there. */
export class ReportedWorks {
  last = $state.raw<Reported | null>(null);
  readonly #compile = createStudyCompiler();

  /** Asks for a work; the returned function withdraws it. */
  ask(work: Work): () => void {
    const later = setTimeout(() => (this.last = this.#reported(work)), idleMilliseconds);
    return () => clearTimeout(later);
  }

  #reported(work: Work): Reported | null {
    const { document, selected } = work;
    const variant = selected === null ? undefined : getAt(document, ['variants', selected]);
    const compiled = this.#compile({ ...document, variants: variant === undefined ? [] : [variant] });
    // What cannot be computed is said beside the answer.
    if (!compiled.ok) return null;
    const reported = reportedInputs(compiled.study.models);
    return { of: work, baseline: reported[0]!, scenario: reported.at(-1)! };
  }
}
