import type { Command } from 'commander';
import { en, linkHeadline, plainText, problemSentence, settingOf } from '@percall/report';
import { compile } from '@percall/runner';
import { decodeLink } from '@percall/scenario';
import { exitCodes } from '../exitCodes.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { project } from '../project.ts';
import { linkIn } from '../readScenario.ts';
import { Stop } from '../stop.ts';
import { version } from '../version.ts';

interface OpenFlags {
  readonly out?: string;
  readonly run: boolean;
  readonly quiet: boolean;
}

export function addOpen(program: Command, io: Io): void {
  program
    .command('open')
    .summary('turn a share link into its document')
    .description('Prints the document that a link carries, and says on stderr whether this build still comes to what the link showed.')
    .argument('<link>', 'a share link, or its part from # on')
    .option('--out <file>', 'write there instead of stdout (-), whole or not at all')
    .option('--no-run', 'do not recompute')
    .option('--quiet', 'no progress, no warnings', false)
    .action((address: string, flags: OpenFlags) => open(io, address, flags));
}

async function open(io: Io, address: string, { out, run, quiet }: OpenFlags): Promise<void> {
  const output = await openOutput(io, out);
  const opened = decodeLink(linkIn(address) ?? address);
  if (!opened.ok) throw new Stop(exitCodes.invalidScenario, 'the link cannot be opened', opened.problems);
  const { document, warnings, engineVersion, headline } = opened;
  const say = (sentence: string): void => {
    if (!quiet) io.stderr(`${plainText(sentence)}\n`);
  };
  for (const warning of warnings) say(problemSentence(warning, en));
  if (run && headline !== null) {
    const done = await project(io, compile(document), { quiet, shares: false });
    const now = linkHeadline(done.results, settingOf(done), en);
    say(String(headline) === now ? en.commandLine.reproduces(now) : en.commandLine.madeWith(engineVersion, String(headline), version, now));
  }
  await output.write(`${JSON.stringify(document, null, 2)}\n`);
}
