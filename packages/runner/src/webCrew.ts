import { wrap, type Endpoint } from 'comlink';
import type { Crew } from './crew.ts';
import { createPool, WorkerNotStarted, type PoolWorker } from './pool.ts';
import type { ReplicationService } from './replicationService.ts';

/** What is used of a Web Worker, besides that comlink speaks with it. */
export interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: object) => void): void;
  terminate(): void;
}

/**
 * So many Web Workers, one at least: for an application that has a worker file of its own with `import '@percall/runner/worker'` in it.
 *
 * @param start makes one worker
 * @param early so many are started now, not when they are first needed, and do the first task alone
 */
export const webCrew = (workers: number, start: () => WebWorker, early = 0): Crew =>
  createPool(() => poolWorkerOf(start()), workers, undefined, early);

const poolWorkerOf = (worker: WebWorker): PoolWorker => ({
  service: wrap<ReplicationService>(worker as unknown as Endpoint),
  ...endOf(worker),
});

/** How a worker ends, by itself or not. */
export function endOf(worker: WebWorker): Pick<PoolWorker, 'failed' | 'terminate'> {
  let isUp = false;
  worker.addEventListener('message', () => (isUp = true));
  const failed = new Promise<never>((_, reject) => {
    // A file that cannot be loaded gives an event without a message.
    worker.addEventListener('error', ({ message = '' }: { readonly message?: string }) =>
      reject(isUp ? new Error(`a worker failed: ${message}`) : new WorkerNotStarted(message === '' ? notLoaded : message)),
    );
    worker.addEventListener('messageerror', () => reject(new Error('a worker sent what cannot be read')));
  });
  return { failed, terminate: () => worker.terminate() };
}

const notLoaded =
  'the file with @percall/runner/worker in it could not be loaded. Is it where it is looked for, and does the Content-Security-Policy let it (worker-src)?';
