import type { CompileOptions } from '@percall/runner';

/** A link says what the page will say when it is opened there, and the page answers on the instant floor. */
export const asThePage: CompileOptions = { floor: 'erlang' };
