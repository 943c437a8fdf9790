import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const folder = fileURLToPath(new URL('../src/desk/', import.meta.url));
const entryOf = (name: string): string => `${folder}${name}.worker.ts`;

/**
 * `virtual:worker/desk` and the like: the address of the worker of `src/desk/desk.worker.ts`. Workers are built with the page, not beside it: what several of
 * them need (the instant floor, the draws, the people) is one file that is fetched once. The page names all that they begin with, so that it is on its way
 * before they ask for it, one file after the other.
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
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        [...filesOf(bundle ?? {})]
          .filter((file) => !html.includes(file))
          .map((file): HtmlTagDescriptor => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          })),
    },
  };
}

/** The files of all workers, with what those import before they run. */
function filesOf(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    const chunk = bundle[file];
    if (files.has(file) || chunk?.type !== 'chunk') return;
    files.add(file);
    chunk.imports.forEach(add);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.facadeModuleId?.startsWith(folder) && chunk.facadeModuleId.endsWith('.worker.ts'))
      add(chunk.fileName);
  return files;
}
