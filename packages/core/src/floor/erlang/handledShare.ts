import type { FloorInput } from '../floorInput.ts';
import type { Arrivals } from './arrivals.ts';
import type { Team } from './teams.ts';

/** Passes in which the share settles: each brings it nearer by what comes back of all who are handled, a third at most in practice. */
const passes = 4;

/**
 * Share of the calls of weeks like the horizon's first that a team gets to in the end: in every interval all, or as many as its agents have time
 * for (the fluid limit of a lasting overload). Of who redials it is only asked whether there was time in the interval they first called in.
 *
 * Calls are those in `returning` too: needs at the door, and as many as come back where that share is handled.
 */
export function handledShare({ returning }: Arrivals, input: FloorInput, { phone, groups, servesPhone }: Team): number {
  const { model, needs, doors, agents } = input;
  const { calendar, queues } = model;
  let share = 1;
  for (let pass = 0; pass < passes; pass++) {
    let asked = 0;
    let worked = 0;
    for (let day = 0; day < calendar.days && calendar.week[day] === calendar.week[0]; day++)
      for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++) {
        let seconds = 0;
        for (const queue of phone) {
          const { offered, selfServiceReturned, handleSeconds } = doors[queue]!;
          const first = needs[interval * queues.length + queue]! * (offered + selfServiceReturned);
          seconds += (first * handleSeconds) / (1 - Math.min(mostReturning, returning[queue]! * share));
        }
        let onDuty = 0;
        for (let place = 0; place < groups.length; place++)
          if (servesPhone[place]) onDuty += agents[interval * model.groups.length + groups[place]!]!;
        asked += seconds;
        worked += Math.min(seconds, onDuty * calendar.intervalSeconds);
      }
    const next = asked > 0 ? worked / asked : 1;
    if (next === share) break;
    share = next;
  }
  return share;
}

/** Where all came back there would be no end of them. */
const mostReturning = 0.99;
