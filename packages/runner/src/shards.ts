import {
  analyse,
  companionsOf,
  summariseAnalysis,
  totalsKeys,
  withCompanions,
  type Analysis,
  type CompanionName,
  type Shard,
  type Study,
} from '@percall/core';
import type { Compiled } from './compile.ts';
import type { Crew, Task } from './crew.ts';
import type { ReplicationRange } from './shardRange.ts';
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
 * Replications [from, to) of a study, to be merged with others that were run elsewhere. Models whose totals are those of an earlier
 * one are not run: their arrays are empty. The same study and range give the same bits.
 */
export const runShard = (
  { study }: Pick<StudyRuns, 'study'>,
  crew: Crew,
  { from, to }: ReplicationRange,
  options: Pick<Task, 'signal' | 'onProgress'> = {},
): Promise<Shard> => {
  const owners = totalsOwners(study);
  return crew.replicate({ study, from, to, models: [...new Set(owners)], ...options });
};

/**
 * The answer of a whole study from the shards of its runs, of any sizes and in any order: the bytes that `runCompiled` gives. Throws RangeError where
 * a replication is missing or comes twice, and where a shard does not fit the study.
 */
export function mergeShards(compiled: Compiled, shardsOf: (run: StudyRuns) => readonly Shard[]): StudyRun {
  const { study, replications, warnings } = compiled;
  const analysed = runsOf(compiled).map((run) => {
    const owners = totalsOwners(run.study);
    const whole = shardsOf(run).map((shard): Shard => ({ ...shard, totals: owners.map((owner) => shard.totals[owner]!) }));
    const analysis = analyse(run.study, whole);
    if (analysis.replications !== run.replications)
      throw new RangeError(`The shards hold ${analysis.replications} replications, and the study has ${run.replications}.`);
    return [run.name, analysis] as const;
  });
  const beside: Partial<Record<CompanionName, Analysis>> = {};
  for (const [name, analysis] of analysed) if (name !== null) beside[name] = analysis;
  const analysis = withCompanions(analysed[0]![1], beside);
  const results = summariseAnalysis(analysis);
  return studyRun({ study, seed: study.seed, replications, of: replications, precision: [], warnings, analysis, results });
}

/** [model] the first model whose totals this one's are: itself, or where it differs in prices alone, an earlier one. */
export function totalsOwners(study: Study): readonly number[] {
  const keys = totalsKeys(study);
  return keys.map((key) => keys.indexOf(key));
}
