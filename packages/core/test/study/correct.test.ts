import { describe, expect, it } from 'vitest';
import {
  analyse,
  correctAnalysis,
  createReplicator,
  exactReplicationsOf,
  summariseAnalysis,
  type Analysis,
  type Estimate,
  type Results,
  type Study,
} from '../../src/index.ts';
import { documentWith, studyOf } from '../support/document.ts';

/** A line of some eight agents: so small that a week's service level is what luck makes of it, which the instant floor does not have. */
const small = documentWith(
  {
    'contactTypes.service.volume': '700 ±8%',
    'contactTypes.service.variation': { dayToDay: '12%', withinDay: '15%' },
    'contactTypes.service.handleTime.phone': { mean: '300 s ±5%', cv: 1.2 },
    'contactTypes.service.redial': { share: '40%', after: '10 min' },
    'agents.team.wage': '20 per h ±4%',
    targets: { serviceLevel: { atLeast: '75%', within: '20 s' }, abandonment: { atMost: '6%' } },
  },
  {
    variants: [{ name: 'leaner', changes: { 'contactTypes.service.handleTime.phone.mean': '282 s', 'costs.technology': '150 per week' } }],
  },
);
const instant = studyOf(small);
const exact: Study = { ...instant, floor: 'calls' };
const [all, some] = [1024, 256];

const ids = ['cpc.handled', 'serviceLevel.phone', 'abandonment.phone'];
const run = (study: Study, replications: number): Analysis =>
  analyse(study, [createReplicator(study)(0, replications)], { kpis: (id) => ids.includes(id) });
const onInstant = run(instant, all);
const onExact = run(exact, all);
const ofSome = run(exact, some);

/** The answers that are compared, by name. */
function answersOf({ scenarios }: Results): ReadonlyMap<string, Estimate> {
  const found = new Map<string, Estimate>();
  scenarios.forEach(({ name, kpis, holds, ledger, versusBaseline }) => {
    for (const id of ids) {
      found.set(`${name} ${id} mean`, kpis[id]!.mean!);
      for (const level of ['p5', 'p50', 'p95'] as const) found.set(`${name} ${id} ${level}`, kpis[id]!.quantiles![level]);
    }
    found.set(`${name} holds`, holds!);
    for (const { line, perPeriod } of ledger) found.set(`${name} ${line}`, perPeriod);
    if (versusBaseline === null) return;
    for (const level of ['p5', 'p50', 'p95'] as const)
      found.set(`${name} cpc.handled difference ${level}`, versusBaseline.kpis['cpc.handled']!.quantiles![level]);
    for (const [event, chance] of Object.entries(versusBaseline.probability)) found.set(`${name} ${event}`, chance!);
  });
  return found;
}

/** Whether two answers are within the error that both state: half-widths added in squares. */
function agree(ours: Estimate, theirs: Estimate, factor = 1): boolean {
  const below = ours.value < theirs.value;
  const [a, b] = below ? [ours.upper - ours.value, theirs.value - theirs.lower] : [ours.value - ours.lower, theirs.upper - theirs.value];
  return Math.abs(ours.value - theirs.value) <= factor * Math.hypot(a, b) + 1e-9;
}

describe('one floor corrected by the other', () => {
  const truth = answersOf(summariseAnalysis(onExact));
  const corrected = answersOf(summariseAnalysis(correctAnalysis(onInstant, ofSome)));
  const uncorrected = answersOf(summariseAnalysis(onInstant));

  it('agrees with a run that is exact throughout, within the error that both state', () => {
    const outside = [...corrected].filter(([name, estimate]) => !agree(estimate, truth.get(name)!));
    // 95% intervals of both: of some forty answers, which are not independent, four in a hundred draws lie outside for each.
    expect(outside.length, outside.map(([name]) => name).join()).toBeLessThanOrEqual(4);
    for (const [name, estimate] of corrected) expect(agree(estimate, truth.get(name)!, 2), name).toBe(true);
  });

  it('twin: the instant floor by itself does not: its P5 and P95 leave queueing out', () => {
    for (const name of ['baseline abandonment.phone p5', 'baseline abandonment.phone p95', 'baseline holds'])
      expect(agree(uncorrected.get(name)!, truth.get(name)!), name).toBe(false);
  });

  it('twin: a correction of the mean alone does not mend a quantile', () => {
    const mean = 'baseline abandonment.phone mean';
    const shift = corrected.get(mean)!.value - uncorrected.get(mean)!.value;
    const p95 = 'baseline abandonment.phone p95';
    const { value, lower, upper } = uncorrected.get(p95)!;
    expect(agree({ value: value + shift, lower: lower + shift, upper: upper + shift }, truth.get(p95)!)).toBe(false);
  });

  it('says which floors ran, and what the exact one moved', () => {
    const [{ floor, kpis }] = summariseAnalysis(correctAnalysis(onInstant, ofSome)).scenarios as [Results['scenarios'][number]];
    expect(floor.used).toBe('both');
    expect(floor.exactReplications).toBe(some);
    const moved = floor.correction!['serviceLevel.phone']!;
    const before = summariseAnalysis(onInstant).scenarios[0]!.kpis['serviceLevel.phone']!.mean!;
    expect(kpis['serviceLevel.phone']!.mean!.value).toBeCloseTo(before.value + moved.value, 12);
    expect(moved.upper).toBeGreaterThan(moved.lower);
    // The ledger is corrected line by line, so that it adds up to the total.
    const corrected = summariseAnalysis(correctAnalysis(onInstant, ofSome)).scenarios[0]!;
    expect(corrected.ledger.reduce((sum, { perPeriod }) => sum + perPeriod.value, 0)).toBeCloseTo(
      corrected.kpis['totalCost']!.mean!.value,
      6,
    );
  });

  it('of worlds that both ran throughout is the exact answer', () => {
    const both = answersOf(summariseAnalysis(correctAnalysis(onInstant, onExact)));
    for (const [name, { value }] of both) {
      const exactly = truth.get(name)!;
      // Quantiles are read off a grid of 1,024 steps, where single worlds are spread over two of them.
      const slack = / p(5|50|95)$/.test(name)
        ? (exactly.upper - exactly.lower + 0.01 * Math.abs(exactly.value)) / 2
        : 1e-9 * Math.max(1, Math.abs(value));
      expect(Math.abs(value - exactly.value), name).toBeLessThan(slack);
    }
  });

  it('refuses an exact floor of other scenarios, or of more worlds', () => {
    expect(() => correctAnalysis(ofSome, onExact)).toThrow(RangeError);
    expect(() => correctAnalysis(onInstant, { ...ofSome, scenarios: ofSome.scenarios.slice(1) })).toThrow(RangeError);
    const everything = analyse(instant, [createReplicator(instant)(0, 64)]);
    expect(() => correctAnalysis(everything, run(exact, 64))).toThrow(/has not measured/);
  });
});

describe('how many worlds the exact floor runs', () => {
  it('follows from the study: all where that is cheap, a power of two a scramble, none where one would be too dear', () => {
    expect(exactReplicationsOf(studyOf(documentWith({ 'contactTypes.service.volume': '500' })), 64)).toBe(64);
    const count = exactReplicationsOf(instant, 16_384);
    expect(Math.log2(count / 8) % 1).toBe(0);
    expect(count).toBeLessThan(16_384);
    const large = studyOf(documentWith({ 'contactTypes.service.volume': '2M' }));
    expect(exactReplicationsOf(large, 256)).toBe(0);
    const ordinary = studyOf(documentWith());
    expect(exactReplicationsOf(ordinary, 65_536)).toBe(32);
  });
});
