import type { Model } from '../../model/model.ts';
import { keepPlaces } from './callbacks.ts';
import { sharingOf, type Sharing } from './sharedLines.ts';

/** Groups that share work, directly or through others, with the queues that they serve: a floor of its own. */
export interface Team {
  readonly groups: readonly number[];
  readonly phone: readonly number[];
  readonly chat: readonly number[];
  readonly deferred: readonly number[];
  /** [place in `groups`] whether the group serves such queues. */
  readonly servesPhone: readonly boolean[];
  readonly servesChat: readonly boolean[];
  readonly servesDeferred: readonly boolean[];
  /** The same of calls, chats, and what has no customer waiting on the line: deferred work, and callbacks where they are offered. */
  readonly serves: readonly (readonly boolean[])[];
  /** The same, whether a chat of some contact type comes to the group before any other. */
  readonly chatsFirst: readonly boolean[];
  /** Neither shared lines nor groups that differ, callbacks or trunks, or agents for calls and chats alike: its days are answered at once from tables (`roughLine`). */
  readonly isPlain: boolean;
  /** Whether handle times differ by group. */
  readonly hasFactors: boolean;
  /** How queues by phone that have different groups share them; null: they are one pool. */
  readonly sharing: Sharing | null;
}

/** The teams of a model, by their first group. A group without queues is a team of its own, idle. */
export function teamsOf(model: Model): readonly Team[] {
  const { groups, queues, channels, leaves, callback, trunks } = model;
  // Callbacks that wait apart are called by whoever is free: their teams stay one pool.
  const mayDiffer = callback === null || keepPlaces(callback);
  const teamOf = groups.map((_, group) => group);
  for (const { servedBy } of queues)
    for (const { group } of servedBy) {
      const [one, other] = [teamOf[servedBy[0]!.group]!, teamOf[group]!];
      teamOf.forEach((team, place) => {
        if (team === Math.max(one, other)) teamOf[place] = Math.min(one, other);
      });
    }
  return [...new Set(teamOf)].map((team) => {
    const members = groups.flatMap((_, group) => (teamOf[group] === team ? [group] : []));
    const own = queues.flatMap((queue, place) => (teamOf[queue.servedBy[0]!.group] === team ? [{ ...queue, place }] : []));
    const by = (channel: 'phone' | 'chat') => own.filter((queue) => channels[queue.channel] === channel).map(({ place }) => place);
    const [phone, chat] = [by('phone'), by('chat')];
    const deferred = own.filter(({ patience }) => patience === null).map(({ place }) => place);
    const serve = (kind: readonly number[]) => members.map((group) => groups[group]!.queues.some((queue) => kind.includes(queue)));
    const hasFactors = own.some(({ servedBy }) =>
      servedBy.some(({ handleTime }) => leaves[handleTime]!.distribution.family !== 'certain' || leaves[handleTime]!.central !== 1),
    );
    const sharing = mayDiffer ? sharingOf(model, phone, members) : null;
    const servesPhone = serve(phone);
    const servesChat = serve(chat);
    const servesDeferred = serve(deferred);
    return {
      isPlain:
        callback === null &&
        trunks === Infinity &&
        sharing === null &&
        !hasFactors &&
        !servesPhone.some((calls, place) => calls && servesChat[place]),
      hasFactors,
      sharing,
      groups: members,
      phone,
      chat,
      deferred,
      servesPhone,
      servesChat,
      servesDeferred,
      serves: [servesPhone, servesChat, callback === null ? servesDeferred : serve([...phone, ...deferred])],
      chatsFirst: members.map((group) =>
        chat.some((queue) =>
          queues[queue]!.servedBy.some((skill) => skill.group === group && skill.level === queues[queue]!.servedBy[0]!.level),
        ),
      ),
    };
  });
}
