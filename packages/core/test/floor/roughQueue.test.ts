import { describe, expect, it } from 'vitest';
import { evaluateService, queueFieldCount, queueFields } from '../../src/floor/erlang/intervalQueue.ts';
import { createRoughQueue, emptyRoughQueue, lookUp, openRoughQueue, roughFields } from '../../src/floor/erlang/roughQueue.ts';

const shares = ['allBusy', 'abandoned', 'answeredWithin', 'abandonedWithin'] as const;

/** Largest distance of any share from Erlang A, over loads from 0.3 to 1.5 times the agents. */
function farthest(agents: number, patience: number, threshold: number, of = patience): number {
  const queue = createRoughQueue();
  openRoughQueue(queue, patience, 0.01, threshold, 0, 0);
  const row = new Float64Array(queueFieldCount);
  let most = 0;
  for (let step = 0; step < 300; step++) {
    const load = agents * (0.3 + 1.2 * ((step * 0.618034) % 1));
    queue.load = load;
    lookUp(queue, agents, null);
    evaluateService(row, load, agents, of, 0.01, threshold);
    for (const field of shares) most = Math.max(most, Math.abs(queue.found[roughFields[field]]! - row[queueFields[field]]!));
  }
  return most;
}

describe('the rough queue beside Erlang A', () => {
  // What the docstring promises: 0.0038 is measured from five agents on, 0.034 with one, whose nodes reach down to no load at all.
  it.each([5, 10, 24, 40, 100, 300])('%d agents: shares within 0.004', (agents) => {
    for (const patience of [0.1, 0.3, 1, 3])
      for (const threshold of [0.02, 0.07, 0.3]) expect(farthest(agents, patience, threshold)).toBeLessThan(0.004);
  });

  it('one to four agents: within 0.04', () => {
    for (const agents of [1, 2, 3, 4]) expect(farthest(agents, 1, 0.07)).toBeLessThan(0.04);
  });

  it('twin: another patience by a fifth is farther off', () => {
    expect(farthest(40, 1, 0.07, 0.8)).toBeGreaterThan(0.004);
  });

  it('beyond the table it is evaluated, and below it nobody waits', () => {
    const queue = createRoughQueue();
    openRoughQueue(queue, 1, 0, 0.1, 0, 0);
    const row = new Float64Array(queueFieldCount);
    for (const [agents, load] of [
      [10, 60],
      [0, 3],
      [900, 880],
    ] as const) {
      queue.load = load;
      lookUp(queue, agents, null);
      evaluateService(row, load, agents, 1, 0, 0.1);
      for (const field of shares) expect(queue.found[roughFields[field]]).toBeCloseTo(row[queueFields[field]]!, 12);
    }
    queue.load = 100;
    lookUp(queue, 250, null);
    expect([queue.found[roughFields.abandoned], queue.found[roughFields.answeredWithin]]).toEqual([0, 1]);
  });

  it('keeps its table for a pool that is nearly the same, and only until it is emptied', () => {
    const queue = createRoughQueue();
    const abandonedAt = (patience: number): number => {
      openRoughQueue(queue, patience, 0, 0.1, 0, 0);
      queue.load = 20;
      lookUp(queue, 20, null);
      return queue.found[roughFields.abandoned]!;
    };
    const first = abandonedAt(1);
    expect(abandonedAt(1.02)).toBe(first);
    expect(abandonedAt(1.2)).not.toBe(first);
    abandonedAt(1);
    emptyRoughQueue(queue);
    expect(abandonedAt(1.02)).not.toBe(first);
  });
});
