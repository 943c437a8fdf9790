import path from 'node:path';
import { Option, type Command } from 'commander';
import { evaluateAssertion, kpiNames, loggedContacts, parseExpression, type Expression, type Results, type Study } from '@percall/core';
import {
  contactColumns,
  contactRows,
  csv,
  en,
  formatNumber,
  headline,
  headlineMarkdown,
  headlineText,
  markdownTable,
  markdownText,
  ndjson,
  plainText,
  problemSentence,
  resultsTable,
  settingOf,
  terminalTable,
  tidyColumns,
  tidyRows,
  type Headline,
  type Setting,
} from '@percall/report';
import { compile, fewestReplications, isReplications, mostReplications, type Compiled, type StudyRun } from '@percall/runner';
import { interpret, type ScenarioDocument } from '@percall/scenario';
import { exitCodes } from '../exitCodes.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { project } from '../project.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { runDocument } from '../runDocument.ts';
import { notAvailableYet, Stop, usage } from '../stop.ts';

const formats = ['table', 'json', 'ndjson', 'csv', 'md'] as const;
type Format = (typeof formats)[number];

interface RunFlags {
  readonly set: readonly string[];
  readonly replications?: number;
  readonly seed?: string;
  readonly floor: 'auto' | 'erlang' | 'calls';
  readonly format: Format;
  readonly out?: string;
  readonly assert: readonly string[];
  readonly quiet: boolean;
  readonly color: boolean;
  readonly workers?: number;
  readonly precision?: string;
  readonly shard?: string;
  readonly log?: string;
  readonly logReplication?: number;
}

export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** A number of replications that a study can have, in digits, with k for thousands. */
function replications(text: string): number {
  const [, digits, thousands] = /^(\d+)(k?)$/.exec(text) ?? [];
  const count = digits === undefined ? NaN : Number(digits) * (thousands === 'k' ? 1000 : 1);
  if (isReplications(count)) return count;
  const [fewest, most] = [fewestReplications, mostReplications].map((bound) => formatNumber(bound, 0, en.locale));
  throw usage(`--replications wants a multiple of 8 from ${fewest} to ${most}, not ${JSON.stringify(text)}`);
}

/** More threads than any machine has cores; past it a slip of the finger would ask for a thousand. */
const mostWorkers = 256;

function workers(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= mostWorkers) return Number(text);
  throw usage(`--workers wants a whole number from 0 to ${mostWorkers}, not ${JSON.stringify(text)}`);
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
  program
    .command('run')
    .summary('project the baseline and its variants')
    .description(
      'Runs the baseline and every variant through the same futures and says what a contact costs, and whether service stands it.',
    )
    .argument('<scenario>', scenarioArgument)
    .option('--set <path=value>', 'change a value of the document; repeatable', collect, [])
    .option('--replications <count>', "futures: a multiple of 8, best a power of two (default: the document's)", replications)
    .option('--seed <text>', "which futures (default: the document's)")
    .addOption(new Option('--floor <name>', 'how contacts meet agents').choices(['auto', 'erlang', 'calls']).default('auto'))
    .addOption(new Option('--format <name>', 'what to write').choices(formats).default('table'))
    .option('--out <file>', 'write there instead of stdout (-), whole or not at all')
    .option(
      '--assert <expression>',
      "must hold in every variant, else the exit code is 99; repeatable, e.g. 'p(holds) >= 0.9'",
      collect,
      [],
    )
    .option(
      '--workers <count>',
      'threads to spread the futures over; 0: none (default: one a core, where the study is worth them)',
      workers,
    )
    .option('--log <file>', 'write every contact of one future there, .csv or .ndjson; with --floor calls')
    .option('--log-replication <number>', 'which future, from 0 (default: 0)', logReplication)
    .option('--quiet', 'no progress, no warnings', false)
    .option('--no-color', 'no colours; NO_COLOR in the environment says the same')
    .addOption(new Option('--precision <expression>', 'not available yet').hideHelp())
    .addOption(new Option('--shard <i/n>', 'not available yet').hideHelp())
    .action((scenario: string, flags: RunFlags) => run(io, scenario, flags));
}

async function run(io: Io, source: string, flags: RunFlags): Promise<void> {
  refuseUnbuilt(flags);
  const output = await openOutput(io, flags.out, source);
  const writeLog = await openLog(io, flags, source);
  const document = await readScenario(io, source, flags.set);
  const { replications, seed, floor } = flags;
  const compiled = compile(document, {
    ...(replications === undefined ? {} : { replications }),
    ...(seed === undefined ? {} : { seed }),
    floor,
  });
  const assertions = flags.assert.map((text) => readAssertion(text, compiled.study));
  if (!flags.quiet) warn(io, compiled);
  const done = await project(io, compiled, { quiet: flags.quiet, workers: flags.workers, canChoose: true });
  const setting = settingOf(done);
  const colour = io.stdoutIsTerminal && !output.isFile && flags.color && (io.env['NO_COLOR'] ?? '') === '';
  await output.write(render(document, done, setting, flags.format, colour));
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
  const output = await openOutput(io, log, source, '--log');
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

/** An assertion names KPIs and scenarios of this study; anything else is a fault of usage, found before anything runs. */
function readAssertion(text: string, { models }: Study): Expression {
  const parsed = parseExpression(text, kpiNames(models[0]!), { scenarios: models.map(({ name }) => name) });
  if (!parsed.ok) throw new Stop(exitCodes.usage, `--assert ${JSON.stringify(text)}`, [parsed.problem]);
  const { expression } = parsed;
  const baseline = models[0]!.name;
  if (compares(expression) && (expression.scenario === baseline || models.length === 1)) {
    const why = models.length === 1 ? 'there is no variant to compare with it' : 'the baseline is not compared with itself';
    throw usage(`--assert ${JSON.stringify(text)} is about ${JSON.stringify(baseline)}: ${why}`);
  }
  return expression;
}

/** Whether an expression is about the difference from the baseline. */
const compares = ({ subject }: Expression): boolean =>
  subject.kind === 'statistic'
    ? subject.measure.versusBaseline
    : subject.events.some((event) => (typeof event === 'string' ? event !== 'holds' : event.measure.versusBaseline));

function warn(io: Io, { replications, warnings }: Compiled): void {
  for (const warning of warnings) io.stderr(`${plainText(problemSentence(warning, en))}\n`);
  if ((replications & (replications - 1)) !== 0)
    io.stderr(`${en.problem.warning(en.commandLine.notAPowerOfTwo(formatNumber(replications, 0, en.locale)))}\n`);
}

function render(document: ScenarioDocument, run: StudyRun, setting: Setting, format: Format, colour: boolean): string {
  const { results } = run;
  switch (format) {
    case 'json':
      return `${JSON.stringify(runDocument(document, run, setting), null, 2)}\n`;
    case 'ndjson':
      return ndjson(tidyRows(results, setting));
    case 'csv':
      return csv(tidyColumns, tidyRows(results, setting));
    case 'md':
      return `# ${markdownText(setting.name)}\n\n${sentences(results, setting, headlineMarkdown, markdownText)}\n${markdownTable(resultsTable(results, setting, en))}`;
    case 'table':
      return `${plainText(setting.name)}\n\n${sentences(results, setting, headlineText, plainText)}\n${terminalTable(resultsTable(results, setting, en), { colour })}`;
  }
}

/** The headline of the baseline where it stands alone, else of each variant, under its name. */
function sentences(results: Results, setting: Setting, say: (spoken: Headline) => string, name: (text: string) => string): string {
  const [baseline, ...variants] = results.scenarios;
  return (variants.length === 0 ? [baseline!] : variants)
    .map((scenario) => `${variants.length === 0 ? '' : `${name(scenario.name)}: `}${say(headline(scenario, baseline!, setting, en))}\n`)
    .join('\n');
}

/** Stops with 99 when an assertion does not hold, after the data is out. */
function judge(io: Io, { analysis }: StudyRun, assertions: readonly Expression[]): void {
  let failed = 0;
  for (const assertion of assertions) {
    const { holds, scenarios } = evaluateAssertion(assertion, analysis);
    if (holds) continue;
    failed += 1;
    const found = scenarios
      .filter((each) => !each.holds)
      .map(({ name, value }) => en.commandLine.found(plainText(name), value === null ? null : String(value.value)));
    io.stderr(`${en.commandLine.doesNotHold(plainText(assertion.text), found)}\n`);
  }
  if (failed > 0) throw new Stop(exitCodes.assertionFailed, '');
}
