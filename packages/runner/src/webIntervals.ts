import { wrap, type Endpoint } from 'comlink';
import { createIntervalSession, type IntervalServiceAfar, type IntervalSession } from './intervalSession.ts';
import { endOf, type WebWorker } from './webCrew.ts';

/**
 * Questions about single intervals, answered by a Web Worker of their own, which is started when the first is asked: for an application that has a worker file of its
 * own with `import '@percall/runner/worker'` in it.
 *
 * @param start makes the worker
 */
export const webIntervals = (start: () => WebWorker): IntervalSession =>
  createIntervalSession(() => {
    const worker = start();
    // Comlink's types know functions of what is exposed, and no services in it.
    const { intervals } = wrap(worker as unknown as Endpoint) as unknown as { readonly intervals: IntervalServiceAfar };
    return { service: intervals, ...endOf(worker) };
  });
