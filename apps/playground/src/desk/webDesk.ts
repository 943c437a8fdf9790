import { proxy, wrap, type Endpoint } from 'comlink';
import { endOf, ScenarioRefused, type WebWorker } from '@percall/runner';
import type { Desk, Listener } from './desk.ts';
import type { DeskService, ListenerAfar } from './deskService.ts';

/** Where a desk service is exposed, how it ends by itself, and how it is ended. */
export interface DeskWorker {
  readonly endpoint: Endpoint;
  /** Rejects when it is gone. */
  readonly failed: Promise<never>;
  readonly terminate: () => unknown;
}

/** A desk in a Web Worker, which is started at once: it has much to read before it can answer. */
export const webDesk = (start: () => WebWorker): Desk =>
  deskAfar(() => {
    const worker = start();
    return { endpoint: worker as unknown as Endpoint, ...endOf(worker) };
  });

/** A desk in another thread. One that fails ends the questions that it has, and the next question starts another. */
export function deskAfar(start: () => DeskWorker): Desk {
  const listeners = new Map<number, Listener>();
  let questions = 0;
  const afar: ListenerAfar = {
    answered: async (number, answer) => listeners.get(number)?.answered(answer),
    exact: (number, done, of) => listeners.get(number)?.exact(done, of),
    reported: (number, inputs) => listeners.get(number)?.reported(inputs),
  };
  const open = () => {
    const worker = start();
    const service = wrap<DeskService>(worker.endpoint);
    const failed = worker.failed.catch((reason: unknown) => {
      void worker.terminate();
      if (opened?.failed === failed) opened = null;
      throw reason;
    });
    // Heard by the questions that it has.
    failed.catch(() => {});
    void service.listen(proxy(afar));
    return { service, failed };
  };
  let opened: ReturnType<typeof open> | null = open();

  return {
    answer: async (question, listener, signal) => {
      signal.throwIfAborted();
      const { service, failed } = (opened ??= open());
      const number = ++questions;
      listeners.set(number, listener);
      let onAbort = (): void => {};
      const aborted = new Promise<never>((_, reject) => {
        onAbort = () => {
          listeners.delete(number);
          void service.cancel(number);
          reject(signal.reason as Error);
        };
      });
      signal.addEventListener('abort', onAbort);
      try {
        const ended = await Promise.race([service.answer(number, question), failed, aborted]);
        if (ended !== null) throw new ScenarioRefused(ended.refused);
      } finally {
        listeners.delete(number);
        // The next question aborts this one whether or not it is over, and should not wait for a message about that.
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
