import type { Endpoint } from 'comlink';
import type { MessagePort, Worker } from 'node:worker_threads';

interface Message {
  readonly data: unknown;
}
type Listener = ((message: Message) => void) | { readonly handleEvent: (message: Message) => void };

/** A thread, or its port to its parent, with the DOM's event API that comlink speaks. (comlink's own adapter is untyped and behind a deep path.) */
export function nodeEndpoint(port: Worker | MessagePort): Endpoint {
  const wrapped = new WeakMap<Listener, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as never),
    addEventListener: (_type: string, listener: Listener) => {
      const onMessage = (data: unknown): void => {
        if (typeof listener === 'function') listener({ data });
        else listener.handleEvent({ data });
      };
      port.on('message', onMessage);
      wrapped.set(listener, onMessage);
    },
    removeEventListener: (_type: string, listener: Listener) => {
      const onMessage = wrapped.get(listener);
      if (onMessage !== undefined) port.off('message', onMessage);
      wrapped.delete(listener);
    },
  };
}
