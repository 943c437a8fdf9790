import type { Io } from './io.ts';

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

const width = 30;

/** A bar on one line of stderr, for a terminal that nobody asked to be quiet; nothing anywhere else. */
export function progressBar(io: Io, quiet: boolean): Progress {
  if (quiet || !io.stderrIsTerminal) return { update: () => {}, clear: () => {} };
  return {
    update: (done, total) => {
      const filled = Math.round((width * done) / total);
      io.stderr(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} / ${total}`);
    },
    clear: () => io.stderr(`\r${' '.repeat(width + 30)}\r`),
  };
}
