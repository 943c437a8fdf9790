import path from 'node:path';
import { inputsHash } from '@percall/core';
import { Option, type Command } from 'commander';
import { ar, en, reportMarkdown, settingOf, type Language, type Words } from '@percall/report';
import { compile } from '@percall/runner';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { project } from '../project.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { notAvailableYet, usage } from '../stop.ts';
import { addQuiet, addStudyOptions, compileOptions, type StudyFlags } from '../studyOptions.ts';
import { version } from '../version.ts';
import { alsoWarned, warn } from '../warn.ts';

interface ReportFlags extends StudyFlags {
  readonly out?: string;
  readonly language: Language;
}

const languages: Readonly<Record<Language, Words>> = { en, ar };

export function addReport(program: Command, io: Io): void {
  const command = program
    .command('report')
    .summary('write a report of the baseline and its variants')
    .description(
      'Runs the baseline and every variant and writes it up in Markdown: the sentence, cost and quality, the ledger, what the variants change, and what all rests on.',
    )
    .argument('<scenario>', scenarioArgument);
  addQuiet(
    addStudyOptions(command)
      .option('-o, --out <file>', 'write there instead of stdout (-), whole or not at all; .md')
      .addOption(new Option('--language <code>', 'of the report').choices(Object.keys(languages)).default('en')),
  ).action((scenario: string, flags: ReportFlags) => report(io, scenario, flags));
}

async function report(io: Io, source: string, flags: ReportFlags): Promise<void> {
  requireMarkdown(flags.out);
  const output = await openOutput(io, flags.out, [source]);
  const { document, warnings: ofSets } = await readScenario(io, source, flags.set);
  const compiled = alsoWarned(compile(document, compileOptions(flags)), ofSets);
  if (!flags.quiet) warn(io, compiled);
  const done = await project(io, compiled, { ...flags, canChoose: true });
  const { results, warnings } = done;
  await output.write(
    reportMarkdown(
      { document, results, setting: settingOf(done), warnings, engineVersion: version, inputsHash: inputsHash(done.study.models) },
      languages[flags.language],
    ),
  );
}

/** What a file's name asks for, where that is not Markdown, is refused. */
function requireMarkdown(file: string | undefined): void {
  const extension = file === undefined ? '' : path.extname(file).toLowerCase();
  if (extension === '.html' || extension === '.xlsx')
    throw notAvailableYet(`a report in ${extension}`, `reports in ${extension.slice(1).toUpperCase()}`, 'there is Markdown: -o report.md');
  if (!['', '.md', '.markdown', '.txt'].includes(extension))
    throw usage(`--out wants a file that ends in .md, not ${JSON.stringify(file)}`);
}
