import { defineConfig } from 'vitest/config';
import shared from '../../vitest.shared.ts';

/** The engine, and the suites of whole studies once more with a boundary around the replicator: `test/cloning.setup.ts`. */
export default defineConfig({
  test: {
    projects: [
      { ...shared, test: { ...shared.test, name: 'in line' } },
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'cloned',
          include: ['test/study/{study,replicate,distributions}.test.ts', 'test/cloning.twin.ts'],
          setupFiles: ['test/cloning.setup.ts'],
        },
      },
    ],
  },
});
