import { describe, expect, it } from 'vitest';
import { createBusynessNodes, fillBusynessNodes } from '../../src/people/busynessQuadrature.ts';
import { createRequirement, prepareRequirement, requiredAgents, type PlanTargets } from '../../src/people/requirement.ts';
import { meets, stationary } from '../floor/birthDeath.ts';

const loose: PlanTargets = {
  serviceLevelAtLeast: 0,
  rule: 'answered / offered',
  abandonmentAtMost: 1,
  speedOfAnswerAtMost: Infinity,
  occupancyAtMost: 1,
};

/** Agents for a load: times in handle times. */
function required(load: number, patience: number, threshold: number, targets: Partial<PlanTargets>, cv = 0): number {
  const busyness = createBusynessNodes();
  fillBusynessNodes(busyness, cv);
  const requirement = createRequirement();
  prepareRequirement(requirement, load, { patience, balk: 0, threshold, chats: null }, { ...loose, ...targets }, busyness);
  return requiredAgents(requirement, load);
}

describe('agents required, against published answers', () => {
  // Call Centre Helper: 200 calls an hour of 180 s, 80% in 20 s: 14 agents, and pyworkforce's tests agree. Erlang C is patience without end.
  it.each([
    [10, 180, 20, 0.8, 14],
    [100, 180, 20, 0.8, 107],
    [1000, 180, 20, 0.8, 1011],
    [40, 300, 10, 0.9, 49],
  ])('%d erlangs, handle time %d s, threshold %d s, target %d: %d agents (Erlang C)', (load, handleTime, threshold, target, agents) => {
    expect(required(load, 2e4, threshold / handleTime, { serviceLevelAtLeast: target })).toBe(agents);
  });

  it('100 erlangs, patience 120 s, 80% of offered in 20 s: 96 agents (Erlang A)', () => {
    expect(required(100, 120 / 180, 20 / 180, { serviceLevelAtLeast: 0.8 })).toBe(96);
  });

  it('an occupancy cap of 85% alone: 10 erlangs need 12 agents, of whom 10 / 0.85 = 11.8 would do', () => {
    expect(required(10, 2e4, 0.1, { occupancyAtMost: 0.85 })).toBe(12);
  });

  it('twin: service 2% slower is another answer', () => {
    expect(required(1020, 2e4, 20 / 180 / 1.02, { serviceLevelAtLeast: 0.8 })).not.toBe(1011);
  });
});

describe('the requirement is the fewest agents that meet every target in expectation', () => {
  const nodes = createBusynessNodes();

  /** Expectation over the same busyness nodes, by the birth-death chain. */
  function achieved(load: number, agents: number, cv: number) {
    fillBusynessNodes(nodes, cv);
    const sum = { within: 0, lost: 0, busy: 0 };
    for (let node = 0; node < nodes.count; node++) {
      const chain = { load: load * nodes.factors[node]!, agents, patience: 0.6, balk: 0 };
      const met = meets(chain, stationary(chain), 0.066);
      sum.within += nodes.probabilities[node]! * nodes.factors[node]! * met.answeredWithin;
      sum.lost += nodes.probabilities[node]! * nodes.factors[node]! * met.abandoned;
      sum.busy += (nodes.probabilities[node]! * met.busyAgents) / agents;
    }
    return sum;
  }

  for (const load of [0.3, 2.4, 7, 13.3, 31, 66, 141])
    for (const [cv, targets] of [
      [0, { serviceLevelAtLeast: 0.8 }],
      [0.1, { serviceLevelAtLeast: 0.8, abandonmentAtMost: 0.05 }],
      [0.2, { serviceLevelAtLeast: 0.9, occupancyAtMost: 0.85 }],
    ] as const)
      it(`${load} erlangs, busyness cv ${cv}, ${JSON.stringify(targets)}`, () => {
        const agents = required(load, 0.6, 0.066, targets, cv);
        const inside = (count: number, slack: number): boolean => {
          const { within, lost, busy } = achieved(load, count, cv);
          const all: PlanTargets = { ...loose, ...targets };
          return within >= all.serviceLevelAtLeast - slack && lost <= all.abandonmentAtMost + slack && busy <= all.occupancyAtMost + slack;
        };
        // Interpolation between solved sizes: 0.2% of the load, a fifth of a point of service level.
        expect(inside(agents, 0.003)).toBe(true);
        if (agents > 1) expect(inside(agents - 1, -0.003)).toBe(false);
      });

  it('what it has grown to changes no answer', () => {
    const busyness = createBusynessNodes();
    fillBusynessNodes(busyness, 0.1);
    const planned = { patience: 0.6, balk: 0.01, threshold: 0.07, chats: null };
    const targets: PlanTargets = { ...loose, serviceLevelAtLeast: 0.8 };
    const grown = createRequirement();
    const fresh = createRequirement();
    for (const load of [3, 11, 12, 400, 5000]) prepareRequirement(grown, load, planned, targets, busyness);
    prepareRequirement(fresh, 11, planned, targets, busyness);
    for (let agents = 0; agents <= fresh.agents; agents++) expect(grown.mostLoad[agents]).toBe(fresh.mostLoad[agents]);
    prepareRequirement(grown, 11, { ...planned, patience: 0.7 }, targets, busyness);
    prepareRequirement(grown, 11, planned, targets, busyness);
    for (let agents = 0; agents <= fresh.agents; agents++) expect(grown.mostLoad[agents]).toBe(fresh.mostLoad[agents]);
  });

  it('where its table begins changes no answer', () => {
    const busyness = createBusynessNodes();
    fillBusynessNodes(busyness, 0.1);
    const planned = { patience: 0.6, balk: 0.01, threshold: 0.07, chats: null };
    const targets: PlanTargets = { ...loose, serviceLevelAtLeast: 0.8 };
    const whole = createRequirement();
    prepareRequirement(whole, 400, planned, targets, busyness);
    for (const least of [0.2, 3, 40, 300]) {
      const part = createRequirement();
      prepareRequirement(part, 400, planned, targets, busyness, least);
      for (let load = least; load <= 400; load *= 1.07) {
        const agents = requiredAgents(whole, load);
        expect(requiredAgents(part, load)).toBe(agents);
        expect(part.abandoned[agents]).toBe(whole.abandoned[agents]);
      }
      prepareRequirement(part, 400, planned, targets, busyness);
      expect(requiredAgents(part, 0.1)).toBe(requiredAgents(whole, 0.1));
    }
  });

  it('busyness costs agents: over-dispersion hurts a large centre more than Poisson noise', () => {
    expect(required(100, 0.6, 0.066, { serviceLevelAtLeast: 0.9 }, 0.1)).toBeGreaterThan(
      required(100, 0.6, 0.066, { serviceLevelAtLeast: 0.9 }, 0) + 4,
    );
  });
});

describe("the planner's busyness", () => {
  it.each([0.05, 0.1, 0.25, 0.5])('cv %d: mean 1, and its own variance', (cv) => {
    const nodes = createBusynessNodes();
    fillBusynessNodes(nodes, cv);
    let mean = 0;
    let square = 0;
    for (let node = 0; node < nodes.count; node++) {
      mean += nodes.probabilities[node]! * nodes.factors[node]!;
      square += nodes.probabilities[node]! * nodes.factors[node]! ** 2;
    }
    expect(mean).toBeCloseTo(1, 12);
    // Wilson and Hilferty's cube: variance within 1% for shapes from 4 up.
    expect(Math.sqrt(square - 1) / cv).toBeCloseTo(1, 2);
  });
});
