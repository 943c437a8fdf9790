import {
  analyse,
  companionsOf,
  mostKept,
  summariseAnalysis,
  withCompanions,
  type Analysis,
  type CompanionName,
  type Shard,
  type Study,
} from '@percall/core';
import type { Compiled } from './compile.ts';
import { refuseUnless } from './refuse.ts';
import { withOwners } from './runShard.ts';
import { studyRun, type StudyRun } from './studyRun.ts';

/** The runs that a compiled study is made of: itself, then its companions. */
export const runsOf = ({
  study,
  replications,
  isCorrected,
}: Pick<Compiled, 'study' | 'replications' | 'isCorrected'>): readonly StudyRuns[] => [
  { name: null, study, replications },
  ...companionsOf(study, replications, { isCorrected, shares: true }),
];

/** One of the runs of a study; null: the study itself. */
export interface StudyRuns {
  readonly name: CompanionName | null;
  readonly study: Study;
  readonly replications: number;
}

/**
 * The answer of a whole study from the shards of its runs, of any sizes and in any order: the bytes that `runCompiled` gives. Throws RangeError where
 * a replication is missing or comes twice, where a shard does not fit the study, and for a study of more replications than are kept.
 */
export function mergeShards(compiled: Compiled, shardsOf: (run: StudyRuns) => readonly Shard[]): StudyRun {
  const { study, replications, warnings } = compiled;
  refuseUnless(replications <= mostKept, `shards are merged of studies of at most ${mostKept} replications`, replications, true);
  const analysed = runsOf(compiled).map((run) => {
    const analysis = analyse(
      run.study,
      shardsOf(run).map((shard) => withOwners(run.study, shard)),
    );
    if (analysis.replications !== run.replications)
      throw new RangeError(`The shards hold ${analysis.replications} replications, and the study has ${run.replications}.`);
    return [run.name, analysis] as const;
  });
  const beside: Partial<Record<CompanionName, Analysis>> = {};
  for (const [name, analysis] of analysed) if (name !== null) beside[name] = analysis;
  const analysis = withCompanions(analysed[0]![1], beside);
  const results = summariseAnalysis(analysis);
  return studyRun({ study, seed: study.seed, replications, of: replications, exactToCome: 0, precision: [], warnings, analysis, results });
}
