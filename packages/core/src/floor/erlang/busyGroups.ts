import type { Team } from './teams.ts';

/** Who of a team is busy in one interval. */
const scratch = {
  /** [place in the team] agents on duty, those of them who are busy, and the contacts that they begin in a second. */
  present: new Float64Array(0),
  busyIn: new Float64Array(0),
  begun: new Float64Array(0),
  /** [calls, chats, other work] agents busy with it, how long a contact takes, and agents who serve it. */
  busyWith: new Float64Array(3),
  secondsOf: new Float64Array(3),
  able: new Float64Array(3),
};

/** The columns that `spreadBusy` reads and fills, for a team of so many groups. */
export function busyGroups(groups: number): typeof scratch {
  if (scratch.present.length < groups) {
    scratch.present = new Float64Array(groups);
    scratch.busyIn = new Float64Array(groups);
    scratch.begun = new Float64Array(groups);
  }
  return scratch;
}

/**
 * Adds those who are busy (`busyWith`) to the groups of the team that serve what they do, first of that for which the fewest are there. Whoever is idle for longest is next, so of
 * the groups that serve it those begin a contact whose agents have begun the fewest, until all have begun as many. What that leaves no room for goes to whoever has some.
 */
export function spreadBusy({ serves, groups }: Team): void {
  const { present, busyIn, busyWith, secondsOf, able } = scratch;
  for (let kind = 0; kind < serves.length; kind++) {
    able[kind] = 0;
    for (let place = 0; place < groups.length; place++) if (serves[kind]![place]) able[kind]! += present[place]!;
  }
  for (let done = 0; done < serves.length; done++) {
    let next = 0;
    for (let kind = 1; kind < serves.length; kind++) if (able[kind]! < able[next]!) next = kind;
    able[next] = Infinity;
    if (busyWith[next]! > 0) level(serves[next]!, busyWith[next]!, Math.max(1, secondsOf[next]!));
  }
  let over = 0;
  let room = 0;
  for (let place = 0; place < groups.length; place++) {
    over += Math.max(0, busyIn[place]! - present[place]!);
    room += Math.max(0, present[place]! - busyIn[place]!);
  }
  const share = room > 0 ? Math.min(1, over / room) : 0;
  for (let place = 0; place < groups.length; place++) busyIn[place]! += share * Math.max(0, present[place]! - busyIn[place]!);
}

/** Gives some work to those of the groups that serve it whose agents have begun the fewest contacts, up to one level. */
function level(serves: readonly boolean[], busy: number, handleSeconds: number): void {
  const { present, busyIn, begun } = scratch;
  const contacts = busy / handleSeconds;
  let most = Infinity;
  for (let round = 0; round < serves.length; round++) {
    let agents = 0;
    let all = contacts;
    for (let place = 0; place < serves.length; place++) {
      if (!serves[place] || !(begun[place]! < most * present[place]!)) continue;
      agents += present[place]!;
      all += begun[place]!;
    }
    if (!(agents > 0) || all / agents >= most) break;
    most = all / agents;
  }
  for (let place = 0; place < serves.length; place++) {
    if (!serves[place] || !(begun[place]! < most * present[place]!)) continue;
    const more = most * present[place]! - begun[place]!;
    begun[place]! += more;
    busyIn[place]! += more * handleSeconds;
  }
}
