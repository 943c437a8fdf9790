/**
 * Resolves in a later turn of the event loop, with messages, timers and clicks let in between.
 *
 * Node has `setImmediate`. A message that a thread sends itself would not do there: Node reads up to 1,000 messages of a port before it looks
 * at anything else, and each answer to one posts the next. Browsers take turns between ports, and clamp `setTimeout` to 4 ms.
 */
export const macrotask: () => Promise<void> = immediate() ?? messageToItself();

/** null: not in Node. */
function immediate(): (() => Promise<void>) | null {
  const { setImmediate: soon } = globalThis as { readonly setImmediate?: (then: () => void) => unknown };
  return soon === undefined ? null : () => new Promise((resolve) => void soon(resolve));
}

function messageToItself(): () => Promise<void> {
  // Node's types of a port lack what every browser has.
  const { port1, port2 } = new MessageChannel() as unknown as Record<'port1' | 'port2', Port>;
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

interface Port {
  onmessage: () => void;
  readonly postMessage: (message: unknown) => void;
}
