import type { Model } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { attempting, createArrivals, type Arrivals } from './arrivals.ts';
import { queueFields } from './intervalQueue.ts';
import { createLine, lostOf, someSeconds, type Line } from './line.ts';

/**
 * A stretch of open time whose queues are answered at once: one record of it as if it were one interval, with the sums of its arrivals and the averages of its
 * line by visits. What an interval would be recorded as is linear in both but for the differences between contact types, which follow the mean.
 */
export interface RoughStretch {
  /** Sums over the stretch; stocks are those of the arrivals it is made of, but for the orbit, which moves by the interval. */
  readonly arrivals: Arrivals;
  readonly line: Line;
}

export function createRoughStretch(model: Model, arrivals: Arrivals, channel: Line['channel']): RoughStretch {
  const { repeats, returners, resolution, returning, misrouted, measuredSlowdown } = arrivals;
  const own = createArrivals(model);
  return {
    arrivals: { ...own, repeats, returners, resolution, returning, misrouted, measuredSlowdown },
    line: createLine(channel),
  };
}

const { allBusy, abandoned, answeredWithin, abandonedWithin, inSystem, waitAll, waitAnswered } = queueFields;

/** Opens a stretch of a line. */
export function openStretch({ arrivals, line: sums }: RoughStretch, members: readonly number[]): void {
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    arrivals.arising[queue] = 0;
    arrivals.fresh[queue] = 0;
    arrivals.repeating[queue] = 0;
    arrivals.returned[queue] = 0;
    arrivals.unresponsive[queue] = 0;
    arrivals.redialling[queue] = 0;
    arrivals.inIvrOnly[queue] = 0;
    arrivals.handleSeconds[queue] = 0;
    arrivals.orbit[queue] = 0;
  }
  sums.row.fill(0);
  sums.visits = 0;
  sums.onTheLine = 0;
  sums.handleSeconds = 0;
  sums.paceSeconds = 0;
  sums.leaving = 0;
  sums.blocked = 0;
  sums.pooling.handle = 0;
  sums.pooling.leaving = 0;
}

/** Adds an interval of the line, and moves its orbit: who gives up in it, less who redials. */
export function addToStretch(stretch: RoughStretch, line: Line, arrivals: Arrivals, input: FloorInput, members: readonly number[]): void {
  const { model, doors, world } = input;
  const { leaves } = world;
  const { arrivals: sums, line: all } = stretch;
  const { row, blocked, pooling } = line;
  const shared = members.length > 1 || pooling.leaving !== 1;
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    const { contactType, patience } = model.queues[queue]!;
    const attempts = attempting(arrivals, queue);
    sums.arising[queue]! += arrivals.arising[queue]!;
    sums.fresh[queue]! += arrivals.fresh[queue]!;
    sums.repeating[queue]! += arrivals.repeating[queue]!;
    sums.returned[queue]! += arrivals.returned[queue]!;
    sums.unresponsive[queue]! += arrivals.unresponsive[queue]!;
    sums.redialling[queue]! += arrivals.redialling[queue]!;
    sums.inIvrOnly[queue]! += arrivals.inIvrOnly[queue]!;
    sums.handleSeconds[queue]! += attempts * arrivals.handleSeconds[queue]!;
    all.blocked += attempts * blocked;
    const impatience = shared && line.leaving > 0 ? 1 / someSeconds(leaves[patience!.mean]!) / line.leaving : 1;
    const lost = attempts * (1 - blocked) * lostOf(Math.min(1, row[abandoned]! * impatience), arrivals.misrouted[queue]!);
    const turnedAway = arrivals.arising[queue]! * doors[queue]!.falselyDropped * (1 - blocked) + arrivals.inIvrOnly[queue]! * blocked;
    arrivals.orbit[queue]! +=
      (lost + attempts * blocked + turnedAway) * leaves[model.contactTypes[contactType]!.redial.share]! - arrivals.redialling[queue]!;
  }
  addLine(all, line);
}

/** Adds an interval of a line to the sums of a stretch. */
export function addLine(all: Line, { row, visits, onTheLine, handleSeconds, paceSeconds, leaving, pooling }: Line): void {
  all.visits += visits;
  all.onTheLine += onTheLine;
  all.handleSeconds += visits * handleSeconds;
  all.paceSeconds += visits * paceSeconds;
  all.leaving += visits * leaving;
  all.pooling.handle += visits * handleSeconds * pooling.handle;
  all.pooling.leaving += visits * pooling.leaving;
  all.row[allBusy]! += visits * row[allBusy]!;
  all.row[abandoned]! += visits * row[abandoned]!;
  all.row[answeredWithin]! += visits * row[answeredWithin]!;
  all.row[abandonedWithin]! += visits * row[abandonedWithin]!;
  all.row[inSystem]! += row[inSystem]!;
  all.row[waitAll]! += visits * row[waitAll]! * paceSeconds;
  all.row[waitAnswered]! += visits * row[waitAnswered]! * paceSeconds;
}

/** Makes averages of the sums, so that `record` can be given the stretch. `row[inSystem]` stays a sum, as visits are: a pace by the interval. */
export function averageStretch({ arrivals, line }: RoughStretch, members: readonly number[]): void {
  let offered = 0;
  for (let member = 0; member < members.length; member++) {
    const queue = members[member]!;
    const attempts = attempting(arrivals, queue);
    offered += attempts;
    arrivals.handleSeconds[queue] = attempts > 0 ? arrivals.handleSeconds[queue]! / attempts : 0;
  }
  const { row, visits, pooling } = line;
  const perVisit = visits > 0 ? 1 / visits : 0;
  pooling.handle = line.handleSeconds > 0 ? pooling.handle / line.handleSeconds : 1;
  pooling.leaving = visits > 0 ? pooling.leaving * perVisit : 1;
  const perSecond = line.paceSeconds > 0 ? 1 / line.paceSeconds : 0;
  row[waitAll]! *= perSecond;
  row[waitAnswered]! *= perSecond;
  line.handleSeconds *= perVisit;
  line.paceSeconds *= perVisit;
  line.leaving *= perVisit;
  line.blocked = offered > 0 ? line.blocked / offered : 0;
  row[allBusy]! *= perVisit;
  row[abandoned]! *= perVisit;
  row[answeredWithin]! *= perVisit;
  row[abandonedWithin]! *= perVisit;
}
