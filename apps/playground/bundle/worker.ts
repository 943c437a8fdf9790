import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const entry = fileURLToPath(new URL('../src/worker.ts', import.meta.url));

/**
 * `virtual:worker`: the address of the worker that runs replications. It is built with the page, not beside it: what both need (the instant floor, the
 * draws, the people) is one file that is fetched once.
 */
export function worker(): Plugin {
  const id = 'virtual:worker';
  let isBuild = false;
  return {
    name: 'percall-worker',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    load(asked) {
      if (asked !== `\0${id}`) return null;
      if (!isBuild) return `export { default } from ${JSON.stringify(`${entry}?worker&url`)};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: entry, name: 'worker' })};`;
    },
  };
}
