import { describe, expect, it } from 'vitest';
import {
  analyse,
  correctAnalysis,
  createReplicator,
  summariseAnalysis,
  withRedraws,
  type Analysis,
  type KpiSummary,
  type Study,
} from '../../src/index.ts';
import { createLeafSampler } from '../../src/world/sampleLeaves.ts';
import { documentWith, studyOf } from '../support/document.ts';

/** Days differ by 10%, independently; calls come at random; nobody knows the volume to 10%. */
const document = documentWith({
  'contactTypes.service.volume': '300 ±10%',
  'contactTypes.service.variation': { dayToDay: '10%', withinDay: '0%', shared: '0%' },
  'agents.team.wage': '20 per h ±5%',
});
const instant = studyOf(document);
const exact: Study = { ...instant, floor: 'calls' };

const run = (study: Study, replications: number): Analysis =>
  analyse(study, [createReplicator(study)(0, replications)], { kpis: (id) => id === 'contacts.need' });
const needs = (analysis: Analysis): KpiSummary => summariseAnalysis(analysis).scenarios[0]!.kpis['contacts.need']!;

/**
 * Needs of a week are Poisson with mean V B: V the volume, B the mean of five independent Gammas of cv 10%. Their variance is that of V, E[V^2] 0.1^2 / 5
 * from the days, and E[V] from the calls.
 */
function exactParts(): { readonly ignorance: number; readonly days: number; readonly calls: number } {
  const { sampleLeaves } = createLeafSampler(instant);
  const model = instant.models[0]!;
  const values = new Float64Array(model.leaves.length);
  const volume = model.contactTypes[0]!.volume;
  let [sum, square] = [0, 0];
  const count = 32_768;
  for (let replication = 0; replication < count; replication++) {
    sampleLeaves(replication, 0, values);
    sum += values[volume]!;
    square += values[volume]! ** 2;
  }
  return { ignorance: square / count - (sum / count) ** 2, days: ((square / count) * 0.01) / 5, calls: sum / count };
}

const { ignorance, days, calls } = exactParts();
const near = (estimate: { readonly value: number; readonly lower: number; readonly upper: number } | null, part: number): void => {
  // Shares are variances: with t over eight, 4.5 standard errors are 1.9 half-widths.
  const halfWidth = (estimate!.upper - estimate!.lower) / 2;
  expect(Math.abs(estimate!.value - part)).toBeLessThan(1.9 * halfWidth);
  expect(halfWidth).toBeLessThan(0.15);
};

describe('shares of the spread', () => {
  it('on the instant floor: what is not known, and days; queueing is not estimated', () => {
    const { share } = needs(withRedraws(run(instant, 1024), { days: run({ ...instant, redrawn: 'days' }, 512), customers: null }));
    near(share.ignorance, ignorance / (ignorance + days));
    near(share.dayToDay, days / (ignorance + days));
    expect(share.queueing).toBeNull();
  });

  it('on the exact floor: all three', () => {
    const { share } = needs(
      withRedraws(run(exact, 1024), {
        days: run({ ...exact, redrawn: 'days' }, 512),
        customers: run({ ...exact, redrawn: 'customers' }, 512),
      }),
    );
    const whole = ignorance + days + calls;
    near(share.ignorance, ignorance / whole);
    near(share.dayToDay, days / whole);
    near(share.queueing, calls / whole);
  });

  it('on both: queueing from the exact floor beside the rest from the instant one', () => {
    const analysis = correctAnalysis(
      withRedraws(run(instant, 1024), { days: run({ ...instant, redrawn: 'days' }, 512), customers: null }),
      withRedraws(run(exact, 512), { days: null, customers: run({ ...exact, redrawn: 'customers' }, 512) }),
    );
    const { share } = needs(analysis);
    const whole = ignorance + days + calls;
    near(share.ignorance, ignorance / whole);
    near(share.dayToDay, days / whole);
    near(share.queueing, calls / whole);
    expect(share.ignorance!.value + share.dayToDay!.value + share.queueing!.value).toBeCloseTo(1, 9);
  });

  it('twin: the same customers in place of others are found out', () => {
    const { share } = needs(
      withRedraws(run(exact, 1024), {
        days: run({ ...exact, redrawn: 'days' }, 512),
        customers: run(exact, 512),
      }),
    );
    expect(() => near(share.queueing, calls / (ignorance + days + calls))).toThrow();
  });

  it('what is drawn anew leaves the rest as it was', () => {
    const [same, days, customers] = [null, 'days', 'customers'].map((redrawn) => {
      const { numerator } = run({ ...exact, redrawn } as Study, 64).scenarios[0]!.kpis.find(({ kpi }) => kpi.id === 'contacts.need')!;
      return numerator;
    });
    expect(days).not.toEqual(same);
    expect(customers).not.toEqual(same);
    // The instant floor has no customers.
    const instantNeeds = (redrawn: Study['redrawn']) => run({ ...instant, redrawn }, 64).scenarios[0]!.kpis[0]!.numerator;
    expect(instantNeeds('customers')).toEqual(instantNeeds(null));
    expect(instantNeeds('days')).not.toEqual(instantNeeds(null));
  });
});
