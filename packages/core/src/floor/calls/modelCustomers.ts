import { shortestHandleSeconds, type FrontDoor } from '../../frontDoor/frontDoor.ts';
import { eventFactor } from '../../frontDoor/longRunNeeds.ts';
import { resolutionShare } from '../../frontDoor/resolution.ts';
import { withCv } from '../../random/durations/durationFamily.ts';
import { fillLog } from '../../random/durations/fillExpAndLog.ts';
import { createDurationLaw, type DurationLaw } from '../../random/durations/durationLaw.ts';
import { dayOfReturn, timeOfReturn, type ComeBack } from './comeBack.ts';
import { origins, type ContactLog } from './contactLog.ts';
import type { Customers } from './customers.ts';
import { decisions, draw, drawn, inBlock } from './decisions.ts';
import type { FloorInput } from '../floorInput.ts';

const secondsPerDay = 86_400;

/** What the contacts of one queue have in common in one world. */
export interface TypeInWorld {
  readonly door: FrontDoor;
  /** Mean 1: handle time by the score of the difficulty, and patience. */
  readonly handleTime: DurationLaw;
  readonly patience: DurationLaw;
  readonly patienceSeconds: number;
  readonly balk: number;
  readonly resolution: number;
  readonly repeatShare: number;
  readonly repeatDays: number;
  readonly repeatHandleTime: number;
  readonly redialShare: number;
  readonly redialSeconds: number;
  readonly verificationOffered: number;
  readonly verificationSuccess: number;
  readonly verificationSaves: number;
  readonly verificationFailureAdds: number;
  /** [day of the model] handle-time factor of the events in force. */
  readonly event: Float64Array;
}

export function typeInWorld({ model, world: { leaves }, doors }: FloorInput, queue: number): TypeInWorld {
  const { contactType, handleTime, patience } = model.queues[queue]!;
  const type = model.contactTypes[contactType]!;
  const { verification } = model.ivr;
  return {
    door: doors[queue]!,
    handleTime: createDurationLaw(withCv(handleTime.law, leaves[handleTime.cv]!)),
    patience: createDurationLaw(patience!.law),
    patienceSeconds: leaves[patience!.mean]!,
    balk: leaves[patience!.balk]!,
    resolution: resolutionShare(model, type, leaves),
    repeatShare: leaves[type.repeat.share]!,
    repeatDays: leaves[type.repeat.after]! / secondsPerDay,
    repeatHandleTime: leaves[type.repeat.handleTime]!,
    redialShare: leaves[type.redial.share]!,
    redialSeconds: leaves[type.redial.after]!,
    verificationOffered: leaves[verification.offeredTo]!,
    verificationSuccess: leaves[verification.success]!,
    verificationSaves: leaves[verification.saves]!,
    verificationFailureAdds: leaves[verification.failureAdds]!,
    event: Float64Array.from(type.eventHandleTime, (inForce) => eventFactor(inForce, leaves)),
  };
}

/** Of the customers of one replication, beside the log. */
interface Columns {
  /** [contact] seconds that the need takes, before what machines save or add and repeats take longer. */
  need: Float64Array;
  /** [contact] where it came from, redials being taken for the contact that they follow from. */
  from: Uint8Array;
}

// State of the module: there is one floor to a thread.
const columns: Columns = { need: new Float64Array(0), from: new Uint8Array(0) };
let log: ContactLog;
let types: readonly TypeInWorld[];
let comeBack: ComeBack;

/** Whose customers `modelCustomers` are from here on. */
export function openCustomers(ofLog: ContactLog, ofTypes: readonly TypeInWorld[], whenBack: ComeBack): void {
  log = ofLog;
  types = ofTypes;
  comeBack = whenBack;
}

/** Notes a contact's customer beside the log. */
export function noteCustomer(contact: number, needSeconds: number, from: number): void {
  if (contact >= columns.need.length) growColumns();
  columns.need[contact] = needSeconds;
  columns.from[contact] = from;
}

function growColumns(): void {
  const need = new Float64Array(log.capacity);
  need.set(columns.need);
  columns.need = need;
  const from = new Uint8Array(log.capacity);
  from.set(columns.from);
  columns.from = from;
}

/** Where a contact came from, redials being taken for the contact that they follow from. */
export const cameFrom = (contact: number): number => columns.from[contact]!;

/** Seconds that verification in the IVR adds to an attempt; below 0: saves. */
export function verificationSeconds(type: TypeInWorld, customer: number, attempt: number): number {
  if (type.verificationOffered === 0) return 0;
  draw(customer, attempt, decisions.verificationOffered);
  if (drawn[decisions.verificationOffered & inBlock]! >= type.verificationOffered) return 0;
  return drawn[decisions.verified & inBlock]! < type.verificationSuccess ? -type.verificationSaves : type.verificationFailureAdds;
}

/** Work of a contact in seconds: what its need takes and machines add, under the events of its day. */
export const workSeconds = (type: TypeInWorld, modelDay: number, needSeconds: number, added: number): number =>
  type.event[modelDay]! * Math.max(shortestHandleSeconds, needSeconds + added);

const register = new Float64Array(2);

/** Draws the patience of a contact that follows from another. */
function drawPatience(type: TypeInWorld, next: number): void {
  draw(log.customer[next]!, log.attempt[next]!, decisions.patience);
  log.patience[next] = 0;
  if (drawn[decisions.balks & inBlock]! < type.balk) return;
  register[0] = drawn[decisions.patience & inBlock]!;
  type.patience.fromUniforms(register, 0, 1);
  log.patience[next] = register[0] * type.patienceSeconds;
}

/** The customers of a model in one world: they redial, come back and are content as its shares say, each by their own draws. */
export const modelCustomers: Customers = {
  isResolved: (contact) => {
    draw(log.customer[contact]!, log.attempt[contact]!, decisions.resolved);
    return drawn[decisions.resolved & inBlock]! < types[log.asked[contact]!]!.resolution;
  },

  redials: (contact, next, now) => {
    const type = types[log.asked[contact]!]!;
    const customer = log.customer[contact]!;
    draw(customer, log.attempt[contact]!, decisions.redials);
    if (drawn[decisions.redials & inBlock]! >= type.redialShare) return false;
    register[0] = drawn[decisions.redialDelay & inBlock]!;
    fillLog(register, 0, 1);
    log.time[next] = now[0]! - register[0] * type.redialSeconds;
    drawPatience(type, next);
    noteCustomer(next, columns.need[contact]!, columns.from[contact]!);
    return true;
  },

  comesBack: (contact, next, now) => {
    const queue = log.asked[contact]!;
    const type = types[queue]!;
    const customer = log.customer[contact]!;
    const attempt = log.attempt[contact]!;
    draw(customer, attempt, decisions.comesBack);
    if (drawn[decisions.comesBack & inBlock]! >= type.repeatShare) return false;
    const { calendar } = comeBack;
    draw(customer, attempt, decisions.repeatDays);
    register[0] = drawn[decisions.repeatDays & inBlock]!;
    register[1] = type.repeatDays;
    const day = dayOfReturn(comeBack, queue, calendar.day[log.period[contact]!]!, register);
    if (day < 0) return false;
    register[0] = drawn[decisions.repeatTime & inBlock]!;
    timeOfReturn(comeBack, queue, day, register);
    // A contact can outlast the night.
    log.time[next] = Math.max(now[0]!, register[0]);
    const again = log.attempt[next]!;
    const needSeconds = columns.need[contact]!;
    log.work[next] = workSeconds(
      type,
      calendar.modelDay[day]!,
      needSeconds * type.repeatHandleTime,
      verificationSeconds(type, customer, again),
    );
    drawPatience(type, next);
    noteCustomer(next, needSeconds, origins.repeat);
    return true;
  },

  // Nobody is offered one.
  acceptsCallback: () => false,
  answers: () => true,
};
