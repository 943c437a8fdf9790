import type { Problem, ScenarioDocument } from '@percall/scenario';
import { ScenarioRefused, type Session, type StudyAnswer } from '@percall/runner';

/** An answer with the document it is of. */
export interface Answer extends StudyAnswer {
  readonly document: ScenarioDocument;
}

export type Phase =
  | { readonly kind: 'computing' }
  | { readonly kind: 'refining' | 'settled'; readonly replications: number; readonly of: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * The answers to the present document, better and better ones. The newest question wins; one that is asked while the first answer to another
 * is under way waits for that answer and no longer, so that a drag is answered all along and its last place soonest of all.
 */
export class Answers {
  /** The last answer, kept while the next is computed. */
  answer = $state.raw<Answer | null>(null);
  phase = $state.raw<Phase>({ kind: 'computing' });

  readonly #session: Session;
  #running: AbortController | null = null;
  #isFirst = false;
  #next: (() => void) | null = null;
  #wanted: ((id: string) => boolean) | undefined;

  /** @param wanted KPIs that the page shows; it may read state, and is read anew for each question */
  constructor(session: Session, wanted?: (id: string) => boolean) {
    this.#session = session;
    this.#wanted = wanted;
  }

  /** Asks what a document comes to. */
  ask(document: ScenarioDocument): void {
    const start = (): void => void this.#run(document);
    if (this.#isFirst) {
      this.#next = start;
      return;
    }
    this.#running?.abort();
    start();
  }

  /** Asks at once, without waiting for the answer to anything older: for another study, not a next place of a slider. */
  askAnew(document: ScenarioDocument): void {
    this.#next = null;
    this.#isFirst = false;
    this.#running?.abort();
    this.answer = null;
    void this.#run(document);
  }

  async #run(document: ScenarioDocument): Promise<void> {
    const mine = new AbortController();
    this.#running = mine;
    this.#isFirst = true;
    if (this.phase.kind !== 'computing') this.phase = { kind: 'computing' };
    try {
      for await (const answer of this.#session.stream(document, { signal: mine.signal, ...(this.#wanted ? { kpis: this.#wanted } : {}) })) {
        if (mine.signal.aborted) return;
        this.answer = { ...answer, document };
        const { replications, of } = answer;
        this.phase = { kind: replications < of ? 'refining' : 'settled', replications, of };
        if (this.#firstIsIn()) return mine.abort();
      }
    } catch (fault) {
      if (mine.signal.aborted) return;
      this.phase =
        fault instanceof ScenarioRefused
          ? { kind: 'refused', problems: fault.problems }
          : { kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) };
      this.#firstIsIn();
    }
  }

  /** Starts the question that waited for this answer. False: none did. */
  #firstIsIn(): boolean {
    this.#isFirst = false;
    const next = this.#next;
    this.#next = null;
    next?.();
    return next !== null;
  }
}
