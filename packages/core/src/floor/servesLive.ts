import type { Model } from '../model/model.ts';

/** [group] whether it is of the live channels: all groups but those that serve deferred work (e-mail, social) alone. */
export const servesLive = ({ groups, queues }: Model): readonly boolean[] =>
  groups.map((group) => group.queues.length === 0 || group.queues.some((queue) => queues[queue]!.patience !== null));
