import type { ReportedInputs } from '@percall/core';
import { ScenarioRefused } from '@percall/runner';
import type { Problem } from '@percall/scenario';
import type { Desk, DeskAnswer, Question } from './desk.ts';

/** The page, from afar. */
export interface ListenerAfar {
  readonly answered: (number: number, answer: DeskAnswer) => Promise<void>;
  readonly exact: (number: number, done: number, of: number) => void;
  readonly reported: (number: number, inputs: readonly ReportedInputs[]) => void;
}

/** A question has been answered; or its document was refused, by these. A class of errors would not survive the crossing. */
export type Ended = { readonly refused: readonly Problem[] } | null;

/** A desk, as a worker offers it: questions have numbers, by which they are cancelled. */
export class DeskService {
  readonly #desk: Desk;
  readonly #running = new Map<number, AbortController>();
  #listener: ListenerAfar | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Called once, before the first question. */
  listen(listener: ListenerAfar): void {
    this.#listener = listener;
  }

  async answer(number: number, question: Question): Promise<Ended> {
    const listener = this.#listener!;
    const own = new AbortController();
    this.#running.set(number, own);
    try {
      await this.#desk.answer(
        question,
        {
          answered: (answer) => listener.answered(number, answer),
          exact: (done, of) => listener.exact(number, done, of),
          reported: (inputs) => listener.reported(number, inputs),
        },
        own.signal,
      );
      return null;
    } catch (fault) {
      // Whoever cancelled it waits for nothing.
      if (own.signal.aborted) return null;
      if (fault instanceof ScenarioRefused) return { refused: fault.problems };
      throw fault;
    } finally {
      this.#running.delete(number);
    }
  }

  cancel(number: number): void {
    this.#running.get(number)?.abort();
  }
}
