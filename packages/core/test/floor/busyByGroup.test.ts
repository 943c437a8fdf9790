import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { agentIndex, createReplicator, totalsLayout, type FloorName } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { studyOn } from './twoFloors.ts';

const still = { dayToDay: '0%', withinDay: '0%' };
const calls = { volume: 1000, variation: still, handleTime: { phone: '300 s' }, patience: { phone: '60 min' } };
const chats = { volume: 300, variation: still, channels: { chat: '100%' }, handleTime: { chat: '300 s' } };
const letters = { volume: 300, variation: still, channels: { email: '100%' }, handleTime: { email: '600 s' } };
const group = (...skills: string[]) => ({ skills, wage: '20 per h', shrinkage: '0%' });
const calendar = { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat' };
const roster = (agents: Json) => ({ plan: 'roster', roster: agents, scheduleEfficiency: '100%' });

const cases: readonly (readonly [string, Record<string, Json>])[] = [
  [
    'one takes calls and chats, the other chats alone',
    {
      contactTypes: { calls, chats },
      agents: { both: group('calls', 'chats'), chatting: group('chats') },
      staffing: roster({ both: { 'mon-fri': 8 }, chatting: { 'mon-fri': 4 } }),
    },
  ],
  [
    'one takes calls and letters, the other letters alone',
    {
      contactTypes: { calls, letters },
      agents: { both: group('calls', 'letters'), writing: group('letters') },
      staffing: roster({ both: { 'mon-fri': 8 }, writing: { 'mon-fri': 4 } }),
    },
  ],
  [
    'one takes calls, the other letters too',
    {
      contactTypes: { calls, letters },
      agents: { calling: group('calls'), both: group('calls', 'letters') },
      staffing: roster({ calling: { 'mon-fri': 6 }, both: { 'mon-fri': 4 } }),
    },
  ],
];

/** [group] seconds that its agents are busy, means over the futures. */
function busyOn(floor: FloorName, topLevel: Record<string, Json>, futures: number): readonly number[] {
  const study = studyOn(floor, documentWith({}, { calendar, ...topLevel }));
  const model = study.models[0]!;
  const layout = totalsLayout(model);
  const totals = createReplicator(study)(0, futures).totals[0]!;
  return model.groups.map((_, at) => {
    let sum = 0;
    for (let future = 0; future < futures; future++) sum += totals[future * layout.length + agentIndex(layout, 'handling', at)]!;
    return sum / futures;
  });
}

describe('who of a team is busy, where its groups serve different work', () => {
  it.each(cases)('%s: each is within 8% of the team’s work of the exact floor', (_, document) => {
    const instant = busyOn('erlang', document, 8);
    const exact = busyOn('calls', document, 64);
    const all = exact.reduce((sum, each) => sum + each, 0);
    instant.forEach((each, at) => expect(Math.abs(each - exact[at]!) / all, `group ${at}`).toBeLessThan(0.08));
  });

  it('nobody takes part in work that only others know: a year is answered at once for most days', () => {
    const nobody = { ...chats, volume: 10 };
    const alone = {
      contactTypes: { calls, chats: nobody },
      agents: { calling: group('calls'), both: group('chats') },
      staffing: roster({ calling: { 'mon-fri': 8 }, both: { 'mon-fri': 4 } }),
      horizon: { start: '2026-01-05', weeks: 26 },
    };
    const [calling, chatting] = busyOn('erlang', alone, 8);
    // 26 weeks of calls of 300 s and chats of 300 s by themselves.
    expect(calling! / (26 * 1000 * 300)).toBeCloseTo(1, 1);
    expect(chatting! / (26 * 10 * 300)).toBeCloseTo(1, 1);
  });
});
