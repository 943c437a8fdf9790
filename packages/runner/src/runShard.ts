import { totalsKeys, type Shard, type Study } from '@percall/core';
import type { Crew, Task } from './crew.ts';
import type { ReplicationRange } from './shardRange.ts';

/**
 * Replications [from, to) of a study, to be merged with others that were run elsewhere. Models whose totals are those of an earlier
 * one are not run: their arrays are empty. The same study and range give the same bits.
 */
export const runShard = (
  { study }: { readonly study: Study },
  crew: Crew,
  { from, to }: ReplicationRange,
  options: Pick<Task, 'signal' | 'onProgress'> = {},
): Promise<Shard> => crew.replicate({ study, from, to, models: [...new Set(totalsOwners(study))], ...options });

/** The same with the totals of every model: where two have the same, the same array. */
export const wholeShard = async (
  study: Study,
  crew: Crew,
  range: ReplicationRange,
  options: Pick<Task, 'signal' | 'onProgress'>,
): Promise<Shard> => withOwners(study, await runShard({ study }, crew, range, options));

/** What `runShard` gave, with the totals of every model. */
export const withOwners = (study: Study, shard: Shard): Shard => ({
  ...shard,
  totals: totalsOwners(study).map((owner) => shard.totals[owner]!),
});

/** [model] the first model whose totals this one's are: itself, or where it differs in prices alone, an earlier one. */
export function totalsOwners(study: Study): readonly number[] {
  const keys = totalsKeys(study);
  return keys.map((key) => keys.indexOf(key));
}
