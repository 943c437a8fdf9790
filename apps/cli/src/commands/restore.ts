import { Option, type Command } from 'commander';
import { inputsHash } from '@percall/core';
import {
  ar,
  changeFigures,
  changeText,
  en,
  nothingRestores,
  settingOf,
  type Language,
  type RestoringChange,
  type Words,
} from '@percall/report';
import { cheapestChange, compile, createSession, type CheapestChange, type FoundChange } from '@percall/runner';
import { defaultThreads } from '@percall/runner/node';
import { exitCodes } from '../exitCodes.ts';
import { jsonText } from '../formats.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { addQuiet, setOption, workers } from '../studyOptions.ts';
import { unknownName } from '../unknownName.ts';
import { Stop } from '../stop.ts';
import { version } from '../version.ts';
import { alsoWarned, sayWarnings } from '../warn.ts';

interface RestoreFlags {
  readonly set: readonly string[];
  readonly variant?: string;
  readonly format: 'text' | 'json';
  readonly out?: string;
  readonly language: Language;
  readonly workers?: number;
  readonly quiet: boolean;
}

const languages: Readonly<Record<Language, Words>> = { en, ar };

export function addRestore(program: Command, io: Io): void {
  const command = program
    .command('restore')
    .summary('find the cheapest change that brings service back')
    .description(
      'Finds the single change of a variant, or of the baseline, that meets all quality floors as often as wanted at the least mean cost per contact.',
    )
    .argument('<scenario>', scenarioArgument)
    .addOption(setOption())
    .option('--variant <name>', 'the variant that misses a floor (default: the baseline)')
    .addOption(new Option('--format <name>', 'what to write').choices(['text', 'json']).default('text'))
    .option('--out <file>', 'write there instead of stdout (-), whole or not at all')
    .addOption(new Option('--language <code>', 'of the text').choices(Object.keys(languages)).default('en'))
    .option(
      '--workers <count>',
      'threads to spread the futures over; 0: none (default: one a core, where the study is worth them)',
      workers,
    );
  addQuiet(command).action((scenario: string, flags: RestoreFlags) => restore(io, scenario, flags));
}

async function restore(io: Io, source: string, flags: RestoreFlags): Promise<void> {
  const output = await openOutput(io, flags.out, [source]);
  const { document, warnings } = await readScenario(io, source, flags.set);
  const compiled = alsoWarned(compile(document), warnings);
  const names = compiled.study.models.map(({ name }) => name);
  if (flags.variant !== undefined && !names.slice(1).includes(flags.variant)) throw unknownName('--variant', flags.variant, names.slice(1));
  if (compiled.study.models[0]!.targets.floors.length === 0)
    throw new Stop(exitCodes.invalidScenario, 'the scenario sets no quality floor that could be restored');
  if (!flags.quiet) sayWarnings(io, compiled.warnings);
  const session = createSession(io.crew(flags.workers ?? defaultThreads(compiled)));
  let result: CheapestChange | null = null;
  try {
    for await (const step of cheapestChange(session, document, flags.variant ?? null, { signal: io.signal })) {
      if (step.kind === 'done') result = step.result;
      else if (!flags.quiet && io.stderrIsTerminal) io.stderr(`\r${en.page.restore[step.kind](step.done, step.of)} `);
    }
  } finally {
    if (!flags.quiet && io.stderrIsTerminal) io.stderr(`\r${' '.repeat(width)}\r`);
    await session.close();
  }
  const found = result!;
  if (flags.format === 'json')
    return output.write(
      jsonText({
        schemaVersion: 1,
        engineVersion: version,
        inputsHash: inputsHash(compiled.study.models),
        document,
        scenario: flags.variant ?? names[0]!,
        ...found,
        found: found.found.map(plain),
        nearest: found.nearest && plain(found.nearest),
        warnings: compiled.warnings,
      }),
    );
  return output.write(textOf(found, settingOf(compiled), languages[flags.language]));
}

/** Of the longest line of progress. */
const width = 60;

/** A change as data: what is changed, and what it comes to. */
function plain({ remedy: { kind, path, from, places, to }, place, ...standing }: FoundChange): object {
  return { kind, path, from, to: to(place), place, places, ...standing };
}

function textOf(result: CheapestChange, setting: ReturnType<typeof settingOf>, words: Words): string {
  const { restore } = words.page;
  const told = (change: RestoringChange): string =>
    [
      changeText(change, words, { input: ({ path }) => path, shown: (text) => text }),
      ...changeFigures(change, setting, words).map((figure) => `  ${figure}`),
    ].join('\n');
  const verdict = nothingRestores(result, words);
  const [first, ...others] = result.found;
  const best = first ?? result.nearest;
  const parts = [
    ...(verdict === null ? [] : [verdict]),
    ...(best === null ? [] : [told(best)]),
    ...(others.length === 0 ? [] : [`${restore.others}:`, ...others.map(told)]),
    ...(result.remedies === 0 ? [] : [restore.basis({ changes: result.remedies, futures: result.replications })]),
  ];
  return `${parts.join('\n\n')}\n`;
}
