import { analyse, summariseAnalysis, totalsKeys, type Shard, type Study } from '@percall/core';
import type { Compiled } from './compile.ts';
import type { Crew, Task } from './crew.ts';
import type { ReplicationRange } from './shardRange.ts';
import { studyRun, type StudyRun } from './studyRun.ts';

/**
 * Replications [from, to) of a compiled study, to be merged with others that were run elsewhere. Models whose totals are those of an earlier
 * one are not run: their arrays are empty. The same study and range give the same bits.
 */
export const runShard = (
  { study }: Pick<Compiled, 'study'>,
  crew: Crew,
  { from, to }: ReplicationRange,
  options: Pick<Task, 'signal' | 'onProgress'> = {},
): Promise<Shard> => {
  const owners = totalsOwners(study);
  return crew.replicate({ study, from, to, models: [...new Set(owners)], ...options });
};

/**
 * The answer of a whole study from its shards, of any sizes and in any order: the bytes that `runCompiled` gives. Throws RangeError where a
 * replication is missing or comes twice, and where a shard does not fit the study.
 */
export function mergeShards({ study, replications, warnings }: Compiled, shards: readonly Shard[]): StudyRun {
  const owners = totalsOwners(study);
  const whole = shards.map((shard): Shard => ({ ...shard, totals: owners.map((owner) => shard.totals[owner]!) }));
  const analysis = analyse(study, whole);
  if (analysis.replications !== replications)
    throw new RangeError(`The shards hold ${analysis.replications} replications, and the study has ${replications}.`);
  const results = summariseAnalysis(analysis);
  return studyRun({ study, seed: study.seed, replications, of: replications, precision: [], warnings, analysis, results });
}

/** [model] the first model whose totals this one's are: itself, or where it differs in prices alone, an earlier one. */
export function totalsOwners(study: Study): readonly number[] {
  const keys = totalsKeys(study);
  return keys.map((key) => keys.indexOf(key));
}
