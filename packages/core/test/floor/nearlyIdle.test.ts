import { describe, expect, it } from 'vitest';
import { chatCapacity } from '../../src/floor/erlang/chatAgents.ts';
import { toAttempts } from '../../src/floor/erlang/congestion.ts';
import {
  createPool,
  evaluateLoad,
  evaluateThreshold,
  evaluateWaits,
  offeredLoad,
  queueFieldCount,
  queueFields,
  setPool,
} from '../../src/floor/erlang/intervalQueue.ts';
import { replicate } from '../../src/index.ts';
import { documentWith, studyOf } from '../support/document.ts';

const { allBusy, abandoned, busyAgents, inSystem, answeredWithin, abandonedWithin, waitAll, waitAnswered } = queueFields;

/** Chats of so many erlangs alone, with agents who have up to three in hand. */
function chatsAt(agents: number, load: number): Float64Array {
  const pool = createPool();
  const chats = { agents, cap: 3, slowdown: Float64Array.of(1, 1, 1.2, 1.4) };
  pool.chats = chats;
  setPool(pool, { agents: chatCapacity(chats), patience: 0.3, balk: 0.01, threshold: 0.08 });
  const row = new Float64Array(queueFieldCount);
  row[offeredLoad] = load;
  evaluateLoad(row, pool);
  evaluateThreshold(row, pool);
  evaluateWaits(row, pool);
  return row;
}

describe('a line on which next to nothing happens', () => {
  // With one chat in hand at most times, each is alone: as many are in hand as its offered load, by Little's law.
  it.each([3, 80, 400])('of chats, %d agents: nobody waits, and in hand is the load', (agents) => {
    for (let exponent = -3; exponent > -320; exponent -= 1) {
      const load = 10 ** exponent;
      const row = chatsAt(agents, load);
      expect(
        [row[abandoned]!, row[waitAll]!, row[waitAnswered]!].every((lost) => lost >= 0 && lost < 1e-6),
        String(load),
      ).toBe(true);
      expect(row[answeredWithin]!).toBeCloseTo(1, 6);
      for (const field of [busyAgents, inSystem]) expect(Math.abs(row[field]! / load - 1), String(load)).toBeLessThan(5e-3);
    }
  });

  it('of chats through nights without needs, where redials fade below what doubles hold: every total is a number', () => {
    const day = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0 : 1));
    const service = { volume: '3k per month', channels: { chat: '100%' }, handleTime: { chat: '1 min' }, redial: { after: '5 min' } };
    const document = documentWith(
      {},
      {
        horizon: { start: '2026-01-05', weeks: 13 },
        calendar: { interval: '60 min', open: { 'mon-sun': '00:00-24:00' }, dayShape: day },
        contactTypes: { service },
        targets: {},
        staffing: { minimumAgents: 5 },
      },
    );
    const study = studyOf(document);
    const { totals } = replicate(study, 0, 64);
    expect(totals[0]!.every(Number.isFinite)).toBe(true);
  });

  it('attempts are who arrives anew, where nobody comes back at once', () => {
    const row = new Float64Array(queueFieldCount);
    row[allBusy] = 5e-324;
    row[answeredWithin] = 1;
    toAttempts(row, 0, 0.4);
    expect([row[abandoned], row[answeredWithin], row[abandonedWithin], row[waitAll], row[waitAnswered]]).toEqual([0, 1, 0, 0, 0]);
  });
});
