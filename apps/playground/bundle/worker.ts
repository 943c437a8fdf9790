import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const entryOf = (name: string): string => fileURLToPath(new URL(`../src/desk/${name}.worker.ts`, import.meta.url));

/**
 * `virtual:worker/desk` and the like: the address of the worker of `src/desk/desk.worker.ts`. Workers are built with the page, not beside it: what several of
 * them need (the instant floor, the draws, the people) is one file that is fetched once.
 */
export function worker(): Plugin {
  const prefix = 'virtual:worker/';
  let isBuild = false;
  return {
    name: 'percall-worker',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    resolveId: (asked) => (asked.startsWith(prefix) ? `\0${asked}` : null),
    load(asked) {
      if (!asked.startsWith(`\0${prefix}`)) return null;
      const name = asked.slice(prefix.length + 1);
      const entry = entryOf(name);
      if (!isBuild) return `export { default } from ${JSON.stringify(`${entry}?worker&url`)};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: entry, name })};`;
    },
  };
}
