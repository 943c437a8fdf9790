import { exp } from '@percall/numeric';
import type { FloorInput } from '../floorInput.ts';
import { countField, type Outcome } from '../outcome.ts';
import { attempting, type Arrivals } from './arrivals.ts';
import type { Line } from './line.ts';

/**
 * Closes a line: who waits is served for the grace time, and then closed out; they redial with their share when the centre is open again.
 *
 * A fluid: with all agents busy the queue falls at their pace and as it gives up, dQ/dt = -n / h - Q / patience, so after the grace time g
 * Q = (Q0 + n patience / h) e^(-g / patience) - n patience / h, h the line's pace. Those left over were counted as handled on arrival.
 *
 * @param agents as in `settleRedials`
 */
export function closeLine(
  { counts, shape }: Outcome,
  arrivals: Arrivals,
  { state, handleSeconds, paceSeconds, leaving, callbacks, pooling }: Line,
  { model, world: { leaves } }: FloorInput,
  members: readonly number[],
  now: number,
  agents: number,
): void {
  const waiting = state.inSystem - agents;
  if (!(waiting > 0) || !(paceSeconds > 0) || !(leaving > 0)) return;
  const served = agents / (leaving * paceSeconds);
  const stays = exp(-model.calendar.closeGraceSeconds * leaving);
  const left =
    ((waiting + served) * stays - served) * (1 - callbacks.shareOfLine) * (pooling.handle / pooling.load) * (paceSeconds / handleSeconds);
  if (!(left > 0)) return;
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  let all = 0;
  for (const queue of members) all += attempting(arrivals, queue);
  for (const queue of members) {
    const { contactType, channel } = model.queues[queue]!;
    const here = (now * shape.contactTypes + contactType) * shape.channels + channel;
    const contacts = attempting(arrivals, queue);
    const handled = counts[countField.handled * cells + here]! - counts[countField.callbackReached * cells + here]!;
    const closedOut = all > 0 ? Math.min(handled, (left * contacts) / all) : 0;
    if (!(closedOut > 0)) continue;
    const kept = 1 - closedOut / counts[countField.handled * cells + here]!;
    counts[countField.closedOut * cells + here]! += closedOut;
    const resolved = counts[countField.handled * cells + here]! * (1 - kept) * arrivals.resolution[queue]!;
    for (const field of ['handled', 'handledFirst', 'resolvedFirst', 'handleSeconds', 'workSeconds', 'afterContactSeconds'] as const)
      counts[countField[field] * cells + here]! *= kept;
    counts[countField.answeredWithinThreshold * cells + here] = Math.min(
      counts[countField.answeredWithinThreshold * cells + here]!,
      counts[countField.handled * cells + here]! + counts[countField.unresponsive * cells + here]!,
    );
    counts[countField.resolvedNeeds * cells + here]! -= resolved;
    arrivals.repeats[queue]! -= closedOut * arrivals.returning[queue]!;
    arrivals.orbit[queue]! += closedOut * leaves[model.contactTypes[contactType]!.redial.share]!;
  }
}
