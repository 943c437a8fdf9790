import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files of a page that imports `percall`, as a bundler with these conditions makes them, and Node's modules that it would lack. */
async function bundle(conditions: readonly string[]) {
  const lacking = new Set<string>();
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { conditions: ['@percall/source', ...conditions] },
    worker: { format: 'es' },
    build: { write: false, rollupOptions: { input: 'page', preserveEntrySignatures: 'strict' } },
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => {
          if (id.startsWith('node:')) lacking.add(id);
          return id === 'page' ? `${root}page.js` : null;
        },
        load: (id) => (id === `${root}page.js` ? `export { runStudy, streamStudy, parseScenario } from 'percall';` : null),
      },
    ],
  });
  const { output } = (Array.isArray(built) ? built[0]! : built) as Rolldown.RolldownOutput;
  return { files: output.map(({ fileName }) => fileName), lacking: [...lacking].sort() };
}

it('a page gets Web Workers and nothing of Node', async () => {
  const { files, lacking } = await bundle(['browser', 'module']);
  expect(lacking).toEqual([]);
  expect(files.filter((file) => file.includes('worker.browser'))).toHaveLength(1);
});

it('twin: without the browser condition it would ask for worker threads', async () => {
  const { files, lacking } = await bundle(['module']);
  expect(lacking).toContain('node:worker_threads');
  expect(files.filter((file) => file.includes('worker.browser'))).toEqual([]);
});
