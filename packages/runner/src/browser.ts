import { companionsOf } from '@percall/core';
import type { ScenarioDocument } from '@percall/scenario';
import type { Compiled } from './compile.ts';
import type { Crew } from './crew.ts';
import { inLineCrew } from './inLineCrew.ts';
import type { IntervalSession } from './intervalSession.ts';
import { runWith, streamWith } from './runStudy.ts';
import type { RunOptions, StreamOptions } from './session.ts';
import type { StudyRun } from './studyRun.ts';
import { requireWorkers, usefulWorkers } from './usefulWorkers.ts';
import { webCrew, type WebWorker } from './webCrew.ts';
import { webIntervals } from './webIntervals.ts';

export type { WebWorker } from './webCrew.ts';

// The package is compiled without the DOM's types, which its Node half must not see.
declare const Worker: new (url: URL, options: { readonly type: 'module'; readonly name: string }) => WebWorker;
declare const navigator: { readonly hardwareConcurrency?: number };

/**
 * Web Workers; 0: this thread. Throws RangeError, or TypeError, for anything but a whole number of them.
 *
 * @param start makes one worker, for an application that has a worker file of its own with `import '@percall/runner/worker'` in it
 */
export const workerCrew = (workers: number, start: () => WebWorker = startWorker): Crew =>
  requireWorkers(workers) === 0 ? inLineCrew() : webCrew(workers, start);

/** `webIntervals` in a worker file of this package's, unless `start` says otherwise. */
export const workerIntervals = (start: () => WebWorker = startWorker): IntervalSession => webIntervals(start);

/** Workers that a study is worth on this machine, which leave the page a core to itself. */
export const defaultWorkers = ({ study, replications, isCorrected }: Pick<Compiled, 'study' | 'replications' | 'isCorrected'>): number =>
  usefulWorkers(
    study,
    replications,
    Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1),
    companionsOf(study, replications, { isCorrected, shares: true }),
  );

export interface WorkerRunOptions extends RunOptions {
  /** Web Workers; 0: this thread. Default: as many as the machine has cores to spare and the study is worth. The answer is the same. */
  readonly workers?: number;
}

export interface WorkerStreamOptions extends WorkerRunOptions, StreamOptions {}

/** `runStudy` over Web Workers. */
export const runStudy = (document: ScenarioDocument, options: WorkerRunOptions = {}): Promise<StudyRun> =>
  runWith(crewOf(options), document, options);

/** `streamStudy` over Web Workers. */
export const streamStudy = (document: ScenarioDocument, options: WorkerStreamOptions = {}): AsyncGenerator<StudyRun, void, undefined> =>
  streamWith(crewOf(options), document, options);

const crewOf =
  ({ workers }: WorkerRunOptions) =>
  (compiled: Compiled): Crew =>
    workerCrew(workers ?? defaultWorkers(compiled));

// Bundlers look for this very form. The name ends in .js for what is built; vite finds the source by it.
const startWorker = (): WebWorker => new Worker(new URL('./worker.browser.js', import.meta.url), { type: 'module', name: 'percall' });
