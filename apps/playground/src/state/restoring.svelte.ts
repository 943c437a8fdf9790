import { cheapestChange, type CheapestChange, type Session } from '@percall/runner';
import type { ScenarioDocument } from '@percall/scenario';

/** `ended`: the study changed under the search. */
export type Restoring =
  | { readonly kind: 'idle' | 'stopped' | 'ended' }
  | { readonly kind: 'trying' | 'confirming'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: CheapestChange }
  | { readonly kind: 'failed'; readonly message: string };

/** The search for the cheapest change that brings service back, of one scenario at a time. */
export class Search {
  state = $state.raw<Restoring>({ kind: 'idle' });
  readonly isRunning = $derived(this.state.kind === 'trying' || this.state.kind === 'confirming');
  readonly #open: () => Session;
  #running: AbortController | null = null;

  constructor(open: () => Session) {
    this.#open = open;
  }

  async find(document: ScenarioDocument, selected: string | null): Promise<void> {
    this.#running?.abort();
    const mine = (this.#running = new AbortController());
    const { signal } = mine;
    this.state = { kind: 'trying', done: 0, of: 1 };
    const session = this.#open();
    try {
      for await (const step of cheapestChange(session, document, selected, { signal })) {
        if (signal.aborted) return;
        this.state = step;
      }
    } catch (fault) {
      if (!signal.aborted) this.state = { kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) };
    } finally {
      await session.close();
    }
  }

  stop(): void {
    this.#end('stopped');
  }

  /** What was found is of another study than the present one. */
  forget(): void {
    if (this.state.kind !== 'idle') this.#end(this.isRunning ? 'ended' : 'idle');
  }

  #end(kind: 'idle' | 'stopped' | 'ended'): void {
    this.#running?.abort();
    this.#running = null;
    this.state = { kind };
  }
}
