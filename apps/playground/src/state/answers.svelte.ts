import type { ReportedInputs } from '@percall/core';
import { ScenarioRefused } from '@percall/runner';
import type { Problem } from '@percall/scenario';
import type { Desk, DeskAnswer, Question } from '../desk/desk.ts';

/** An answer with the question it answers. */
export interface Answer extends DeskAnswer, Question {
  /** Questions are counted from 1: later ones have higher numbers. */
  readonly number: number;
}

/** What the inputs of a question come to, in the baseline and in the scenario that is looked at. */
export interface Reported extends Pick<Question, 'document' | 'selected'> {
  readonly baseline: ReportedInputs;
  readonly scenario: ReportedInputs;
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
  /** The study was just opened: it has neither an answer yet nor a reason why there is none. */
  isNew = $state(true);
  /** Of the last question that was answered beyond a glance, and a moment after that answer. */
  reported = $state.raw<Reported | null>(null);
  /** Questions asked so far. */
  asked = $state(0);
  /** The last of them, answered or not. */
  question: Question | null = null;

  readonly #desk: Desk;
  readonly #painted: () => Promise<void>;
  readonly #isMoving: () => boolean;
  #running: AbortController | null = null;
  #isFirst = false;
  #next: (() => void) | null = null;

  /**
   * @param painted resolves when a frame was drawn: what refines an answer waits until the answer is seen
   * @param isMoving whether a slider is being moved
   */
  constructor(desk: Desk, painted: () => Promise<void> = () => Promise.resolve(), isMoving: () => boolean = () => false) {
    this.#desk = desk;
    this.#isMoving = isMoving;
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
    this.isNew = true;
    this.reported = null;
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
    const answered = async (answer: DeskAnswer): Promise<void> => {
      if (signal.aborted) return;
      const { replications, of, exactToCome } = answer;
      this.answer = { ...answer, ...question, number };
      this.isNew = false;
      const isLast = replications === of && exactToCome === 0;
      const exact = exactToCome === 0 ? null : { done: exactIn(answer), of: exactIn(answer) + exactToCome };
      this.phase = { kind: isLast ? 'settled' : 'refining', replications, of, exact };
      if (this.#firstIsIn()) mine.abort();
      else await this.#painted();
    };
    const exact = (done: number, of: number): void => {
      if (signal.aborted) return;
      this.phase = { ...this.phase, exact: { done, of } } as Phase;
      // Who asks in between need not wait for a first answer call by call, which takes long.
      if (this.#isFirst && this.#firstIsIn()) mine.abort();
    };
    const reported = ([baseline, ...variants]: readonly ReportedInputs[]): void => {
      if (signal.aborted) return;
      const place = this.answer!.results.scenarios.findIndex(({ name }, at) => at > 0 && name === question.selected);
      const { document, selected } = question;
      this.reported = { document, selected, baseline: baseline!, scenario: variants[place - 1] ?? baseline! };
    };
    try {
      await this.#desk.answer({ ...question, isMoving: this.#isMoving() }, { answered, exact, reported }, signal);
    } catch (fault) {
      if (signal.aborted) return;
      this.isNew = false;
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
const exactIn = ({ results }: DeskAnswer): number => results.scenarios[0]!.floor.exactReplications;
