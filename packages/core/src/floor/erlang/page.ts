import type { Outcome } from '../outcome.ts';
import type { SampledDays } from './sampledDays.ts';
import type { TrunkUse } from './trunks.ts';

/** How the intervals of a day go, and where they are counted. */
export interface Page {
  /** What deferred work comes to, by interval of the horizon. */
  readonly outcome: Outcome;
  /** What live contacts come to, and agents, by interval from `first` on; of a day that is answered at once, all in its interval 0. */
  live: Outcome;
  first: number;
  /** Whether live queues are answered at once; and only these, of a day that has been run. */
  atOnce: boolean;
  isRehearsal: boolean;
  readonly sample: SampledDays | null;
  /** How the team's calls and those of other teams use trunks; null: no other team has calls, or lines are not limited. */
  readonly trunkUse: TrunkUse | null;
  /** Adds up a day that is answered at once. */
  sums: Outcome | null;
}
