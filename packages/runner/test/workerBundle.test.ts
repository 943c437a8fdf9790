import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { page } from './support/vite.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Modules of which a bundle of that entry holds any code, and its size in bytes, minified. */
async function bundle(entry: string): Promise<{ readonly modules: readonly string[]; readonly bytes: number }> {
  const built = await build({
    ...page,
    build: { write: false, rollupOptions: { input: fileOf(entry), preserveEntrySignatures: 'strict' } },
  });
  const { output } = (Array.isArray(built) ? built[0]! : built) as Rolldown.RolldownOutput;
  const chunks = output.filter((each) => each.type === 'chunk');
  return {
    modules: chunks.flatMap(({ modules }) =>
      Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
    ),
    bytes: chunks.reduce((sum, { code }) => sum + code.length, 0),
  };
}

const isSchema = (module: string): boolean =>
  /node_modules\/(zod|yaml|fflate|@noble)|packages\/scenario\/src\/(schema|check|presets)\//.test(module);

it('a worker holds the engine, and nothing that reads documents', async () => {
  const { modules, bytes } = await bundle('../src/worker.browser.ts');
  expect(modules.some((module) => module.endsWith('core/src/study/replicateOn.ts'))).toBe(true);
  expect(modules.filter(isSchema)).toEqual([]);
  // Two floors with every lever, strata of days, the planner and the worlds between them, and what shows single intervals: 210 kB.
  expect(bytes).toBeLessThan(216_000);
});

it('twin: what compiles documents does hold the schema, and is found', async () => {
  const { modules } = await bundle('../src/compile.ts');
  expect(modules.filter(isSchema).length).toBeGreaterThan(10);
});
