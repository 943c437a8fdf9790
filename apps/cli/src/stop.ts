import type { Problem } from '@percall/scenario';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** Ends a command for a reason that is not a fault of the program: what to say on stderr, and the exit code. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly exitCode: ExitCode;
  /** Said one by one, each as its own sentence. */
  readonly problems: readonly Problem[];

  constructor(exitCode: ExitCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/** The user asked for something that is not there. */
export const usage = (message: string): Stop => new Stop(exitCodes.usage, message);

/** A part of the command line that is planned and not built: what it waits for, and what there is until then. Refused, never ignored. */
export const notAvailableYet = (what: string, waitsFor: string, meanwhile: string): Stop =>
  usage(`${what} is not available yet: it waits for ${waitsFor}; until then ${meanwhile}`);
