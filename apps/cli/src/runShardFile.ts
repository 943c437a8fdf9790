import { inputsHash } from '@percall/core';
import { createEffort, partOf, runShard, runsOf, type Compiled, type FloorChoice } from '@percall/runner';
import { defaultThreads } from '@percall/runner/node';
import type { Io } from './io.ts';
import { progressBar } from './progress.ts';
import type { ReadScenario } from './readScenario.ts';
import { runName, shardBlock, shardText, type ShardBlock } from './shardFile.ts';
import { requireRange, type ShardChoice } from './shardOption.ts';

export interface ShardFlags {
  readonly shard: ShardChoice;
  readonly floor: FloorChoice;
  readonly workers?: number;
  readonly quiet: boolean;
}

/** Runs one shard of a compiled study, with its progress on stderr, and returns the text of its file. Ends with the signal's reason on Ctrl-C. */
export async function runShardFile(io: Io, { document, warnings }: ReadScenario, compiled: Compiled, flags: ShardFlags): Promise<string> {
  const { study, replications } = compiled;
  requireRange(flags.shard, compiled);
  const runs = runsOf(compiled).flatMap((run) => {
    const range = partOf(flags.shard.index, flags.shard.of, run.replications);
    return range.to > range.from ? [{ ...run, range }] : [];
  });
  const own = runs[0]!.range.to - runs[0]!.range.from;
  const crew = io.crew(flags.workers ?? defaultThreads({ ...compiled, replications: own }));
  const bar = progressBar(io, flags.quiet, { ...compiled, replications: own });
  const companions = runs.flatMap(({ name, study: its, range }) =>
    name === null ? [] : [{ name, study: its, replications: range.to - range.from }],
  );
  const effort = createEffort(study, own, companions, bar.update);
  try {
    const blocks: ShardBlock[] = [];
    for (const { name, study: its, range } of runs) {
      const shard = await runShard({ study: its }, crew, range, { signal: io.signal, onProgress: (done) => effort.done(its, done) });
      blocks.push(shardBlock(runName(name), shard));
    }
    return shardText({
      document,
      warnings,
      seed: study.seed,
      replications,
      floor: flags.floor,
      sampling: study.sampling.method,
      days: study.days,
      inputsHash: inputsHash(study.models),
      shard: flags.shard,
      blocks,
    });
  } finally {
    bar.clear();
    await crew.close();
  }
}
