import { shortestHandleSeconds, type FrontDoor } from '../../frontDoor/frontDoor.ts';
import { eventFactor, shareOfNeeds } from '../../frontDoor/longRunNeeds.ts';
import type { LeverStep } from '../../frontDoor/leverSteps.ts';
import { resolutionShare } from '../../frontDoor/resolution.ts';
import type { LeafIndex, Model } from '../../model/model.ts';
import { withCv } from '../../random/durations/durationFamily.ts';
import { fillLog } from '../../random/durations/fillExpAndLog.ts';
import { createDurationLaw, type DurationLaw } from '../../random/durations/durationLaw.ts';
import type { FloorInput } from '../floorInput.ts';
import { slowdownAt } from './chatSlowdown.ts';
import { dayOfReturn, timeOfReturn, type ComeBack } from './comeBack.ts';
import { flags, origins, outcomes, type ContactLog } from './contactLog.ts';
import type { Customers } from './customers.ts';
import { decisions, draw, drawn, inBlock } from './decisions.ts';
import { chatOf, isByPhone } from './planFor.ts';

const secondsPerDay = 86_400;

/** What the contacts of one queue (a contact type in a channel) have in common in one world. */
export interface QueueInWorld {
  readonly contactType: number;
  readonly byPhone: boolean;
  /** Share of the type's needs that come by its queues up to this one. */
  readonly channelsTo: number;
  readonly door: FrontDoor;
  /** Mean 1: handle time by the score of the difficulty, and patience; null: they wait for an answer, not on the line. */
  readonly handleTime: DurationLaw;
  readonly patience: DurationLaw | null;
  readonly patienceSeconds: number;
  readonly balk: number;
  /** Of a contact as measured, over the same with nothing else in hand: of a chat, with as many as there were. */
  readonly measuredSlowdown: number;
  readonly resolution: number;
  readonly repeatShare: number;
  readonly repeatDays: number;
  readonly repeatHandleTime: number;
  readonly afterContactSeconds: number;
  readonly redialShare: number;
  readonly redialSeconds: number;
  readonly ivrSeconds: number;
  readonly hangUps: number;
  readonly verificationOffered: number;
  readonly verificationSuccess: number;
  readonly verificationSaves: number;
  readonly verificationFailureAdds: number;
  /** Unresponsive calls for each caller who enters the IVR, the share of them that it ends, the share of callers that it ends by mistake. */
  readonly unresponsiveBeside: number;
  readonly screened: number;
  readonly falseDrops: number;
  readonly unresponsiveSeconds: number;
  readonly acceptsCallback: number;
  readonly answersCallback: number;
  /** Share of calls that another queue gets first, which it may be, and the agent seconds that takes. */
  readonly misrouted: number;
  readonly wrongQueues: Uint8Array;
  readonly transferSeconds: number;
  /** [day of the model] handle-time factor of the events in force. */
  readonly event: Float64Array;
}

/** The queues of a world by the strength of its levers: [step][queue]; see `FloorInput.levers`. */
export const queuesInWorld = (input: FloorInput): QueuesInWorld =>
  input.levers.steps.map((step) => input.model.queues.map((_, queue) => queueInWorld(input.model, step, queue)));
export type QueuesInWorld = readonly (readonly QueueInWorld[])[];

function queueInWorld(model: Model, { leaves, doors }: LeverStep, number: number): QueueInWorld {
  const queue = model.queues[number]!;
  const { contactType, handleTime, patience } = queue;
  const type = model.contactTypes[contactType]!;
  const { callback, misroutes, unresponsiveCallers: unresponsive } = model;
  const { time, hangUps, verification } = model.ivr;
  const byPhone = isByPhone(model, queue);
  const chat = chatOf(model, queue);
  const onPhone = (leaf: LeafIndex | undefined): number => (byPhone && leaf !== undefined ? leaves[leaf]! : 0);
  const share = Math.min(onPhone(unresponsive?.share), mostUnresponsive);
  return {
    contactType,
    byPhone,
    channelsTo: type.queues.reduce((sum, own) => (own <= number ? sum + shareOfNeeds(model, own, leaves) : sum), 0),
    door: doors[number]!,
    handleTime: createDurationLaw(withCv(handleTime.law, leaves[handleTime.cv]!)),
    patience: patience === null ? null : createDurationLaw(patience.law),
    patienceSeconds: patience === null ? Infinity : leaves[patience.mean]!,
    balk: patience === null ? 0 : leaves[patience.balk]!,
    measuredSlowdown: chat === null ? 1 : slowdownAt(chat, leaves, leaves[chat.measuredAt]!),
    resolution: resolutionShare(model, type, leaves),
    repeatShare: leaves[type.repeat.share]!,
    repeatDays: leaves[type.repeat.after]! / secondsPerDay,
    repeatHandleTime: leaves[type.repeat.handleTime]!,
    afterContactSeconds: leaves[handleTime.afterContactWork]!,
    redialShare: leaves[type.redial.share]!,
    redialSeconds: leaves[type.redial.after]!,
    ivrSeconds: onPhone(time),
    hangUps: onPhone(hangUps),
    verificationOffered: onPhone(verification.offeredTo),
    verificationSuccess: leaves[verification.success]!,
    verificationSaves: leaves[verification.saves]!,
    verificationFailureAdds: leaves[verification.failureAdds]!,
    unresponsiveBeside: share / (1 - share),
    screened: onPhone(unresponsive?.screened),
    falseDrops: onPhone(unresponsive?.falseDrops),
    unresponsiveSeconds: onPhone(unresponsive?.agentSeconds),
    acceptsCallback: onPhone(callback?.accepts),
    answersCallback: onPhone(callback?.reached),
    misrouted: onPhone(misroutes?.share),
    wrongQueues: wrongQueues(model, number),
    transferSeconds: onPhone(misroutes?.transferAdds),
    event: Float64Array.from(type.eventHandleTime, (inForce) => eventFactor(inForce, leaves)),
  };
}

/** A hundred unresponsive calls for each caller: no centre has more, and a world that draws it ends. */
const mostUnresponsive = 100 / 101;

/** Where a misrouted call may go first: the queues of other contact types by phone, or its own where there is none. */
function wrongQueues(model: Model, number: number): Uint8Array {
  const { contactType } = model.queues[number]!;
  const others = model.queues.flatMap((other, place) => (other.contactType !== contactType && isByPhone(model, other) ? [place] : []));
  return Uint8Array.from(others.length > 0 ? others : [number]);
}

/** Of the customers of one replication, beside the log. */
interface Columns {
  /** [contact] seconds that the need takes, before what machines save or add and repeats take longer. */
  need: Float64Array;
  /** [contact] where it came from, redials being taken for the contact that they follow from. */
  from: Uint8Array;
  /** [contact] 1: a call whose customer has not been in the IVR. Where lines are limited; else it says nothing. */
  isNew: Uint8Array;
}

// State of the module: there is one floor to a thread.
const columns: Columns = { need: new Float64Array(0), from: new Uint8Array(0), isNew: new Uint8Array(0) };
let log: ContactLog;
let queues: QueuesInWorld;
let stepOfDay: Int32Array;
let comeBack: ComeBack;

/** Whose customers `modelCustomers` are from here on; `ofDay` is the step of the levers on each day of the model. */
export function openCustomers(ofLog: ContactLog, ofQueues: QueuesInWorld, ofDay: Int32Array, whenBack: ComeBack): void {
  log = ofLog;
  queues = ofQueues;
  stepOfDay = ofDay;
  comeBack = whenBack;
}

/** What holds for a contact, as levers are on a day of the floor's calendar. */
function queueOn(day: number, contact: number): QueueInWorld {
  const step = queues.length === 1 ? 0 : stepOfDay[comeBack.calendar.modelDay[day]!]!;
  return queues[step]![log.asked[contact]!]!;
}

/** The same on the day that the contact came. */
const queueOf = (contact: number): QueueInWorld => queueOn(comeBack.calendar.day[log.period[contact]!]!, contact);

/** Notes a contact's customer beside the log. */
export function noteCustomer(contact: number, needSeconds: number, from: number): void {
  if (contact >= columns.need.length) growColumns();
  columns.need[contact] = needSeconds;
  columns.from[contact] = from;
}

/** Notes whether a contact, noted before, is the first by which its customer may enter the IVR: 1 or 0. */
export function noteEntry(contact: number, isNew: number): void {
  columns.isNew[contact] = isNew;
}

function growColumns(): void {
  const need = new Float64Array(log.capacity);
  need.set(columns.need);
  columns.need = need;
  const from = new Uint8Array(log.capacity);
  from.set(columns.from);
  columns.from = from;
  const isNew = new Uint8Array(log.capacity);
  isNew.set(columns.isNew);
  columns.isNew = isNew;
}

/** Where a contact came from, redials being taken for the contact that they follow from. */
export const cameFrom = (contact: number): number => columns.from[contact]!;

/** Whether it is the contact by which a need enters the IVR: the first, or the first that was not blocked. */
export const isNewToIvr = (contact: number): boolean => columns.isNew[contact] === 1;

/** Seconds that verification in the IVR adds to an attempt; below 0: saves. */
export function verificationSeconds(queue: QueueInWorld, customer: number, attempt: number): number {
  if (queue.verificationOffered === 0) return 0;
  draw(customer, attempt, decisions.verificationOffered);
  if (drawn[decisions.verificationOffered & inBlock]! >= queue.verificationOffered) return 0;
  return drawn[decisions.verified & inBlock]! < queue.verificationSuccess ? -queue.verificationSaves : queue.verificationFailureAdds;
}

/** Work of a contact in seconds, with nothing else in hand: what its need takes and machines add, under the events of its day. */
export const workSeconds = (queue: QueueInWorld, modelDay: number, needSeconds: number, added: number): number =>
  (queue.event[modelDay]! * Math.max(shortestHandleSeconds, needSeconds + added)) / queue.measuredSlowdown;

/**
 * Work after a contact, of its work in seconds: long contacts leave much to be done and short ones little, and in the mean over those of its origin it is what the
 * queue says, whatever machines and events do to what comes before.
 */
export function afterContactSeconds(contact: number): number {
  const { door, event, measuredSlowdown, afterContactSeconds: after } = queueOf(contact);
  const from = columns.from[contact];
  const alone =
    from === origins.need ? door.handleSeconds : from === origins.repeat ? door.repeatHandleSeconds : door.returnedHandleSeconds;
  const { day, modelDay } = comeBack.calendar;
  const mean = (event[modelDay[day[log.period[contact]!]!]!]! * alone) / measuredSlowdown;
  return Math.min(1, after / mean) * log.work[contact]!;
}

/** Sends a contact that asks for an agent to another queue than its own first, where it is misrouted. */
export function misroute(contact: number, { misrouted, wrongQueues, transferSeconds }: QueueInWorld): void {
  if (misrouted === 0) return;
  draw(log.customer[contact]!, log.attempt[contact]!, decisions.misrouted);
  if (drawn[decisions.misrouted & inBlock]! >= misrouted) return;
  draw(log.customer[contact]!, log.attempt[contact]!, decisions.wrongGroup);
  log.queue[contact] = wrongQueues[Math.floor(drawn[decisions.wrongGroup & inBlock]! * wrongQueues.length)]!;
  log.transferTo[contact] = log.asked[contact]!;
  log.transferWork[contact] = transferSeconds;
}

/** Open day on which an agent began: of who waited over nights, a later one than the contact came on. */
function dayOfAnswer(contact: number): number {
  const { day, days, firstPeriod, start } = comeBack.calendar;
  let on = day[log.period[contact]!]!;
  while (on + 1 < days && start[firstPeriod[on + 1]!]! <= log.start[contact]!) on++;
  return on;
}

const register = new Float64Array(2);

/** Draws the patience of a contact that follows from another. */
function drawPatience({ patience, patienceSeconds, balk }: QueueInWorld, next: number): void {
  log.patience[next] = Infinity;
  if (patience === null) return;
  draw(log.customer[next]!, log.attempt[next]!, decisions.patience);
  log.patience[next] = 0;
  if (drawn[decisions.balks & inBlock]! < balk) return;
  register[0] = drawn[decisions.patience & inBlock]!;
  patience.fromUniforms(register, 0, 1);
  log.patience[next] = register[0] * patienceSeconds;
}

/** Where a contact ends in the IVR: in the customer, so that one who was blocked before it ends there the next time. */
const endsInIvr = flags.endsInIvr | flags.dropped | flags.contained;

/** The customers of a model in one world: they redial, come back, are called back and are content as its shares say, each by their own draws. */
export const modelCustomers: Customers = {
  isResolved: (contact) => {
    draw(log.customer[contact]!, log.attempt[contact]!, decisions.resolved);
    return drawn[decisions.resolved & inBlock]! < queueOf(contact).resolution;
  },

  redials: (contact, next, now) => {
    if ((log.flags[contact]! & flags.unresponsive) !== 0) return false;
    const queue = queueOf(contact);
    const customer = log.customer[contact]!;
    draw(customer, log.attempt[contact]!, decisions.redials);
    if (drawn[decisions.redials & inBlock]! >= queue.redialShare) return false;
    register[0] = drawn[decisions.redialDelay & inBlock]!;
    fillLog(register, 0, 1);
    log.time[next] = now[0]! - register[0] * queue.redialSeconds;
    drawPatience(queue, next);
    const wasBlocked = log.outcome[contact] === outcomes.blocked;
    if (wasBlocked) log.flags[next] = log.flags[contact]! & endsInIvr;
    noteCustomer(next, columns.need[contact]!, columns.from[contact]!);
    noteEntry(next, wasBlocked ? columns.isNew[contact]! : 0);
    if (log.flags[next] === 0) misroute(next, queue);
    return true;
  },

  comesBack: (contact, next, now) => {
    const queue = queueOf(contact);
    const { contactType } = queue;
    const customer = log.customer[contact]!;
    const attempt = log.attempt[contact]!;
    draw(customer, attempt, decisions.comesBack);
    if (drawn[decisions.comesBack & inBlock]! >= queue.repeatShare) return false;
    const { calendar } = comeBack;
    draw(customer, attempt, decisions.repeatDays);
    register[0] = drawn[decisions.repeatDays & inBlock]!;
    register[1] = queue.repeatDays;
    const day = dayOfReturn(comeBack, contactType, dayOfAnswer(contact), register);
    if (day < 0) return false;
    register[0] = drawn[decisions.repeatTime & inBlock]!;
    timeOfReturn(comeBack, contactType, day, register);
    // A contact can outlast the night.
    log.time[next] = Math.max(now[0]!, register[0]);
    const again = log.attempt[next]!;
    const needSeconds = columns.need[contact]!;
    const then = queueOn(day, contact);
    log.work[next] = workSeconds(
      then,
      calendar.modelDay[day]!,
      needSeconds * then.repeatHandleTime,
      verificationSeconds(then, customer, again),
    );
    drawPatience(then, next);
    noteCustomer(next, needSeconds, origins.repeat);
    noteEntry(next, 0);
    misroute(next, then);
    return true;
  },

  drawAgent: (contact, chance) => {
    draw(log.customer[contact]!, log.attempt[contact]!, decisions.freeAgent);
    chance[0] = drawn[decisions.freeAgent & inBlock]!;
  },

  acceptsCallback: (contact) => {
    if ((log.flags[contact]! & flags.unresponsive) !== 0) return false;
    draw(log.customer[contact]!, log.attempt[contact]!, decisions.acceptsCallback);
    return drawn[decisions.acceptsCallback & inBlock]! < queueOf(contact).acceptsCallback;
  },

  answers: (contact, dialled) => {
    const decision = decisions.answers + dialled - 1;
    draw(log.customer[contact]!, log.attempt[contact]!, decision);
    return drawn[decision & inBlock]! < queueOf(contact).answersCallback;
  },
};
