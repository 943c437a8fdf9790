import type { Model } from '../../model/model.ts';
import { attempting, type Arrivals } from './arrivals.ts';
import { queueFields } from './intervalQueue.ts';
import type { Line } from './line.ts';
import type { Team } from './teams.ts';

/** Below this share of the lines in use, none is ever missing: Erlang B of 100 lines at half their number is 1e-10. */
const neverFull = 0.5;

/**
 * Share of calls that find no free trunk: Erlang B of the trunks, at the load of all calls that come in, each of which holds one in the IVR, while it
 * waits and until its customer has gone. Leaves in the line the seconds for which its own calls hold one.
 *
 * Trunks are everybody's: a horizon in which they may run out is run once with each team alone on them, and again with those of the others in use
 * (`TrunkUse`).
 *
 * Insensitive to how long a call holds its line, as long as that does not depend on the others; waiting does, so the share is approximate
 * where the lines of those who wait are a large part of all.
 */
export function blockedShare(line: Line, arrivals: Arrivals, model: Model, leaves: Float64Array, members: readonly number[]): number {
  const { trunks, queues, calendar, ivr } = model;
  const ivrSeconds = leaves[ivr.time]!;
  const waitSeconds = line.row[queueFields.waitAll]! * line.paceSeconds;
  const answered = 1 - line.row[queueFields.abandoned]!;
  let seconds = 0;
  for (const at of members) {
    const offered = attempting(arrivals, at) + arrivals.unresponsive[at]!;
    const talk = Math.max(0, arrivals.handleSeconds[at]! - leaves[queues[at]!.handleTime.afterContactWork]!);
    seconds += offered * (ivrSeconds + waitSeconds + answered * talk) + arrivals.inIvrOnly[at]! * ivrSeconds;
  }
  line.trunkSeconds = seconds;
  const load = (seconds + line.trunkSecondsElsewhere) / calendar.intervalSeconds;
  if (load < neverFull * trunks) return 0;
  let blocked = 1;
  for (let lines = 1; lines <= trunks; lines++) blocked = (load * blocked) / (lines + load * blocked);
  return blocked;
}

/** Seconds for which calls hold trunks, by interval: of the team that is run, and of the others. */
export interface TrunkUse {
  readonly own: Float64Array;
  readonly elsewhere: Float64Array;
}

/** Trunk use of each team; null where no two teams have calls, or lines are not limited. */
export const createTrunkUse = ({ trunks, calendar }: Model, teams: readonly Team[]): readonly TrunkUse[] | null => {
  if (trunks === Infinity || teams.filter(({ phone }) => phone.length > 0).length < 2) return null;
  const column = (): Float64Array => new Float64Array(calendar.intervals);
  return teams.map(() => ({ own: column(), elsewhere: column() }));
};

/** Tells every team how the others use trunks; returns whether they may run out in some interval. */
export function tellOthers(uses: readonly TrunkUse[], { trunks, calendar }: Model): boolean {
  let most = 0;
  for (let now = 0; now < calendar.intervals; now++) {
    let all = 0;
    for (const { own } of uses) all += own[now]!;
    for (const { own, elsewhere } of uses) elsewhere[now] = all - own[now]!;
    most = Math.max(most, all);
  }
  return most >= neverFull * trunks * calendar.intervalSeconds;
}
