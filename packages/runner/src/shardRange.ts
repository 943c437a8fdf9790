import { refuseUnless } from './refuse.ts';

/** Replications [from, to). */
export interface ReplicationRange {
  readonly from: number;
  readonly to: number;
}

/** Replications that stay together: one of each scramble, so that every shard is a whole number of them. */
const row = 8;

/** Most shards that so many replications can be cut into: one row each. */
export const mostShards = (replications: number): number => Math.floor(replications / row);

/**
 * The replications of shard `index` of `of`, counted from 1: multiples of 8 in a row, as equal as they can be. Shards 1 to `of` hold every
 * replication once. Throws RangeError where there is no such shard.
 */
export function shardRange(index: number, of: number, replications: number): ReplicationRange {
  const most = mostShards(replications);
  refuseUnless(Number.isInteger(of) && of >= 1 && of <= most, `shards of ${replications} replications must be 1 to ${most}`, of, true);
  refuseUnless(Number.isInteger(index) && index >= 1 && index <= of, `a shard must be one of 1 to ${of}`, index, true);
  return partOf(index, of, replications);
}

/** The same part of any run of a study: of one with fewer rows than shards some shards have none. */
export function partOf(index: number, of: number, replications: number): ReplicationRange {
  const rows = Math.floor(replications / row);
  const end = (shards: number): number => row * Math.floor((shards * rows) / of);
  return { from: end(index - 1), to: end(index) };
}
