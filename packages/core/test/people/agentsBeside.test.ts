import type { ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { agentsBesideDeferred, agentsHeldByChats } from '../../src/people/agentsBeside.ts';
import { documentWith } from '../support/document.ts';
import { compareFloors } from '../floor/twoFloors.ts';

const path = 'contactTypes.service';
const staffing = { forecastError: '0%', scheduleEfficiency: '90%', maxOccupancy: '85%' };
const calls = { load: 20, handleSeconds: 300, paceSeconds: 300, patienceSeconds: 180, thresholdSeconds: 20, atLeast: 0.8 };

describe('a plan for calls beside other work of the same agents', () => {
  it.each<[string, () => ScenarioDocument]>([
    [
      'much e-mail',
      () =>
        documentWith(
          {
            [`${path}.volume`]: 3000,
            [`${path}.channels`]: { phone: '20%', email: '80%' },
            [`${path}.handleTime.phone`]: { mean: '660 s' },
            [`${path}.handleTime.email`]: { mean: '690 s' },
          },
          { staffing },
        ),
    ],
    [
      'chats',
      () =>
        documentWith({
          [`${path}.volume`]: 4000,
          [`${path}.channels`]: { phone: '70%', chat: '30%' },
          [`${path}.handleTime.chat`]: { mean: '600 s', cv: 1 },
        }),
    ],
  ])('meets the target of 80%% on both floors: %s', (_, document) => {
    const { instant, exact, error } = compareFloors(document(), 64)['serviceLevel.phone']!;
    expect(instant).toBeGreaterThan(0.8);
    expect(exact + 4 * error).toBeGreaterThan(0.8);
    // And not by adding agents without end.
    expect(exact).toBeLessThan(0.95);
  });

  it('takes more agents than calls alone, and the more of them the longer the work is that nobody interrupts', () => {
    const alone = 24;
    const short = agentsBesideDeferred(calls, alone, 0, 3, 300);
    const long = agentsBesideDeferred(calls, alone, 0, 3, 1800);
    expect(short).toBeGreaterThan(alone);
    expect(long).toBeGreaterThanOrEqual(short);
    // Twin: nothing to do beside, nobody more.
    expect(agentsBesideDeferred(calls, alone, 0, 0, 1800)).toBe(alone);
    expect(agentsBesideDeferred(calls, alone, 30, 0, 1800)).toBe(30);
  });

  it('gives chats the agents whom they hold: one each where somebody is always free, fewer where they share', () => {
    const slowdown = Float64Array.of(1, 1, 1.25, 1.5);
    expect(agentsHeldByChats({ ...calls, load: 0 }, 10, 0, 6, 3, slowdown)).toBe(6);
    const shared = agentsHeldByChats(calls, 18, 0, 6, 3, slowdown);
    expect(shared).toBeLessThan(6);
    // Three at a time take half as long again: no fewer than two agents for six chats of one each.
    expect(shared).toBeGreaterThanOrEqual(3);
    expect(agentsHeldByChats(calls, 18, 0, 0, 3, slowdown)).toBe(0);
  });
});
