import { agentIndex } from '../floor/totals.ts';
import { byChannel, type KpiDefinition } from './definition.ts';
import type { Model } from '../model/model.ts';
import { onItsChannel } from './sums.ts';

/** What becomes of calls that reach the wrong agent, no line or nobody. */
export const routing: readonly KpiDefinition[] = [
  ...byChannel(['phone'], 'transferRate', {
    unit: 'fraction',
    better: 'lower',
    byContactType: false,
    exists: ({ misroutes }) => misroutes !== null,
    rule: 'transferred / handled',
    inWords: {
      numerator: 'contacts passed on from one agent to another',
      denominator: 'handled contacts',
      rule: 'A contact that is passed on is handled once.',
    },
    source: 'common ACD report',
    numerator: onItsChannel('transferred'),
    denominator: onItsChannel('handled'),
  }),
  ...byChannel(['phone'], 'blocked', {
    unit: 'fraction',
    better: 'lower',
    byContactType: false,
    exists: ({ trunks }) => trunks < Infinity,
    rule: 'blocked / offered',
    inWords: {
      numerator: 'contacts that found all lines taken',
      denominator: 'offered contacts',
      rule: 'They hear the engaged tone; they have neither waited nor abandoned.',
    },
    source: 'Erlang (1917): blocking',
    numerator: onItsChannel('blocked'),
    denominator: onItsChannel('offered'),
  }),
  ...byChannel(['phone'], 'unresponsive', {
    unit: 'fraction',
    better: 'lower',
    byContactType: false,
    exists: ({ unresponsiveCallers }) => unresponsiveCallers !== null,
    rule: 'unresponsive / offered',
    inWords: {
      numerator: 'calls that an agent answered and on which nobody spoke',
      denominator: 'offered contacts',
      rule: 'They are answered, not handled: speed of answer counts them, cost per handled contact does not.',
    },
    source: 'counted as answered by an ACD, and as no conversation here',
    numerator: onItsChannel('unresponsive'),
    denominator: onItsChannel('offered'),
  }),
];

/** [group] whether it serves chats; null where such a group serves anything else too: its time cannot be told apart by channel. */
function chatGroups({ channels, groups, queues }: Model): readonly boolean[] | null {
  const chat = channels.indexOf('chat');
  const served = groups.map((group) => group.queues.map((queue) => queues[queue]!.channel));
  if (served.some((each) => each.includes(chat) && each.some((channel) => channel !== chat))) return null;
  return served.map((each) => each.includes(chat));
}

const known = new WeakMap<Model, readonly boolean[] | null>();
function chatGroupsOf(model: Model): readonly boolean[] | null {
  let groups = known.get(model);
  if (groups === undefined) known.set(model, (groups = chatGroups(model)));
  return groups;
}

/** How many chats an agent has in hand while there are any. */
export const concurrency = byChannel(['chat'], 'concurrency', {
  unit: 'number',
  better: 'neither',
  byContactType: false,
  exists: (model) => chatGroupsOf(model) !== null,
  rule: 'handling of handled chats / agent time on chats',
  inWords: {
    numerator: 'seconds of handled chats, each for itself',
    denominator: 'agent seconds with at least one chat in hand, of the groups that serve chats and nothing else',
    rule: 'Mean number of chats in hand while there are any. Where agents who chat do anything else too, their time cannot be told apart, and it is not given.',
  },
  source: 'common chat report',
  numerator: onItsChannel('handleSeconds'),
  denominator: ({ model, layout, totals, offset }) => {
    const isOfChat = chatGroupsOf(model)!;
    let seconds = 0;
    for (let group = 0; group < layout.groups; group++)
      if (isOfChat[group])
        seconds += totals[offset + agentIndex(layout, 'handling', group)]! + totals[offset + agentIndex(layout, 'overtime', group)]!;
    return seconds;
  },
});
