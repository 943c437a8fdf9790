import { inputsHash } from '@percall/core';
import { runShard, type Compiled, type FloorChoice } from '@percall/runner';
import { defaultThreads } from '@percall/runner/node';
import type { Io } from './io.ts';
import { progressBar } from './progress.ts';
import type { ReadScenario } from './readScenario.ts';
import { shardBlock, shardText } from './shardFile.ts';
import { rangeOf, type ShardChoice } from './shardOption.ts';

export interface ShardFlags {
  readonly shard: ShardChoice;
  readonly floor: FloorChoice;
  readonly workers?: number;
  readonly quiet: boolean;
}

/** Runs one shard of a compiled study, with its progress on stderr, and returns the text of its file. Ends with the signal's reason on Ctrl-C. */
export async function runShardFile(io: Io, { document, warnings }: ReadScenario, compiled: Compiled, flags: ShardFlags): Promise<string> {
  const { study, replications } = compiled;
  const range = rangeOf(flags.shard, compiled);
  const part: Compiled = { ...compiled, replications: range.to - range.from };
  const crew = io.crew(flags.workers ?? defaultThreads(part));
  const bar = progressBar(io, flags.quiet, part);
  try {
    const shard = await runShard(compiled, crew, range, {
      signal: io.signal,
      onProgress: (done) => bar.update(done, part.replications),
    });
    return shardText({
      document,
      warnings,
      seed: study.seed,
      replications,
      floor: flags.floor,
      inputsHash: inputsHash(study.models),
      shard: flags.shard,
      blocks: [shardBlock(study.floor, shard)],
    });
  } finally {
    bar.clear();
    await crew.close();
  }
}
