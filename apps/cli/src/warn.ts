import { en, formatNumber, plainText, problemSentence } from '@percall/report';
import type { Compiled } from '@percall/runner';
import type { Io } from './io.ts';

/** What is to be said about a study before it runs, on stderr. */
export function warn(io: Io, { replications, warnings }: Compiled): void {
  for (const warning of warnings) io.stderr(`${plainText(problemSentence(warning, en))}\n`);
  if ((replications & (replications - 1)) !== 0)
    io.stderr(`${en.problem.warning(en.commandLine.notAPowerOfTwo(formatNumber(replications, 0, en.locale)))}\n`);
}
