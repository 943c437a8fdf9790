import { defineConfig } from 'vitest/config';

/**
 * One configuration for every package: sources of the neighbours are read directly, without a build. Files of a worker share the modules that they
 * import, since reading them anew takes longer than most files do: a test leaves modules and globals as they were.
 */
export default defineConfig({
  resolve: { conditions: ['@percall/source'] },
  ssr: { resolve: { conditions: ['@percall/source'], externalConditions: ['@percall/source'] } },
  test: { testTimeout: 60_000, hookTimeout: 60_000, isolate: false, include: ['test/**/*.test.ts'] },
});
