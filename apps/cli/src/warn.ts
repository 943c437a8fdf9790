import { en, formatNumber, plainText, problemSentence } from '@percall/report';
import type { Compiled } from '@percall/runner';
import type { Problem } from '@percall/scenario';
import type { Io } from './io.ts';

/** What is to be said about a study before it runs, on stderr. */
export function warn(io: Io, { replications, warnings }: Compiled): void {
  sayWarnings(io, warnings);
  if ((replications & (replications - 1)) !== 0)
    io.stderr(`${en.problem.warning(en.commandLine.notAPowerOfTwo(formatNumber(replications, 0, en.locale)))}\n`);
}

/** A study with more to be said about it than its document's check and its compilation do. */
export const alsoWarned = (compiled: Compiled, warnings: readonly Problem[]): Compiled => ({
  ...compiled,
  warnings: [...warnings, ...compiled.warnings],
});

export function sayWarnings(io: Io, warnings: readonly Problem[]): void {
  for (const warning of warnings) io.stderr(`${plainText(problemSentence(warning, en))}\n`);
}
