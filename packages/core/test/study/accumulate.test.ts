import { describe, expect, it } from 'vitest';
import {
  analyse,
  companionsOf,
  createAccumulator,
  createReplicator,
  estimateSubject,
  evaluateAssertion,
  findingsOf,
  kpiNames,
  parseExpression,
  summariseAnalysis,
  withCompanions,
  type Analysis,
  type CompanionName,
  type Estimate,
  type Event,
  type Expression,
  type Findings,
  type KpiSummary,
  type Study,
} from '../../src/index.ts';
import { binsPerOctave } from '../../src/study/octaveBins.ts';
import { documentWith, studyOf } from '../support/document.ts';

/** An hour of one line, all of it uncertain, and a variant. */
const document = documentWith(
  {
    'contactTypes.service.volume': '60 ±8%',
    'contactTypes.service.variation': { dayToDay: '12%', withinDay: '10%' },
    'contactTypes.service.handleTime.phone': { mean: '300 s ±5%', cv: 1 },
    'agents.team.wage': '20 per h ±4%',
  },
  {
    calendar: { interval: '60 min', open: { mon: '09:00-10:00' }, dayShape: 'flat' },
    variants: [
      { name: 'leaner', changes: { 'contactTypes.service.handleTime.phone.mean': '282 s ±5%', 'costs.technology': '15 per week' } },
    ],
  },
);
const [kept, block] = [65_536, 8192];
const all = kept + block;
const ids = ['cpc.handled', 'serviceLevel.phone', 'totalCost', 'savings.cashable'];
const kpis = (id: string): boolean => ids.includes(id);

/** Totals of every replication, in blocks. */
const shardsOf = (study: Study, replications: number) => {
  const replicate = createReplicator(study);
  return Array.from({ length: Math.ceil(replications / block) }, (_, at) =>
    replicate(at * block, Math.min(replications, (at + 1) * block)),
  );
};

function accumulated(
  study: Study,
  shards: ReturnType<typeof shardsOf>,
  first: Analysis | null,
  asked: readonly (readonly Event[])[] = [],
): Findings {
  const accumulator = createAccumulator(asked);
  for (const shard of shards) accumulator.add(analyse(study, [shard], { kpis, start: shard.from }));
  return accumulator.findings(first);
}

const besides = (study: Study, replications: number, isCorrected: boolean) => {
  const beside: Partial<Record<CompanionName, Analysis>> = {};
  let most = 0;
  for (const { name, study: its, replications: size } of companionsOf(study, replications, { isCorrected, shares: true })) {
    beside[name] = analyse(its, shardsOf(its, size), { kpis });
    most = Math.max(most, size);
  }
  return { beside, most };
};

const expressionOf = (study: Study, text: string): Expression => {
  const parsed = parseExpression(text, [...new Set(study.models.flatMap(kpiNames))]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.expression;
};

const eventsOf = ({ subject }: Expression): readonly Event[] => (subject.kind === 'probability' ? subject.events : []);

const close = (one: Estimate | null, other: Estimate | null, part: number, what: string, reach = 0): void => {
  if (one === null || other === null) return expect(one, what).toBe(other);
  for (const end of ['value', 'lower', 'upper'] as const)
    expect(Math.abs(one[end] - other[end]), `${what} ${end}: ${one[end]}, ${other[end]}`).toBeLessThanOrEqual(
      part * Math.abs(other[end]) + reach,
    );
};

/** Means and chances: rounding. Quantiles: a bin, and what it moves the level of a bound by; or, where both are corrected on a grid, a step of that. */
function compareKpis(ours: Readonly<Record<string, KpiSummary>>, theirs: Readonly<Record<string, KpiSummary>>, step: number): void {
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  for (const [id, summary] of Object.entries(ours)) {
    const other = theirs[id]!;
    const spread = other.quantiles === null ? 0 : other.quantiles.p95.value - other.quantiles.p5.value;
    close(summary.mean, other.mean, 1e-12, `${id} mean`, 1e-12 * spread);
    for (const name of ['p5', 'p50', 'p95'] as const)
      close(
        summary.quantiles && summary.quantiles[name],
        other.quantiles && other.quantiles[name],
        2 / binsPerOctave,
        `${id} ${name}`,
        step * spread,
      );
    for (const part of ['ignorance', 'dayToDay', 'queueing'] as const)
      close(summary.share[part], other.share[part], 1e-9, `${id} ${part}`, 1e-9);
  }
}

function compare(ours: Findings, theirs: Analysis): void {
  const [one, other] = [summariseAnalysis(ours), summariseAnalysis(theirs)];
  // A grid of 512 steps is three of these spreads long.
  const step = theirs.scenarios[0]!.exact === null ? 2e-4 : 3 / 512;
  one.scenarios.forEach((scenario, at) => {
    const whole = other.scenarios[at]!;
    compareKpis(scenario.kpis, whole.kpis, step);
    scenario.ledger.forEach((line, place) => close(line.perPeriod, whole.ledger[place]!.perPeriod, 1e-12, line.line));
    close(scenario.holds, whole.holds, 1e-12, 'holds');
    scenario.floors.forEach((floor, place) => close(floor.holds, whole.floors[place]!.holds, 1e-12, floor.kpi));
    expect({ ...scenario.floor, correction: null }).toEqual({ ...whole.floor, correction: null });
    for (const [id, moved] of Object.entries(scenario.floor.correction ?? {})) close(moved, whole.floor.correction![id]!, 1e-9, id, 1e-9);
    if (scenario.versusBaseline === null) return expect(whole.versusBaseline).toBeNull();
    compareKpis(scenario.versusBaseline.kpis, whole.versusBaseline!.kpis, step);
    compareKpis(scenario.versusBaseline.savings, whole.versusBaseline!.savings, step);
    for (const name of ['cheaper', 'holds', 'noWorse', 'cheaperAndNoWorse'] as const)
      close(scenario.versusBaseline.probability[name], whole.versusBaseline!.probability[name], 1e-11, name);
  });
}

describe(`a study of ${all} replications, block by block`, () => {
  const study: Study = { ...studyOf(document), replications: all };
  const shards = shardsOf(study, all);
  const whole = analyse(study, shards, { kpis });
  const asked = expressionOf(study, 'p(cheaper and cpc.handled < 6) >= 0.1');
  const found = accumulated(study, shards, null, [eventsOf(asked)]);

  it('says what the study of all its worlds says: means and chances to rounding, quantiles and intervals to a bin', () => {
    compare(found, whole);
  });

  it('knows the chances that were asked for before, and refuses others', () => {
    const [ours, theirs] = [found, whole].map((each) => estimateSubject(asked.subject, each.scenarios[1]!));
    close(ours!, theirs!, 1e-11, asked.text);
    expect(ours!.value).toBeGreaterThan(0.01);
    expect(evaluateAssertion(asked, found).holds).toBe(evaluateAssertion(asked, whole).holds);
    expect(() => evaluateAssertion(expressionOf(study, 'p(cpc.handled < 6) >= 0.1'), found)).toThrow(
      'A study of more than 65,536 replications does not keep its worlds: a chance must be asked for before it runs.',
    );
  });

  it('of blocks that all begin with the first prices is another study: sabotage twin', () => {
    const accumulator = createAccumulator();
    for (const { from, to, totals } of shards) accumulator.add(analyse(study, [{ from: 0, to: to - from, totals }], { kpis: () => false }));
    const [ours, theirs] = [summariseAnalysis(accumulator.findings(null)), summariseAnalysis(whole)];
    expect(() => close(ours.scenarios[0]!.kpis['totalCost']!.mean, theirs.scenarios[0]!.kpis['totalCost']!.mean, 1e-12, 'mean')).toThrow();
  });

  it('is corrected by the exact floor, and has the shares of its spread, from its first worlds', () => {
    const { beside, most } = besides(study, all, true);
    expect(Object.keys(beside)).toEqual(['exact', 'days', 'customers']);
    const first = withCompanions(analyse(study, shards.slice(0, Math.ceil(most / block)), { kpis }), beside);
    const theirs = withCompanions(whole, beside);
    const ours = accumulated(study, shards, first);
    expect(ours.scenarios[0]!.corrected).toBe(theirs.scenarios[0]!.exact!.replications);
    compare(ours, theirs);
  });

  it('states how far its quantiles may be off; one whose worlds are kept states nothing', () => {
    expect(summariseAnalysis(found).quantileError).toEqual({ relative: 1 / 1024, ofLargest: 2 / 131_072 });
    expect(summariseAnalysis(whole)).not.toHaveProperty('quantileError');
  });
});

it('a block is analysed like the same worlds of the whole', () => {
  const study = studyOf(document);
  const shards = shardsOf(study, 2 * block);
  const [whole, second] = [analyse(study, shards, { kpis }), analyse(study, [shards[1]!], { kpis, start: block })];
  whole.scenarios.forEach((scenario, index) => {
    scenario.kpis.forEach(({ numerator, denominator, wages }, at) => {
      const ours = second.scenarios[index]!.kpis[at]!;
      expect(ours.numerator).toEqual(numerator.subarray(block));
      expect(ours.denominator).toEqual(denominator.subarray(block));
      wages?.offsets.forEach((offsets, wage) => expect(ours.wages!.offsets[wage]).toEqual(offsets.subarray(offsets.length / 2)));
    });
    expect(findingsOf(second.scenarios[index]!).replications).toBe(block);
  });
  expect(() => analyse(study, [shards[1]!], { start: 4 })).toThrow('Replications start at a multiple of 8, not at 4.');
  expect(() => analyse(study, [shards[1]!])).toThrow(`Replications 0 to ${block - 1} are missing.`);
});
