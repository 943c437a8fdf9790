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

/**
 * A bar on one line of stderr, for a terminal that nobody asked to be quiet. Where there is no terminal, a long run says at its start what it
 * is about; `canChoose` tells that the command has --replications. `cells`: so many such studies are run, one after the other.
 */
export function progressBar(io: Io, quiet: boolean, { study, replications }: Compiled, canChoose = false, cells = 1): Progress {
  const scenarios = study.models.length;
  if (quiet || !io.stderrIsTerminal) {
    if (!quiet && replications * scenarios * cells > long) {
      const futures = `${formatNumber(replications, 0, en.locale)} futures of ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`;
      const work = cells === 1 ? futures : `${futures} in each of ${formatNumber(cells, 0, en.locale)} cells`;
      io.stderr(`projecting ${work}${canChoose && replications > firstLook ? `; ${hint}` : ''}\n`);
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
