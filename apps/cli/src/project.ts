import type { Expression } from '@percall/core';
import { runCompiled, type Compiled, type StudyRun } from '@percall/runner';
import { defaultThreads } from '@percall/runner/node';
import type { Io } from './io.ts';
import { progressBar } from './progress.ts';

export interface ProjectOptions {
  readonly quiet: boolean;
  /** Worker threads. Default: what the study is worth on this machine. */
  readonly workers?: number | undefined;
  /** The command has --replications. */
  readonly canChoose?: boolean;
  /** Wanted half-widths; the study's replications are the most then. Default: none. */
  readonly precision?: readonly Expression[];
  /** What the answer will be judged on. Default: nothing. */
  readonly asked?: readonly Expression[];
  /** Whether the shares of the spread are wanted. Default: yes. */
  readonly shares?: boolean;
}

/** Runs a compiled study, with its progress on stderr. Ends with the signal's reason on Ctrl-C. */
export async function project(
  io: Io,
  compiled: Compiled,
  { quiet, workers, canChoose = false, precision = [], asked = [], shares = true }: ProjectOptions,
): Promise<StudyRun> {
  const crew = io.crew(workers ?? defaultThreads(compiled));
  const bar = progressBar(io, quiet, compiled, { canChoose, untilPrecise: precision.length > 0 });
  try {
    return await runCompiled(compiled, crew, { signal: io.signal, onProgress: bar.update, precision, asked, shares });
  } finally {
    bar.clear();
    await crew.close();
  }
}
