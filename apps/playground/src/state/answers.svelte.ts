import { isObject, type Json, type Problem, type ScenarioDocument } from '@percall/scenario';
import { ScenarioRefused, type Session, type SessionStreamOptions, type StudyAnswer } from '@percall/runner';

/** What the page wants to know of a document. */
export interface Question {
  readonly document: ScenarioDocument;
  /** What the document's check warns of; left out: it is still to be checked. */
  readonly checked?: readonly Problem[];
  /** The variant that is looked at, beside the baseline; null: the baseline alone. */
  readonly selected: string | null;
  /** All variants with all their figures: more than a slider's next place should wait for. */
  readonly whole: boolean;
}

/** An answer with the question it answers. */
export interface Answer extends StudyAnswer, Question {
  /** Questions are counted from 1: later ones have higher numbers. */
  readonly number: number;
}

/** Futures that the exact floor has run, of those that it runs in all. */
export interface ExactFutures {
  readonly done: number;
  readonly of: number;
}

/** `settled`: no better answer is to come. `exact` null: the exact floor is not at work, or has not begun. */
export type Phase =
  | { readonly kind: 'computing'; readonly exact: ExactFutures | null }
  | {
      readonly kind: 'refining' | 'settled' | 'stopped';
      readonly replications: number;
      readonly of: number;
      readonly exact: ExactFutures | null;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * The answers to the present question, better and better ones: of the instant floor from more and more futures, then corrected by the exact one. The newest
 * question wins; one that is asked while the first answer to another is under way waits for that answer and no longer, so that a drag is answered all along
 * and its last place soonest of all.
 */
export class Answers {
  /** The last answer, kept while the next is computed. */
  answer = $state.raw<Answer | null>(null);
  phase = $state.raw<Phase>(computing);
  /** Questions asked so far. */
  asked = $state(0);
  /** The last of them, answered or not. */
  question: Question | null = null;

  readonly #session: Session;
  readonly #shownKpi: (id: string) => boolean;
  readonly #painted: () => Promise<void>;
  #running: AbortController | null = null;
  #isFirst = false;
  #next: (() => void) | null = null;

  /**
   * @param shownKpi KPIs that the page shows of a question that is not whole
   * @param painted resolves when a frame was drawn: what refines an answer waits until the answer is seen
   */
  constructor(session: Session, shownKpi: (id: string) => boolean, painted: () => Promise<void> = () => Promise.resolve()) {
    this.#session = session;
    this.#shownKpi = shownKpi;
    this.#painted = painted;
  }

  /** Asks the next question about the same study. */
  ask(question: Question): void {
    const number = ++this.asked;
    this.question = question;
    const start = (): void => void this.#run(question, number);
    if (this.#isFirst) {
      this.#next = start;
      return;
    }
    this.#running?.abort();
    start();
  }

  /** Asks about another study: at once, and without keeping an answer that has nothing to do with it. */
  askAnew(question: Question): void {
    this.answer = null;
    this.askNow(question);
  }

  /** Asks without waiting for an answer that is under way: for a step that is no next place of a slider. */
  askNow(question: Question): void {
    this.#next = null;
    this.#isFirst = false;
    this.#running?.abort();
    this.question = question;
    void this.#run(question, ++this.asked);
  }

  /** Leaves the answer as fine as it is. */
  stop(): void {
    if (this.phase.kind !== 'refining') return;
    this.#running?.abort();
    this.phase = { ...this.phase, kind: 'stopped' };
  }

  async #run(question: Question, number: number): Promise<void> {
    const mine = new AbortController();
    this.#running = mine;
    this.#isFirst = true;
    if (this.phase !== computing) this.phase = computing;
    const { signal } = mine;
    try {
      const { whole, checked } = question;
      const options = {
        signal,
        ...(checked && { checked }),
        ...(whole ? {} : { kpis: this.#shownKpi }),
        floor: 'auto',
        instantFirst: true,
        onExact: (done, of) => {
          if (signal.aborted) return;
          this.phase = { ...this.phase, exact: { done, of } } as Phase;
          // Who asks in between need not wait for a first answer call by call, which takes long.
          if (this.#isFirst && this.#firstIsIn()) mine.abort();
        },
      } satisfies SessionStreamOptions;
      for await (const answer of this.#session.stream(asked(question), options)) {
        if (signal.aborted) return;
        const { replications, of, exactToCome } = answer;
        this.answer = { ...answer, ...question, number };
        const isLast = replications === of && exactToCome === 0;
        const exact = exactToCome === 0 ? null : { done: exactIn(answer), of: exactIn(answer) + exactToCome };
        this.phase = { kind: isLast ? 'settled' : 'refining', replications, of, exact };
        if (this.#firstIsIn()) return mine.abort();
        await this.#painted();
        if (signal.aborted) return;
      }
    } catch (fault) {
      if (signal.aborted) return;
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

const computing: Phase = { kind: 'computing', exact: null };

/** Futures that the exact floor ran for an answer. */
const exactIn = ({ results }: StudyAnswer): number => results.scenarios[0]!.floor.exactReplications;

/** The document with the variants that are asked about: the others change no bit of theirs, and take time. */
function asked({ document, selected, whole }: Question): ScenarioDocument {
  if (whole) return document;
  const { variants, ...rest } = document;
  const wanted = Array.isArray(variants)
    ? (variants as readonly Json[]).filter((variant) => isObject(variant) && variant['name'] === selected)
    : [];
  // A valid document stays valid when it loses variants.
  return wanted.length === 0 ? rest : { ...rest, variants: wanted };
}
