import path from 'node:path';
import type { Command } from 'commander';
import { loggedContacts, type Study } from '@percall/core';
import { contactColumns, contactRows, csv, en, formatNumber, ndjson } from '@percall/report';
import { compile, mostForPrecision, mostReplications } from '@percall/runner';
import { interpret, type ScenarioDocument } from '@percall/scenario';
import { assertOption, judge, readAssertion } from '../assertions.ts';
import { addFormat, addNoColor, type OutputFlags } from '../formats.ts';
import { exitCodes } from '../exitCodes.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { precisionOption, readPrecisionOption, sayPrecision } from '../precision.ts';
import { project } from '../project.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { runShardFile } from '../runShardFile.ts';
import { refuseBesideShard, shardOption, type ShardChoice } from '../shardOption.ts';
import { Stop, usage } from '../stop.ts';
import { addQuiet, addStudyOptions, compileOptions, type StudyFlags } from '../studyOptions.ts';
import { alsoWarned, warn } from '../warn.ts';
import { writeRun } from '../writeRun.ts';

interface RunFlags extends StudyFlags, OutputFlags {
  readonly assert: readonly string[];
  readonly precision: readonly string[];
  readonly shard?: ShardChoice;
  readonly log?: string;
  readonly logReplication?: number;
}

/** Largest number of a future that --log takes: those of a study go from 0 to one less than their count. */
function logReplication(text: string): number {
  const number = /^\d{1,8}$/.test(text) ? Number(text) : NaN;
  if (number < mostReplications) return number;
  throw usage(
    `--log-replication wants a whole number from 0 to ${formatNumber(mostReplications - 1, 0, en.locale)}, not ${JSON.stringify(text)}`,
  );
}

export function addRun(program: Command, io: Io): void {
  const command = program
    .command('run')
    .summary('project the baseline and its variants')
    .description(
      'Runs the baseline and every variant through the same futures and says what a contact costs, and whether service stands it.',
    )
    .argument('<scenario>', scenarioArgument);
  addFormat(addStudyOptions(command))
    .addOption(precisionOption())
    .addOption(assertOption())
    .option('--log <file>', 'write every contact of one future there, .csv or .ndjson; with --floor calls')
    .option('--log-replication <number>', 'which future, from 0 (default: 0)', logReplication)
    .addOption(shardOption());
  addNoColor(addQuiet(command)).action((scenario: string, flags: RunFlags) => {
    if (flags.shard !== undefined) refuseBesideShard((option) => command.getOptionValueSource(option) === 'cli');
    return run(io, scenario, flags);
  });
}

async function run(io: Io, source: string, flags: RunFlags): Promise<void> {
  if (flags.precision.length > 0 && flags.sampling === 'latinHypercube')
    throw usage(
      '--sampling latinHypercube has all its futures at once, and --precision adds them step by step: give --replications instead',
    );
  const output = await openOutput(io, flags.out, [source]);
  const writeLog = await openLog(io, flags, source);
  const scenario = await readScenario(io, source, flags.set);
  const { document, warnings } = scenario;
  const compiled = alsoWarned(compile(document, compileOptions(withMost(flags))), warnings);
  const assertions = flags.assert.map((text) => readAssertion(text, compiled.study));
  const precision = flags.precision.map((text) => readPrecisionOption(text, compiled.study));
  if ((flags.logReplication ?? 0) >= compiled.replications)
    throw usage(
      `--log-replication wants a future of the study, 0 to ${formatNumber(compiled.replications - 1, 0, en.locale)}, not ${flags.logReplication}`,
    );
  const { shard } = flags;
  if (!flags.quiet) warn(io, compiled);
  if (shard !== undefined) return output.write(await runShardFile(io, scenario, compiled, { ...flags, shard }));
  const done = await project(io, compiled, { ...flags, precision, asked: assertions, canChoose: true });
  await writeRun(io, output, document, done, flags);
  await writeLog?.(document, done.study);
  const isPrecise = sayPrecision(io, done);
  // First, so that who lets pass an answer that is less exact than asked does not let pass one that is wrong.
  judge(io, done, assertions);
  if (!isPrecise) throw new Stop(exitCodes.precisionNotReached, '');
}

/** With a precision --replications are the most, whatever the document asks for. */
const withMost = (flags: RunFlags): RunFlags =>
  flags.precision.length === 0 ? flags : { ...flags, replications: flags.replications ?? mostForPrecision };

/** null: no log is asked for. A file that cannot be one is refused before anything runs. */
async function openLog(
  io: Io,
  { log, logReplication: replication, floor, out }: RunFlags,
  source: string,
): Promise<((document: ScenarioDocument, study: Study) => Promise<void>) | null> {
  if (log === undefined) {
    if (replication !== undefined) throw usage('--log-replication says which future --log writes: it wants --log FILE beside it');
    return null;
  }
  const format = /\.(csv|ndjson)$/i.exec(log)?.[1]?.toLowerCase();
  if (format === undefined) throw usage(`--log wants a file that ends in .csv or .ndjson, not ${JSON.stringify(log)}`);
  if (floor !== 'calls') throw usage('--log writes every contact, and only --floor calls has contacts');
  if (out !== undefined && path.resolve(io.cwd, out) === path.resolve(io.cwd, log)) throw usage('--log and --out want two files');
  const output = await openOutput(io, log, [source], '--log');
  return (document, study) => {
    const { start } = interpret(document).scenarios[0]!.scenario.horizon;
    const rows = contactRows(loggedContacts(study, replication ?? 0), start);
    return output.write(format === 'csv' ? csv(contactColumns, rows) : ndjson(rows));
  };
}
