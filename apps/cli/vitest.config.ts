import { defineConfig } from 'vitest/config';
import shared, { forceRerunTriggers } from '../../vitest.shared.ts';

/** The command line, and once more with everything cloned that would cross to a worker thread and back. */
export default defineConfig({
  test: {
    // Every core: these suites are among the last to end.
    maxWorkers: '100%',
    forceRerunTriggers,
    projects: [
      { ...shared, test: { ...shared.test, name: 'in line' } },
      {
        ...shared,
        test: { ...shared.test, name: 'cloned', include: ['test/{run,others}.test.ts'], env: { PERCALL_CREW: 'cloning' } },
      },
    ],
  },
});
