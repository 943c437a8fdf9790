import { effortOf, inputsHash } from '@percall/core';
import { partOf, runShard, runsOf, type Compiled, type FloorChoice } from '@percall/runner';
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
  const efforts = runs.map(({ study: its, range }) => (range.to - range.from) * effortOf(its, its.floor));
  const whole = efforts.reduce((sum, effort) => sum + effort, 0);
  let spent = 0;
  try {
    const blocks: ShardBlock[] = [];
    for (const [place, { name, study: its, range }] of runs.entries()) {
      const shard = await runShard({ study: its }, crew, range, {
        signal: io.signal,
        onProgress: (done) => bar.update(Math.round((own * (spent + done * effortOf(its, its.floor))) / whole), own),
      });
      spent += efforts[place]!;
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
