import { describe, expect, it } from 'vitest';
import { evaluateService, queueFieldCount, queueFields } from '../../src/floor/erlang/intervalQueue.ts';
import { meets, stationary, type Chain } from './birthDeath.ts';

const names = ['allBusy', 'abandoned', 'answeredWithin', 'waitAll', 'waitAnswered', 'busyAgents', 'inSystem'] as const;

function ours(chain: Chain, threshold: number, serviceRate = 1): Record<string, number> {
  const out = new Float64Array(queueFieldCount);
  evaluateService(out, chain.load / serviceRate, chain.agents, chain.patience * serviceRate, chain.balk, threshold * serviceRate);
  return Object.fromEntries(Object.entries(queueFields).map(([name, field]) => [name, out[field]!]));
}

const cases: Chain[] = [];
for (const load of [0.1, 1, 5, 18, 30, 60, 120, 400])
  for (const lean of [-2.5, -0.8, 0, 0.7, 2, 4])
    for (const patience of [0.2, 0.6, 2])
      cases.push({ load, agents: Math.max(1, Math.round(load + lean * Math.sqrt(load))), patience, balk: load > 20 ? 0.02 : 0 });

/** Largest absolute difference of probabilities, and of waits and numbers relative to their size. */
function distance(chain: Chain, threshold: number, serviceRate?: number): number {
  const exact: Record<string, number> = meets(chain, stationary(chain), threshold);
  const result = ours(chain, threshold, serviceRate);
  return Math.max(
    ...names.map(
      (name) => Math.abs(result[name]! - exact[name]!) / Math.max(1, name === 'busyAgents' || name === 'inSystem' ? exact[name]! : 1),
    ),
  );
}

describe('Erlang A of one interval against the birth-death chain', () => {
  // Temme's expansion with three terms: 1e-6 from 16 up. Everything smaller is an exact series.
  it('every field within 2e-6', () => {
    const worst = cases.map((chain) => ({ chain, distance: distance(chain, 0.06) })).sort((a, b) => b.distance - a.distance)[0]!;
    expect(worst.distance, JSON.stringify(worst.chain)).toBeLessThan(2e-6);
  });

  it('twin: a service rate off by 2% does not pass', () => {
    const moved = cases.filter((chain) => distance(chain, 0.06, 1.02) >= 2e-6).length;
    expect(moved).toBeGreaterThan(0.9 * cases.length);
  });

  it('the published Garnett-Mandelbaum-Reiman centre: 48 a minute, 1 minute, 50 agents, patience 2 minutes', () => {
    // 3.1% abandon, 3.7 s wait, 93% busy (Garnett, Mandelbaum and Reiman 2002); exact values by birth-death: 0.0309122, 3.70947 s.
    const result = ours({ load: 48, agents: 50, patience: 2, balk: 0 }, 20 / 60);
    expect(result['abandoned']).toBeCloseTo(0.03091224916, 5);
    expect(result['waitAll']! * 60).toBeCloseTo(3.709469899, 3);
    expect(result['answeredWithin']).toBeCloseTo(0.9430189547, 5);
    expect(result['busyAgents']! / 50).toBeCloseTo(0.9303242408, 5);
  });
});

describe('edges', () => {
  it.each([
    [
      { load: 0, agents: 5, patience: 1, balk: 0 },
      { abandoned: 0, answeredWithin: 1, waitAll: 0 },
    ],
    [
      { load: 3, agents: 0, patience: 2, balk: 0 },
      { abandoned: 1, answeredWithin: 0, waitAll: 2 },
    ],
    [
      { load: 3, agents: 0, patience: 2, balk: 0.25 },
      { abandoned: 1, waitAll: 1.5, inSystem: 4.5 },
    ],
    // Patience zero is Erlang B: B(2, 1) = 0.2 (Erlang 1917).
    [
      { load: 1, agents: 2, patience: 0, balk: 0 },
      { abandoned: 0.2, waitAll: 0, answeredWithin: 0.8 },
    ],
    // All balk: Erlang B again.
    [
      { load: 1, agents: 2, patience: 1, balk: 1 },
      { abandoned: 0.2, waitAll: 0 },
    ],
    [
      { load: 1, agents: 100_000, patience: 1, balk: 0 },
      { abandoned: 0, answeredWithin: 1 },
    ],
    // Fluid limit: 1 - n / a abandon; those answered wait patience x ln(a / n).
    [
      { load: 200_000, agents: 100_000, patience: 1, balk: 0 },
      { abandoned: 0.5, answeredWithin: 0, waitAnswered: 0.5 * Math.log(2) },
    ],
    [
      { load: 5000, agents: 5, patience: 1, balk: 0 },
      { abandoned: 0.999, busyAgents: 5 },
    ],
  ] as const)('%j', (chain, expected) => {
    const result = ours(chain, 0.05);
    for (const [name, value] of Object.entries(expected)) expect(result[name], name).toBeCloseTo(value, 6);
    for (const [name, value] of Object.entries(result)) expect(Number.isFinite(value) && value >= 0, `${name} = ${value}`).toBe(true);
  });

  it('a threshold of nothing counts those who need not wait; an endless one counts all answered', () => {
    const chain = { load: 48, agents: 50, patience: 2, balk: 0 };
    const now = ours(chain, 0);
    expect(now['answeredWithin']).toBeCloseTo(1 - now['allBusy']!, 6);
    expect(now['abandonedWithin']).toBeCloseTo(0, 9);
    const ever = ours(chain, 1e6);
    expect(ever['answeredWithin']).toBeCloseTo(1 - ever['abandoned']!, 9);
    expect(ever['abandonedWithin']).toBeCloseTo(ever['abandoned']!, 9);
  });
});
