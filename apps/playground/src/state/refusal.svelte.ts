import type { Problem, ScenarioDocument } from '@percall/scenario';
import type { Playground } from './playground.svelte.ts';

/** What was wrong with the last thing that was tried here, while the document is the one that it was tried on. */
export class Refusal {
  readonly #playground: Playground;
  #last = $state.raw<{ readonly of: ScenarioDocument; readonly problems: readonly Problem[] } | null>(null);

  constructor(playground: Playground) {
    this.#playground = playground;
  }

  readonly problems: readonly Problem[] = $derived.by(() => (this.#last?.of === this.#playground.work.document ? this.#last.problems : []));

  /** Whether nothing was wrong. */
  take(problems: readonly Problem[]): boolean {
    this.#last = problems.length === 0 ? null : { of: this.#playground.work.document, problems };
    return problems.length === 0;
  }
}
