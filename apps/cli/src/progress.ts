import { en, formatNumber } from '@percall/report';
import type { Compiled } from '@percall/runner';
import type { Io } from './io.ts';

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

const width = 30;

/** Futures times scenarios from which a run takes long enough to wonder whether it hangs: some seconds. */
const long = 2000;

/** Futures that show where things are, to within some percent. */
const firstLook = 256;

/** How to ask for fewer futures, where a first look is cheaper than what was asked for. */
const hint = `--replications ${firstLook} is quick and usually enough for a first look`;

export interface ProgressOptions {
  /** The command has --replications. Default: it has not. */
  readonly canChoose?: boolean;
  /** So many such studies are run, one after the other. Default: 1. */
  readonly cells?: number;
  /** The study ends when it is precise enough; its replications are the most. */
  readonly untilPrecise?: boolean;
}

/**
 * A bar on one line of stderr, for a terminal that nobody asked to be quiet. Where there is no terminal, a long run says at its start what it
 * is about.
 */
export function progressBar(
  io: Io,
  quiet: boolean,
  { study, replications }: Compiled,
  { canChoose = false, cells = 1, untilPrecise = false }: ProgressOptions = {},
): Progress {
  const scenarios = study.models.length;
  if (quiet || !io.stderrIsTerminal) {
    if (!quiet && replications * scenarios * cells > long) {
      const count = (number: number): string => formatNumber(number, 0, en.locale);
      const of = `${count(replications)} futures of ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`;
      const work = cells === 1 ? of : `${of} in each of ${count(cells)} cells`;
      if (untilPrecise) io.stderr(`projecting ${of} at most, until the answer is as precise as asked\n`);
      else io.stderr(`projecting ${work}${canChoose && replications > firstLook ? `; ${hint}` : ''}\n`);
    }
    return { update: () => {}, clear: () => {} };
  }
  return {
    update: (done, total) => {
      const filled = Math.round((width * done) / total);
      io.stderr(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} / ${total}`);
    },
    clear: () => io.stderr(`\r${' '.repeat(width + 30)}\r`),
  };
}
