import type { Analysis, Results, Study } from '@percall/core';
import type { Problem, ScenarioDocument } from '@percall/scenario';
import type { Crew } from './crew.ts';

export interface RunOptions {
  /** A multiple of 8, from 64 to 1,048,576. Default: the document's. */
  readonly replications?: number;
  /** Default: the document's. */
  readonly seed?: string;
  /** Aborts between two chunks of replications: rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** KPIs that will be looked at, by id: no other is measured. Floors, the headline and the total cost always are. Default: all. */
  readonly kpis?: (id: string) => boolean;
}

/** What a study came to after some or all of its replications. */
export interface StudyAnswer {
  readonly study: Study;
  readonly seed: string;
  /** Replications in this answer, and in the last one. */
  readonly replications: number;
  readonly of: number;
  /** What the document's check and its compilation warn of, as `percall run` says it. */
  readonly warnings: readonly Problem[];
  readonly analysis: Analysis;
  readonly results: Results;
}

/**
 * Studies one after the other, as a person changes a document: what the last ones computed and this one has too is not computed again.
 * A run that starts while another is under way ends the other (the newest run wins): the older rejects with an AbortError.
 */
export interface Session {
  /**
   * Answers from more and more replications: 64, 256, 1,024, 4,096 ... up to the wanted number. Each has the bits that a study of so
   * many replications has. Throws ScenarioRefused with Problems, RangeError for a number of replications that no study has.
   */
  readonly stream: (document: ScenarioDocument, options?: RunOptions) => AsyncGenerator<StudyAnswer, void, undefined>;
  /** The last answer alone. */
  readonly run: (document: ScenarioDocument, options?: RunOptions) => Promise<StudyAnswer>;
  readonly close: () => Promise<void>;
}

export function createSession(_crew: Crew): Session {
  throw new Error('not built yet');
}
