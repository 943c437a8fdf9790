import { exp } from '@percall/numeric';
import { comingBack, daysSinceNeeds, needsOfDay, openComingBack, selfServiceReturnDays, type ComingBack } from '../../frontDoor/returns.ts';
import { eventFactor } from '../../frontDoor/longRunNeeds.ts';
import { resolutionShare } from '../../frontDoor/resolution.ts';
import type { Model } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { slowdownAt, slowdownOf } from './chatAgents.ts';

/** Columns [queue] that the instant floor keeps while a horizon runs. */
export interface Arrivals {
  /** Customers who gave up and are about to try again; unresolved ones and self-service's returners about to come back. */
  readonly orbit: Float64Array;
  readonly repeats: Float64Array;
  readonly returners: Float64Array;
  /** Chance that a handled contact resolves, and that its customer comes back. */
  readonly resolution: Float64Array;
  readonly returning: Float64Array;
  /** Share of the orbit that redials within an interval, and of the interval's own abandoners who redial at all those who do so within it. */
  readonly orbitRedials: Float64Array;
  readonly ownRedials: Float64Array;
  /** Share of calls that go to the wrong group first. */
  readonly misrouted: Float64Array;
  /** How many times longer a contact took when its handle time was measured than it takes an agent with nothing else in hand. */
  readonly measuredSlowdown: Float64Array;
  /** Of one day: those who come back, per long-run need. */
  readonly repeatsPerNeed: Float64Array;
  readonly returnersPerNeed: Float64Array;
  /** Of one interval: needs, arrivals of each kind, and the mean handle time of customers' contacts, with nothing else in hand. */
  readonly arising: Float64Array;
  readonly fresh: Float64Array;
  readonly repeating: Float64Array;
  readonly returned: Float64Array;
  readonly unresponsive: Float64Array;
  readonly redialling: Float64Array;
  /** Calls that end in the IVR. */
  readonly inIvrOnly: Float64Array;
  readonly handleSeconds: Float64Array;
}

export function createArrivals(model: Model): Arrivals {
  const column = (): Float64Array => new Float64Array(model.queues.length);
  return {
    orbit: column(),
    repeats: column(),
    returners: column(),
    resolution: column(),
    returning: column(),
    orbitRedials: column(),
    ownRedials: column(),
    misrouted: column(),
    measuredSlowdown: column(),
    repeatsPerNeed: column(),
    returnersPerNeed: column(),
    arising: column(),
    fresh: column(),
    repeating: column(),
    returned: column(),
    unresponsive: column(),
    redialling: column(),
    inIvrOnly: column(),
    handleSeconds: column(),
  };
}

/** Copies the columns of one model's arrivals to another's. */
export function copyArrivals(to: Arrivals, from: Arrivals): void {
  to.orbit.set(from.orbit);
  to.repeats.set(from.repeats);
  to.returners.set(from.returners);
  to.resolution.set(from.resolution);
  to.returning.set(from.returning);
  to.orbitRedials.set(from.orbitRedials);
  to.ownRedials.set(from.ownRedials);
  to.misrouted.set(from.misrouted);
  to.measuredSlowdown.set(from.measuredSlowdown);
  to.repeatsPerNeed.set(from.repeatsPerNeed);
  to.returnersPerNeed.set(from.returnersPerNeed);
}

const secondsPerDay = 86_400;
const stock: ComingBack = { repeats: 0, returners: 0 };

/** Those about to come back when the horizon opens (`openComingBack`), where this share of contacts is handled. */
export function openHorizon(arrivals: Arrivals, input: FloorInput, queue: number, handled: number): void {
  const { model, world, needs, doors } = input;
  const { calendar, queues } = model;
  const { leaves } = world;
  const type = model.contactTypes[queues[queue]!.contactType]!;
  openOrbit(arrivals, queue, leaves[type.redial.after]!, calendar.intervalSeconds);
  const repeatDays = leaves[type.repeat.after]! / secondsPerDay;
  openComingBack(stock, calendar, needs, queues.length, queue, doors[queue]!, arrivals.returning[queue]! * handled, repeatDays);
  arrivals.repeats[queue] = stock.repeats;
  arrivals.returners[queue] = stock.returners;
}

/** How the queue's customers are while its levers work as in `input`. */
export function openLevers(arrivals: Arrivals, { model, world }: FloorInput, queue: number): void {
  const { queues, channels } = model;
  const { leaves } = world;
  const type = model.contactTypes[queues[queue]!.contactType]!;
  const channel = channels[queues[queue]!.channel]!;
  const resolution = resolutionShare(model, type, leaves);
  const returning = (1 - resolution) * leaves[type.repeat.share]!;
  arrivals.resolution[queue] = resolution;
  arrivals.returning[queue] = returning;
  arrivals.misrouted[queue] = model.misroutes !== null && channel === 'phone' ? leaves[model.misroutes.share]! : 0;
  arrivals.measuredSlowdown[queue] =
    model.chat !== null && channel === 'chat' ? slowdownAt(slowdownOf(model.chat, leaves), leaves[model.chat.measuredAt]!) : 1;
}

/** Who comes back this day, spread over it like its needs. */
export function openDay(arrivals: Arrivals, { model, world, needs }: FloorInput, queue: number, day: number): void {
  const { calendar } = model;
  const type = model.contactTypes[model.queues[queue]!.contactType]!;
  const dayNeeds = needsOfDay(calendar, needs, model.queues.length, queue, day);
  arrivals.repeatsPerNeed[queue] = 0;
  arrivals.returnersPerNeed[queue] = 0;
  if (dayNeeds <= 0) return;
  const gap = daysSinceNeeds(calendar, needs, model.queues.length, queue, day);
  const repeats = arrivals.repeats[queue]! * comingBack(gap, world.leaves[type.repeat.after]! / secondsPerDay);
  const returners = arrivals.returners[queue]! * comingBack(gap, selfServiceReturnDays);
  arrivals.repeatsPerNeed[queue] = repeats / dayNeeds;
  arrivals.returnersPerNeed[queue] = returners / dayNeeds;
  arrivals.repeats[queue]! -= repeats;
  arrivals.returners[queue]! -= returners;
}

/** The interval's arrivals but for redials, and the mean handle time of their mix. */
export function arrive(arrivals: Arrivals, { model, world, needs, doors }: FloorInput, queue: number, day: number, now: number): void {
  const { contactType } = model.queues[queue]!;
  const types = model.contactTypes.length;
  const door = doors[queue]!;
  const longRun = needs[now * model.queues.length + queue]!;
  const arising = longRun * world.busyness[day * types + contactType]! * world.withinDay[now * types + contactType]!;
  const fresh = arising * door.offered;
  const repeating = longRun * arrivals.repeatsPerNeed[queue]!;
  const returned = longRun * arrivals.returnersPerNeed[queue]!;
  const arriving = fresh + repeating + returned;
  const event = eventFactor(model.contactTypes[contactType]!.eventHandleTime[day]!, world.leaves);
  const work = fresh * door.handleSeconds + repeating * door.repeatHandleSeconds + returned * door.returnedHandleSeconds;
  arrivals.arising[queue] = arising;
  arrivals.fresh[queue] = fresh;
  arrivals.repeating[queue] = repeating;
  arrivals.returned[queue] = returned;
  arrivals.inIvrOnly[queue] = arising * (door.contained + door.ivrHungUp + door.falselyDropped + door.unresponsiveScreened);
  arrivals.unresponsive[queue] = arising * door.unresponsiveOffered;
  arrivals.handleSeconds[queue] = (event * (arriving > 0 ? work / arriving : door.handleSeconds)) / arrivals.measuredSlowdown[queue]!;
}

/** Contacts of the interval but for redials; and with them, once these are settled. */
export const arriving = ({ fresh, repeating, returned }: Arrivals, queue: number): number =>
  fresh[queue]! + repeating[queue]! + returned[queue]!;
export const attempting = (arrivals: Arrivals, queue: number): number => arriving(arrivals, queue) + arrivals.redialling[queue]!;

/**
 * Shares that redial within an interval of `length` seconds: of the orbit, and of the interval's own abandoners who redial at all.
 *
 * Customers leave the orbit at rate 1 / delay. With e = e^(-length / delay), 1 - e of the orbit call before the interval ends, and
 * 1 - (delay / length) (1 - e) of those who enter it evenly over the interval.
 */
function openOrbit(arrivals: Arrivals, queue: number, delay: number, length: number): void {
  const leaves = delay > 0 ? 1 - exp(-length / delay) : 1;
  arrivals.orbit[queue] = 0;
  arrivals.orbitRedials[queue] = leaves;
  arrivals.ownRedials[queue] = 1 - (delay / length) * leaves;
}
