import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { companionsOf } from '@percall/core';
import { wrap } from 'comlink';
import type { ScenarioDocument } from '@percall/scenario';
import type { Compiled } from './compile.ts';
import type { Crew } from './crew.ts';
import { inLineCrew } from './inLineCrew.ts';
import { nodeEndpoint } from './nodeEndpoint.ts';
import { createPool, WorkerNotStarted, type PoolWorker } from './pool.ts';
import type { ReplicationService } from './replicationService.ts';
import { runWith, streamWith } from './runStudy.ts';
import type { RunOptions, StreamOptions } from './session.ts';
import type { StudyRun } from './studyRun.ts';
import { requireWorkers, usefulWorkers } from './usefulWorkers.ts';

/** Node worker threads; 0: this thread. Throws RangeError, or TypeError, for anything but a whole number of them. */
export const threadCrew = (workers: number): Crew => (requireWorkers(workers) === 0 ? inLineCrew() : createPool(startThread, workers));

/** Threads that a study is worth on this machine: as many as it has cores, fewer where starting them would take longer than the study. */
export const defaultThreads = ({ study, replications, isCorrected }: Pick<Compiled, 'study' | 'replications' | 'isCorrected'>): number =>
  usefulWorkers(study, replications, availableParallelism(), companionsOf(study, replications, { isCorrected, shares: true }));

export interface WorkerRunOptions extends RunOptions {
  /** Worker threads; 0: this thread. Default: as many as the machine has cores and the study is worth. The answer is the same. */
  readonly workers?: number;
}

export interface WorkerStreamOptions extends WorkerRunOptions, StreamOptions {}

/** `runStudy` over worker threads. */
export const runStudy = (document: ScenarioDocument, options: WorkerRunOptions = {}): Promise<StudyRun> =>
  runWith(crewOf(options), document, options);

/** `streamStudy` over worker threads. */
export const streamStudy = (document: ScenarioDocument, options: WorkerStreamOptions = {}): AsyncGenerator<StudyRun, void, undefined> =>
  streamWith(crewOf(options), document, options);

const crewOf =
  ({ workers }: WorkerRunOptions) =>
  (compiled: Compiled): Crew =>
    threadCrew(workers ?? defaultThreads(compiled));

/** Sources need a loader and the condition under which packages give theirs; what is built needs neither. */
export const startThread = (): PoolWorker =>
  threadOf(
    import.meta.url.endsWith('.ts')
      ? new Worker(new URL('./worker.node.dev.mjs', import.meta.url), { execArgv: ['--conditions=@percall/source'] })
      : new Worker(new URL('./worker.node.js', import.meta.url)),
  );

/** A thread with the service in it, for a pool. */
export function threadOf(thread: Worker): PoolWorker {
  let isUp = false;
  thread.once('message', () => (isUp = true));
  const failed = new Promise<never>((_, reject) => {
    const fail = (reason: Error): void => reject(isUp ? reason : new WorkerNotStarted(reason));
    thread.once('error', fail);
    thread.once('messageerror', fail);
    thread.once('exit', (code) => fail(new Error(`a worker thread ended with code ${code}`)));
  });
  return { service: wrap<ReplicationService>(nodeEndpoint(thread)), failed, terminate: () => thread.terminate() };
}
