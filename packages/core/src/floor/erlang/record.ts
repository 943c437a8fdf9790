import type { FloorInput } from '../floorInput.ts';
import { countField, type Outcome } from '../outcome.ts';
import type { Arrivals } from './arrivals.ts';
import { judgeCallbacks, judged } from './callbacks.ts';
import { queueFields } from './intervalQueue.ts';
import { lostOf, someSeconds, type Line } from './line.ts';

const { allBusy, abandoned, answeredWithin, abandonedWithin, waitAll, waitAnswered, inSystem } = queueFields;

/** Writes the interval's counts of the queues of a line, moves their customers on, and notes the seconds that those answered take as in hand. */
export function record(outcome: Outcome, arrivals: Arrivals, line: Line, input: FloorInput, members: readonly number[], now: number): void {
  const shared = members.length > 1 || line.callbacks.accepted > 0 || line.pooling.leaving !== 1;
  for (const queue of members) line.inHand += recordQueue(outcome, arrivals, line, input, queue, now, shared);
}

/**
 * What those on the line waited until they were answered, of what the row says for a visit: their part of the line (`shareOfLine`), of which those who are
 * answered have as much as are not lost of all who wait, where waits are exponential; of callers and callbacks together the row knows how much.
 */
function ofAnsweredWait({ row, visits, onTheLine, balks, callbacks }: Line): number {
  const calls = visits - onTheLine;
  if (!(callbacks.accepted > 0) || !(calls > 0)) return 1;
  const waiting = row[allBusy]! * (1 - balks) * visits;
  const lost = (row[abandoned]! - balks * row[allBusy]!) * visits;
  if (!(waiting > lost) || !(waiting - calls > lost)) return 0;
  return (((1 - callbacks.shareOfLine) * visits) / onTheLine) * ((1 - lost / (waiting - calls)) / (1 - lost / waiting));
}

/**
 * How many times longer chats take than with nothing else in hand: those in hand (in system but not waiting) for each that ends in a handle time; times
 * what the line's handle time has of it already (`settleChatsAtOnce`).
 */
function slowdownNow({ row, visits, handleSeconds, channel, pooling }: Line, { model }: FloorInput): number {
  if (channel !== 'chat') return 1;
  const perSecond = (visits * handleSeconds) / model.calendar.intervalSeconds;
  const ended = perSecond * (1 - row[abandoned]!);
  return (ended > 0 ? Math.max(1, (row[inSystem]! - perSecond * row[waitAll]!) / ended) : 1) * pooling.handle;
}

function recordQueue(
  outcome: Outcome,
  arrivals: Arrivals,
  line: Line,
  input: FloorInput,
  queue: number,
  now: number,
  shared: boolean,
): number {
  const { model, world, doors } = input;
  const { counts, shape } = outcome;
  const { row, callbacks, blocked } = line;
  const { contactType, channel, patience, handleTime } = model.queues[queue]!;
  const type = model.contactTypes[contactType]!;
  const door = doors[queue]!;
  const { leaves } = world;
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  const here = (now * shape.contactTypes + contactType) * shape.channels + channel;
  const arising = arrivals.arising[queue]!;
  const repeating = arrivals.repeating[queue]!;
  const returned = arrivals.returned[queue]!;
  const redials = arrivals.redialling[queue]!;
  const passedOn = arrivals.misrouted[queue]!;
  const arriving = arrivals.fresh[queue]! + repeating + returned;
  const attempts = arriving + redials;
  const comesIn = attempts * (1 - blocked);
  const accepted = comesIn * callbacks.accepted;
  const stays = comesIn - accepted;
  const nobody = arrivals.unresponsive[queue]! * (1 - blocked);

  // What the row says is of a visit to the line, and some visits are of callbacks: in line with the others, or as they leave it.
  // In a shared line the impatient leave in proportion to their rate of leaving.
  const impatience = shared && line.leaving > 0 ? 1 / someSeconds(leaves[patience!.mean]!) / line.leaving : 1;
  const apart = callbacks.keepsPlace ? 1 : 1 / (1 - callbacks.accepted);
  const lostVisit = Math.min(1, row[abandoned]! * impatience * apart);
  const lostCustomers = stays * lostOf(lostVisit, passedOn);
  const lost = lostCustomers + nobody * lostVisit;
  const handledOnLine = stays - lostCustomers;
  const called = callbacks.keepsPlace ? accepted * (1 - callbacks.unserved) : 0;
  const reached = called * callbacks.reachedEach;
  const handled = handledOnLine + reached;
  const onLine = stays + nobody;
  const perVisit = apart * (line.onTheLine > 0 ? line.visits / line.onTheLine : 1);
  const answered = 1 - row[abandoned]! * perVisit;
  // Callbacks that come soon are in the row too.
  const within = Math.max(0, row[answeredWithin]! * perVisit - (perVisit - apart) * callbacks.soon);
  const relative = shared && answered > 0 && onLine > 0 ? (onLine - onLine * lostVisit) / (onLine * answered) : 1;
  const first = arriving > 0 ? handled * (arrivals.fresh[queue]! / arriving) : 0;
  const passes = stays * passedOn * (1 - lostVisit);
  const unresponsive = nobody * (1 - lostVisit);
  const extraSeconds =
    (model.misroutes === null ? 0 : passes * (1 - lostVisit) * leaves[model.misroutes.transferAdds]!) +
    (model.unresponsiveCallers === null ? 0 : unresponsive * leaves[model.unresponsiveCallers.agentSeconds]!);
  const ownSeconds = handled * arrivals.handleSeconds[queue]!;
  const dialled = called * callbacks.attemptsEach;
  const workSeconds = ownSeconds + extraSeconds;
  const handleSeconds = ownSeconds * slowdownNow(line, input) + extraSeconds + dialled * callbacks.dialSeconds;
  const resolution = arrivals.resolution[queue]!;

  counts[countField.needs * cells + here] = arising;
  counts[countField.selfServiceTried * cells + here] = arising * door.selfServiceTried;
  counts[countField.selfServiceSolved * cells + here] = arising * door.selfServiceSolved;
  counts[countField.selfServiceReturned * cells + here] = returned;
  counts[countField.ivrEntered * cells + here] = arising * door.ivrEntered * (1 - blocked);
  counts[countField.contained * cells + here] = arising * door.contained * (1 - blocked);
  counts[countField.ivrHungUp * cells + here] = arising * door.ivrHungUp * (1 - blocked);
  if (model.unresponsiveCallers !== null) {
    counts[countField.screened * cells + here] = arising * (door.falselyDropped + door.unresponsiveScreened) * (1 - blocked);
    counts[countField.unresponsive * cells + here] = unresponsive;
  }
  if (model.channels[channel] === 'phone')
    counts[countField.ivrSeconds * cells + here] =
      (arising * (door.ivrEntered + door.unresponsiveScreened + door.unresponsiveOffered) + repeating + returned + redials) *
      (1 - blocked) *
      leaves[model.ivr.time]!;
  counts[countField.offered * cells + here] = attempts + arrivals.unresponsive[queue]! + arrivals.inIvrOnly[queue]! * blocked;
  if (blocked > 0)
    counts[countField.blocked * cells + here] = (attempts + arrivals.unresponsive[queue]! + arrivals.inIvrOnly[queue]!) * blocked;
  counts[countField.redials * cells + here] = redials;
  counts[countField.repeats * cells + here] = repeating;
  counts[countField.abandoned * cells + here] = lost;
  counts[countField.abandonedShort * cells + here] = Math.min(lost, onLine * apart * row[abandonedWithin]! * impatience);
  counts[countField.handled * cells + here] = handled;
  if (model.misroutes !== null) counts[countField.transferred * cells + here] = passes;
  counts[countField.handledFirst * cells + here] = first;
  counts[countField.resolvedFirst * cells + here] = first * resolution;
  counts[countField.answeredWithinThreshold * cells + here] = Math.min(handledOnLine + unresponsive, onLine * within * relative);
  counts[countField.waitSecondsAnswered * cells + here] =
    onLine * row[waitAnswered]! * line.paceSeconds * relative * apart * ofAnsweredWait(line);
  counts[countField.waitSecondsAll * cells + here] = onLine * row[waitAll]! * line.paceSeconds * perVisit * (1 - callbacks.shareOfLine);
  counts[countField.handleSeconds * cells + here] = handleSeconds;
  counts[countField.workSeconds * cells + here] = workSeconds * arrivals.measuredSlowdown[queue]!;
  counts[countField.afterContactSeconds * cells + here] = Math.min(handleSeconds, handled * leaves[handleTime.afterContactWork]!);
  counts[countField.resolvedNeeds * cells + here] =
    arising * (door.selfServiceSolved - door.selfServiceReturned + door.contained * (1 - blocked)) + handled * resolution;
  if (callbacks.isOffered) {
    counts[countField.callbackOffered * cells + here] = comesIn * callbacks.offered;
    counts[countField.callbackAccepted * cells + here] = accepted;
    if (callbacks.keepsPlace) {
      judgeCallbacks(callbacks, callbacks.waitSeconds);
      counts[countField.callbackAttempts * cells + here] = dialled;
      counts[countField.callbackReached * cells + here] = reached;
      counts[countField.callbackKept * cells + here] = reached * judged.kept;
      counts[countField.callbackLost * cells + here] = called - reached;
      counts[countField.callbackWaitSeconds * cells + here] = reached * judged.waitSeconds;
    }
  }

  const givesUp = lostCustomers + attempts * blocked;
  const turnedAway = arising * door.falselyDropped * (1 - blocked) + arrivals.inIvrOnly[queue]! * blocked;
  arrivals.orbit[queue]! += (givesUp + turnedAway) * leaves[type.redial.share]! - redials;
  arrivals.repeats[queue]! += handled * arrivals.returning[queue]!;
  arrivals.returners[queue]! += arising * door.selfServiceReturned;
  return (
    ownSeconds +
    extraSeconds +
    dialled * callbacks.dialSeconds +
    passes * lostVisit * (model.misroutes === null ? 0 : leaves[model.misroutes.transferAdds]!)
  );
}
