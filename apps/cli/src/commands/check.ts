import { Option, type Command } from 'commander';
import { en, plainText, problemSentence } from '@percall/report';
import { compile, ScenarioRefused } from '@percall/runner';
import { interpret, type Problem } from '@percall/scenario';
import { exitCodes } from '../exitCodes.ts';
import type { Io } from '../io.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { Stop } from '../stop.ts';
import { setOption } from '../studyOptions.ts';
import { alsoWarned } from '../warn.ts';

interface CheckFlags {
  readonly set: readonly string[];
  readonly format: 'table' | 'json';
  readonly quiet: boolean;
}

export function addCheck(program: Command, io: Io): void {
  program
    .command('check')
    .summary('validate a scenario without running it')
    .description('Reads a scenario and compiles it: what passes, runs. All problems are reported at once.')
    .argument('<scenario>', scenarioArgument)
    .addOption(setOption())
    .addOption(new Option('--format <name>', 'what to write').choices(['table', 'json']).default('table'))
    .option('--quiet', 'no warnings', false)
    .action((scenario: string, flags: CheckFlags) => check(io, scenario, flags));
}

async function check(io: Io, source: string, { set, format, quiet }: CheckFlags): Promise<void> {
  let problems: readonly Problem[];
  let sentence = '';
  let refusal: Stop | null = null;
  try {
    const { document, warnings } = await readScenario(io, source, set);
    problems = alsoWarned(compile(document), warnings).warnings;
    const { scenarios } = interpret(document);
    sentence = en.commandLine.valid(plainText(scenarios[0]!.scenario.name), scenarios.length - 1);
  } catch (fault) {
    refusal = refusalOf(fault);
    problems = refusal.problems;
  }
  if (format === 'json') {
    io.stdout(`${JSON.stringify({ ok: refusal === null, problems }, null, 2)}\n`);
    if (refusal !== null) throw new Stop(refusal.exitCode, '');
    return;
  }
  if (refusal !== null) throw refusal;
  for (const problem of quiet ? [] : problems) io.stderr(`${plainText(problemSentence(problem, en))}\n`);
  io.stdout(`${sentence}\n`);
}

/** A scenario that was read and found wanting; anything else is not for `check` to report. */
function refusalOf(fault: unknown): Stop {
  if (fault instanceof Stop && fault.problems.length > 0) return fault;
  if (fault instanceof ScenarioRefused) return new Stop(exitCodes.invalidScenario, '', fault.problems);
  throw fault;
}
