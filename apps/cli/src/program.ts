import { Command, CommanderError } from 'commander';
import { en, plainText, problemSentence } from '@percall/report';
import { DaysRefused, ScenarioRefused } from '@percall/runner';
import { isError } from '@percall/scenario';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addErlang } from './commands/erlang.ts';
import { addLink } from './commands/link.ts';
import { addMerge } from './commands/merge.ts';
import { addOpen } from './commands/open.ts';
import { addPresets } from './commands/presets.ts';
import { addReport } from './commands/report.ts';
import { addRestore } from './commands/restore.ts';
import { addRun } from './commands/run.ts';
import { addSchema } from './commands/schema.ts';
import { addStaff } from './commands/staff.ts';
import { addSweep } from './commands/sweep.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import type { Io } from './io.ts';
import { Stop, usage } from './stop.ts';
import { version } from './version.ts';

const exitCodeHelp = `
Exit codes:
  0    done
  1    a fault of the program
  2    usage: an unknown command, option, path or metric; a file or stdout that cannot be read or written
  3    the scenario or the link is not valid; a question without an answer
  4    data that cannot be read
  5    the wanted precision was not reached
  99   an assertion does not hold
  130  interrupted`;

/** The command line over an \`Io\`: it writes through it and throws instead of leaving the process. */
export function makeProgram(io: Io): Command {
  const program = new Command('percall')
    .description('Cost per contact of a contact centre: what it costs, what a change would, and whether service stands it.')
    .version(version)
    .addHelpText('after', exitCodeHelp)
    .showHelpAfterError('(percall --help, or percall <command> --help)')
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });
  // Sub-commands inherit the settings above at the moment they are added.
  for (const add of [
    addRun,
    addCompare,
    addSweep,
    addStaff,
    addReport,
    addRestore,
    addCheck,
    addPresets,
    addSchema,
    addErlang,
    addLink,
    addOpen,
    addMerge,
  ])
    add(program, io);
  return program;
}

/** Runs one command line and returns its exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const program = makeProgram(io);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCodes.done;
  } catch (fault) {
    // The options of commands that were not given are all as they were.
    return tell(
      fault,
      io,
      program.commands.some((command) => command.opts<{ quiet?: boolean }>().quiet === true),
    );
  }
}

/** What went wrong, on stderr, and the exit code for it. The warnings among a document's problems are not said where it is to be quiet. */
function tell(fault: unknown, io: Io, quiet: boolean): ExitCode {
  // A stream that the signal destroyed throws an AbortError of its own.
  if (io.signal.aborted && (fault === io.signal.reason || (fault as Error).name === 'AbortError')) {
    io.stderr('interrupted\n');
    return exitCodes.interrupted;
  }
  // Commander has already said it.
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (fault instanceof DaysRefused) return tell(usage(fault.message), io, quiet);
  if (fault instanceof ScenarioRefused)
    return tell(new Stop(exitCodes.invalidScenario, 'the scenario cannot run', fault.problems), io, quiet);
  if (fault instanceof Stop) {
    if (fault.message !== '') io.stderr(`error: ${plainText(fault.message)}\n`);
    for (const problem of quiet ? fault.problems.filter(isError) : fault.problems)
      io.stderr(`  ${plainText(problemSentence(problem, en))}\n`);
    return fault.exitCode;
  }
  io.stderr(`internal fault: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  return exitCodes.internal;
}
