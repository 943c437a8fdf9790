import type { Channel, Leaf, Scenario } from '@percall/scenario';
import { extremeName } from './extremeName.ts';
import type { ExtremeMeasure, LeafIndex, ModelExtreme, ModelFloor, ModelTargets } from './model.ts';

type Register = (leaf: Leaf) => LeafIndex;
type Side = ModelFloor['side'];

/** A bound that the document sets, before it is a floor. */
interface Bound {
  readonly measure: ExtremeMeasure;
  readonly channel: Channel;
  readonly side: Side;
  readonly value: Leaf;
  readonly every: 'period' | 'week' | 'interval';
  readonly tolerance: number;
}

/**
 * The floors of a scenario in the order of its targets; those of a channel that the study does not have are left out, as its KPIs are.
 * A lower bound that holds in every week holds in the lowest, an upper one in the highest.
 */
function boundsOf({ targets }: Scenario, channels: readonly Channel[]): readonly Bound[] {
  const { tolerance } = targets;
  const bounds: Bound[] = [];
  const set = (
    measure: ExtremeMeasure,
    channel: Channel,
    target: (Partial<Record<Side, Leaf | null>> & { readonly every: Bound['every'] }) | null,
    allowed: number,
  ): void => {
    if (!channels.includes(channel) || target === null) return;
    for (const side of ['atLeast', 'atMost'] as const) {
      const value = target[side];
      if (value) bounds.push({ measure, channel, side, value, every: target.every, tolerance: allowed });
    }
  };
  for (const channel of ['phone', 'chat'] as const) {
    const target = targets.serviceLevel[channel];
    set('serviceLevel', channel, target && { atLeast: target.atLeast, every: target.every }, tolerance.serviceLevel);
  }
  for (const channel of ['phone', 'chat'] as const) set('abandonment', channel, targets.abandonment[channel], tolerance.abandonment);
  set('asa', 'phone', targets.speedOfAnswer, tolerance.speedOfAnswerSeconds);
  set('occupancy', 'phone', targets.occupancy, 0);
  set('fcr', 'phone', targets.firstContactResolution, 0);
  for (const channel of ['email', 'social'] as const) set('responded', channel, targets.deferred[channel], 0);
  set('callbackPromise', 'phone', targets.callbackPromise, 0);
  return bounds;
}

function extremeOf({ measure, channel, side, every }: Bound, channels: readonly Channel[]): ModelExtreme | null {
  if (every === 'period') return null;
  const end = side === 'atLeast' ? 'lowest' : 'highest';
  return { of: `${measure}.${channel}`, measure, channel: channels.indexOf(channel), over: every, end };
}

/** What the floors of a scenario are judged on besides whole periods: the baseline's are kept by all models of its study. */
export const extremesOf = (scenario: Scenario, channels: readonly Channel[]): readonly ModelExtreme[] =>
  boundsOf(scenario, channels).flatMap((bound) => extremeOf(bound, channels) ?? []);

export function compileTargets(
  scenario: Scenario,
  channels: readonly Channel[],
  extremes: readonly ModelExtreme[],
  register: Register,
): ModelTargets {
  const { targets } = scenario;
  const { phone, chat } = targets.serviceLevel;
  const hasChat = channels.includes('chat');
  const serviceLevelOf = (target: typeof phone): ModelTargets['serviceLevel'] =>
    target && { atLeast: register(target.atLeast), withinSeconds: register(target.withinSeconds), rule: target.rule };
  const orNull = (leaf: Leaf | null | undefined): LeafIndex | null => (leaf ? register(leaf) : null);
  return {
    floors: boundsOf(scenario, channels).map((bound) => {
      const { measure, channel, side, value, tolerance } = bound;
      const extreme = extremeOf(bound, channels);
      const kpi = `${measure}.${channel}`;
      return { kpi: extreme === null ? kpi : `${kpi}.${extremeName(extreme)}`, side, value: register(value), tolerance };
    }),
    extremes,
    serviceLevel: serviceLevelOf(phone),
    abandonmentAtMost: orNull(targets.abandonment.phone?.atMost),
    speedOfAnswerAtMost: orNull(targets.speedOfAnswer?.atMost),
    chat: {
      serviceLevel: hasChat ? serviceLevelOf(chat) : null,
      abandonmentAtMost: hasChat ? orNull(targets.abandonment.chat?.atMost) : null,
    },
    chance: targets.chance,
  };
}
