import path from 'node:path';
import { Option, type Command } from 'commander';
import { loggedContacts, type Study } from '@percall/core';
import { contactColumns, contactRows, csv, en, formatNumber, ndjson, settingOf } from '@percall/report';
import { compile, mostReplications } from '@percall/runner';
import { interpret, type ScenarioDocument } from '@percall/scenario';
import { assertOption, judge, readAssertion } from '../assertions.ts';
import { addFormat, addNoColor, wantsColour, type OutputFlags } from '../formats.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { project } from '../project.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { renderResults } from '../renderResults.ts';
import { runDocument } from '../runDocument.ts';
import { notAvailableYet, usage } from '../stop.ts';
import { addQuiet, addStudyOptions, compileOptions, type StudyFlags } from '../studyOptions.ts';
import { alsoWarned, warn } from '../warn.ts';

interface RunFlags extends StudyFlags, OutputFlags {
  readonly assert: readonly string[];
  readonly precision?: string;
  readonly shard?: string;
  readonly log?: string;
  readonly logReplication?: number;
}

/** Largest number of a future that --log takes: those of a study go from 0 to one less than their count. */
function logReplication(text: string): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
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
    .addOption(assertOption())
    .option('--log <file>', 'write every contact of one future there, .csv or .ndjson; with --floor calls')
    .option('--log-replication <number>', 'which future, from 0 (default: 0)', logReplication);
  addNoColor(addQuiet(command))
    .addOption(new Option('--precision <expression>', 'not available yet').hideHelp())
    .addOption(new Option('--shard <i/n>', 'not available yet').hideHelp())
    .action((scenario: string, flags: RunFlags) => run(io, scenario, flags));
}

async function run(io: Io, source: string, flags: RunFlags): Promise<void> {
  refuseUnbuilt(flags);
  const output = await openOutput(io, flags.out, [source]);
  const writeLog = await openLog(io, flags, source);
  const { document, warnings } = await readScenario(io, source, flags.set);
  const compiled = alsoWarned(compile(document, compileOptions(flags)), warnings);
  const assertions = flags.assert.map((text) => readAssertion(text, compiled.study));
  if (!flags.quiet) warn(io, compiled);
  const done = await project(io, compiled, { ...flags, canChoose: true });
  const setting = settingOf(done);
  await output.write(renderResults(runDocument(document, done, setting), setting, flags.format, wantsColour(io, output, flags)));
  await writeLog?.(document, done.study);
  judge(io, done, assertions);
}

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

function refuseUnbuilt({ precision, shard }: RunFlags): void {
  if (precision !== undefined)
    throw notAvailableYet('--precision', 'studies that add futures until the answer is as exact as asked', 'choose --replications');
  if (shard !== undefined) throw notAvailableYet('--shard', 'studies that several computers share', 'one computer runs the whole study');
}
