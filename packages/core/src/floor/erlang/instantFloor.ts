import { exp } from '@percall/numeric';
import { eventFactor } from '../../frontDoor/longRunNeeds.ts';
import { resolutionShare } from '../../frontDoor/resolution.ts';
import type { Model } from '../../model/model.ts';
import { comingBack, daysSinceOpen, needsOfDay, openComingBack, selfServiceReturnDays, type ComingBack } from '../../frontDoor/returns.ts';
import type { FloorInput } from '../floorInput.ts';
import { agentOffset, countField, type Outcome } from '../outcome.ts';
import { thresholdSeconds } from '../thresholdSeconds.ts';
import { abandonedSlope, averageFields, openInterval, relax, type PoolState } from './carryOver.ts';
import { queueFieldCount, queueFields } from './intervalQueue.ts';

/** Columns [queue] that the floor keeps while a horizon runs. */
export interface FloorScratch {
  /** Abandoned customers about to redial; unresolved ones and self-service's returners about to come back. */
  readonly orbit: Float64Array;
  readonly repeats: Float64Array;
  readonly returners: Float64Array;
  /** Chance that a handled contact resolves, and that its customer comes back. */
  readonly resolution: Float64Array;
  readonly returning: Float64Array;
  /** Share of the orbit that redials within an interval, and of the interval's own abandoners who redial at all those who do so within it. */
  readonly orbitRedials: Float64Array;
  readonly ownRedials: Float64Array;
  /** Of one day: those who come back, per long-run need. */
  readonly repeatsPerNeed: Float64Array;
  readonly returnersPerNeed: Float64Array;
  /** Of one interval: needs, arrivals of each kind, and their mean handle time. */
  readonly arising: Float64Array;
  readonly fresh: Float64Array;
  readonly repeating: Float64Array;
  readonly returned: Float64Array;
  readonly redialling: Float64Array;
  readonly handleSeconds: Float64Array;
}

export function createFloorScratch(model: Model): FloorScratch {
  const column = (): Float64Array => new Float64Array(model.queues.length);
  return {
    orbit: column(),
    repeats: column(),
    returners: column(),
    resolution: column(),
    returning: column(),
    orbitRedials: column(),
    ownRedials: column(),
    repeatsPerNeed: column(),
    returnersPerNeed: column(),
    arising: column(),
    fresh: column(),
    repeating: column(),
    returned: column(),
    redialling: column(),
    handleSeconds: column(),
  };
}

const secondsPerDay = 86_400;
/** Relative change of an interval's arrivals at which its redials have settled; who is missed stays in the orbit and calls in the next. */
const redialPrecision = 5e-4;
const mostRedialPasses = 8;
/** Redials per redial that Newton's step will believe: beyond, the queue's own bend is near. */
const mostGain = 0.8;

const { abandoned, answeredWithin, abandonedWithin, waitAll, waitAnswered, busyAgents } = queueFields;
const queue = new Float64Array(queueFieldCount);
const pool: PoolState = { inSystem: 0 };
const stock: ComingBack = { repeats: 0, returners: 0 };

/** The group's queue in one interval, as `settleRedials` leaves it. */
const interval = {
  offered: 0,
  /** Mean handle time of the pool in seconds, and mean rate of leaving the queue per second. */
  handleSeconds: 0,
  leaving: 0,
};

/**
 * The instant floor: what happens in one world, in closed form per interval.
 *
 * Rates instead of customers. An interval's arrivals are the needs that pass the front door, times busyness; repeats of earlier
 * days; and redials of those who abandoned, solved as a fixed point within the interval. Each group is an Erlang A queue that inherits
 * what the last interval left (`carryOver`). A contact is counted in the interval it arrives in, agent seconds in the interval they are
 * worked in; contacts still in hand when the centre closes are finished as overtime.
 *
 * Exact for one contact type at constant rates with exponential handle times and patience; types that share a group share its mean
 * handle time and patience. Clears and fills `outcome`, but for the paid, shrinkage and schedulingLoss that `putOnDuty` has filled.
 */
export function runInstantFloor(outcome: Outcome, scratch: FloorScratch, input: FloorInput): void {
  outcome.counts.fill(0);
  for (let group = 0; group < input.model.groups.length; group++) runGroup(outcome, scratch, input, group);
}

function runGroup(outcome: Outcome, scratch: FloorScratch, input: FloorInput, group: number): void {
  const { model, agents } = input;
  const { calendar } = model;
  const groups = model.groups.length;
  const members = model.groups[group]!.queues;
  const { agentSeconds, shape } = outcome;
  const handling = agentOffset(shape, 'handling');
  const idle = agentOffset(shape, 'idle');
  const overtime = agentOffset(shape, 'overtime');
  const paid = agentOffset(shape, 'paid');
  const seconds = calendar.intervalSeconds;
  const slotsPerDay = secondsPerDay / seconds;

  for (const member of members) openHorizon(scratch, input, member);
  pool.inSystem = 0;
  let lostBefore = 0;
  // Handle time of contacts counted so far and not yet worked.
  let inHand = 0;
  for (let day = 0; day < calendar.days; day++) {
    for (const member of members) openDay(scratch, input, member, day);
    const last = calendar.firstInterval[day + 1]! - 1;
    for (let now = calendar.firstInterval[day]!; now <= last; now++) {
      for (const member of members) arrive(scratch, input, member, day, now);
      const onDuty = agents[now * groups + group]!;
      lostBefore = settleRedials(scratch, input, members, onDuty, lostBefore);
      for (const member of members) inHand += record(outcome, scratch, input, member, now, members.length > 1);

      const at = now * groups + group;
      const busySeconds = Math.min(queue[busyAgents]!, onDuty) * seconds;
      agentSeconds[handling + at] = busySeconds;
      agentSeconds[idle + at] = onDuty * seconds - busySeconds;
      agentSeconds[overtime + at] = 0;
      inHand -= busySeconds;

      const next = now + 1 < calendar.intervals ? now + 1 : -1;
      const nextDay = now < last ? day : day + 1;
      const goesOn =
        next >= 0 &&
        calendar.dayOffset[nextDay]! * slotsPerDay + calendar.slot[next]! ===
          calendar.dayOffset[day]! * slotsPerDay + calendar.slot[now]! + 1;
      if (!goesOn) {
        if (inHand > 0) {
          agentSeconds[overtime + at] = inHand;
          agentSeconds[paid + at]! += inHand;
        }
        inHand = 0;
        pool.inSystem = 0;
      }
    }
  }
}

/** Those about to come back when the horizon opens (`openComingBack`), and how their customers are. */
function openHorizon(scratch: FloorScratch, { model, world, needs, doors }: FloorInput, queue: number): void {
  const { calendar } = model;
  const type = model.contactTypes[model.queues[queue]!.contactType]!;
  const door = doors[queue]!;
  const resolution = resolutionShare(model, type, world.leaves);
  const returning = (1 - resolution) * world.leaves[type.repeat.share]!;
  scratch.resolution[queue] = resolution;
  scratch.returning[queue] = returning;
  openOrbit(scratch, queue, world.leaves[type.redial.after]!, calendar.intervalSeconds);
  openComingBack(stock, calendar, needs, model.queues.length, queue, door, returning, world.leaves[type.repeat.after]! / secondsPerDay);
  scratch.repeats[queue] = stock.repeats;
  scratch.returners[queue] = stock.returners;
}

/** Who comes back this day, spread over it like its needs. */
function openDay(scratch: FloorScratch, { model, world, needs }: FloorInput, queue: number, day: number): void {
  const { calendar } = model;
  const type = model.contactTypes[model.queues[queue]!.contactType]!;
  const dayNeeds = needsOfDay(calendar, needs, model.queues.length, queue, day);
  scratch.repeatsPerNeed[queue] = 0;
  scratch.returnersPerNeed[queue] = 0;
  if (dayNeeds <= 0) return;
  const gap = daysSinceOpen(calendar, day);
  const repeats = scratch.repeats[queue]! * comingBack(gap, world.leaves[type.repeat.after]! / secondsPerDay);
  const returners = scratch.returners[queue]! * comingBack(gap, selfServiceReturnDays);
  scratch.repeatsPerNeed[queue] = repeats / dayNeeds;
  scratch.returnersPerNeed[queue] = returners / dayNeeds;
  scratch.repeats[queue]! -= repeats;
  scratch.returners[queue]! -= returners;
}

/** The interval's arrivals but for redials, and the mean handle time of their mix. */
function arrive(scratch: FloorScratch, { model, world, needs, doors }: FloorInput, queue: number, day: number, now: number): void {
  const { contactType } = model.queues[queue]!;
  const types = model.contactTypes.length;
  const door = doors[queue]!;
  const longRun = needs[now * model.queues.length + queue]!;
  const arising = longRun * world.busyness[day * types + contactType]! * world.withinDay[now * types + contactType]!;
  const fresh = arising * door.offered;
  const repeating = longRun * scratch.repeatsPerNeed[queue]!;
  const returned = longRun * scratch.returnersPerNeed[queue]!;
  const arriving = fresh + repeating + returned;
  const event = eventFactor(model.contactTypes[contactType]!.eventHandleTime[day]!, world.leaves);
  const work = fresh * door.handleSeconds + repeating * door.repeatHandleSeconds + returned * door.returnedHandleSeconds;
  scratch.arising[queue] = arising;
  scratch.fresh[queue] = fresh;
  scratch.repeating[queue] = repeating;
  scratch.returned[queue] = returned;
  scratch.handleSeconds[queue] = event * (arriving > 0 ? work / arriving : door.handleSeconds);
}

/**
 * Shares that redial within an interval of `length` seconds: of the orbit, and of the interval's own abandoners who redial at all.
 *
 * Customers leave the orbit at rate 1 / delay. With e = e^(-length / delay), 1 - e of the orbit call before the interval ends, and
 * 1 - (delay / length) (1 - e) of those who enter it evenly over the interval.
 */
function openOrbit(scratch: FloorScratch, queue: number, delay: number, length: number): void {
  const leaves = delay > 0 ? 1 - exp(-length / delay) : 1;
  scratch.orbit[queue] = 0;
  scratch.orbitRedials[queue] = leaves;
  scratch.ownRedials[queue] = 1 - (delay / length) * leaves;
}

/**
 * Solves the interval: redials depend on abandonment, which depends on redials. Fills `queue` and `interval`, moves the pool on, and
 * returns the share that abandons.
 *
 * With A arriving, the orbit's share O of redials and the share s k of attempts that abandons and redials within the interval, redials are
 * R = O + s k (A + R). Newton's method on the share that abandons, with the slope that `relax` tells; waits are worked out once, at the end.
 */
function settleRedials(
  scratch: FloorScratch,
  { model, world }: FloorInput,
  members: readonly number[],
  onDuty: number,
  lostBefore: number,
): number {
  const { contactTypes, queues, calendar } = model;
  const { leaves } = world;
  const { fresh, repeating, returned, redialling, orbit, orbitRedials, ownRedials, handleSeconds } = scratch;
  const length = calendar.intervalSeconds;
  const threshold = thresholdSeconds(model, leaves);
  openInterval(pool);
  let lost = lostBefore;
  let offered = 0;
  for (let pass = 0; pass < mostRedialPasses; pass++) {
    const before = offered;
    offered = 0;
    let work = 0;
    let leaving = 0;
    let balking = 0;
    // Slope of the work in the share that abandons.
    let workPerLost = 0;
    for (let member = 0; member < members.length; member++) {
      const at = members[member]!;
      const { contactType, patience } = queues[at]!;
      const arriving = fresh[at]! + repeating[at]! + returned[at]!;
      const perLost = leaves[contactTypes[contactType]!.redial.share]! * ownRedials[at]!;
      const others = 1 - lost * perLost;
      const attempts = (arriving + orbit[at]! * orbitRedials[at]!) / others;
      redialling[at] = attempts - arriving;
      offered += attempts;
      work += attempts * handleSeconds[at]!;
      workPerLost += ((attempts * perLost) / others) * handleSeconds[at]!;
      leaving += attempts / someSeconds(leaves[patience!.mean]!);
      balking += attempts * leaves[patience!.balk]!;
    }
    if (offered <= 0 || work <= 0) {
      queue.fill(0);
      pool.inSystem = 0;
      lost = onDuty > 0 || offered <= 0 ? 0 : 1;
      queue[abandoned] = lost;
      queue[answeredWithin] = 1 - lost;
      interval.offered = offered;
      interval.handleSeconds = 0;
      interval.leaving = offered > 0 ? leaving / offered : 0;
      return lost;
    }
    if (pass > 0 && Math.abs(offered - before) <= redialPrecision * offered) break;
    const mean = work / offered;
    interval.offered = offered;
    interval.handleSeconds = mean;
    interval.leaving = leaving / offered;
    const found = relax(pool, work / length, onDuty, offered / leaving / mean, balking / offered, threshold / mean, length / mean);
    const gain = (abandonedSlope() * workPerLost) / length;
    lost = Math.min(1, Math.max(0, lost + (found - lost) / (1 - Math.min(mostGain, Math.max(0, gain)))));
    if (workPerLost === 0) break;
  }
  averageFields(queue);
  return queue[abandoned]!;
}

/** Who has no patience leaves within a millisecond, so that rates of leaving stay finite. */
const someSeconds = (patienceSeconds: number): number => Math.max(1e-3, patienceSeconds);

/** Writes one queue's counts of the interval, moves its customers on, and returns the handle time of those handled, in seconds. */
function record(
  outcome: Outcome,
  scratch: FloorScratch,
  { model, world, doors }: FloorInput,
  queueAt: number,
  now: number,
  shared: boolean,
): number {
  const { counts, shape } = outcome;
  const { contactType, channel, patience, handleTime } = model.queues[queueAt]!;
  const type = model.contactTypes[contactType]!;
  const door = doors[queueAt]!;
  const { leaves } = world;
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  const here = (now * shape.contactTypes + contactType) * shape.channels + channel;
  const arising = scratch.arising[queueAt]!;
  const repeating = scratch.repeating[queueAt]!;
  const returned = scratch.returned[queueAt]!;
  const redials = scratch.redialling[queueAt]!;
  const arriving = scratch.fresh[queueAt]! + repeating + returned;
  const offered = arriving + redials;

  // In a shared queue the impatient leave in proportion to their rate of leaving.
  const impatience = shared && interval.leaving > 0 ? 1 / someSeconds(leaves[patience!.mean]!) / interval.leaving : 1;
  const lost = offered * Math.min(1, queue[abandoned]! * impatience);
  const handled = offered - lost;
  const answered = 1 - queue[abandoned]!;
  const relative = shared && answered > 0 && offered > 0 ? handled / (offered * answered) : 1;
  const first = arriving > 0 ? handled * (scratch.fresh[queueAt]! / arriving) : 0;
  const handleSeconds = handled * scratch.handleSeconds[queueAt]!;
  const resolution = scratch.resolution[queueAt]!;

  counts[countField.needs * cells + here] = arising;
  counts[countField.selfServiceTried * cells + here] = arising * door.selfServiceTried;
  counts[countField.selfServiceSolved * cells + here] = arising * door.selfServiceSolved;
  counts[countField.selfServiceReturned * cells + here] = returned;
  counts[countField.ivrEntered * cells + here] = arising * door.ivrEntered;
  counts[countField.contained * cells + here] = arising * door.contained;
  counts[countField.ivrHungUp * cells + here] = arising * door.ivrHungUp;
  counts[countField.ivrSeconds * cells + here] = (arising * door.ivrEntered + repeating + returned + redials) * leaves[model.ivr.time]!;
  counts[countField.offered * cells + here] = offered;
  counts[countField.redials * cells + here] = redials;
  counts[countField.repeats * cells + here] = repeating;
  counts[countField.abandoned * cells + here] = lost;
  counts[countField.abandonedShort * cells + here] = Math.min(lost, offered * queue[abandonedWithin]! * impatience);
  counts[countField.handled * cells + here] = handled;
  counts[countField.handledFirst * cells + here] = first;
  counts[countField.resolvedFirst * cells + here] = first * resolution;
  counts[countField.answeredWithinThreshold * cells + here] = Math.min(handled, offered * queue[answeredWithin]! * relative);
  counts[countField.waitSecondsAnswered * cells + here] = offered * queue[waitAnswered]! * interval.handleSeconds * relative;
  counts[countField.waitSecondsAll * cells + here] = offered * queue[waitAll]! * interval.handleSeconds;
  counts[countField.handleSeconds * cells + here] = handleSeconds;
  counts[countField.workSeconds * cells + here] = handleSeconds;
  counts[countField.afterContactSeconds * cells + here] = Math.min(handleSeconds, handled * leaves[handleTime.afterContactWork]!);
  counts[countField.resolvedNeeds * cells + here] =
    arising * (door.selfServiceSolved - door.selfServiceReturned + door.contained) + handled * resolution;

  scratch.orbit[queueAt]! += lost * leaves[type.redial.share]! - redials;
  scratch.repeats[queueAt]! += handled * scratch.returning[queueAt]!;
  scratch.returners[queueAt]! += arising * door.selfServiceReturned;
  return handleSeconds;
}
