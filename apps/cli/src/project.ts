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
}

/** Runs a compiled study, with its progress on stderr. Ends with the signal's reason on Ctrl-C. */
export async function project(io: Io, compiled: Compiled, { quiet, workers, canChoose = false }: ProjectOptions): Promise<StudyRun> {
  const crew = io.crew(workers ?? defaultThreads(compiled));
  const bar = progressBar(io, quiet, compiled, canChoose);
  try {
    return await runCompiled(compiled, crew, { signal: io.signal, onProgress: bar.update });
  } finally {
    bar.clear();
    await crew.close();
  }
}
