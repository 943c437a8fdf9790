/** Runs a classic script in an engine, in a realm of its own, and resolves with the text that it leaves in the global `said`. Rejects with what it throws. */
export type Run = (script: string) => Promise<string>;

/** Milliseconds after which an engine is given up: it needs some seconds, and more on a machine that has other things to do. */
export const patience = 150_000;
