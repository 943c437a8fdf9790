import { defineConfig } from 'vitest/config';

/** One configuration for every package: sources of the neighbours are read directly, without a build. */
export default defineConfig({
  resolve: { conditions: ['@percall/source'] },
  ssr: { resolve: { conditions: ['@percall/source'], externalConditions: ['@percall/source'] } },
  test: { testTimeout: 60_000, include: ['test/**/*.test.ts'] },
});
