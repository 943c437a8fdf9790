import { describe, expect, test } from 'vitest';
import type { Centre, Measure, Patience, Question, Target, Unknown } from '../src/index.ts';
import {
  agentsRequired,
  evaluate,
  garnettBeta,
  garnettWaitFraction,
  halfinWhittBeta,
  halfinWhittWaitFraction,
  solve,
  squareRootAgents,
} from '../src/index.ts';
import { performanceOf } from './fixture.ts';

const centre = {
  callsPerHour: 200,
  ahtSeconds: 300,
  agents: 19,
  patience: { family: 'exponential', meanSeconds: 180 },
  thresholdSeconds: 20,
} as const;

const measuredBy = (at: Centre, measure: Measure): number => {
  const p = performanceOf(at);
  return measure === 'serviceLevel' ? p.serviceLevel['answered / offered'] : p[measure];
};

describe('solve finds again what was taken away', () => {
  const cases: [Unknown, Measure, number][] = [
    ['callsPerHour', 'serviceLevel', 200],
    ['callsPerHour', 'abandonedFraction', 200],
    ['callsPerHour', 'occupancyFraction', 200],
    ['ahtSeconds', 'serviceLevel', 300],
    ['ahtSeconds', 'asaSeconds', 300],
    ['ahtSeconds', 'waitFraction', 300],
    ['patience', 'serviceLevel', 180],
    ['patience', 'abandonedFraction', 180],
    ['patience', 'meanWaitSeconds', 180],
    ['thresholdSeconds', 'serviceLevel', 20],
    ['agents', 'serviceLevel', 19],
    ['agents', 'asaSeconds', 19],
    ['agents', 'abandonedFraction', 19],
  ];

  test.each(cases)('%s from %s', (unknown, measure, answer) => {
    const value = measuredBy(centre, measure);
    const question: Question = { ...centre, [unknown]: undefined, target: { measure, value } };
    const found = solve(question);
    if (!found.ok) throw new Error(JSON.stringify(found.problem));
    expect(found.unknown).toBe(unknown);
    expect(Math.abs(found.value / answer - 1)).toBeLessThan(1e-8);
    // Sabotage: a target 2% off has another answer, but for agents, where the next whole number may serve both.
    const off = solve({ ...question, target: { measure, value: value * (measure === 'serviceLevel' ? 0.98 : 1.02) } });
    if (unknown !== 'agents') expect(off.ok && Math.abs(off.value / answer - 1)).toBeGreaterThan(1e-8);
  });

  test('the measure itself', () => {
    const found = solve({ ...centre, target: { measure: 'serviceLevel' } });
    expect(found).toMatchObject({ ok: true, unknown: 'target', value: measuredBy(centre, 'serviceLevel') });
  });

  test('the most calls that Erlang C serves 80/20 with 14 agents lies between the loads that 14 and 15 agents are required for', () => {
    const found = solve({
      ahtSeconds: 180,
      agents: 14,
      patience: { family: 'infinite' },
      thresholdSeconds: 20,
      target: { measure: 'serviceLevel', value: 0.8 },
    });
    if (!found.ok) throw new Error();
    const required = (callsPerHour: number): number => {
      const answer = agentsRequired({
        callsPerHour,
        ahtSeconds: 180,
        thresholdSeconds: 20,
        targets: [{ measure: 'serviceLevel', value: 0.8 }],
      });
      return answer.ok ? answer.agents : NaN;
    };
    expect(required(found.value * (1 - 1e-9))).toBe(14);
    expect(required(found.value * (1 + 1e-9))).toBe(15);
  });
});

describe('agents required', () => {
  const targets: Target[][] = [
    [{ measure: 'serviceLevel', value: 0.8 }],
    [{ measure: 'serviceLevel', value: 0.95, rule: 'answered / (offered - short abandoned)' }],
    [{ measure: 'asaSeconds', value: 15 }],
    [{ measure: 'abandonedFraction', value: 0.03 }],
    [{ measure: 'occupancyFraction', value: 0.8 }],
    [{ measure: 'waitFraction', value: 0.2 }],
    [
      { measure: 'serviceLevel', value: 0.8 },
      { measure: 'abandonedFraction', value: 0.05 },
      { measure: 'occupancyFraction', value: 0.85 },
    ],
  ];
  const holds = (callsPerHour: number, agents: number, patience: Patience, wanted: readonly Target[]): boolean => {
    const answer = evaluate({ callsPerHour, ahtSeconds: 300, agents, patience });
    if (!answer.ok) return false;
    const p = answer.performance;
    return wanted.every(({ measure, value, rule }) =>
      measure === 'serviceLevel' ? p.serviceLevel[rule ?? 'answered / offered'] >= value : p[measure] <= value,
    );
  };

  test.each(
    targets.flatMap((wanted) =>
      [3, 40, 1200, 30_000].map((calls) => [wanted.map((t) => `${t.measure} ${t.value}`).join(', '), calls, wanted] as const),
    ),
  )('%s at %d calls an hour is what counting up one by one finds', (_, callsPerHour, wanted) => {
    for (const patience of [{ family: 'exponential', meanSeconds: 120 }, { family: 'infinite' }] as const) {
      const answer = agentsRequired({ callsPerHour, ahtSeconds: 300, patience, targets: wanted, shrinkageFraction: 0.3 });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      // From half the load up: below it every target fails, which the first line checks.
      let agents = Math.max(1, Math.floor(callsPerHour / 24));
      if (agents > 1) expect(holds(callsPerHour, agents, patience, wanted)).toBe(false);
      while (!holds(callsPerHour, agents, patience, wanted)) agents++;
      expect(answer.agents).toBe(agents);
      expect(answer.scheduledAgents).toBeCloseTo(agents / 0.7, 9);
      expect(answer.scheduledHeads).toBe(Math.ceil((agents * 10) / 7));
    }
  });
});

describe('square-root staffing', () => {
  test('large centres approach Halfin-Whitt and Garnett as 1 / sqrt(load)', () => {
    const gap = (load: number): number => {
      const agents = Math.round(squareRootAgents(load, 1));
      return Math.abs(
        performanceOf({ callsPerHour: load * 12, ahtSeconds: 300, agents }).waitFraction -
          halfinWhittWaitFraction((agents - load) / Math.sqrt(load)),
      );
    };
    expect(gap(100)).toBeLessThan(0.2 / 10);
    expect(gap(10_000)).toBeLessThan(0.2 / 100);
    expect(gap(100) / gap(10_000)).toBeGreaterThan(7);
    const waiting = performanceOf({
      callsPerHour: 120_000,
      ahtSeconds: 300,
      agents: 10_050,
      patience: { family: 'exponential', meanSeconds: 150 },
    }).waitFraction;
    expect(Math.abs(waiting - garnettWaitFraction(0.5, 2))).toBeLessThan(0.005);
    expect(Math.abs(waiting - garnettWaitFraction(0.5, 1))).toBeGreaterThan(0.005);
  });

  test('the betas invert', () => {
    for (const share of [0.001, 0.2, 0.5, 0.9]) {
      expect(halfinWhittWaitFraction(halfinWhittBeta(share))).toBeCloseTo(share, 12);
      for (const ratio of [0.1, 1, 10]) expect(garnettWaitFraction(garnettBeta(share, ratio), ratio)).toBeCloseTo(share, 12);
    }
  });

  test('faults of the program throw', () => {
    expect(() => halfinWhittWaitFraction(0)).toThrow(RangeError);
    expect(() => garnettWaitFraction(1, 0)).toThrow(RangeError);
    expect(() => garnettBeta(1.5, 1)).toThrow(RangeError);
    expect(() => squareRootAgents(0, 1)).toThrow(RangeError);
  });
});

describe('faults of the asker come back as data', () => {
  const sl: Target = { measure: 'serviceLevel', value: 0.8 };
  test.each<[string, unknown, string, string]>([
    ['an Erlang C queue that grows for ever', evaluate({ callsPerHour: 240, ahtSeconds: 300, agents: 20 }), 'infeasible', 'agents'],
    ['a negative rate', evaluate({ callsPerHour: -1, ahtSeconds: 300, agents: 20 }), 'range', 'callsPerHour'],
    ['a handle time that is no number', evaluate({ callsPerHour: 1, ahtSeconds: NaN, agents: 20 }), 'range', 'ahtSeconds'],
    ['no agents', evaluate({ callsPerHour: 1, ahtSeconds: 10, agents: 0 }), 'range', 'agents'],
    ['half a waiting place', evaluate({ callsPerHour: 1, ahtSeconds: 10, agents: 1, waitingPlaces: 0.5 }), 'range', 'waitingPlaces'],
    ['a balk share over 1', evaluate({ callsPerHour: 1, ahtSeconds: 10, agents: 1, balkFraction: 1.1 }), 'range', 'balkFraction'],
    [
      'an unknown patience',
      evaluate({ callsPerHour: 1, ahtSeconds: 10, agents: 1, patience: { family: 'cauchy' } as never }),
      'structure',
      'patience.family',
    ],
    [
      'phases that do not add up',
      evaluate({
        callsPerHour: 1,
        ahtSeconds: 10,
        agents: 1,
        patience: { family: 'hyperexponential', phases: [{ share: 0.5, meanSeconds: 9 }] },
      }),
      'range',
      'patience.phases',
    ],
    ['nothing to find', solve({ ...centre, target: sl }), 'structure', ''],
    ['two unknowns', solve({ ...centre, agents: undefined, callsPerHour: undefined, target: sl }), 'structure', ''],
    ['a share of 120%', solve({ ...centre, agents: undefined, target: { measure: 'serviceLevel', value: 1.2 } }), 'range', 'target.value'],
    [
      'a measure nobody knows',
      solve({ ...centre, agents: undefined, target: { measure: 'happiness' as never, value: 1 } }),
      'structure',
      'target.measure',
    ],
    [
      'patience that would have to cure overload',
      solve({ ...centre, agents: 1, patience: undefined, target: sl }),
      'infeasible',
      'target.value',
    ],
    [
      'a threshold for those who hang up anyway',
      solve({ ...centre, agents: 10, thresholdSeconds: undefined, target: sl }),
      'infeasible',
      'target.value',
    ],
    ['no targets', agentsRequired({ callsPerHour: 1, ahtSeconds: 1, targets: [] }), 'missing', 'targets'],
    [
      'all time lost',
      agentsRequired({ callsPerHour: 1, ahtSeconds: 1, targets: [sl], shrinkageFraction: 1 }),
      'range',
      'shrinkageFraction',
    ],
  ])('%s', (_, answer, code, path) => {
    expect(answer).toMatchObject({ ok: false, problem: { code, path, severity: 'error' } });
    expect((answer as { problem: { params: object } }).problem.params).toHaveProperty('must.rule');
  });

  test('an unreachable target says what can be reached', () => {
    const answer = solve({ ...centre, agents: 10, thresholdSeconds: undefined, target: sl });
    if (answer.ok) throw new Error();
    const { must } = answer.problem.params;
    const answered = performanceOf({ ...centre, agents: 10 }).answeredFraction;
    expect(must.rule === 'text' && Math.abs((must.values!.high as number) / answered - 1)).toBeLessThan(1e-10);
  });
});
