import { erlangB } from './erlangB.ts';
import type { Refused } from './problem.ts';
import { infeasible, notAbove, notAtLeast, refused } from './problem.ts';

export interface PriorityWaits {
  readonly ok: true;
  /** Probability of waiting, the same for every class. */
  readonly waitFraction: number;
  /** Mean wait of each class, in the order given. */
  readonly asaSeconds: readonly number[];
  readonly overallAsaSeconds: number;
}

/**
 * Mean waits of classes served by rank, first class first, calls in hand not interrupted; equal handle times, nobody hangs up:
 *
 *     W_k = C AHT / n / ((1 - s_(k-1)) (1 - s_k)),   s_k = occupancy by classes 1..k,   C = Erlang C
 *
 * Faults and an unstable pool come back as `{ok: false, problem}`.
 *
 * Source: Cobham (1954), Priority assignment in waiting line problems; Kella and Yechiali (1985).
 */
export function priorityWaits(classesCallsPerHour: readonly number[], ahtSeconds: number, agents: number): PriorityWaits | Refused {
  const problem =
    classesCallsPerHour.map((calls, i) => notAbove(`callsPerHour.[${i}]`, calls, 0, 'count')).find((found) => found !== undefined) ??
    notAbove('ahtSeconds', ahtSeconds, 0, 'duration') ??
    notAtLeast('agents', agents, 1, 'count');
  if (problem) return refused(problem);
  let calls = 0;
  for (const rate of classesCallsPerHour) calls += rate;
  const offered = (calls * ahtSeconds) / 3600;
  if (offered >= agents) return refused(infeasible('agents', 'erlang.stable', { offered, capacity: agents }, agents));

  const blocking = erlangB(offered, agents);
  const waitFraction = (agents * blocking) / (agents - offered + offered * blocking);
  let above = 1;
  let ranked = 0;
  let weighted = 0;
  const asaSeconds = classesCallsPerHour.map((rate) => {
    ranked += rate;
    const free = 1 - (ranked * ahtSeconds) / 3600 / agents;
    const wait = (waitFraction * ahtSeconds) / agents / (above * free);
    above = free;
    weighted += rate * wait;
    return wait;
  });
  return { ok: true, waitFraction, asaSeconds, overallAsaSeconds: weighted / calls };
}
