import { defineConfig } from 'vitest/config';

/**
 * One configuration for every package: sources of the neighbours are read directly, without a build. Files of a worker share the modules that they
 * import, since reading them anew takes longer than most files do: a test leaves modules and globals as they were. A test that hangs ends; one on a machine
 * that is slow, or busy with something else, has the time that it takes.
 */
export default defineConfig({
  resolve: { conditions: ['@percall/source'] },
  ssr: { resolve: { conditions: ['@percall/source'], externalConditions: ['@percall/source'] } },
  test: { testTimeout: 300_000, hookTimeout: 300_000, isolate: false, include: ['test/**/*.test.ts'] },
});
