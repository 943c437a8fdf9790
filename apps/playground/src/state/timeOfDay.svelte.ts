import type { IntervalProfile, IntervalReplay, ReplayedDay } from '@percall/core';
import type { IntervalSession } from '@percall/runner';
import { openIntervals } from '../desk/intervals.ts';
import { aloneWith, type Channel, type ScenarioDocument } from '@percall/scenario';

/** A scenario of a document, on one of its channels. */
export interface Scope {
  readonly document: ScenarioDocument;
  /** null: the baseline. */
  readonly selected: string | null;
  /** null: the first that somebody waits on. */
  readonly channel: Channel | null;
}

/** What is asked of a worker, and what came of it last. */
export interface Asked<Of, Found> {
  readonly of: Of;
  readonly found: Found;
}

export type DayPhase = { readonly kind: 'idle' | 'computing' } | { readonly kind: 'failed'; readonly message: string };

export interface ReplayScope extends Scope {
  readonly day: ReplayedDay;
  readonly replication: number;
}

/** One kind of question to a session: the newest wins, and the last answer is kept while the next is computed. */
class Question<Of, Found> {
  last = $state.raw<Asked<Of, Found> | null>(null);
  phase = $state.raw<DayPhase>({ kind: 'idle' });
  readonly #ask: (of: Of, signal: AbortSignal) => Promise<Found>;
  #running: AbortController | null = null;

  constructor(ask: (of: Of, signal: AbortSignal) => Promise<Found>) {
    this.#ask = ask;
  }

  async ask(of: Of): Promise<void> {
    this.#running?.abort();
    const mine = (this.#running = new AbortController());
    this.phase = { kind: 'computing' };
    try {
      const found = await this.#ask(of, mine.signal);
      if (mine.signal.aborted) return;
      this.last = { of, found };
      this.phase = { kind: 'idle' };
    } catch (fault) {
      if (mine.signal.aborted) return;
      this.phase = { kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) };
    }
  }

  /** Wants no answer, nor the last one. */
  drop(): void {
    this.#running?.abort();
    this.last = null;
    this.phase = { kind: 'idle' };
  }
}

/** The baseline and the scenario in sight, and its place. */
interface Lone {
  readonly document: ScenarioDocument;
  readonly scenario: number;
}

function loneOf({ document: whole, selected }: Scope): Lone {
  const document = aloneWith(whole, selected);
  return { document, scenario: 'variants' in document ? 1 : 0 };
}

/** The page's questions about times of day: a profile by weekday and interval, and one interval call by call. Each has a worker of its own, so that neither ends the other. */
export class TimeOfDay {
  readonly profile: Question<Scope, IntervalProfile | null>;
  readonly replay: Question<ReplayScope, IntervalReplay | null>;
  /** So that another interval of the same future is known again. */
  #lone: { readonly of: Scope; readonly found: Lone } | null = null;

  constructor(profiles: IntervalSession, replays: IntervalSession) {
    this.profile = new Question((scope, signal) => {
      const { document, scenario } = this.#loneOf(scope);
      return profiles.profile(document, scenario, { signal, checked: [], ...(scope.channel && { channel: scope.channel }) });
    });
    this.replay = new Question((scope, signal) => {
      const { document, scenario } = this.#loneOf(scope);
      const { day, replication, channel } = scope;
      return replays.replay(document, scenario, { day, replication, signal, checked: [], ...(channel && { channel }) });
    });
  }

  #loneOf(scope: Scope): Lone {
    if (this.#lone?.of.document !== scope.document || this.#lone.of.selected !== scope.selected)
      this.#lone = { of: scope, found: loneOf(scope) };
    return this.#lone.found;
  }
}

/** The page's, made by the part that first asks: what it found stays while parts come and go. */
let ofPage: TimeOfDay | null = null;
export const useTimeOfDay = (): TimeOfDay => (ofPage ??= new TimeOfDay(openIntervals(), openIntervals()));
