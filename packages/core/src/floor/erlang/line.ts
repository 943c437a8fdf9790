import { log } from '@percall/numeric';
import type { Model } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { thresholdSeconds } from '../thresholdSeconds.ts';
import { attempting, type Arrivals } from './arrivals.ts';
import { createCallbacks, openCallbacks, type Callbacks } from './callbacks.ts';
import type { ChatAgents } from './chatAgents.ts';
import {
  averageBeyond,
  averageFields,
  averageSoon,
  averagesBeyond,
  createRelaxation,
  forgetWay,
  openInterval,
  relax,
  relaxAtOnce,
  type PoolState,
} from './carryOver.ts';
import { countAttempts, ofAttempts, stayingShare, toAttempts } from './congestion.ts';
import { queueFieldCount, queueFields } from './intervalQueue.ts';
import { paceWeight } from './pace.ts';
import { blockedShare } from './trunks.ts';

/** Live contacts of a team in one channel, and what becomes of them in one interval. */
export interface Line {
  readonly channel: 'phone' | 'chat';
  /** Averages over the interval [queueFields], of a visit to the line. */
  readonly row: Float64Array;
  readonly state: PoolState;
  /** Share of visits that gives up, in this interval; and what the next begins with. */
  lost: number;
  /** Visits to the line: contacts, those who are passed on twice, and callbacks that keep their place, once an attempt. */
  visits: number;
  /** Those of them with a customer on the line. */
  onTheLine: number;
  /** Their mean handle time in seconds, the one by which the line moves (`paceWeight`), in which its waits are, and mean rate of leaving the line per second. */
  handleSeconds: number;
  paceSeconds: number;
  leaving: number;
  /** Within how many seconds a contact is answered in time. */
  thresholdSeconds: number;
  /** Mean handle time of the deferred work that the line's agents do beside; 0: none. */
  deferredHandleSeconds: number;
  /** Share of calls that find no free trunk; and whether that is found for the team: its own lines of a contact type have the trunks in common. */
  blocked: number;
  readonly sharesTrunks: boolean;
  /** Seconds for which its calls of the interval hold trunks, and for which those of other teams do. */
  trunkSeconds: number;
  trunkSecondsElsewhere: number;
  readonly callbacks: Callbacks;
  readonly pooling: Pooling;
  /** Share of visits that balk where all agents are busy; of who gives up, the share that waits on (`congestion`); and the visits less those, of all. */
  balks: number;
  stays: number;
  anew: number;
  /** Whether its intervals are answered at once (`relaxAtOnce`), in one pass: on a day whose queues are not run. */
  isAtOnce: boolean;
  /** Handle seconds of contacts counted so far and not yet worked. */
  inHand: number;
}

/** The pool that a line sees where it shares agents with others (`sharedLines`), in parts of what is its own: 1 for a line that does not. */
export interface Pooling {
  load: number;
  handle: number;
  /** Of the pool's mean handle time. */
  pace: number;
  leaving: number;
  idle: number;
}

export const createLine = (channel: Line['channel'], sharesTrunks = false): Line => ({
  channel,
  row: new Float64Array(queueFieldCount),
  state: { inSystem: 0, effective: 0 },
  lost: 0,
  visits: 0,
  onTheLine: 0,
  handleSeconds: 0,
  paceSeconds: 0,
  leaving: 0,
  thresholdSeconds: 0,
  deferredHandleSeconds: 0,
  blocked: 0,
  sharesTrunks,
  trunkSeconds: 0,
  trunkSecondsElsewhere: 0,
  callbacks: createCallbacks(),
  pooling: { load: 1, handle: 1, pace: 1, leaving: 1, idle: 1 },
  balks: 0,
  stays: 0,
  anew: 1,
  isAtOnce: false,
  inHand: 0,
});

/** Opens a line for a horizon. */
export function openLine(line: Line, { model, world }: FloorInput): void {
  line.state.inSystem = 0;
  line.state.effective = 0;
  line.lost = 0;
  line.visits = 0;
  line.onTheLine = 0;
  line.handleSeconds = 0;
  line.paceSeconds = 0;
  line.leaving = 0;
  line.deferredHandleSeconds = 0;
  line.blocked = 0;
  line.thresholdSeconds = thresholdSeconds(model, world.leaves, line.channel);
  line.balks = 0;
  line.stays = 0;
  line.anew = 1;
  line.isAtOnce = false;
  line.inHand = 0;
  line.row.fill(0);
  openCallbacks(line.callbacks, line.channel === 'phone' ? model : null, world.leaves);
}

/** Copies what an interval leaves to the next, of lines without callbacks. */
export function copyLine(to: Line, from: Line): void {
  to.row.set(from.row);
  to.state.inSystem = from.state.inSystem;
  to.state.effective = from.state.effective;
  to.lost = from.lost;
  to.visits = from.visits;
  to.onTheLine = from.onTheLine;
  to.handleSeconds = from.handleSeconds;
  to.paceSeconds = from.paceSeconds;
  to.leaving = from.leaving;
  to.thresholdSeconds = from.thresholdSeconds;
  to.deferredHandleSeconds = from.deferredHandleSeconds;
  to.blocked = from.blocked;
  to.pooling.load = from.pooling.load;
  to.pooling.handle = from.pooling.handle;
  to.pooling.pace = from.pooling.pace;
  to.pooling.leaving = from.pooling.leaving;
  to.pooling.idle = from.pooling.idle;
  to.balks = from.balks;
  to.stays = from.stays;
  to.anew = from.anew;
  to.inHand = from.inHand;
}

/** Relative change of an interval's visits at which its redials have settled; who is missed stays in the orbit and calls in the next. */
const redialPrecision = 5e-4;
const mostRedialPasses = 8;
/** Change of the shares that callbacks have of contacts and of the line, from pass to pass, at which they have settled. */
const callbackPrecision = 5e-3;
/** Redials per redial that Newton's step will believe: beyond, the queue's own bend is near. */
const mostGain = 0.8;

const { abandoned, abandonedWithin, allBusy, answeredWithin, busyAgents, inSystem, waitAll } = queueFields;

/** Who has no patience leaves within a millisecond, so that rates of leaving stay finite. */
export const someSeconds = (patienceSeconds: number): number => Math.max(1e-3, patienceSeconds);

/** Share of contacts that is lost where a visit is with this chance, and a share of the contacts makes two visits. */
export const lostOf = (visit: number, misrouted: number): number => visit + misrouted * visit * (1 - visit);

const relaxation = createRelaxation();

/** Visits in an interval below which there are none: while nobody calls, those who redial grow ever fewer, down to where doubles end and quotients are no numbers. */
const fewest = 1e-30;

/**
 * Solves the interval: redials depend on abandonment, which depends on redials. Fills the line, moves its queue on, and leaves each queue's
 * redials in `arrivals`.
 *
 * With A arriving, the orbit's share O of redials and the share s k of attempts that abandons and redials within the interval, redials are
 * R = O + s k (A + R). Newton's method on the share that abandons, with the slope that `relax` tells; waits are worked out once, at the end.
 *
 * @param agents whole agents; of chats, their `chatCapacity`
 */
export function settleRedials(
  line: Line,
  arrivals: Arrivals,
  { model, world }: FloorInput,
  members: readonly number[],
  agents: number,
  chats: ChatAgents | null,
): void {
  const { contactTypes, queues, calendar, misroutes, unresponsiveCallers } = model;
  const { leaves } = world;
  const { callbacks, pooling } = line;
  const { fresh, repeating, returned, unresponsive, redialling, orbit, orbitRedials, ownRedials, handleSeconds, misrouted } = arrivals;
  const length = calendar.intervalSeconds;
  const threshold = line.thresholdSeconds;
  const transferSeconds = misroutes === null ? 0 : leaves[misroutes.transferAdds]!;
  const nobodySeconds = unresponsiveCallers === null ? 0 : leaves[unresponsiveCallers.agentSeconds]!;
  const hasTrunks = model.trunks < Infinity && line.channel === 'phone' && !line.sharesTrunks;
  // In a shared line the impatient leave in proportion to their rate of leaving.
  const perLeaving = (members.length > 1 || pooling.leaving !== 1) && line.leaving > 0 ? 1 / line.leaving : 0;
  const isPlain = misroutes === null && unresponsiveCallers === null && !callbacks.isOffered && !hasTrunks && line.blocked === 0;
  // Whether contacts of more than one handle time are in line.
  const isMixed = members.length > 1 || misroutes !== null || unresponsiveCallers !== null || (callbacks.isOffered && callbacks.keepsPlace);
  openInterval(line.state, chats, pooling.idle);
  const busyBefore = line.row[allBusy]!;
  let lost = line.lost;
  let visits = 0;
  let blocked = line.blocked;
  const passes = line.isAtOnce ? 1 : mostRedialPasses;
  for (let pass = 0; pass < passes; pass++) {
    const before = visits;
    visits = 0;
    let onTheLine = 0;
    let work = 0;
    let weight = 0;
    let weighted = 0;
    let leaving = 0;
    let balking = 0;
    let contacts = 0;
    let tries = 0;
    let redials = 0;
    let delay = 0;
    const takenInLine = callbacks.keepsPlace ? callbacks.accepted : 0;
    const takenApart = callbacks.keepsPlace ? 0 : callbacks.accepted;
    // Slope of the work in the share that abandons.
    let workPerLost = 0;
    for (let member = 0; member < members.length; member++) {
      const at = members[member]!;
      const { contactType, patience } = queues[at]!;
      const passedOn = misrouted[at]!;
      const arriving = fresh[at]! + repeating[at]! + returned[at]!;
      const { redial } = contactTypes[contactType]!;
      const redialShare = leaves[redial.share]!;
      const perLost = redialShare * ownRedials[at]!;
      const leavingRate = 1 / someSeconds(leaves[patience!.mean]!);
      const lostOwn = perLeaving > 0 ? Math.min(1, lost * leavingRate * perLeaving) : lost;
      if (isPlain) {
        // The same as below with none of all that: most centres, and the hottest loop there is.
        const others = 1 - lostOwn * perLost;
        const attempts = (arriving + orbit[at]! * orbitRedials[at]!) / others;
        redialling[at] = attempts - arriving;
        tries += attempts;
        redials += attempts * redialShare;
        delay += attempts * redialShare * leaves[redial.after]!;
        onTheLine += attempts;
        visits += attempts;
        work += attempts * handleSeconds[at]!;
        if (isMixed) {
          const ofPace = paceWeight(attempts, handleSeconds[at]!);
          weight += ofPace;
          weighted += ofPace * handleSeconds[at]!;
        }
        workPerLost += ((attempts * perLost) / others) * handleSeconds[at]!;
        leaving += attempts * leavingRate;
        balking += attempts * leaves[patience!.balk]!;
        continue;
      }
      // Who takes a callback gives up no more, and who finds no trunk redials too.
      const lostHere =
        lostOf(takenApart > 0 ? Math.max(0, lostOwn - takenApart) : lostOwn, passedOn) * (1 - takenInLine) * (1 - blocked) + blocked;
      const others = 1 - lostHere * perLost;
      const attempts = (arriving + orbit[at]! * orbitRedials[at]!) / others;
      const comesIn = attempts * (1 - blocked);
      const stays = comesIn * (1 - takenInLine);
      const nobody = unresponsive[at]! * (1 - blocked);
      const again = comesIn * passedOn * (1 - lostOwn);
      const perContact = handleSeconds[at]!;
      redialling[at] = attempts - arriving;
      tries += attempts;
      redials += attempts * redialShare;
      delay += attempts * redialShare * leaves[redial.after]!;
      contacts += comesIn;
      onTheLine += stays + nobody + again;
      visits += stays + nobody + again;
      work += (stays * (1 - passedOn) + again) * perContact + stays * passedOn * transferSeconds + nobody * nobodySeconds;
      if (isMixed) {
        const ofContacts = paceWeight(stays * (1 - passedOn) + again, perContact);
        const ofTransfers = paceWeight(stays * passedOn, transferSeconds);
        const ofNobody = paceWeight(nobody, nobodySeconds);
        weight += ofContacts + ofTransfers + ofNobody;
        weighted += ofContacts * perContact + ofTransfers * transferSeconds + ofNobody * nobodySeconds;
      }
      workPerLost += ((attempts * perLost) / others) * perContact;
      if (callbacks.isOffered && callbacks.keepsPlace) {
        const { attemptsEach, reachedEach, dialSeconds } = callbacks;
        const calledBack = comesIn * callbacks.accepted;
        visits += calledBack * attemptsEach;
        work += calledBack * (attemptsEach * dialSeconds + reachedEach * perContact);
        const ofReached = paceWeight(calledBack * reachedEach, dialSeconds + perContact);
        const ofMissed = paceWeight(calledBack * (attemptsEach - reachedEach), dialSeconds);
        weight += ofReached + ofMissed;
        weighted += ofReached * (dialSeconds + perContact) + ofMissed * dialSeconds;
      }
      leaving += (stays + nobody + again) * leavingRate;
      balking += (stays + nobody + again) * leaves[patience!.balk]!;
    }
    if (visits < fewest || work <= 0) {
      line.row.fill(0);
      line.state.inSystem = 0;
      line.state.effective = 0;
      lost = agents > 0 || visits < fewest ? 0 : 1;
      line.row[abandoned] = lost;
      line.row[answeredWithin] = 1 - lost;
      line.lost = lost;
      line.visits = visits;
      line.onTheLine = onTheLine;
      line.handleSeconds = 0;
      line.paceSeconds = 0;
      line.trunkSeconds = 0;
      line.leaving = visits >= fewest ? leaving / visits : 0;
      return;
    }
    if (pass > 0 && Math.abs(visits - before) <= redialPrecision * visits && callbacks.moved <= callbackPrecision) break;
    const mean = (work / visits) * pooling.handle;
    line.visits = visits;
    line.onTheLine = onTheLine;
    const pace = (isMixed ? (weighted / weight) * pooling.handle : mean) * pooling.pace;
    line.handleSeconds = mean;
    line.paceSeconds = pace;
    line.leaving = (leaving / visits) * pooling.leaving;
    // Of those who wait, a part has taken a callback and never gives up.
    const patience = onTheLine / leaving / pooling.leaving / pace / (1 - callbacks.shareOfLine);
    line.balks = balking / visits + (callbacks.keepsPlace ? 0 : (1 - balking / visits) * callbacks.takes);
    if (callbacks.isOffered) forgetWay();
    line.stays = redials > 0 ? stayingShare(busyBefore, patience, delay / redials / pace, redials / tries) : 0;
    const anew = line.anew;
    const often = 1 / (1 - line.stays);
    relaxation.load = (work / length) * pooling.load * anew;
    relaxation.agents = agents;
    relaxation.patience = patience * often;
    relaxation.balk = line.balks;
    relaxation.threshold = threshold / pace;
    relaxation.length = length / pace;
    if (line.isAtOnce) relaxAtOnce(line.state, relaxation, busyBefore);
    else relax(line.state, relaxation);
    countAttempts(relaxation.abandoned, line.balks * relaxation.allBusy, line.stays);
    const gain = ((relaxation.abandonedSlope * workPerLost * pooling.load) / length) * anew * anew * often;
    lost = Math.min(1, Math.max(0, lost + (ofAttempts.lost - lost) / (1 - Math.min(mostGain, Math.max(0, gain)))));
    line.anew = ofAttempts.anew;
    if (callbacks.isOffered) offerCallbacks(line, model, agents, contacts, balking / visits, patience);
    if (hasTrunks) {
      averageRow(line);
      blocked = blockedShare(line, arrivals, model, leaves, members);
    }
    if (workPerLost === 0 && !callbacks.isOffered && !hasTrunks) break;
  }
  averageRow(line);
  if (callbacks.isOffered && !callbacks.keepsPlace) leaveLine(line);
  if (callbacks.isOffered && callbacks.keepsPlace) {
    leaveOver(line);
    averageBeyond(callbacks.least);
    callbacks.soon = averagesBeyond.chance > 0 ? averageSoon(callbacks.least) / averagesBeyond.chance : 0;
  }
  line.blocked = blocked;
  line.lost = line.row[abandoned]!;
}

/** Fills the row with averages over the interval, of all attempts. */
function averageRow({ row, balks, stays }: Line): void {
  averageFields(row);
  toAttempts(row, balks, stays);
}

/** Who takes a callback that waits apart has left the line as balkers do, and has not given up: moves them out of the line's losses. */
function leaveLine({ row, callbacks }: Line): void {
  const accepted = Math.min(row[abandoned]!, callbacks.takes * row[allBusy]!);
  callbacks.accepted = accepted;
  callbacks.offered = callbacks.accepts > 0 ? accepted / callbacks.accepts : 0;
  row[abandoned]! -= accepted;
  row[abandonedWithin] = Math.max(0, row[abandonedWithin]! - accepted);
}

/** More are lost than there are on the line: those are callbacks, which do not give up and wait for a later interval. */
function leaveOver({ row, callbacks, visits, onTheLine, handleSeconds, paceSeconds, state, pooling }: Line): void {
  const over = row[abandoned]! * visits - onTheLine;
  const calls = visits - onTheLine;
  callbacks.unserved = over > 0 && calls > 0 ? Math.min(1, over / calls) : 0;
  state.inSystem = Math.max(0, state.inSystem - Math.max(0, over) * pooling.load * (handleSeconds / paceSeconds));
}

/** Largest share of a line that callbacks are taken to be: beyond, nobody in it would ever give up. */
const mostOfLine = 0.999;

/** Weight of what a pass finds of callbacks beside what the one before did: without it, who accepts and who waits chase each other. */
const damping = 0.5;

/**
 * Who is offered a callback in the interval, who takes it, how long that takes and what part of the line they are, from the queue that `relax` has
 * left. Offered are those who find at least so many waiting that (waiting + 1) x handle time / agents reaches the rule's wait. Who waits is counted in contacts
 * as long as the line's pace.
 */
function offerCallbacks(line: Line, model: Model, agents: number, contacts: number, balk: number, patience: number): void {
  const { callbacks } = line;
  const { accepted, takes, shareOfLine } = callbacks;
  const pace = line.paceSeconds;
  const least =
    callbacks.offerWhen === 'wait'
      ? Math.max(0, Math.ceil((callbacks.offerFrom * agents) / Math.max(1e-9, pace) - 1 - callbacks.ahead - 1e-9))
      : Math.ceil(callbacks.offerFrom * (line.handleSeconds / pace));
  callbacks.least = Math.min(least, 1e6);
  averageBeyond(callbacks.least);
  const { chance, waiting, square } = averagesBeyond;
  if (callbacks.keepsPlace) {
    const offered = Math.min(1, Math.max(0, chance)) * (1 - balk);
    callbacks.offered += damping * (offered - callbacks.offered);
    callbacks.accepted += damping * (callbacks.accepts * offered - callbacks.accepted);
  } else {
    averageBeyond(0);
    const ofBusy = averagesBeyond.chance > 0 ? Math.min(1, chance / averagesBeyond.chance) : 0;
    callbacks.takes += damping * (callbacks.accepts * ofBusy - callbacks.takes);
  }
  const ahead = chance > 0 ? waiting / chance + 1 : 0;
  // The line moves at the agents' pace and a little faster, as some who are ahead give up: the sum of 1 / (n + j / patience) over j = 0..ahead - 1,
  // whose mean over those who are ahead is less than its value at their mean, to the second order: of a spread like an exponential one's at most.
  const all = agents * patience;
  const end = all + Math.max(1, ahead) - 0.5;
  const variance = chance > 0 ? Math.min(ahead * ahead, Math.max(0, square / chance - (ahead - 1) * (ahead - 1))) : 0;
  const perPace = agents > 0 ? 1 / agents + patience * (log(end / (all + 0.5)) - (0.5 * variance) / (end * end)) : ahead;
  callbacks.waitSeconds = chance > 0 ? perPace * pace : 0;
  callbacks.moved = Math.max(Math.abs(callbacks.accepted - accepted), Math.abs(callbacks.takes - takes));
  if (!callbacks.keepsPlace) return;
  const perSecond = (contacts * callbacks.accepted * callbacks.attemptsEach) / model.calendar.intervalSeconds;
  averageRow(line);
  const inLine = (line.visits * line.row[waitAll]! * pace) / model.calendar.intervalSeconds;
  const share = inLine > 0 ? Math.min(mostOfLine, (perSecond * callbacks.waitSeconds) / inLine) : 0;
  callbacks.shareOfLine += damping * (share - shareOfLine);
  callbacks.moved = Math.max(callbacks.moved, Math.abs(callbacks.shareOfLine - shareOfLine));
}

/** An interval in which nobody waits: chats that are taken at once by agents who have them in hand beside calls. */
export function takeAtOnce(
  line: Line,
  arrivals: Arrivals,
  { model, world: { leaves } }: FloorInput,
  members: readonly number[],
  busy: number,
  inHand: number,
): void {
  let visits = 0;
  let work = 0;
  let leaving = 0;
  for (const at of members) {
    arrivals.redialling[at] = arrivals.orbit[at]! * arrivals.orbitRedials[at]!;
    const contacts = attempting(arrivals, at);
    visits += contacts;
    work += contacts * arrivals.handleSeconds[at]!;
    leaving += contacts / someSeconds(leaves[model.queues[at]!.patience!.mean]!);
  }
  line.row.fill(0);
  line.row[answeredWithin] = 1;
  line.row[busyAgents] = busy;
  line.row[inSystem] = inHand;
  line.state.inSystem = inHand;
  line.lost = 0;
  line.visits = visits;
  line.onTheLine = visits;
  line.handleSeconds = visits > 0 ? work / visits : 0;
  line.paceSeconds = line.handleSeconds;
  line.leaving = visits > 0 ? leaving / visits : 0;
}
