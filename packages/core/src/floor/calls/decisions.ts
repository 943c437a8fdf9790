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
  /** Not asked yet. */
  channel: 17,
  acceptsCallback: 18,
  /** The first of as many as there are attempts to call back: does the customer answer? */
  answers: 32,
} as const;

/** Numbers come in blocks of four, drawn together. */
const inBlock = 4;

const words = new Int32Array(4);
/** Customer, attempt and block that the words are of: what a customer is asked often lies in one block. */
const wordsOf = new Int32Array(3);
let key = new Int32Array(4);
let replication = 0;

/** Whose decisions are drawn from here on: the study's, by its key, in one replication. */
export function openDecisions(customersKey: Int32Array, ofReplication: number): void {
  key = customersKey as typeof key;
  replication = ofReplication;
  wordsOf[2] = -1;
}

export const customersKeyOf = (seed: Int32Array): Int32Array => purposeKey(seed, purposes.customers);

/** Draws a decision, and those of its block: the others are read by `drawn` until the next is drawn. */
export function decide(customer: number, attempt: number, decision: number): number {
  const block = (decision / inBlock) | 0;
  if (wordsOf[2] !== block || wordsOf[0] !== customer || wordsOf[1] !== attempt) {
    threefry4x32(words, key, customer, replication, attempt, block);
    wordsOf[0] = customer;
    wordsOf[1] = attempt;
    wordsOf[2] = block;
  }
  return uniformOf(words[decision % inBlock]!);
}

/** A decision of the block drawn last. */
export const drawn = (decision: number): number => uniformOf(words[decision % inBlock]!);
