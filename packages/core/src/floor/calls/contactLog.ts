/** What became of a contact. */
export const outcomes = {
  /** It has not come yet, or fell on a closed door for good. */
  none: 0,
  inIvr: 1,
  waiting: 2,
  /** An agent has it in hand, or dials its number. */
  served: 3,
  /** Nobody was reached; another attempt follows. */
  untilRetry: 4,
  handled: 5,
  abandoned: 6,
  blocked: 7,
  closedOut: 8,
  callbackLost: 9,
  /** It ended in the IVR. */
  leftInIvr: 10,
} as const;

/** Where a contact came from. */
export const origins = { need: 0, redial: 1, repeat: 2, selfService: 3 } as const;

export const flags = {
  /** It leaves when the IVR is through with it. */
  endsInIvr: 1,
  /** An unresponsive caller: an agent finds nobody on the line. */
  unresponsive: 2,
  /** It was offered a callback, and took it. */
  callbackOffered: 4,
  callback: 8,
  transferred: 16,
  /** A handled contact that left its need resolved. */
  resolved: 32,
  /** Why it ends in the IVR: taken for an unresponsive caller, whose customer may try again; or served there. Else it hangs up. */
  dropped: 64,
  contained: 128,
} as const;

/**
 * Every contact of one replication, as columns [contact]: first those that come by themselves, in time order, then those that follow from
 * others (redials, repeats), in the order in which they were made. 93 bytes a contact.
 */
export interface ContactLog {
  /** Contacts in the log, and room for so many. */
  count: number;
  capacity: number;
  /** When it asks to come in: seconds since the start. */
  time: Float64Array;
  /** From there to the queue. */
  ivrSeconds: Float64Array;
  /** How long it waits in a queue before it gives up: 0 is balking, Infinity endless. */
  patience: Float64Array;
  /** Work in seconds for an agent with nothing else in hand and a handle-time factor of 1. */
  work: Float64Array;
  /** Agent seconds before a transfer; read where `transferTo` is a queue. */
  transferWork: Float32Array;
  /** When it joined its first queue, and the present one. NaN: never. */
  joined: Float64Array;
  queuedAt: Float64Array;
  /** When an agent first answered (of a callback: when the attempt that reached the customer began), and when it was over. NaN: never. */
  start: Float64Array;
  end: Float64Array;
  /** Whose contact it is: a key of 32 bits, the same in every scenario. */
  customer: Int32Array;
  /** The contact that it follows from; -1: none. */
  after: Int32Array;
  agent: Int32Array;
  /** Period it came in. */
  period: Int32Array;
  /** Queue that it came to, and the one that it is in or was last in. */
  asked: Uint8Array;
  queue: Uint8Array;
  /** Queue that it is transferred to after its first agent; 255: none. */
  transferTo: Uint8Array;
  /** Group that has it in hand, or had it last; 255: none. */
  group: Uint8Array;
  outcome: Uint8Array;
  origin: Uint8Array;
  flags: Uint8Array;
  /** Contacts of the same customer before it. */
  attempt: Uint8Array;
  /** Times that its number was dialled. */
  dialled: Uint8Array;
}

export const nowhere = 255;

/** An empty log with room for `capacity` contacts. One literal: an object whose columns are added by name one by one is a slow table to V8. */
export const createLog = (capacity: number): ContactLog => ({
  count: 0,
  capacity,
  time: new Float64Array(capacity),
  ivrSeconds: new Float64Array(capacity),
  patience: new Float64Array(capacity),
  work: new Float64Array(capacity),
  transferWork: new Float32Array(capacity),
  joined: new Float64Array(capacity),
  queuedAt: new Float64Array(capacity),
  start: new Float64Array(capacity),
  end: new Float64Array(capacity),
  customer: new Int32Array(capacity),
  after: new Int32Array(capacity),
  agent: new Int32Array(capacity),
  period: new Int32Array(capacity),
  asked: new Uint8Array(capacity),
  queue: new Uint8Array(capacity),
  transferTo: new Uint8Array(capacity),
  group: new Uint8Array(capacity),
  outcome: new Uint8Array(capacity),
  origin: new Uint8Array(capacity),
  flags: new Uint8Array(capacity),
  attempt: new Uint8Array(capacity),
  dialled: new Uint8Array(capacity),
});

/** Room for at least `capacity` contacts; what is in the log stays. Grows by half at least, so that growing costs little in all. */
export function growLog(log: ContactLog, capacity: number): void {
  if (capacity <= log.capacity) return;
  const grown = createLog(Math.max(capacity, Math.ceil(log.capacity * 1.5)));
  const columns = Object.keys(log) as (keyof ContactLog)[];
  for (const name of columns) {
    const [from, to] = [log[name], grown[name]];
    if (typeof from !== 'number' && typeof to !== 'number') to.set(from.subarray(0, log.count));
  }
  Object.assign(log, grown, { count: log.count });
}

/** Adds a contact that has yet to come, and returns its number; the caller fills time, work, patience and what else is not usual. */
export function addContact(log: ContactLog, queue: number): number {
  const contact = log.count;
  if (contact === log.capacity) growLog(log, contact + 1);
  log.count = contact + 1;
  log.ivrSeconds[contact] = 0;
  log.patience[contact] = Infinity;
  log.transferWork[contact] = 0;
  log.joined[contact] = NaN;
  log.queuedAt[contact] = NaN;
  log.start[contact] = NaN;
  log.end[contact] = NaN;
  log.customer[contact] = contact;
  log.after[contact] = -1;
  log.agent[contact] = -1;
  log.period[contact] = -1;
  log.asked[contact] = queue;
  log.queue[contact] = queue;
  log.transferTo[contact] = nowhere;
  log.group[contact] = nowhere;
  log.outcome[contact] = outcomes.none;
  log.origin[contact] = origins.need;
  log.flags[contact] = 0;
  log.attempt[contact] = 0;
  log.dialled[contact] = 0;
  return contact;
}

/**
 * `addContact` for many at a time, of queues that the caller fills too (`asked` and `queue`); returns the number of the first. Column by column, which
 * is the way memory likes it.
 */
export function addContacts(log: ContactLog, contacts: number): number {
  const from = log.count;
  const to = from + contacts;
  if (to > log.capacity) growLog(log, to);
  log.count = to;
  log.ivrSeconds.fill(0, from, to);
  log.patience.fill(Infinity, from, to);
  log.transferWork.fill(0, from, to);
  log.joined.fill(NaN, from, to);
  log.queuedAt.fill(NaN, from, to);
  log.start.fill(NaN, from, to);
  log.end.fill(NaN, from, to);
  log.after.fill(-1, from, to);
  log.agent.fill(-1, from, to);
  log.period.fill(-1, from, to);
  log.transferTo.fill(nowhere, from, to);
  log.group.fill(nowhere, from, to);
  log.outcome.fill(outcomes.none, from, to);
  log.origin.fill(origins.need, from, to);
  log.flags.fill(0, from, to);
  log.attempt.fill(0, from, to);
  log.dialled.fill(0, from, to);
  return from;
}

/** Adds the contact that follows from another of the same customer, in the same queue, with the same work. */
export function addFollowing(log: ContactLog, contact: number, origin: number): number {
  const next = addContact(log, log.asked[contact]!);
  log.customer[next] = log.customer[contact]!;
  log.after[next] = contact;
  log.work[next] = log.work[contact]!;
  log.ivrSeconds[next] = log.ivrSeconds[contact]!;
  log.origin[next] = origin;
  log.attempt[next] = log.attempt[contact]! + 1;
  return next;
}
