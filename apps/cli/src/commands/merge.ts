import type { Command } from 'commander';
import { inputsHash } from '@percall/core';
import { compile, mergeShards, runsOf, type Compiled } from '@percall/runner';
import { assertOption, judge, readAssertion } from '../assertions.ts';
import { fileText } from '../fileText.ts';
import { addFormat, addNoColor, type OutputFlags } from '../formats.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { badShard, readShardText, runName, shardOfBlock } from '../shardFile.ts';
import { addQuiet } from '../studyOptions.ts';
import { alsoWarned, warn } from '../warn.ts';
import { requireOneStudy, requireWhole, type NamedShard } from '../wholeStudy.ts';
import { writeRun } from '../writeRun.ts';

interface MergeFlags extends OutputFlags {
  readonly assert: readonly string[];
  readonly quiet: boolean;
}

export function addMerge(program: Command, io: Io): void {
  const command = program
    .command('merge')
    .summary('put the shards of a study together')
    .description(
      'Reads what `percall run --shard` wrote, here or elsewhere, and writes what `percall run` of the whole study writes, to the same bytes. The order of the files does not matter.',
    )
    .argument('<shards...>', 'the files of all shards, 1/n to n/n');
  addNoColor(addQuiet(addFormat(command).addOption(assertOption()))).action((files: readonly string[], flags: MergeFlags) =>
    merge(io, files, flags),
  );
}

async function merge(io: Io, files: readonly string[], flags: MergeFlags): Promise<void> {
  const output = await openOutput(io, flags.out, files, '--out', 'one of the shards');
  const shards: NamedShard[] = [];
  for (const name of files) shards.push({ name, file: readShardText(name, await fileText(io, name)) });
  requireOneStudy(shards);
  const compiled = compiledOf(shards[0]!);
  const { study } = compiled;
  const runs = runsOf(compiled);
  for (const { name, replications: wanted } of runs) requireWhole(shards, runName(name), wanted);
  const assertions = flags.assert.map((text) => readAssertion(text, study));
  if (!flags.quiet) warn(io, compiled);
  const done = mergeShards(compiled, (run) =>
    shards.flatMap(({ name, file }) =>
      file.blocks.filter((block) => block.run === runName(run.name)).map((block) => shardOfBlock(name, run.study, block)),
    ),
  );
  await writeRun(io, output, shards[0]!.file.document, done, flags);
  judge(io, done, assertions);
}

/** The study that a shard is of, as `run` compiled it. Stops with 4 where this build makes another one of it. */
function compiledOf({ name, file }: NamedShard): Compiled {
  const { document, seed, replications, floor, sampling, days } = file;
  const compiled = compile(document, { seed, replications, floor, sampling, days });
  if (inputsHash(compiled.study.models) !== file.inputsHash) throw badShard(`${name} was made by another build of this version`);
  return alsoWarned(compiled, file.warnings);
}
