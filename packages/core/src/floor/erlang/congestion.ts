import { queueFields } from './intervalQueue.ts';

/** Beyond, hardly anybody would ever leave. */
const mostStaying = 0.9;
const leastRest = 0.05;

/**
 * Customers who redial come back to the congestion that turned them away: the queue they meet is longer than the one that others do, and they make it
 * longer. As long as it lasts, giving up and calling again is as good as waiting on.
 *
 * Of those who redial a share w comes back while it lasts and 1 - w later, like anybody: w = tau / (tau + delay), with tau how long a congestion lasts.
 * So the queue is Erlang A without the redials of that share, and with their patience: of s customers who redial, s w do not leave. It has as many in
 * system as the true one, in a fluid to the last: arrivals less those who leave are the same.
 *
 * tau = L' / (1 - s A'), in handle times, where L is the mean number in system of Erlang A and A its rate of abandonment, both by its load: a queue
 * relaxes by L', and redials hold it up as they do arrivals. L' = 1 - A' + A' p with patience p; A' = c B / (1 + (c - 1) B), with B the chance that all
 * agents are busy and c = 1 / sqrt(p), is within 0.05 of the exact slope from 10 to 100 agents and patience of 1/4 to 5/2. Against the two-dimensional
 * chain of queue and orbit (Aguir and others 2004) with half of them and more redialling after 1 to 3 handle times waits are within 1%, where they are 2 to
 * 12% short without this.
 *
 * In overload it makes no difference to a mean queue, which is a fluid's, but slows its way there; so it is taken back, with B^16, where all agents are busy all the time.
 *
 * Returns s w.
 *
 * @param busy chance that all agents are busy
 * @param patience, delay mean time until a customer gives up, and until who does tries again; in handle times
 * @param redials share of those who give up that tries again
 */
export function stayingShare(busy: number, patience: number, delay: number, redials: number): number {
  const ratio = 1 / Math.sqrt(patience);
  const slope = (ratio * busy) / (1 + (ratio - 1) * busy);
  const lasts = (1 + slope * (patience - 1)) / Math.max(leastRest, 1 - redials * slope);
  const fourth = busy * busy * busy * busy;
  const always = fourth * fourth * fourth * fourth;
  return Math.min(mostStaying, ((redials * lasts) / (lasts + delay)) * (1 - always));
}

const { allBusy, abandoned, answeredWithin, abandonedWithin, waitAll, waitAnswered } = queueFields;

/** What `countAttempts` leaves: shares of the attempts that balk or give up, and that arrive anew. */
export const ofAttempts = { lost: 0, anew: 1 };

/**
 * Of a queue in which a share of those who give up waits on, what its attempts are: they give up 1 / (1 - stays) times as often.
 *
 * @param lost share of arrivals anew that is lost, those who `balk` among them
 */
export function countAttempts(lost: number, balked: number, stays: number): void {
  const waited = Math.max(0, lost - balked) / (1 - stays);
  ofAttempts.anew = 1 / (1 + stays * waited);
  ofAttempts.lost = ofAttempts.anew * (balked + waited);
}

/**
 * Turns a row of averages over those who arrive anew into one over all attempts, in place. Those who come back at once find all agents busy.
 * Waits of those who give up grow with the square of the wait that they meet, less in deep overload, where all meet the same (x - ln(1 + x), for
 * x given up by each answered, taken as x^2 / 2 / (1 + 2 x / 3)).
 */
export function toAttempts(row: Float64Array, balk: number, stays: number): void {
  if (stays === 0) return;
  const busy = row[allBusy]!;
  const balked = balk * busy;
  countAttempts(row[abandoned]!, balked, stays);
  const { anew, lost } = ofAttempts;
  const again = 1 - anew;
  const often = 1 / (1 - stays);
  const early = Math.max(0, row[abandonedWithin]! - balked) * often;
  const each = lost < 1 ? (lost - anew * balked) / (1 - lost) : 0;
  const deep = (3 + 2 * (1 - stays) * each) / (3 + 2 * each);
  // Where nobody comes back at once, all may be busy so rarely that the reciprocal is no number.
  const whenBusy = again > 0 && busy > 0 ? 1 / busy : 0;
  const waited = row[waitAll]!;
  row[waitAll] = anew * waited;
  row[waitAnswered] = anew * Math.max(0, waited - often * deep * (waited - row[waitAnswered]!));
  row[abandoned] = lost;
  row[answeredWithin] = Math.min(1 - lost, anew * row[answeredWithin]! + again * whenBusy * Math.max(0, row[answeredWithin]! - (1 - busy)));
  row[abandonedWithin] = Math.min(lost, anew * (balked + early) + again * whenBusy * early);
}
