import type { Model, ModelChat, ModelQueue, ModelSkill } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { slowdownAt } from './chatSlowdown.ts';
import type { FloorCalendar } from './floorCalendar.ts';
import type { CallbackPlan, FloorPlan, QueuePlan, SkillPlan } from './floorPlan.ts';

/** What agents take after everything of the ranks before: levels of skill are below. */
const rankOf = { callbacks: 50, deferred: 100 } as const;

/**
 * The floor of a model in one world: a queue for each contact type and channel, by the model's numbers; then, where callbacks do not wait among the
 * callers, a queue of their own for each that is called by phone. Groups serve by level, within a level who waits longest; first callers and
 * chats, then callbacks, then what can wait (e-mail, social). Rules of the floor (timers of overflow, the offer of a callback, its attempts) are those of
 * levers in full, on every day: what grows with a lever is how many customers meet them.
 *
 * @param agents [period][group] on duty; see `putOnFloor`
 */
export function planFor(input: FloorInput, { start, end, endSeconds }: FloorCalendar, agents: Float64Array): FloorPlan {
  const { model } = input;
  const { queues, groups, trunks } = model;
  const apart = callbackQueues(model);
  return {
    queues: [
      ...queues.map((_, queue) => queuePlan(input, queue, callbackPlan(input, queue, apart.get(queue) ?? queue))),
      ...[...apart.keys()].map((queue) => queuePlan(input, queue, null)),
    ],
    groups: groups.map(({ name }) => name),
    skills: [
      ...queues.flatMap((queue, number) => skillPlans(input, queue, number, queue.patience === null ? rankOf.deferred : 0, 0)),
      ...[...apart].flatMap(([queue, number]) => skillPlans(input, queues[queue]!, number, rankOf.callbacks, model.callback!.reserveIdle)),
    ],
    periodStart: start,
    periodEnd: end,
    agents,
    trunks,
    selection: 'longest-waiting',
    agentSelection: model.freeAgent === 'random' ? 'random' : 'longest-idle',
    end: endSeconds,
  };
}

/** Puts the agents of a world, [interval][group], into the periods of its floor: fills [period][group]. */
export function putOnFloor(onFloor: Float64Array, { interval }: FloorCalendar, { agents, model }: FloorInput): void {
  const groups = model.groups.length;
  for (let period = 0; period < interval.length; period++)
    for (let group = 0; group < groups; group++) onFloor[period * groups + group] = agents[interval[period]! * groups + group]!;
}

export const isByPhone = ({ channels }: Model, { channel }: ModelQueue): boolean => channels[channel] === 'phone';

/** The chats' way of slowing each other down, where a queue holds them. */
export const chatOf = ({ channels, chat }: Model, { channel }: ModelQueue): ModelChat | null =>
  channels[channel] === 'chat' ? chat : null;

/** [queue that is called by phone] the queue of its callbacks, where they do not keep their place or leave agents idle. */
function callbackQueues(model: Model): ReadonlyMap<number, number> {
  const { queues, callback } = model;
  if (callback === null || (callback.keepsPlace && callback.reserveIdle === 0)) return new Map();
  const byPhone = queues.flatMap((queue, number) => (isByPhone(model, queue) ? [number] : []));
  return new Map(byPhone.map((queue, at) => [queue, queues.length + at]));
}

function callbackPlan({ model, world: { leaves }, doors }: FloorInput, queue: number, waitsIn: number): CallbackPlan | null {
  const { callback } = model;
  if (callback === null || !isByPhone(model, model.queues[queue]!)) return null;
  const { offerWhen, offerFrom, attempts, retryAfter, dialSeconds } = callback;
  return {
    offerFromSeconds: offerWhen === 'wait' ? leaves[offerFrom]! : 0,
    handleSeconds: doors[queue]!.handleSeconds,
    offerFromWaiting: offerWhen === 'queueLength' ? leaves[offerFrom]! : 0,
    queue: waitsIn,
    attempts,
    retryAfterSeconds: leaves[retryAfter]!,
    dialSeconds: leaves[dialSeconds]!,
  };
}

function queuePlan({ model, world: { leaves }, doors }: FloorInput, number: number, callback: CallbackPlan | null): QueuePlan {
  const queue = model.queues[number]!;
  const chat = chatOf(model, queue);
  const concurrency = chat === null ? 1 : chat.cap;
  return {
    name: `${model.contactTypes[queue.contactType]!.name}, ${model.channels[queue.channel]!}`,
    concurrency,
    slowdown: Float64Array.from({ length: concurrency + 1 }, (_, inHand) =>
      chat === null || inHand <= 1 ? 1 : slowdownAt(chat, leaves, inHand),
    ),
    deferred: queue.patience === null,
    closeGraceSeconds: model.calendar.closeGraceSeconds,
    holdsTrunk: isByPhone(model, queue),
    afterContactShare: Math.min(1, leaves[queue.handleTime.afterContactWork]! / doors[number]!.handleSeconds),
    weight: 1,
    callback,
  };
}

function skillPlans(
  { world: { leaves } }: FloorInput,
  { servedBy }: ModelQueue,
  queue: number,
  after: number,
  reserve: number,
): readonly SkillPlan[] {
  return servedBy.map(({ group, level, handleTime, overflowAfter }: ModelSkill) => ({
    queue,
    group,
    handleTimeFactor: leaves[handleTime]!,
    groupRank: level,
    queueRank: after + level,
    overflowAfterSeconds: overflowAfter === null ? 0 : leaves[overflowAfter]!,
    reserve,
  }));
}
