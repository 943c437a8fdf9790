import type { Model } from '../../model/model.ts';
import { attempting, type Arrivals } from './arrivals.ts';
import { queueFields } from './intervalQueue.ts';
import type { Line } from './line.ts';

/** Below this share of the lines in use, none is ever missing: Erlang B of 100 lines at half their number is 1e-10. */
const neverFull = 0.5;

/**
 * Share of calls that find no free trunk: Erlang B of the trunks, at the load of all calls that come in, each of which holds one in the IVR, while it
 * waits and until its customer has gone.
 *
 * Insensitive to how long a call holds its line, as long as that does not depend on the others; waiting does, so the share is approximate
 * where the lines of those who wait are a large part of all.
 */
export function blockedShare(line: Line, arrivals: Arrivals, model: Model, leaves: Float64Array, members: readonly number[]): number {
  const { trunks, queues, calendar, ivr } = model;
  const ivrSeconds = leaves[ivr.time]!;
  const waitSeconds = line.row[queueFields.waitAll]! * line.handleSeconds;
  const answered = 1 - line.row[queueFields.abandoned]!;
  let seconds = 0;
  for (const at of members) {
    const offered = attempting(arrivals, at) + arrivals.unresponsive[at]!;
    const talk = Math.max(0, arrivals.handleSeconds[at]! - leaves[queues[at]!.handleTime.afterContactWork]!);
    seconds += offered * (ivrSeconds + waitSeconds + answered * talk) + arrivals.inIvrOnly[at]! * ivrSeconds;
  }
  const load = seconds / calendar.intervalSeconds;
  if (load < neverFull * trunks) return 0;
  let blocked = 1;
  for (let lines = 1; lines <= trunks; lines++) blocked = (load * blocked) / (lines + load * blocked);
  return blocked;
}
