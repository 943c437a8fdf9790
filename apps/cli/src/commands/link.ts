import type { Command } from 'commander';
import { en, formatNumber, linkHeadline, plainText, problemSentence, settingOf } from '@percall/report';
import { compile } from '@percall/runner';
import { encodeLink } from '@percall/scenario';
import type { Io } from '../io.ts';
import { project } from '../project.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { setOption } from '../studyOptions.ts';
import { version } from '../version.ts';
import { alsoWarned } from '../warn.ts';

/** Chat tools cut links near 2,048 characters; this leaves room for the address before the fragment. */
const comfortable = 1800;

interface LinkFlags {
  readonly set: readonly string[];
  readonly base: string;
  readonly run: boolean;
  readonly quiet: boolean;
}

export function addLink(program: Command, io: Io): void {
  program
    .command('link')
    .summary('turn a scenario into a share link')
    .description(
      'Prints a link that carries the whole document and what it came to, so that whoever opens it can tell whether it still does.',
    )
    .argument('<scenario>', scenarioArgument)
    .addOption(setOption())
    .option('--base <address>', 'address of a playground, put before the fragment', '')
    .option('--no-run', 'leave out what it came to')
    .option('--quiet', 'no progress, no warnings', false)
    .action((scenario: string, flags: LinkFlags) => link(io, scenario, flags));
}

async function link(io: Io, source: string, { set, base, run, quiet }: LinkFlags): Promise<void> {
  const { document, warnings } = await readScenario(io, source, set);
  const compiled = alsoWarned(compile(document), warnings);
  const say = (sentence: string): void => {
    if (!quiet) io.stderr(`${plainText(sentence)}\n`);
  };
  for (const warning of compiled.warnings) say(problemSentence(warning, en));
  let headline: string | null = null;
  if (run) {
    const done = await project(io, compiled, { quiet, shares: false });
    headline = linkHeadline(done.results, settingOf(done), en);
  }
  const address = `${base}${encodeLink(document, { engineVersion: version, headline })}`;
  if (address.length > comfortable) say(en.problem.warning(en.commandLine.longLink(formatNumber(address.length, 0, en.locale))));
  io.stdout(`${address}\n`);
}
