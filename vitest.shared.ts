import { defineConfig } from 'vitest/config';

/**
 * Node reads the sources of packages and of the command line itself, through tsx. By way of vitest every call from one file to another goes through an object of
 * its own, which keeps V8 from inlining it: the engine is half as fast then. Where a test puts something in the place of a source, vitest reads them all:
 * `deps.external` is empty there.
 */
export const sourcesByNode = {
  execArgv: ['--import', import.meta.resolve('tsx/esm'), '--conditions=@percall/source'],
  server: { deps: { external: [/\/(packages\/\w+|apps\/cli)\/src\/.+\.ts$/] } },
};

/** Vitest does not see what a test reads by way of Node: in its watch mode a changed source runs all tests again. */
export const forceRerunTriggers = ['**/{package.json,vitest.config.ts,vite.config.ts}', '**/src/**/*.ts'];

/**
 * One configuration for every package: sources of the neighbours are read directly, without a build. Files of a worker share the modules that they
 * import, since reading them anew takes longer than most files do: a test leaves modules and globals as they were. A test that hangs ends; one on a machine
 * that is slow, or busy with something else, has the time that it takes.
 */
export default defineConfig({
  resolve: { conditions: ['@percall/source'] },
  ssr: { resolve: { conditions: ['@percall/source'], externalConditions: ['@percall/source'] } },
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    isolate: false,
    include: ['test/**/*.test.ts'],
    ...sourcesByNode,
    forceRerunTriggers,
  },
});
