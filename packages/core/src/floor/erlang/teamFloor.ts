import type { Model } from '../../model/model.ts';
import { copyArrivals, createArrivals, type Arrivals } from './arrivals.ts';
import type { ChatAgents } from './chatAgents.ts';
import type { DeferredWork } from './deferredWork.ts';
import { copyLine, createLine, type Line } from './line.ts';
import { createRoughStretch, type RoughStretch } from './roughDay.ts';
import { createFirstLoad, type FirstLoad } from './skillFactor.ts';
import type { Team } from './teams.ts';

/** Customers and lines of a team, as its days find and leave them. */
export interface TeamFloor {
  readonly arrivals: Arrivals;
  readonly phone: Line;
  /** [queue] its own line, where the queues of a team differ in their groups. */
  readonly own: readonly Line[];
  readonly chat: Line;
  readonly chatAgents: ChatAgents | null;
  readonly deferred: DeferredWork;
  readonly firstLoad: FirstLoad;
  /** Of each line, what a stretch that is answered at once comes to. */
  readonly stretches: { readonly phone: RoughStretch; readonly own: readonly RoughStretch[]; readonly chat: RoughStretch };
}

export function createTeamFloor(model: Model, deferred: DeferredWork): TeamFloor {
  const arrivals = createArrivals(model);
  return {
    arrivals,
    phone: createLine('phone'),
    own: model.queues.map(() => createLine('phone', true)),
    chat: createLine('chat'),
    chatAgents: model.chat === null ? null : { agents: 0, cap: model.chat.cap, slowdown: new Float64Array(model.chat.cap + 1) },
    deferred,
    firstLoad: createFirstLoad(model),
    stretches: {
      phone: createRoughStretch(model, arrivals, 'phone'),
      own: model.queues.map(() => createRoughStretch(model, arrivals, 'phone')),
      chat: createRoughStretch(model, arrivals, 'chat'),
    },
  };
}

/** Whether the lines of a floor are answered at once or run. */
export function answerAtOnce({ phone, own, chat }: TeamFloor, isAtOnce: boolean): void {
  phone.isAtOnce = isAtOnce;
  chat.isAtOnce = isAtOnce;
  for (const line of own) line.isAtOnce = isAtOnce;
  if (isAtOnce) return;
  chat.pooling.load = 1;
  chat.pooling.handle = 1;
}

/** Customers and lines of the team as they are on another floor. */
export function copyFloor(to: TeamFloor, from: TeamFloor, team: Team): void {
  copyArrivals(to.arrivals, from.arrivals);
  copyLine(to.phone, from.phone);
  copyLine(to.chat, from.chat);
  if (team.sharing !== null) for (const queue of team.phone) copyLine(to.own[queue]!, from.own[queue]!);
}
