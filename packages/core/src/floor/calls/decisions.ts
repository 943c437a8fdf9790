import { purposeKey, purposes } from '../../random/keyedStream.ts';
import { threefry4x32 } from '../../random/threefry.ts';
import { uniformOf } from '../../random/uniform.ts';

/**
 * What each uniform of a customer's attempt decides. It is a function of (seed, customer, replication, attempt, number), so that a customer does the
 * same under every lever, whatever else is asked of anybody. Numbers are part of the results: never changed, and never used again.
 */
export const decisions = {
  /** Quantile of the patience, and whether there is none unless an agent is free. */
  patience: 0,
  balks: 1,
  /** After an agent: whether the need is resolved, and whether a customer whose need is not comes back. */
  resolved: 2,
  comesBack: 3,
  /** After giving up: whether the customer tries again, and quantile of the delay. */
  redials: 4,
  redialDelay: 5,
  /** Quantiles of the days until a customer comes back, and of the time of that day. */
  repeatDays: 6,
  repeatTime: 7,
  /** In the IVR: asked to identify themselves? successfully? hangs up? and the own part of what containment depends on. */
  verificationOffered: 8,
  verified: 9,
  hangsUp: 10,
  contained: 11,
  /** Self-service: tried? the own part of what success depends on; does who was helped come back, in how many days, at what time? */
  triesSelfService: 12,
  selfServed: 13,
  selfServiceReturns: 14,
  selfServiceReturnDays: 15,
  selfServiceReturnTime: 16,
  /** Channel that a need comes by. */
  channel: 17,
  acceptsCallback: 18,
  /** An unresponsive call beside this caller's: is there one, when in the interval, does the IVR screen it? And is this caller dropped by mistake? */
  unresponsiveBeside: 19,
  unresponsiveTime: 20,
  screened: 21,
  falselyDropped: 22,
  /** Does the call reach the wrong group first, and which? */
  misrouted: 23,
  wrongGroup: 24,
  /** Which of several free agents takes the contact, where any may. */
  freeAgent: 25,
  /** The first of as many as there are attempts to call back: does the customer answer? */
  answers: 32,
} as const;

/** Decisions come in blocks of four, drawn together: the place of one in its block is its number & `inBlock`. */
export const inBlock = 3;

const words = new Int32Array(4);
/** Customer, attempt and number of the block that was drawn last: what a customer is asked often lies in one block. */
const blockOf = new Int32Array(3);
let key = new Int32Array(4);
let replication = 0;

/** Whose decisions are drawn from here on: the study's, by its key, in one replication. */
export function openDecisions(customersKey: Int32Array, ofReplication: number): void {
  key = customersKey as typeof key;
  replication = ofReplication;
  blockOf[2] = -1;
}

export const customersKeyOf = (seed: Int32Array): Int32Array => purposeKey(seed, purposes.customers);

/** [decision & inBlock] uniforms of the block that was drawn last. They are read here: a number that a function returns may be an object on the heap. */
export const drawn = new Float64Array(4);

/** Draws a decision, and those of its block, into `drawn`. */
export function draw(customer: number, attempt: number, decision: number): void {
  const block = decision >> 2;
  if (blockOf[2] === block && blockOf[0] === customer && blockOf[1] === attempt) return;
  threefry4x32(words, key, customer, replication, attempt, block);
  for (let i = 0; i < 4; i++) drawn[i] = uniformOf(words[i]!);
  blockOf[0] = customer;
  blockOf[1] = attempt;
  blockOf[2] = block;
}
