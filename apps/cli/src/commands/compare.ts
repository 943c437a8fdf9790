import type { Command } from 'commander';
import { settingOf } from '@percall/report';
import { compileComparison, warningsOfBaseline } from '@percall/runner';
import type { Problem } from '@percall/scenario';
import { assertOption, judge, readAssertion } from '../assertions.ts';
import { addFormat, addNoColor, wantsColour, type OutputFlags } from '../formats.ts';
import type { Io } from '../io.ts';
import { namedDocuments, type Source } from '../namedDocuments.ts';
import { openOutput } from '../output.ts';
import { project } from '../project.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { renderResults } from '../renderResults.ts';
import { comparisonDocument } from '../runDocument.ts';
import { usage } from '../stop.ts';
import { addQuiet, addStudyOptions, compileOptions, setOption, type StudyFlags } from '../studyOptions.ts';
import { alsoWarned, warn } from '../warn.ts';

interface CompareFlags extends StudyFlags, OutputFlags {
  readonly assert: readonly string[];
}

export function addCompare(program: Command, io: Io): void {
  const set = setOption();
  set.description = 'change a value of every document; repeatable';
  const command = program
    .command('compare')
    .summary('set documents against the first')
    .description(
      'Runs the baselines of several documents through the same futures, each against that of the first: as if it were a variant of it. Variants inside the documents are left out.',
    )
    .argument('<scenario>', `the baseline: ${scenarioArgument}`)
    .argument('<others...>', 'what is set against it');
  addNoColor(addQuiet(addFormat(addStudyOptions(command, set)).addOption(assertOption()))).action(
    (first: string, others: readonly string[], flags: CompareFlags) => compare(io, [first, ...others], flags),
  );
}

async function compare(io: Io, sources: readonly string[], flags: CompareFlags): Promise<void> {
  if (sources.filter((source) => source === '-').length > 1) throw usage('stdin (-) can be only one of the scenarios: it is read once');
  const output = await openOutput(io, flags.out, sources);
  const read: Source[] = [];
  const ofSets: (readonly Problem[])[] = [];
  for (const source of sources) {
    const { document, warnings } = await readScenario(io, source, flags.set);
    read.push({ source, document });
    ofSets.push(warnings);
  }
  const documents = namedDocuments(read);
  const warnings = documents.flatMap(({ name }, index) => warningsOfBaseline(ofSets[index]!, index === 0 ? null : name));
  const compiled = alsoWarned(compileComparison(documents, compileOptions(flags)), warnings);
  const assertions = flags.assert.map((text) => readAssertion(text, compiled.study));
  if (!flags.quiet) warn(io, compiled);
  const done = await project(io, compiled, { ...flags, asked: assertions, canChoose: true });
  const setting = settingOf(done);
  await output.write(renderResults(comparisonDocument(documents, done, setting), setting, flags.format, wantsColour(io, output, flags)));
  judge(io, done, assertions);
}
