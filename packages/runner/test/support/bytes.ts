import { summarise, type Results, type Shard, type Study } from '@percall/core';
import { sha256Hex } from '@percall/scenario';

/** Digest of every bit of a shard's totals, and of what they are totals of. */
export const digestOfShard = ({ from, to, totals }: Shard): string => sha256Hex(JSON.stringify([from, to, totals.map(bitsOf)]));

const bitsOf = (sums: Float64Array): number[] => Array.from(new Uint32Array(Float64Array.from(sums).buffer));

/** Digest of results as they are written. */
export const digestOfResults = (results: Results): string => sha256Hex(JSON.stringify(results));

/** Both of a study's shard. */
export const digestsOf = (study: Study, shard: Shard): { readonly totals: string; readonly results: string } => ({
  totals: digestOfShard(shard),
  results: digestOfResults(summarise(study, [shard])),
});
