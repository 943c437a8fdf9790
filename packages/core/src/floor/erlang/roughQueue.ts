import { countAttempts, ofAttempts, stayingShare, toAttempts } from './congestion.ts';
import { chatCapacity, type ChatAgents } from './chatAgents.ts';
import {
  createPool,
  evaluateLoad,
  evaluateThreshold,
  evaluateWaits,
  offeredLoad,
  queueFieldCount,
  queueFields,
  setPool,
} from './intervalQueue.ts';

/** What a rough queue tells: positions in `RoughQueue.found`. Waits are in paces of contacts alone (`paceWeight`). */
export const roughFields = {
  allBusy: 0,
  abandoned: 1,
  answeredWithin: 2,
  abandonedWithin: 3,
  waitAnswered: 4,
  busyAgents: 5,
  inHand: 6,
  waitAll: 7,
} as const;
const fields = 8;

/**
 * Erlang A of one pool by any number of agents and any load, from a table that is filled where it is asked: nodes of load half a natural spread sqrt(n) apart,
 * and cubics between them (Catmull and Rom). Shares are within 0.004 of Erlang A from five agents on, within 0.04 of it with one: rough, and alike for days that are run
 * and others.
 */
export interface RoughQueue {
  /** [agents][node][field], and whether a node is filled. */
  readonly table: Float64Array;
  readonly filled: Uint8Array;
  /** In paces of contacts alone; NaN: the table is empty. */
  patience: number;
  threshold: number;
  balk: number;
  /** Share of those who give up that tries again, and after how many paces. */
  redials: number;
  delay: number;
  /** The load in erlangs of contacts alone that `lookUp` is asked for: in an object, because a call that is not inlined boxes every double it is given. */
  load: number;
  /** [roughFields] what it has found. */
  readonly found: Float64Array;
}

/** Nodes lie from so many spreads below as many erlangs as agents to so many above. */
const lowest = -6;
const highest = 8;
const perSpread = 2;
const nodes = (highest - lowest) * perSpread + 1;
/** Most agents that have a place in the table; more are evaluated each time. */
const mostAgents = 400;

export function createRoughQueue(): RoughQueue {
  return {
    table: new Float64Array((mostAgents + 1) * nodes * fields),
    filled: new Uint8Array((mostAgents + 1) * nodes),
    patience: NaN,
    threshold: NaN,
    balk: NaN,
    redials: 0,
    delay: 0,
    load: 0,
    found: new Float64Array(fields),
  };
}

/** Share by which patience, threshold or balking may differ from the table's before it is emptied. */
const alike = 0.03;

/** Forgets the pool: of another world it says nothing. */
export function emptyRoughQueue(queue: RoughQueue): void {
  queue.patience = NaN;
}

/** Prepares the table for a pool; it stays as it is where the pool is nearly the same. Times in paces of contacts alone. */
export function openRoughQueue(queue: RoughQueue, patience: number, balk: number, threshold: number, redials: number, delay: number): void {
  if (
    Math.abs(patience - queue.patience) <= alike * queue.patience &&
    Math.abs(threshold - queue.threshold) <= alike * queue.threshold &&
    Math.abs(balk - queue.balk) <= alike
  )
    return;
  queue.patience = patience;
  queue.threshold = threshold;
  queue.balk = balk;
  queue.redials = redials;
  queue.delay = delay;
  queue.filled.fill(0);
}

const pool = createPool();
const numbers = { agents: 0, patience: 0, balk: 0, threshold: 0 };
const row = new Float64Array(queueFieldCount);

/** Writes the fields of one queue to `out` from `at` on. */
function evaluate(queue: RoughQueue, out: Float64Array, at: number, agents: number, load: number, chats: ChatAgents | null): void {
  if (chats !== null) chats.agents = agents;
  pool.chats = chats;
  numbers.agents = chats === null ? agents : chatCapacity(chats);
  numbers.patience = queue.patience;
  numbers.balk = queue.balk;
  numbers.threshold = queue.threshold;
  setPool(pool, numbers);
  row[offeredLoad] = load;
  evaluateLoad(row, pool);
  let stays = 0;
  if (queue.redials > 0) {
    // Who redials comes back to a queue that lasts, and waits on in it (`congestion`).
    stays = stayingShare(row[queueFields.allBusy]!, queue.patience, queue.delay, queue.redials);
    countAttempts(row[queueFields.abandoned]!, queue.balk * row[queueFields.allBusy]!, stays);
    numbers.patience = queue.patience / (1 - stays);
    setPool(pool, numbers);
    row[offeredLoad] = load * ofAttempts.anew;
    evaluateLoad(row, pool);
  }
  evaluateThreshold(row, pool);
  evaluateWaits(row, pool);
  const inHand = row[queueFields.inSystem]! - row[queueFields.waitAll]! * row[offeredLoad];
  toAttempts(row, queue.balk, stays);
  out[at + roughFields.allBusy] = row[queueFields.allBusy]!;
  out[at + roughFields.abandoned] = row[queueFields.abandoned]!;
  out[at + roughFields.answeredWithin] = row[queueFields.answeredWithin]!;
  out[at + roughFields.abandonedWithin] = row[queueFields.abandonedWithin]!;
  out[at + roughFields.waitAnswered] = row[queueFields.waitAnswered]!;
  out[at + roughFields.busyAgents] = row[queueFields.busyAgents]!;
  out[at + roughFields.inHand] = inHand;
  out[at + roughFields.waitAll] = row[queueFields.waitAll]!;
}

/** Fills `found` for a pool of whole agents at the queue's `load`. */
export function lookUp(queue: RoughQueue, agents: number, chats: ChatAgents | null): void {
  const { table, filled, found, load } = queue;
  const centre = chats === null ? agents : chatCapacity(chats);
  const place = agents > 0 ? ((load - centre) / Math.sqrt(centre) - lowest) * perSpread : Infinity;
  if (!(place < nodes - 2) || agents > mostAgents) {
    evaluate(queue, found, 0, agents, load, chats);
    return;
  }
  if (place < 1) {
    found.fill(0);
    found[roughFields.answeredWithin] = 1;
    found[roughFields.busyAgents] = chats === null ? load : Math.min(agents, load);
    found[roughFields.inHand] = load;
    return;
  }
  const below = Math.floor(place);
  const t = place - below;
  const first = agents * nodes + below - 1;
  const step = Math.sqrt(centre) / perSpread;
  for (let node = 0; node < 4; node++) {
    if (filled[first + node] === 1) continue;
    filled[first + node] = 1;
    const here = Math.max(0, centre + (below - 1 + node) * step + lowest * Math.sqrt(centre));
    evaluate(queue, table, (first + node) * fields, agents, here, chats);
  }
  const t2 = t * t;
  const t3 = t2 * t;
  const w0 = 0.5 * (2 * t2 - t - t3);
  const w1 = 0.5 * (2 - 5 * t2 + 3 * t3);
  const w2 = 0.5 * (t + 4 * t2 - 3 * t3);
  const w3 = 0.5 * (t3 - t2);
  const at = first * fields;
  for (let field = 0; field < fields; field++)
    found[field] =
      w0 * table[at + field]! +
      w1 * table[at + fields + field]! +
      w2 * table[at + 2 * fields + field]! +
      w3 * table[at + 3 * fields + field]!;
}
