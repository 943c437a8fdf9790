import type { Crew } from '@percall/runner';

/** Everything the command line touches outside itself, so that a test can stand in for a terminal. */
export interface Io {
  /** Data, and nothing else. */
  readonly stdout: (text: string) => void;
  /** Progress, warnings, problems. */
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<string>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative files start here. */
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Whoever runs replications, on so many worker threads; 0: on this one. */
  readonly crew: (workers: number) => Crew;
}
