import { exp } from '@percall/numeric';
import { eventFactor } from '../../frontDoor/longRunNeeds.ts';
import { needsOfDay } from '../../frontDoor/returns.ts';
import type { Model } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import type { Arrivals } from './arrivals.ts';
import type { ChatAgents } from './chatAgents.ts';
import { queueFields } from './intervalQueue.ts';
import { lostOf, someSeconds, type Line } from './line.ts';
import { paceWeight } from './pace.ts';
import { addLine, type RoughStretch } from './roughDay.ts';
import { createRoughQueue, lookUp, openRoughQueue, roughFields, type RoughQueue } from './roughQueue.ts';

/** A line whose days are answered at once, in a team without callbacks, trunks, or groups that differ: columns [member] of one day. */
export interface RoughLine {
  readonly queue: RoughQueue;
  /** Needs that arise per long-run need, but for the interval's own busyness. */
  readonly busyness: Float64Array;
  readonly offered: Float64Array;
  readonly unresponsive: Float64Array;
  readonly inIvrOnly: Float64Array;
  readonly falselyDropped: Float64Array;
  readonly repeatsPerNeed: Float64Array;
  readonly returnersPerNeed: Float64Array;
  readonly firstSeconds: Float64Array;
  readonly repeatSeconds: Float64Array;
  readonly returnedSeconds: Float64Array;
  readonly redialShare: Float64Array;
  readonly leaving: Float64Array;
  /** Of an interval: attempts of each member. */
  readonly attempts: Float64Array;
  /** The day's pace (`paceWeight`), of contacts alone. */
  paceSeconds: number;
}

export function createRoughLine(model: Model): RoughLine {
  const column = (): Float64Array => new Float64Array(model.queues.length);
  return {
    queue: createRoughQueue(),
    busyness: column(),
    offered: column(),
    unresponsive: column(),
    inIvrOnly: column(),
    falselyDropped: column(),
    repeatsPerNeed: column(),
    returnersPerNeed: column(),
    firstSeconds: column(),
    repeatSeconds: column(),
    returnedSeconds: column(),
    redialShare: column(),
    leaving: column(),
    attempts: column(),
    paceSeconds: 0,
  };
}

/** Takes what holds all day of a line's queues, after `openDay` of each. */
export function openRoughDay(
  rough: RoughLine,
  line: Line,
  arrivals: Arrivals,
  { model, world, needs, doors }: FloorInput,
  members: readonly number[],
  day: number,
): void {
  const { leaves } = world;
  const types = model.contactTypes.length;
  let contacts = 0;
  let work = 0;
  let weight = 0;
  let weighted = 0;
  let leaving = 0;
  let balking = 0;
  let redials = 0;
  let delay = 0;
  const { misroutes, unresponsiveCallers } = model;
  const transferSeconds = misroutes === null ? 0 : leaves[misroutes.transferAdds]!;
  const nobodySeconds = unresponsiveCallers === null ? 0 : leaves[unresponsiveCallers.agentSeconds]!;
  const isMixed = members.length > 1 || misroutes !== null || unresponsiveCallers !== null;
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    const { contactType, patience } = model.queues[queue]!;
    const type = model.contactTypes[contactType]!;
    const door = doors[queue]!;
    const event = eventFactor(type.eventHandleTime[day]!, leaves) / arrivals.measuredSlowdown[queue]!;
    const repeats = arrivals.repeatsPerNeed[queue]!;
    const returners = arrivals.returnersPerNeed[queue]!;
    rough.busyness[member] = world.busyness[day * types + contactType]!;
    rough.offered[member] = door.offered;
    rough.unresponsive[member] = door.unresponsiveOffered;
    rough.inIvrOnly[member] = door.contained + door.ivrHungUp + door.falselyDropped + door.unresponsiveScreened;
    rough.falselyDropped[member] = door.falselyDropped;
    rough.repeatsPerNeed[member] = repeats;
    rough.returnersPerNeed[member] = returners;
    rough.firstSeconds[member] = event * door.handleSeconds;
    rough.repeatSeconds[member] = event * door.repeatHandleSeconds;
    rough.returnedSeconds[member] = event * door.returnedHandleSeconds;
    rough.redialShare[member] = leaves[type.redial.share]!;
    rough.leaving[member] = 1 / someSeconds(leaves[patience!.mean]!);
    const perNeed = door.offered + repeats + returners;
    const here = needsOfDay(model.calendar, needs, model.queues.length, queue, day);
    contacts += here * perNeed;
    const ownWork =
      here * event * (door.offered * door.handleSeconds + repeats * door.repeatHandleSeconds + returners * door.returnedHandleSeconds);
    work += ownWork;
    if (ownWork > 0) {
      const seconds = ownWork / (here * perNeed);
      const ofContacts = paceWeight(here * perNeed, seconds);
      const ofTransfers = paceWeight(here * perNeed * arrivals.misrouted[queue]!, transferSeconds);
      const ofNobody = paceWeight(here * door.unresponsiveOffered, nobodySeconds);
      weight += ofContacts + ofTransfers + ofNobody;
      weighted += ofContacts * seconds + ofTransfers * transferSeconds + ofNobody * nobodySeconds;
    }
    leaving += here * perNeed * rough.leaving[member]!;
    balking += here * perNeed * leaves[patience!.balk]!;
    redials += here * perNeed * rough.redialShare[member]!;
    delay += here * perNeed * rough.redialShare[member]! * leaves[type.redial.after]!;
    arrivals.repeating[queue] = 0;
    arrivals.returned[queue] = 0;
    arrivals.unresponsive[queue] = 0;
    arrivals.inIvrOnly[queue] = 0;
  }
  const pace = work > 0 ? (isMixed ? weighted / weight : work / contacts) : 0;
  rough.paceSeconds = pace;
  if (!(work > 0)) return;
  openRoughQueue(
    rough.queue,
    contacts / leaving / pace,
    balking / contacts,
    line.thresholdSeconds / pace,
    redials / contacts,
    redials > 0 ? delay / redials / pace : 0,
  );
}

/** Below this chance that all agents are busy nobody waits to speak of, and as many are in system as the load says, whoever is on duty. */
const someBusy = 0.05;
/** Beyond this way, in natural spreads, a queue on it is not the one half way: two points of Gauss and Legendre stand for it. */
const farAway = 0.5;
const gaussEarly = 0.5 - 0.5 / Math.sqrt(3);
const before = new Float64Array(Object.keys(roughFields).length);

const { allBusy, abandoned, answeredWithin, abandonedWithin, busyAgents, inSystem, waitAll, waitAnswered } = queueFields;

/**
 * Answers an interval at once: the attempts of its queues with the redials of the last interval's share that gave up, Erlang A from the table at the mean effective
 * load, which goes from where the last interval ended towards its own as e^(-t / L') (`relaxAtOnce`). Adds the interval's arrivals to the stretch; `endInterval` adds the line.
 *
 * @param agents whole agents
 * @param chats null: one contact at a time
 */
export function answerInterval(
  rough: RoughLine,
  stretch: RoughStretch,
  line: Line,
  arrivals: Arrivals,
  { model, world, needs }: FloorInput,
  members: readonly number[],
  now: number,
  agents: number,
  chats: ChatAgents | null,
): void {
  const { queues, contactTypes, calendar, misroutes, unresponsiveCallers } = model;
  const length = calendar.intervalSeconds;
  const { state, row } = line;
  const { arrivals: sums } = stretch;
  const { attempts } = rough;
  const transferSeconds = misroutes === null ? 0 : world.leaves[misroutes.transferAdds]!;
  const nobodySeconds = unresponsiveCallers === null ? 0 : world.leaves[unresponsiveCallers.agentSeconds]!;
  const lost = line.lost;
  const perLeaving = members.length > 1 && line.leaving > 0 ? 1 / line.leaving : 0;
  let visits = 0;
  let work = 0;
  let leaving = 0;
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    const { contactType } = queues[queue]!;
    const longRun = needs[now * queues.length + queue]!;
    const arising = longRun * rough.busyness[member]! * world.withinDay[now * contactTypes.length + contactType]!;
    const fresh = arising * rough.offered[member]!;
    const repeating = longRun * rough.repeatsPerNeed[member]!;
    const returned = longRun * rough.returnersPerNeed[member]!;
    const arriving = fresh + repeating + returned;
    const passedOn = arrivals.misrouted[queue]!;
    const lostOwn = perLeaving > 0 ? Math.min(1, lost * rough.leaving[member]! * perLeaving) : lost;
    const again = 1 - rough.redialShare[member]! * arrivals.ownRedials[queue]! * (passedOn > 0 ? lostOf(lostOwn, passedOn) : lostOwn);
    const here = (arriving + arrivals.orbit[queue]! * arrivals.orbitRedials[queue]!) / again;
    const ofArriving =
      fresh * rough.firstSeconds[member]! + repeating * rough.repeatSeconds[member]! + returned * rough.returnedSeconds[member]!;
    const handling = arriving > 0 ? (here * ofArriving) / arriving : here * rough.firstSeconds[member]!;
    const nobody = arising * rough.unresponsive[member]!;
    const passes = here * passedOn * (1 - lostOwn);
    const onLine = here + nobody + passes;
    attempts[member] = here;
    if (rough.falselyDropped[member]! > 0) arrivals.orbit[queue]! += arising * rough.falselyDropped[member]! * rough.redialShare[member]!;
    arrivals.fresh[queue] = arriving;
    arrivals.redialling[queue] = here - arriving;
    sums.arising[queue]! += arising;
    sums.repeating[queue]! += repeating;
    sums.returned[queue]! += returned;
    sums.redialling[queue]! += here - arriving;
    sums.handleSeconds[queue]! += handling;
    visits += onLine;
    work += handling;
    // Who is passed on takes the first agent the transfer, and the second the contact; those lost between take neither.
    if (passedOn > 0) work += here * passedOn * transferSeconds - handling * passedOn * lostOwn;
    work += nobody * nobodySeconds;
    leaving += onLine * rough.leaving[member]!;
  }
  const load = work / length;
  const { queue } = rough;
  // A floor that has just opened is empty, whatever the last interval before the night was like.
  const busy = state.effective > 0 ? row[allBusy]! : 0;
  const ratio = 1 / Math.sqrt(Math.max(1e-6, queue.patience));
  if (chats === null && busy > someBusy) {
    // Who is in system stays when agents come and go: the load that has as many with those of now, by one step of Newton's. (Chats slow each other down.)
    queue.load = state.effective;
    lookUp(queue, agents, chats);
    const fullNow = queue.found[roughFields.allBusy]!;
    const slopeNow = (ratio * fullNow) / (1 + (ratio - 1) * fullNow);
    const inSystemNow = queue.found[roughFields.inHand]! + state.effective * queue.found[roughFields.waitAll]!;
    const moved = (state.inSystem - inSystemNow) / Math.max(0.1, 1 + slopeNow * (queue.patience - 1));
    state.effective = Math.max(0, state.effective + moved);
  }
  const slope = (ratio * busy) / (1 + (ratio - 1) * busy);
  const constant = Math.max(1e-3, 1 + slope * (queue.patience - 1)) * Math.max(1, rough.paceSeconds);
  const decay = exp(-length / constant);
  const away = state.effective - load;
  const mean = load + (away * constant * (1 - decay)) / length;
  const atEnd = load + away * decay;
  if (!(load > 0) && !(mean > 1e-9)) {
    row.fill(0);
    state.effective = 0;
    state.inSystem = 0;
    line.lost = 0;
    line.visits = 0;
    line.onTheLine = 0;
    line.handleSeconds = 0;
    line.paceSeconds = 0;
    line.leaving = 0;
    return;
  }
  const { found } = queue;
  if (Math.abs(away) * (1 - decay) > farAway * Math.sqrt(agents + 1)) {
    const early = exp((-gaussEarly * length) / constant);
    queue.load = load + away * early;
    lookUp(queue, agents, chats);
    before.set(found);
    queue.load = load + (away * decay) / early;
    lookUp(queue, agents, chats);
    for (let field = 0; field < found.length; field++) found[field] = 0.5 * (found[field]! + before[field]!);
  } else {
    queue.load = mean;
    lookUp(queue, agents, chats);
  }
  const gaveUp = Math.min(1, Math.max(0, found[roughFields.abandoned]!));
  const full = found[roughFields.allBusy]!;
  const waits = Math.max(0, found[roughFields.waitAll]!);
  const there = found[roughFields.inHand]! + mean * waits;
  row[allBusy] = full;
  row[abandoned] = gaveUp;
  row[busyAgents] = Math.min(agents, found[roughFields.busyAgents]!);
  row[inSystem] = there;
  row[answeredWithin] = found[roughFields.answeredWithin]!;
  row[abandonedWithin] = found[roughFields.abandonedWithin]!;
  row[waitAll] = waits;
  row[waitAnswered] = Math.max(0, found[roughFields.waitAnswered]!);
  line.lost = gaveUp;
  line.visits = visits;
  line.onTheLine = visits;
  line.handleSeconds = visits > 0 ? work / visits : 0;
  line.paceSeconds = rough.paceSeconds;
  line.leaving = visits > 0 ? leaving / visits : 0;
  state.effective = atEnd;
  state.inSystem = Math.max(0, there + (atEnd - mean) * (constant / Math.max(1, rough.paceSeconds)));
}

/** Ends an interval of `answerInterval`, once the line has met what else its agents do: moves the orbit, and adds the line to the stretch. */
export function endInterval(
  { attempts, redialShare, leaving }: RoughLine,
  stretch: RoughStretch,
  line: Line,
  arrivals: Arrivals,
  members: readonly number[],
): void {
  const perLine = line.leaving > 0 ? 1 / line.leaving : 0;
  const lost = line.row[abandoned]!;
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    const passedOn = arrivals.misrouted[queue]!;
    const lostVisit = members.length > 1 ? Math.min(1, lost * leaving[member]! * perLine) : lost;
    const lostHere = attempts[member]! * (passedOn > 0 ? lostOf(lostVisit, passedOn) : lostVisit);
    arrivals.orbit[queue]! += lostHere * redialShare[member]! - arrivals.redialling[queue]!;
  }
  addLine(stretch.line, line);
}

/** What `addToStretch` sums and `answerInterval` does not: arrivals that are a share of what arises, once for the stretch. Before `averageStretch`. */
export function closeRoughLine(rough: RoughLine, stretch: RoughStretch, members: readonly number[]): void {
  const { arrivals } = stretch;
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    const arising = arrivals.arising[queue]!;
    arrivals.fresh[queue] = arising * rough.offered[member]!;
    arrivals.unresponsive[queue] = arising * rough.unresponsive[member]!;
    arrivals.inIvrOnly[queue] = arising * rough.inIvrOnly[member]!;
  }
}
