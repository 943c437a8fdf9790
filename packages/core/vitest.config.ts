import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';
import shared, { forceRerunTriggers } from '../../vitest.shared.ts';

/** Files that take longest, by their end: they start first, so that none is left for one core when the other has nothing more to do. */
const longest = [
  'shipped.test.ts',
  'floor/calls/stationary.test.ts',
  'floor/twoFloors.test.ts',
  'traps.test.ts',
  'floor/longHandleTimes.test.ts',
  'floor/calls/returns.test.ts',
  'floor/calls/skills.test.ts',
];

/** Without a cache of earlier runs vitest goes by size, and some of the longest are short to read. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      // Between files that share modules they would end the worker that has them.
      if (project.config.isolate) return -1;
      const at = longest.findIndex((file) => moduleId.endsWith(`/test/${file}`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** What measures the heap of a process has one of its own. */
const alone = ['test/random/durations/allocation.test.ts'];

/** The engine, and the suites of whole studies once more with a boundary around the replicator: `test/cloning.setup.ts`. */
export default defineConfig({
  test: {
    // Every core, the last one too: these suites go on when those of the other packages are done.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    forceRerunTriggers,
    projects: [
      { ...shared, test: { ...shared.test, name: 'in line', exclude: alone } },
      { ...shared, test: { ...shared.test, name: 'alone', include: alone, isolate: true } },
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'cloned',
          include: ['test/study/{study,replicate,distributions}.test.ts', 'test/cloning.twin.ts'],
          setupFiles: ['test/cloning.setup.ts'],
          server: { deps: { external: [] } },
          isolate: true,
        },
      },
    ],
  },
});
