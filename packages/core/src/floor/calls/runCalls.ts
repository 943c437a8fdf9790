import { addFollowing, flags, nowhere, origins, outcomes, type ContactLog } from './contactLog.ts';
import type { Customers } from './customers.ts';
import { clearEvents, codeOf, kindOf, kinds, mostSubjects, nextEvent, register, schedule, subjectOf, takeEvent } from './eventQueue.ts';
import { flatten } from './flatPlan.ts';
import type { FloorPlan } from './floorPlan.ts';
import { pauseIfAsked } from './pause.ts';

/** Seconds of agents in every period and group: within the agents on duty, and beyond them (contacts finished after the end of a shift). */
export interface AgentTime {
  /** [period][group] */
  readonly busy: Float64Array;
  readonly overtime: Float64Array;
  /** Events that happened: what the floor's speed is measured by. */
  events: number;
}

const none = -1;

/** Events between two moments at which the floor can be left: less than a millisecond, and nothing beside what they take. */
const eventsBetweenLooks = 4096;

/** Attempts after which a customer gives up for good: who is lost at once and tries again at once would do so for ever. */
const mostAttempts = 255;

/**
 * The exact floor: every contact, event by event.
 *
 * `log` holds the contacts that come by themselves, in time order; what becomes of them is written beside them, and contacts that follow
 * from others are added. Ties go by time, then kind of event, then number of the contact: never by chance.
 *
 * - A contact takes a trunk where its queue holds one (none free: blocked), goes through the IVR, and joins its queue.
 * - Where agents with the skill are free it goes to the groups of the lowest rank, there to the least loaded agent, of several to the one
 *   that has been so longest (or any of them). Else it may be offered a callback, and waits until an agent is free, it has waited through its patience, or
 *   the centre has been closed for the grace time.
 * - A free agent takes the waiting contact of the lowest rank, within a rank the one waiting longest (or by weighted wait).
 * - When a shift ends, free agents leave at once and the others when their contacts are done. When the centre closes, who waits is served
 *   for the grace time by those who were on duty.
 * - An agent takes a chat while all it has in hand are chats, fewer than the queue's concurrency; a contact of concurrency 1 it takes only with
 *   nothing in hand. The work of each chat drains at 1 / slowdown[chats in hand].
 *
 * A plan's agents may change from run to run; the rest of a plan that ran last is taken as it was. No allocation after the first replication
 * of a size, but where the log has to grow. Not reentrant: one floor to a thread. Inside `untilPaused` it may be left in the middle:
 * `continueCalls` goes on from there.
 */
export function runCalls(plan: FloorPlan, log: ContactLog, customers: Customers, time: AgentTime): void {
  floor.open(plan, log, customers, time);
  runs++;
  floor.run();
}

/** Goes on with the run that was left in the middle, which must be the last of this thread. */
export const continueCalls = (): void => floor.run();

/** Which run of this thread is the last: another number, another run. */
export const lastRun = (): number => runs;

let runs = 0;

/** Seconds of a plan's agents, to be filled by `runCalls`. */
export const createAgentTime = ({ agents }: Pick<FloorPlan, 'agents'>): AgentTime => ({
  busy: new Float64Array(agents.length),
  overtime: new Float64Array(agents.length),
  events: 0,
});

/** The one floor of this thread: its arrays grow to the largest plan and log, and stay. */
const floor = createFloor();

function createFloor() {
  let plan: FloorPlan;
  let log: ContactLog;
  let customers: Customers;
  let agentTime: AgentTime;

  // The log's columns, by name; the log may grow in the middle of a run.
  let timeOf = new Float64Array(0);
  let ivrOf = timeOf;
  let patienceOf = timeOf;
  let workOf = timeOf;
  let transferWorkOf = new Float32Array(0);
  let joinedOf = timeOf;
  let queuedAtOf = timeOf;
  let startOf = timeOf;
  let endOf = timeOf;
  let agentOf = new Int32Array(0);
  let periodOf = agentOf;
  let queueOf = new Uint8Array(0);
  let askedOf = queueOf;
  let transferToOf = queueOf;
  let groupOf = queueOf;
  let outcomeOf = queueOf;
  let flagsOf = queueOf;
  let attemptOf = queueOf;
  let dialledOf = queueOf;
  /** [contact] neighbours in its queue. */
  let behind = new Int32Array(0);
  let before = new Int32Array(0);

  // The plan, flat. Skills of a queue and of a group, by rank: [queueSkills[q], queueSkills[q + 1]) are places in `skillsByQueue`.
  let queueSkills = new Int32Array(0);
  let skillsByQueue = new Int32Array(0);
  let groupSkills = new Int32Array(0);
  let skillsByGroup = new Int32Array(0);
  let skillQueue = new Int32Array(0);
  let skillGroup = new Int32Array(0);
  let skillFactor = new Float64Array(0);
  let skillGroupRank = new Float64Array(0);
  let skillQueueRank = new Float64Array(0);
  let skillOverflow = new Float64Array(0);
  let skillReserve = new Float64Array(0);
  let concurrency = new Int32Array(0);
  let widest = 1;
  let hasTrunks = false;
  let hasOverflow = false;
  let byWeight = false;
  let byChance = false;

  // Queues: first and last contact, contacts waiting with a customer on the line, and those who wait to be called.
  let first = new Int32Array(0);
  let last = new Int32Array(0);
  let waiting = new Int32Array(0);
  let toBeCalled = new Int32Array(0);
  /** [queue] when those who wait on the line are closed out, once the centre is closed. */
  let closesAt = new Float64Array(0);

  // Groups: agents on duty by plan, on the floor, with something in hand, and on the floor to finish only.
  let onDuty = new Int32Array(0);
  let present = new Int32Array(0);
  let busy = new Int32Array(0);
  let leaving = new Int32Array(0);
  let idle = new Int32Array(0);
  let countedTo = new Float64Array(0);
  /** [group] first agent; agents of a group are numbered in a row. */
  let firstAgent = new Int32Array(0);
  /** [group * levels + load] first and last of the agents that can take more, by contacts in hand; the first has been so longest. */
  let levels = 1;
  let firstFree = new Int32Array(0);
  let lastFree = new Int32Array(0);
  /** [group] first of the agents off duty; linked by `nextFree`. */
  let offDuty = new Int32Array(0);

  // Agents.
  let agentGroup = new Uint8Array(0);
  let load = new Uint8Array(0);
  /** Contact in hand, where it fills the agent; else none. */
  let inHand = new Int32Array(0);
  let isLeaving = new Uint8Array(0);
  let isListed = new Uint8Array(0);
  let freeSince = new Float64Array(0);
  let nextFree = new Int32Array(0);
  let previousFree = new Int32Array(0);
  /** [agent * widest + place] chats in hand, and what is left of their work. */
  let chats = new Int32Array(0);
  let remaining = new Float64Array(0);
  let drainedTo = new Float64Array(0);
  let chatEnds = new Float64Array(0);
  let endsFirst = new Int32Array(0);

  /** [0] now, [1] time of the next staffing change. */
  const clock = new Float64Array(2);
  let arrivals = 0;
  let arrived = 0;
  let period = none;
  /** Whether the next staffing change is the end of `period`; else the beginning of the next. */
  let isEndNext = false;
  let isClosed = true;
  let trunksInUse = 0;
  let events = 0;
  /** Skill by which the last search found somebody. */
  let found = none;

  function open(newPlan: FloorPlan, newLog: ContactLog, newCustomers: Customers, newTime: AgentTime): void {
    if (newPlan !== plan) readPlan(newPlan);
    plan = newPlan;
    numberAgents(plan);
    log = newLog;
    customers = newCustomers;
    agentTime = newTime;
    agentTime.busy.fill(0);
    agentTime.overtime.fill(0);
    readColumns();
    clearEvents();
    first.fill(none);
    last.fill(none);
    waiting.fill(0);
    toBeCalled.fill(0);
    for (const counts of [onDuty, present, busy, leaving, idle]) counts.fill(0);
    countedTo.fill(0);
    firstFree.fill(none);
    lastFree.fill(none);
    load.fill(0);
    inHand.fill(none);
    isLeaving.fill(0);
    isListed.fill(0);
    for (let group = 0; group < offDuty.length; group++) {
      const from = firstAgent[group]!;
      const to = firstAgent[group + 1]!;
      offDuty[group] = to > from ? from : none;
      for (let agent = from; agent < to; agent++) nextFree[agent] = agent + 1 < to ? agent + 1 : none;
    }
    arrivals = log.count;
    arrived = 0;
    period = none;
    isClosed = true;
    isEndNext = false;
    trunksInUse = 0;
    events = 0;
    clock[1] = plan.periodStart.length > 0 ? plan.periodStart[0]! : Infinity;
  }

  /** Grown logs have new columns. */
  function readColumns(): void {
    timeOf = log.time as typeof timeOf;
    ivrOf = log.ivrSeconds as typeof timeOf;
    patienceOf = log.patience as typeof timeOf;
    workOf = log.work as typeof timeOf;
    transferWorkOf = log.transferWork as typeof transferWorkOf;
    joinedOf = log.joined as typeof timeOf;
    queuedAtOf = log.queuedAt as typeof timeOf;
    startOf = log.start as typeof timeOf;
    endOf = log.end as typeof timeOf;
    agentOf = log.agent as typeof agentOf;
    periodOf = log.period as typeof agentOf;
    queueOf = log.queue as typeof queueOf;
    askedOf = log.asked as typeof queueOf;
    transferToOf = log.transferTo as typeof queueOf;
    groupOf = log.group as typeof queueOf;
    outcomeOf = log.outcome as typeof queueOf;
    flagsOf = log.flags as typeof queueOf;
    attemptOf = log.attempt as typeof queueOf;
    dialledOf = log.dialled as typeof queueOf;
    if (behind.length < log.capacity) {
      const grow = (links: Int32Array): typeof behind => {
        const grown = new Int32Array(log.capacity);
        grown.set(links);
        return grown;
      };
      behind = grow(behind);
      before = grow(before);
    }
    if (log.capacity > mostSubjects) throw new RangeError(`A log holds at most ${mostSubjects} contacts.`);
  }

  function readPlan(next: FloorPlan): void {
    const flat = flatten(next);
    ({ queueSkills, skillsByQueue, groupSkills, skillsByGroup, concurrency, widest, hasOverflow } = flat);
    skillQueue = flat.queue;
    skillGroup = flat.group;
    skillFactor = flat.factor;
    skillGroupRank = flat.groupRank;
    skillQueueRank = flat.queueRank;
    skillOverflow = flat.overflow;
    skillReserve = flat.reserve;
    levels = widest;
    hasTrunks = next.trunks < Infinity;
    byWeight = next.selection === 'weighted-wait';
    byChance = next.agentSelection === 'random';
    const queues = next.queues.length;
    const groups = next.groups.length;
    if (first.length !== queues) {
      first = new Int32Array(queues);
      last = new Int32Array(queues);
      waiting = new Int32Array(queues);
      toBeCalled = new Int32Array(queues);
      closesAt = new Float64Array(queues);
    }
    if (onDuty.length !== groups) {
      const perGroup = (): Int32Array<ArrayBuffer> => new Int32Array(groups);
      [onDuty, present, busy, leaving, idle, offDuty] = [perGroup(), perGroup(), perGroup(), perGroup(), perGroup(), perGroup()];
      countedTo = new Float64Array(groups);
      firstAgent = new Int32Array(groups + 1);
    }
    if (firstFree.length !== groups * levels) {
      firstFree = new Int32Array(groups * levels);
      lastFree = new Int32Array(groups * levels);
    }
  }

  /** Numbers the agents of a run: as many in each group as its fullest period needs. */
  function numberAgents({ groups, agents }: FloorPlan): void {
    for (let group = 0; group < groups.length; group++) {
      let most = 0;
      for (let at = group; at < agents.length; at += groups.length) most = Math.max(most, agents[at]!);
      firstAgent[group + 1] = firstAgent[group]! + most;
    }
    const count = firstAgent[groups.length]!;
    if (count > mostSubjects) throw new RangeError(`A floor holds at most ${mostSubjects} agents.`);
    if (agentGroup.length < count) {
      const places = Math.ceil(count * 1.25);
      agentGroup = new Uint8Array(places);
      load = new Uint8Array(places);
      inHand = new Int32Array(places);
      isLeaving = new Uint8Array(places);
      isListed = new Uint8Array(places);
      freeSince = new Float64Array(places);
      nextFree = new Int32Array(places);
      previousFree = new Int32Array(places);
    }
    if (widest > 1 && (chats.length < agentGroup.length * widest || chatEnds.length < agentGroup.length)) {
      chats = new Int32Array(agentGroup.length * widest);
      remaining = new Float64Array(agentGroup.length * widest);
      drainedTo = new Float64Array(agentGroup.length);
      chatEnds = new Float64Array(agentGroup.length);
      endsFirst = new Int32Array(agentGroup.length);
    }
    for (let group = 0; group < groups.length; group++) agentGroup.fill(group, firstAgent[group], firstAgent[group + 1]);
  }

  function run(): void {
    const { end } = plan;
    let untilLook = eventsBetweenLooks;
    for (;;) {
      if (untilLook-- === 0) {
        untilLook = eventsBetweenLooks;
        // All state is that of the floor, not of this loop.
        pauseIfAsked();
      }
      const code = nextEvent();
      const eventTime = register[0]!;
      const arrivalTime = arrived < arrivals ? timeOf[arrived]! : Infinity;
      const next = eventTime <= arrivalTime ? eventTime : arrivalTime;
      const change = clock[1]!;
      if (change <= next && !(eventTime === change && kindOf(code) <= kinds.lineFree)) {
        if (change === Infinity || change >= end) break;
        clock[0] = change;
        changeStaff();
        events++;
        continue;
      }
      if (next >= end) break;
      clock[0] = next;
      events++;
      if (eventTime > arrivalTime) {
        arrive(arrived++);
        continue;
      }
      takeEvent();
      const subject = subjectOf(code);
      switch (kindOf(code)) {
        case kinds.completion:
          complete(subject);
          break;
        case kinds.chatCompletion:
          if (chatEnds[subject] === eventTime) completeChat(subject);
          break;
        case kinds.lineFree:
          trunksInUse--;
          break;
        case kinds.closeOut:
          closeOut(subject);
          break;
        case kinds.abandonment:
          // It may have been served, or have joined another queue since.
          if (outcomeOf[subject] === outcomes.waiting && queuedAtOf[subject]! + patienceOf[subject]! === eventTime) abandon(subject);
          break;
        case kinds.overflow:
          if (outcomeOf[subject] === outcomes.waiting) overflow(subject);
          break;
        default:
          arriveAgain(subject);
      }
    }
    if (end < Infinity) clock[0] = end;
    for (let group = 0; group < busy.length; group++) countAgents(group);
    agentTime.events = events;
  }

  // Agents' time

  /** Adds up the group's seconds since its last change; called before every change. */
  function countAgents(group: number): void {
    const now = clock[0]!;
    const seconds = now - countedTo[group]!;
    countedTo[group] = now;
    if (period < 0 || !(seconds > 0)) return;
    const working = busy[group]!;
    const planned = onDuty[group]!;
    const at = period * busy.length + group;
    if (working <= planned) agentTime.busy[at]! += working * seconds;
    else {
      agentTime.busy[at]! += planned * seconds;
      agentTime.overtime[at]! += (working - planned) * seconds;
    }
  }

  function list(agent: number): void {
    const at = agentGroup[agent]! * levels + load[agent]!;
    const tail = lastFree[at]!;
    previousFree[agent] = tail;
    nextFree[agent] = none;
    if (tail === none) firstFree[at] = agent;
    else nextFree[tail] = agent;
    lastFree[at] = agent;
    freeSince[agent] = clock[0]!;
    isListed[agent] = 1;
    if (load[agent] === 0) idle[agentGroup[agent]!]!++;
  }

  function unlist(agent: number): void {
    const at = agentGroup[agent]! * levels + load[agent]!;
    const next = nextFree[agent]!;
    const previous = previousFree[agent]!;
    if (previous === none) firstFree[at] = next;
    else nextFree[previous] = next;
    if (next === none) lastFree[at] = previous;
    else previousFree[next] = previous;
    isListed[agent] = 0;
    if (load[agent] === 0) idle[agentGroup[agent]!]!--;
  }

  /** The agent goes home. It is in no list and has nothing in hand. */
  function leave(agent: number): void {
    const group = agentGroup[agent]!;
    present[group]!--;
    if (isLeaving[agent] === 1) {
      isLeaving[agent] = 0;
      leaving[group]!--;
    }
    nextFree[agent] = offDuty[group]!;
    offDuty[group] = agent;
  }

  // Staff

  function changeStaff(): void {
    const groups = busy.length;
    for (let group = 0; group < groups; group++) countAgents(group);
    const { periodStart, periodEnd, agents } = plan;
    const opens = isEndNext ? periodStart[period + 1] === periodEnd[period] : true;
    if (!opens) {
      close();
      isEndNext = false;
      clock[1] = period + 1 < periodStart.length ? periodStart[period + 1]! : Infinity;
      return;
    }
    const wasClosed = isClosed;
    isClosed = false;
    period++;
    isEndNext = true;
    clock[1] = periodEnd[period]!;
    for (let group = 0; group < groups; group++) staff(group, agents[period * groups + group]!);
    if (wasClosed && widest > 1) welcomeBack();
  }

  /** Who still has chats in hand from before the centre closed can take more again, or leaves where fewer are on duty now. */
  function welcomeBack(): void {
    for (let agent = 0; agent < firstAgent[busy.length]!; agent++)
      if (load[agent]! > 0 && inHand[agent] === none && isListed[agent] === 0 && isLeaving[agent] === 0) goOn(agent);
  }

  /** Brings the group to `wanted` agents: some come and take what waits, or some leave, the longest idle first. */
  function staff(group: number, wanted: number): void {
    onDuty[group] = wanted;
    let staying = present[group]! - leaving[group]!;
    if (staying > wanted) {
      for (let level = 0; level < levels && staying > wanted; level++)
        for (
          let agent = firstFree[group * levels + level]!;
          agent !== none && staying > wanted;
          agent = firstFree[group * levels + level]!
        ) {
          unlist(agent);
          if (level === 0) leave(agent);
          else sendHome(agent);
          staying--;
        }
      // Who has a contact in hand leaves after it.
      return;
    }
    for (let agent = firstAgent[group]!; leaving[group]! > 0 && staying < wanted; agent++)
      if (isLeaving[agent] === 1) {
        isLeaving[agent] = 0;
        leaving[group]!--;
        staying++;
        if (load[agent]! > 0 && inHand[agent] === none) serveOn(agent);
      }
    for (; staying < wanted; staying++) {
      const agent = offDuty[group]!;
      offDuty[group] = nextFree[agent]!;
      present[group]!++;
      serveOn(agent);
    }
  }

  /** The agent takes no more. */
  function sendHome(agent: number): void {
    isLeaving[agent] = 1;
    leaving[agentGroup[agent]!]!++;
  }

  /** Closes: who waits with a customer on the line is served for the grace time, by whoever can; who finds nobody leaves. */
  function close(): void {
    isClosed = true;
    for (let group = 0; group < busy.length; group++) {
      onDuty[group] = 0;
      for (let at = group * levels, to = at + levels; at < to; at++)
        for (let agent = firstFree[at]!; agent !== none; agent = firstFree[at]!) {
          unlist(agent);
          goOn(agent);
        }
    }
    for (let queue = 0; queue < first.length; queue++) {
      const { deferred, closeGraceSeconds } = plan.queues[queue]!;
      closesAt[queue] = deferred ? Infinity : clock[0]! + closeGraceSeconds;
      if (closesAt[queue] === Infinity) continue;
      register[0] = closesAt[queue]!;
      schedule(codeOf(kinds.closeOut, queue));
    }
  }

  /** The grace time of a queue is over: who still waits on the line has to try again. */
  function closeOut(queue: number): void {
    // The grace time of an earlier closing is over at a moment that means nothing any more.
    if (!isClosed || clock[0] !== closesAt[queue]) return;
    for (let contact = first[queue]!; contact !== none;) {
      const next = behind[contact]!;
      if (!isToBeCalled(contact)) {
        unqueue(contact);
        freeTrunk(contact);
        endUnserved(contact, outcomes.closedOut);
      }
      contact = next;
    }
  }

  // Contacts

  function arrive(contact: number): void {
    if (isClosed && !plan.queues[queueOf[contact]!]!.deferred) {
      waitForOpening(contact);
      return;
    }
    // What arrives at night belongs to the next morning, after the last one to the last evening.
    periodOf[contact] = isClosed ? Math.min(period + 1, plan.periodStart.length - 1) : period;
    if (hasTrunks && plan.queues[queueOf[contact]!]!.holdsTrunk) {
      if (trunksInUse >= plan.trunks) {
        endUnserved(contact, outcomes.blocked);
        return;
      }
      trunksInUse++;
    }
    if (ivrOf[contact]! > 0) {
      outcomeOf[contact] = outcomes.inIvr;
      register[0] = clock[0]! + ivrOf[contact]!;
      schedule(codeOf(kinds.arrival, contact));
    } else leaveIvr(contact);
  }

  /** A contact that is scheduled: a redial, one that comes out of the IVR, or a number that is dialled once more. */
  function arriveAgain(contact: number): void {
    const outcome = outcomeOf[contact]!;
    if (outcome === outcomes.inIvr) leaveIvr(contact);
    else if (outcome !== outcomes.untilRetry) arrive(contact);
    else if (isClosed) callAtOpening(contact);
    else {
      outcomeOf[contact] = outcomes.waiting;
      enqueue(contact, queueOf[contact]!, false);
    }
  }

  /** Nobody is there before the next opening; what comes after the last one comes to nothing. */
  function waitForOpening(contact: number): void {
    const next = period + 1;
    if (next >= plan.periodStart.length) return;
    timeOf[contact] = plan.periodStart[next]!;
    register[0] = timeOf[contact]!;
    schedule(codeOf(kinds.arrival, contact));
  }

  function callAtOpening(contact: number): void {
    if (period + 1 >= plan.periodStart.length) return;
    register[0] = plan.periodStart[period + 1]!;
    schedule(codeOf(kinds.arrival, contact));
  }

  function leaveIvr(contact: number): void {
    if ((flagsOf[contact]! & flags.endsInIvr) !== 0) {
      freeTrunk(contact);
      outcomeOf[contact] = outcomes.leftInIvr;
      endOf[contact] = clock[0]!;
      if ((flagsOf[contact]! & flags.dropped) !== 0) follow(contact, origins.redial);
      return;
    }
    outcomeOf[contact] = outcomes.waiting;
    joinedOf[contact] = clock[0]!;
    enqueue(contact, queueOf[contact]!, true);
  }

  /** Gives the contact to a free agent, or lets it wait in the queue. */
  function enqueue(contact: number, queue: number, mayBeCalled: boolean): void {
    queueOf[contact] = queue;
    queuedAtOf[contact] = clock[0]!;
    const agent = isClosed ? none : findAgent(contact, queue, 0);
    if (agent !== none) {
      take(agent, contact, found);
      return;
    }
    const isCalled = isToBeCalled(contact);
    if (isClosed && !isCalled && !plan.queues[queue]!.deferred && isTooLate(queue)) {
      freeTrunk(contact);
      endUnserved(contact, outcomes.closedOut);
      return;
    }
    const patience = patienceOf[contact]!;
    if (mayBeCalled && patience > 0 && isOfferedCallback(contact, queue)) return;
    append(contact, queue);
    if (isCalled) toBeCalled[queue]!++;
    else {
      waiting[queue]!++;
      if (patience < Infinity) {
        register[0] = clock[0]! + patience;
        schedule(codeOf(kinds.abandonment, contact));
      }
    }
    if (hasOverflow) watchOverflow(contact, queue, 0);
  }

  /** After closing: whether the grace time is over, or nobody is left who could serve the queue. */
  function isTooLate(queue: number): boolean {
    if (clock[0]! >= closesAt[queue]!) return true;
    for (let at = queueSkills[queue]!; at < queueSkills[queue + 1]!; at++) if (present[skillGroup[skillsByQueue[at]!]!]! > 0) return false;
    return true;
  }

  function append(contact: number, queue: number): void {
    const tail = last[queue]!;
    before[contact] = tail;
    behind[contact] = none;
    if (tail === none) first[queue] = contact;
    else behind[tail] = contact;
    last[queue] = contact;
  }

  function unqueue(contact: number): void {
    const queue = queueOf[contact]!;
    const next = behind[contact]!;
    const previous = before[contact]!;
    if (previous === none) first[queue] = next;
    else behind[previous] = next;
    if (next === none) last[queue] = previous;
    else before[next] = previous;
    if (isToBeCalled(contact)) toBeCalled[queue]!--;
    else waiting[queue]!--;
  }

  /** It has taken a callback, and its customer has not been reached yet. */
  const isToBeCalled = (contact: number): boolean => (flagsOf[contact]! & flags.callback) !== 0 && !(startOf[contact]! >= 0);

  /** Whether the contact takes a callback; then it waits where callbacks do. */
  function isOfferedCallback(contact: number, queue: number): boolean {
    const { callback } = plan.queues[queue]!;
    if (callback === null || waiting[queue]! < callback.offerFromWaiting) return false;
    let agents = 0;
    for (let at = queueSkills[queue]!; at < queueSkills[queue + 1]!; at++) agents += onDuty[skillGroup[skillsByQueue[at]!]!]!;
    const ahead = waiting[queue]! + toBeCalled[queue]! + (callback.queue === queue ? 0 : toBeCalled[callback.queue]!);
    if (agents > 0 && (ahead + 1) * callback.handleSeconds < callback.offerFromSeconds * agents) return false;
    flagsOf[contact]! |= flags.callbackOffered;
    if (!customers.acceptsCallback(contact)) return false;
    freeTrunk(contact);
    flagsOf[contact]! |= flags.callback;
    enqueue(contact, callback.queue, false);
    return true;
  }

  /** Schedules the next moment at which another group may take the waiting contact. */
  function watchOverflow(contact: number, queue: number, after: number): void {
    let next = Infinity;
    for (let at = queueSkills[queue]!; at < queueSkills[queue + 1]!; at++) {
      const timer = skillOverflow[skillsByQueue[at]!]!;
      if (timer > after && timer < next) next = timer;
    }
    if (next === Infinity) return;
    register[0] = queuedAtOf[contact]! + next;
    schedule(codeOf(kinds.overflow, contact));
  }

  function overflow(contact: number): void {
    const queue = queueOf[contact]!;
    const now = clock[0]!;
    let timer = Infinity;
    for (let at = queueSkills[queue]!; at < queueSkills[queue + 1]!; at++) {
      const each = skillOverflow[skillsByQueue[at]!]!;
      if (queuedAtOf[contact]! + each === now) timer = each;
    }
    // A timer of an earlier stay in a queue.
    if (timer === Infinity) return;
    const agent = findAgent(contact, queue, timer);
    if (agent !== none) {
      unqueue(contact);
      take(agent, contact, found);
    } else watchOverflow(contact, queue, timer);
  }

  /**
   * A free agent for a contact of the queue that has waited through the timers up to `waited`: of the group of the lowest rank, there the least
   * loaded, there the one free for longest (or any). none: nobody is free. Writes the skill to `found`.
   */
  function findAgent(contact: number, queue: number, waited: number): number {
    if (byChance) return findByChance(contact, queue, waited);
    const wide = concurrency[queue]!;
    let best = none;
    let bestLoad = 0;
    let bestRank = 0;
    let bestSince = 0;
    for (let at = queueSkills[queue]!; at < queueSkills[queue + 1]!; at++) {
      const skill = skillsByQueue[at]!;
      const rank = skillGroupRank[skill]!;
      if (best !== none && rank > bestRank) break;
      if (hasOverflow && skillOverflow[skill]! > waited) continue;
      const group = skillGroup[skill]!;
      const level = leastLoad(skill, wide);
      if (level >= wide) continue;
      const agent = firstFree[group * levels + level]!;
      const since = freeSince[agent]!;
      if (best !== none && (level > bestLoad || (level === bestLoad && since >= bestSince))) continue;
      best = agent;
      bestLoad = level;
      bestRank = rank;
      bestSince = since;
      found = skill;
    }
    return best;
  }

  /** The same where each of those agents has the same chance. */
  function findByChance(contact: number, queue: number, waited: number): number {
    const wide = concurrency[queue]!;
    const from = queueSkills[queue]!;
    const to = queueSkills[queue + 1]!;
    let count = 0;
    let bestLoad = 0;
    let bestRank = 0;
    for (let at = from; at < to; at++) {
      const skill = skillsByQueue[at]!;
      if (count > 0 && skillGroupRank[skill]! > bestRank) break;
      if (skillOverflow[skill]! > waited) continue;
      const level = leastLoad(skill, wide);
      if (level >= wide || (count > 0 && level > bestLoad)) continue;
      if (level < bestLoad) count = 0;
      bestLoad = level;
      bestRank = skillGroupRank[skill]!;
      count += freeAt(skillGroup[skill]!, level);
    }
    if (count === 0) return none;
    customers.drawAgent(contact, register);
    let before = Math.floor(register[0]! * count);
    for (let at = from; at < to; at++) {
      const skill = skillsByQueue[at]!;
      if (skillGroupRank[skill] !== bestRank || skillOverflow[skill]! > waited || leastLoad(skill, wide) !== bestLoad) continue;
      for (let agent = firstFree[skillGroup[skill]! * levels + bestLoad]!; agent !== none; agent = nextFree[agent]!) {
        if (before > 0) before--;
        else {
          found = skill;
          return agent;
        }
      }
    }
    return none;
  }

  /**
   * Contacts in hand of the least loaded agents that a skill offers to a queue; its concurrency or more: there are none. Contacts that fill an agent
   * need an idle one beyond the reserve; a chat can also go to an agent with chats.
   */
  function leastLoad(skill: number, wide: number): number {
    const group = skillGroup[skill]!;
    if (idle[group]! > skillReserve[skill]!) return 0;
    let level = 1;
    while (level < wide && firstFree[group * levels + level] === none) level++;
    return level;
  }

  /** Agents of a group that can take more, with so many contacts in hand. */
  function freeAt(group: number, level: number): number {
    if (level === 0) return idle[group]!;
    let count = 0;
    for (let agent = firstFree[group * levels + level]!; agent !== none; agent = nextFree[agent]!) count++;
    return count;
  }

  /** A waiting contact that the agent, in no list, may take, by its group's ranks; none: there is no such contact. Writes the skill to `found`. */
  function seek(agent: number): number {
    const group = agentGroup[agent]!;
    const now = clock[0]!;
    let best = none;
    let bestRank = 0;
    let bestKey = 0;
    for (let at = groupSkills[group]!; at < groupSkills[group + 1]!; at++) {
      const skill = skillsByGroup[at]!;
      const rank = skillQueueRank[skill]!;
      if (best !== none && rank > bestRank) break;
      const queue = skillQueue[skill]!;
      let contact = first[queue]!;
      if (contact === none) continue;
      if (load[agent]! > 0 && load[agent]! >= concurrency[queue]!) continue;
      // The agent itself is idle, and in no list. After closing there is nothing to keep anyone for.
      if (!isClosed && load[agent] === 0 && idle[group]! + 1 <= skillReserve[skill]!) continue;
      if (isClosed) {
        contact = firstOnTheLine(queue);
        if (contact === none) continue;
      }
      const since = queuedAtOf[contact]!;
      if (since + skillOverflow[skill]! > now) continue;
      const key = byWeight ? (since - now) * plan.queues[queue]!.weight : since;
      if (best !== none && (key > bestKey || (key === bestKey && contact > best))) continue;
      best = contact;
      bestRank = rank;
      bestKey = key;
      found = skill;
    }
    return best;
  }

  /** After closing only those are served who have a customer on the line. */
  function firstOnTheLine(queue: number): number {
    if (plan.queues[queue]!.deferred) return none;
    let contact = first[queue]!;
    while (contact !== none && isToBeCalled(contact)) contact = behind[contact]!;
    return contact;
  }

  /** The agent takes what waits for it, as far as it can, and is free for more where it can. */
  function serveOn(agent: number): void {
    while (inHand[agent] === none && load[agent]! < widest) {
      const contact = seek(agent);
      if (contact === none) {
        list(agent);
        return;
      }
      unqueue(contact);
      begin(agent, contact, found);
    }
  }

  /** A free agent takes a contact; it stays in the lists where it can take more. */
  function take(agent: number, contact: number, skill: number): void {
    unlist(agent);
    begin(agent, contact, skill);
    if (inHand[agent] === none && load[agent]! < widest) list(agent);
  }

  /** The agent, in no list, answers (or dials). */
  function begin(agent: number, contact: number, skill: number): void {
    const group = agentGroup[agent]!;
    const queue = skillQueue[skill]!;
    const now = clock[0]!;
    outcomeOf[contact] = outcomes.served;
    agentOf[contact] = agent;
    groupOf[contact] = group;
    if (load[agent] === 0) {
      countAgents(group);
      busy[group]!++;
    }
    load[agent]!++;
    let seconds = isBeforeTransfer(contact) ? transferWorkOf[contact]! : workOf[contact]! * skillFactor[skill]!;
    if (isToBeCalled(contact)) {
      const { dialSeconds } = plan.queues[askedOf[contact]!]!.callback!;
      dialledOf[contact]!++;
      if (customers.answers(contact, dialledOf[contact]!)) {
        startOf[contact] = now;
        seconds += dialSeconds;
      } else seconds = dialSeconds;
    } else {
      if (!(startOf[contact]! >= 0)) startOf[contact] = now;
      if (hasTrunks && concurrency[queue] === 1 && !isBeforeTransfer(contact)) scheduleLineFree(contact, seconds);
    }
    if (concurrency[queue] === 1) {
      inHand[agent] = contact;
      register[0] = now + seconds;
      schedule(codeOf(kinds.completion, agent));
    } else {
      const place = agent * widest + load[agent]! - 1;
      drain(agent, load[agent]! - 1);
      chats[place] = contact;
      remaining[place] = seconds;
      scheduleChat(agent);
    }
  }

  const isBeforeTransfer = (contact: number): boolean => transferToOf[contact] !== nowhere && (flagsOf[contact]! & flags.transferred) === 0;

  /** The customer leaves before the work after the contact begins. */
  function scheduleLineFree(contact: number, seconds: number): void {
    const { holdsTrunk, afterContactShare } = plan.queues[askedOf[contact]!]!;
    // Who was called back is on a line of the centre's own.
    if (!holdsTrunk || (flagsOf[contact]! & flags.callback) !== 0) return;
    const after = (flagsOf[contact]! & flags.unresponsive) === 0 ? afterContactShare : 0;
    register[0] = clock[0]! + seconds * (1 - after);
    schedule(codeOf(kinds.lineFree, contact));
  }

  /** Of a contact on the line that nobody serves. */
  function freeTrunk(contact: number): void {
    if (hasTrunks && (flagsOf[contact]! & flags.callback) === 0 && plan.queues[askedOf[contact]!]!.holdsTrunk) trunksInUse--;
  }

  /** Works off the first `count` chats in the agent's hands up to now. */
  function drain(agent: number, count: number): void {
    const seconds = clock[0]! - drainedTo[agent]!;
    drainedTo[agent] = clock[0]!;
    for (let place = agent * widest, to = place + count; place < to; place++) remaining[place]! -= seconds / slowdownOf(place, count);
  }

  /** Of the chat at a place, with `count` in its agent's hands: beyond its own queue's concurrency it is slowed no further. */
  function slowdownOf(place: number, count: number): number {
    const queue = queueOf[chats[place]!]!;
    const most = concurrency[queue]!;
    return plan.queues[queue]!.slowdown[count < most ? count : most]!;
  }

  /** Place of the agent's chat that ends first, and when, unless another comes or goes. */
  function scheduleChat(agent: number): void {
    const count = load[agent]!;
    let soonest = Infinity;
    for (let place = agent * widest, to = place + count; place < to; place++) {
      const seconds = remaining[place]! * slowdownOf(place, count);
      if (seconds < soonest) {
        soonest = seconds;
        endsFirst[agent] = place;
      }
    }
    chatEnds[agent] = clock[0]! + Math.max(0, soonest);
    register[0] = chatEnds[agent]!;
    schedule(codeOf(kinds.chatCompletion, agent));
  }

  function complete(agent: number): void {
    const contact = inHand[agent]!;
    inHand[agent] = none;
    putDown(agent);
    conclude(contact);
    goOn(agent);
  }

  function completeChat(agent: number): void {
    const place = endsFirst[agent]!;
    const contact = chats[place]!;
    const latest = agent * widest + load[agent]! - 1;
    drain(agent, load[agent]!);
    chats[place] = chats[latest]!;
    remaining[place] = remaining[latest]!;
    chatEnds[agent] = NaN;
    if (isListed[agent] === 1) unlist(agent);
    putDown(agent);
    conclude(contact);
    if (load[agent]! > 0) scheduleChat(agent);
    goOn(agent);
  }

  /** The agent, in no list, has one contact less in hand. */
  function putDown(agent: number): void {
    load[agent]!--;
    if (load[agent] !== 0) return;
    const group = agentGroup[agent]!;
    countAgents(group);
    busy[group]!--;
  }

  /** The agent, in no list, has finished something. */
  function goOn(agent: number): void {
    const group = agentGroup[agent]!;
    if (isClosed) {
      while (inHand[agent] === none && load[agent]! < widest) {
        const contact = seek(agent);
        if (contact === none) break;
        unqueue(contact);
        begin(agent, contact, found);
      }
      if (load[agent] === 0) leave(agent);
    } else if (isLeaving[agent] === 1) {
      if (load[agent] === 0) leave(agent);
    } else if (present[group]! - leaving[group]! <= onDuty[group]!) serveOn(agent);
    else if (load[agent] === 0) leave(agent);
    else sendHome(agent);
  }

  /** The agent has put a contact down: it is handled, goes to another queue, or nobody was reached. */
  function conclude(contact: number): void {
    if (isToBeCalled(contact)) {
      const { attempts, retryAfterSeconds } = plan.queues[askedOf[contact]!]!.callback!;
      if (dialledOf[contact]! >= attempts) {
        outcomeOf[contact] = outcomes.callbackLost;
        endOf[contact] = clock[0]!;
      } else {
        outcomeOf[contact] = outcomes.untilRetry;
        register[0] = clock[0]! + retryAfterSeconds;
        schedule(codeOf(kinds.arrival, contact));
      }
      return;
    }
    if (isBeforeTransfer(contact)) {
      flagsOf[contact]! |= flags.transferred;
      outcomeOf[contact] = outcomes.waiting;
      enqueue(contact, transferToOf[contact]!, false);
      return;
    }
    outcomeOf[contact] = outcomes.handled;
    endOf[contact] = clock[0]!;
    // A chat's line is free when it is over, which nobody knew when it began.
    if (hasTrunks && concurrency[queueOf[contact]!]! > 1) freeTrunk(contact);
    if ((flagsOf[contact]! & flags.unresponsive) !== 0) return;
    if (customers.isResolved(contact)) flagsOf[contact]! |= flags.resolved;
    else follow(contact, origins.repeat);
  }

  function abandon(contact: number): void {
    unqueue(contact);
    freeTrunk(contact);
    endUnserved(contact, outcomes.abandoned);
  }

  /** The contact, in no queue and without a trunk, is over; its customer may try again. */
  function endUnserved(contact: number, outcome: number): void {
    outcomeOf[contact] = outcome;
    endOf[contact] = clock[0]!;
    follow(contact, origins.redial);
  }

  /** Asks the customer whether there will be another contact, and schedules it. */
  function follow(contact: number, origin: number): void {
    if (attemptOf[contact]! >= mostAttempts) return;
    const next = addFollowing(log, contact, origin);
    if (timeOf !== log.time) readColumns();
    if (origin === origins.redial ? customers.redials(contact, next, clock) : customers.comesBack(contact, next, clock)) {
      register[0] = timeOf[next]!;
      if (!(register[0] >= clock[0]!)) throw new RangeError('A contact that follows comes after the one it follows from.');
      schedule(codeOf(kinds.arrival, next));
    } else log.count = next;
  }

  return { open, run };
}
