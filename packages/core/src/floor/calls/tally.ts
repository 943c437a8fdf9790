import { stepOn } from '../../frontDoor/leverSteps.ts';
import type { FloorInput } from '../floorInput.ts';
import { agentOffset, countField, type Outcome } from '../outcome.ts';
import { thresholdSeconds } from '../thresholdSeconds.ts';
import { slowdownAt } from './chatSlowdown.ts';
import { flags, origins, outcomes, type ContactLog } from './contactLog.ts';
import type { FloorCalendar } from './floorCalendar.ts';
import type { FloorPlan } from './floorPlan.ts';
import { afterContactSeconds, cameFrom, isNewToIvr } from './modelCustomers.ts';
import { chatOf, isByPhone } from './planFor.ts';
import type { AgentTime } from './runCalls.ts';

/**
 * Counts what a log says of the contacts of the horizon, each in the interval it came in, and the agents' seconds, each in the interval it was
 * worked in: offered = handled + unresponsive + abandoned + blocked + closed out + callback lost + open at the end, and paid = shrinkage + scheduling
 * loss + handling + idle + overtime.
 *
 * Adds to what the front door has counted, and to the paid, shrinkage and schedulingLoss that `putOnDuty` has filled.
 */
export function tally(
  log: ContactLog,
  time: AgentTime,
  plan: FloorPlan,
  calendar: FloorCalendar,
  input: FloorInput,
  outcome: Outcome,
): void {
  tallyContacts(log, plan, calendar, input, outcome);
  tallyAgents(time, calendar, input, outcome);
}

/** What few contacts have. */
const extras = flags.callbackOffered | flags.callback | flags.transferred;

/**
 * Seconds of agents are all that contacts took: of who is called back, every attempt, of who is transferred, the first agent's too, whatever
 * becomes of them after. Waits are until the first answer. Who is called back, and who waits for an answer and not on the line, is not answered in time or late.
 */
function tallyContacts(log: ContactLog, plan: FloorPlan, calendar: FloorCalendar, input: FloorInput, outcome: Outcome): void {
  const { interval, countedFrom, countedTo, endSeconds } = calendar;
  const { model, world } = input;
  const { leaves } = world;
  const { counts, shape } = outcome;
  const types = shape.contactTypes;
  const cells = shape.intervals * types * shape.channels;
  const groups = model.groups.length;
  const lines = linesOf(input);
  const { cell, isPhone, isChat, isDeferred, measuredSlowdown, threshold } = lines;
  const dialSeconds = model.callback === null ? 0 : leaves[model.callback.dialSeconds]!;
  const promiseSeconds = model.callback === null ? 0 : leaves[model.callback.promise]!;
  const isFollowed = model.trunks < Infinity;
  const ivrSeconds = ivrSecondsOf(input, calendar);
  const factor = new Float64Array(plan.queues.length * groups);
  for (const skill of plan.skills) factor[skill.queue * groups + skill.group] = skill.handleTimeFactor;
  const isAlike = plan.skills.every(({ handleTimeFactor }) => handleTimeFactor === 1);
  const { period, asked, queue, group, outcome: became, origin, joined, start, end, work, transferWork, dialled, flags: flagsOf } = log;
  for (let contact = 0; contact < log.count; contact++) {
    const came = period[contact]!;
    if (came < countedFrom || came >= countedTo) continue;
    const line = asked[contact]!;
    const here = interval[came]! * types * shape.channels + cell[line]!;
    const what = became[contact]!;
    const marks = flagsOf[contact]!;
    if (isFollowed && what !== outcomes.blocked) {
      if (isNewToIvr(contact)) counts[countField.ivrEntered * cells + here]!++;
      if ((marks & flags.endsInIvr) !== 0) {
        counts[countField.ivrSeconds * cells + here]! += isPhone[line]! * ivrSeconds[came]!;
        if ((marks & flags.contained) !== 0) {
          counts[countField.contained * cells + here]!++;
          counts[countField.resolvedNeeds * cells + here]!++;
        } else if ((marks & (flags.dropped | flags.unresponsive)) !== 0) counts[countField.screened * cells + here]!++;
        else counts[countField.ivrHungUp * cells + here]!++;
        continue;
      }
    }
    counts[countField.offered * cells + here]!++;
    if (origin[contact] === origins.redial) counts[countField.redials * cells + here]!++;
    else if (origin[contact] === origins.repeat) counts[countField.repeats * cells + here]!++;
    else if (origin[contact] === origins.selfService) counts[countField.selfServiceReturned * cells + here]!++;
    if (what === outcomes.blocked) {
      counts[countField.blocked * cells + here]!++;
      continue;
    }
    counts[countField.ivrSeconds * cells + here]! += isPhone[line]! * ivrSeconds[came]!;
    // A wait by each way, since a time chosen first would be put on the heap.
    const from = joined[contact]!;
    const isAnswered = start[contact]! >= 0;
    let waited = 0;
    if (from >= 0) {
      if (isAnswered) waited = start[contact]! - from;
      else if (end[contact]! >= 0) waited = end[contact]! - from;
      else waited = endSeconds - from;
    }
    const isCalled = (marks & flags.callback) !== 0;
    const isOnTheLine = !isCalled && isDeferred[line] === 0;
    if (isOnTheLine || (!isCalled && isAnswered)) counts[countField.waitSecondsAll * cells + here]! += waited;
    if ((marks & extras) !== 0) {
      if ((marks & flags.callbackOffered) !== 0) counts[countField.callbackOffered * cells + here]!++;
      if (isCalled) {
        counts[countField.callbackAccepted * cells + here]!++;
        counts[countField.callbackAttempts * cells + here]! += dialled[contact]!;
        counts[countField.handleSeconds * cells + here]! += dialled[contact]! * dialSeconds;
      }
      if ((marks & flags.transferred) !== 0) {
        counts[countField.transferred * cells + here]!++;
        counts[countField.handleSeconds * cells + here]! += transferWork[contact]!;
        counts[countField.workSeconds * cells + here]! += transferWork[contact]!;
      }
    }
    if (what === outcomes.handled) {
      const isUnresponsive = (marks & flags.unresponsive) !== 0;
      const isFirst = cameFrom(contact) === origins.need;
      const isResolved = (marks & flags.resolved) !== 0;
      let seconds = work[contact]!;
      if (isChat[line] === 1) seconds = end[contact]! - start[contact]!;
      else if (!isAlike) seconds *= factor[queue[contact]! * groups + group[contact]!]!;
      counts[countField.handleSeconds * cells + here]! += seconds;
      counts[countField.workSeconds * cells + here]! += work[contact]! * measuredSlowdown[line]!;
      if (isOnTheLine && waited <= threshold[line]!) counts[countField.answeredWithinThreshold * cells + here]!++;
      if (!isCalled) counts[countField.waitSecondsAnswered * cells + here]! += waited;
      if (isUnresponsive) {
        counts[countField.unresponsive * cells + here]!++;
        continue;
      }
      counts[countField.handled * cells + here]!++;
      counts[countField.afterContactSeconds * cells + here]! += Math.min(seconds, afterContactSeconds(contact));
      if (isFirst) counts[countField.handledFirst * cells + here]!++;
      if (isFirst && isResolved) counts[countField.resolvedFirst * cells + here]!++;
      if (isResolved) counts[countField.resolvedNeeds * cells + here]!++;
      if (isDeferred[line] === 1 && isInTime(log, contact, lines, calendar)) counts[countField.deferredWithinTarget * cells + here]!++;
      if (isCalled) {
        const untilReached = waited + dialSeconds;
        counts[countField.callbackReached * cells + here]!++;
        counts[countField.callbackWaitSeconds * cells + here]! += untilReached;
        if (untilReached <= promiseSeconds) counts[countField.callbackKept * cells + here]!++;
      }
    } else if (end[contact]! >= 0 && isCalled) counts[countField.callbackLost * cells + here]!++;
    else if (what === outcomes.abandoned) {
      counts[countField.abandoned * cells + here]!++;
      if (end[contact]! - from <= threshold[line]!) counts[countField.abandonedShort * cells + here]!++;
    } else if (what === outcomes.closedOut) counts[countField.closedOut * cells + here]!++;
    else counts[countField.openAtEnd * cells + here]!++;
  }
}

/** What is told apart by the queue that contacts came to, [queue]. */
interface Lines {
  /** Place among contact types and channels. */
  readonly cell: Int32Array;
  readonly isPhone: Uint8Array;
  readonly isChat: Uint8Array;
  readonly isDeferred: Uint8Array;
  /** Of contacts as measured, over the same with nothing else in hand. */
  readonly measuredSlowdown: Float64Array;
  /** Within how many seconds a contact is answered in time. */
  readonly threshold: Float64Array;
  /** Within how many seconds an answer is due, and whether they are counted through closed hours. */
  readonly dueSeconds: Float64Array;
  readonly byClock: Uint8Array;
}

function linesOf({ model, world: { leaves } }: FloorInput): Lines {
  const { queues, channels, due } = model;
  return {
    cell: Int32Array.from(queues, ({ contactType, channel }) => contactType * channels.length + channel),
    isPhone: Uint8Array.from(queues, (queue) => (isByPhone(model, queue) ? 1 : 0)),
    isChat: Uint8Array.from(queues, (queue) => (chatOf(model, queue) === null ? 0 : 1)),
    isDeferred: Uint8Array.from(queues, ({ patience }) => (patience === null ? 1 : 0)),
    measuredSlowdown: Float64Array.from(queues, (queue) => {
      const chat = chatOf(model, queue);
      return chat === null ? 1 : slowdownAt(chat, leaves, leaves[chat.measuredAt]!);
    }),
    threshold: Float64Array.from(queues, (queue) => thresholdSeconds(model, leaves, chatOf(model, queue) === null ? 'phone' : 'chat')),
    dueSeconds: Float64Array.from(queues, ({ channel }) => {
      const answer = due[channel];
      return answer ? leaves[answer.within]! : Infinity;
    }),
    byClock: Uint8Array.from(queues, ({ channel }) => (due[channel]?.clock ? 1 : 0)),
  };
}

/** [period] seconds in the IVR, as levers are on its day. */
const ivrSecondsOf = ({ model, levers }: FloorInput, { day, modelDay }: FloorCalendar): Float64Array =>
  Float64Array.from(day, (ofFloor) => stepOn(levers, modelDay[ofFloor]!).leaves[model.ivr.time]!);

/** Whether an agent began with a deferred contact when its answer was due or before. */
function isInTime(
  { asked, joined, start: began }: ContactLog,
  contact: number,
  { dueSeconds, byClock }: Lines,
  { start, end }: FloorCalendar,
): boolean {
  const line = asked[contact]!;
  if (byClock[line] === 1) return began[contact]! - joined[contact]! <= dueSeconds[line]!;
  // Periods are equally long: so many whole ones, and parts of the first and the last.
  const first = periodAt(start, joined, contact);
  const last = periodAt(start, began, contact);
  const length = end[0]! - start[0]!;
  const before = Math.min(joined[contact]! - start[first]!, length);
  const after = Math.min(began[contact]! - start[last]!, length);
  return (last - first) * length + after - before <= dueSeconds[line]!;
}

/** Period that a moment of the contact is in: the last that has begun. */
function periodAt(start: Float64Array, moment: Float64Array, contact: number): number {
  let low = 0;
  let high = start.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start[middle]! <= moment[contact]!) low = middle;
    else high = middle;
  }
  return low;
}

function tallyAgents(
  { busy, overtime }: AgentTime,
  { interval, countedFrom, countedTo }: FloorCalendar,
  input: FloorInput,
  outcome: Outcome,
): void {
  const { agents, model } = input;
  const { agentSeconds, shape } = outcome;
  const groups = shape.groups;
  const { intervalSeconds } = model.calendar;
  const paid = agentOffset(shape, 'paid');
  const handling = agentOffset(shape, 'handling');
  const idle = agentOffset(shape, 'idle');
  const beyond = agentOffset(shape, 'overtime');
  for (let period = countedFrom; period < countedTo; period++) {
    for (let group = 0; group < groups; group++) {
      const from = period * groups + group;
      const at = interval[period]! * groups + group;
      agentSeconds[handling + at] = busy[from]!;
      agentSeconds[idle + at] = agents[at]! * intervalSeconds - busy[from]!;
      agentSeconds[beyond + at] = overtime[from]!;
      agentSeconds[paid + at]! += overtime[from]!;
    }
  }
}
