import { describe, expect, it } from 'vitest';
import type { Json } from '@percall/scenario';
import { analyse, createReplicator, summarise, type Model } from '../../src/index.ts';
import { summariseAnalysis } from '../../src/study/summarise.ts';
import { documentWith, studyOf } from '../support/document.ts';
import { tinyModel, tinyTotals, type TinyModel, type TinyTotals } from '../support/tinyModel.ts';
import { centralSampler, tinyShard, tinyStudy } from '../support/tinyStudy.ts';

/** Two weeks stated per week; an hour costs 20 with a quarter on it, 25. */
const centre: TinyModel = {
  weeks: 2,
  period: 'week',
  groups: [{ name: 'frontline', wage: 20, onCost: 0.25 }],
  overtimePremium: 0.5,
  management: { oneFor: 10, wage: 30, onCost: 0 },
  costLines: [
    { line: 'platform', category: 'ivr', amount: 300, basis: { on: 'period', per: 'week' } },
    { line: 'licences', category: 'softwareLicences', amount: 10, basis: { on: 'seat', per: 'week' } },
    { line: 'telephony', category: 'telephony', amount: 0.06, basis: { on: 'minute' } },
  ],
};

const hours = (paid: number, handling: number, overtime = 0): NonNullable<TinyTotals['agents']> => ({
  paid: 3600 * (paid + overtime),
  handling: 3600 * handling,
  idle: 3600 * (paid - handling),
  overtime: 3600 * overtime,
});
/** 200 paid hours of which 160 h are work; 4 h of overtime; 5 seats; 9,000 minutes on the line. */
const before: TinyTotals = { counts: { offered: 1000, handled: 1000, handleSeconds: 540_000 }, agents: hours(200, 160, 4), seats: 5 };

/** Mean savings per week of a variant over the baseline. */
function savings(after: TinyTotals, options: TinyModel = {}, baseline: TinyModel = {}) {
  const models: Model[] = [tinyModel({ ...centre, ...baseline }), tinyModel({ ...centre, name: 'variant', ...options })];
  const study = tinyStudy(...models);
  const shard = tinyShard(study, 0, 64, (model) => tinyTotals(models[model]!, model === 0 ? before : after));
  const [theirs, ours] = summariseAnalysis(analyse(study, [shard], { sampler: centralSampler(study) })).scenarios;
  const found = ours!.versusBaseline!.savings;
  const mean = Object.fromEntries(Object.entries(found).map(([kind, kpi]) => [kind, kpi.mean!.value]));
  const total = (scenario: typeof ours): number => scenario!.kpis['totalCost']!.mean!.value;
  // What is no longer billed, and nothing else, makes the difference between the two bills.
  expect(mean['cashable']! + mean['usage']!).toBeCloseTo(total(theirs) - total(ours), 9);
  return mean;
}

describe('savings', () => {
  it('of hours, seats and contracts that are released are cash; what falls with use is told apart', () => {
    // 40 paid hours and a seat fewer, 32 h less work, no overtime, 150 a week more for the platform, 1,500 minutes fewer.
    const found = savings(
      { counts: { ...before.counts, handleSeconds: 450_000 }, agents: hours(160, 128), seats: 4 },
      { costLines: [{ ...centre.costLines![0]!, amount: 450 }, ...centre.costLines!.slice(1)] },
    );
    // Pay per week: 20 h x 25, and 2 h of management x 30.
    expect(found['pay']).toBeCloseTo(500 + 60, 9);
    expect(found['contracts']).toBeCloseTo(10 - 150, 9);
    expect(found['cashable']).toBeCloseTo(420, 9);
    // 2 h of overtime a week x 30 x 1.25, and 750 minutes.
    expect(found['usage']).toBeCloseTo(75 + 45, 9);
    // Work: 16 h + 2 h of overtime a week, of which 20 paid hours went: nothing is left to use.
    expect(found['freedCapacity']).toBe(0);
  });

  it('under a locked roster are no cash, to the cent: the work that is gone is freed capacity', () => {
    const found = savings({ counts: { ...before.counts, handleSeconds: 450_000 }, agents: hours(200, 128, 4), seats: 5 });
    expect(Math.abs(found['pay']!)).toBeLessThan(0.005);
    expect(Math.abs(found['cashable']!)).toBeLessThan(0.005);
    expect(found['usage']).toBeCloseTo(45, 9);
    // 32 h over two weeks at 25.
    expect(found['freedCapacity']).toBeCloseTo(400, 9);
  });

  it('free only what is not released: part of the roster went', () => {
    // 32 h less work, 8 paid hours released: (16 - 4) h a week x 25.
    expect(savings({ ...before, agents: hours(192, 128, 4) })['freedCapacity']).toBeCloseTo(300, 9);
  });

  it('free nothing where work grows, and nothing by lower wages', () => {
    expect(savings({ ...before, agents: hours(200, 170, 4) })['freedCapacity']).toBe(0);
    const cut = savings(before, { groups: [{ name: 'frontline', wage: 18, onCost: 0.25 }] });
    // 100 h a week x 2 x 1.25, and the overtime: 2 h x 2 x 1.5 x 1.25.
    expect(cut['pay']).toBeCloseTo(250, 9);
    expect(cut['usage']).toBeCloseTo(7.5, 9);
    expect(cut['freedCapacity']).toBe(0);
  });

  it('free what was hired against: more paid hours than before are no release', () => {
    expect(savings({ ...before, agents: hours(210, 128, 4) })['freedCapacity']).toBeCloseTo(400, 9);
  });

  it('would be noticed, were overtime counted as released hours', () => {
    const found = savings({ ...before, agents: hours(200, 160, 0) });
    expect(Math.abs(found['pay']!)).toBeLessThan(0.005);
    expect(found['usage']).toBeCloseTo(75, 9);
    // The 2 h a week are work that is gone, and nobody was paid for them by the roster.
    expect(found['freedCapacity']).toBeCloseTo(50, 9);
  });

  it('follow groups by name', () => {
    const found = savings(
      { ...before, agents: { paid: [0, 720_000], handling: [0, 576_000], idle: [0, 144_000] } },
      {
        groups: [
          { name: 'others', wage: 20, onCost: 0.25 },
          { name: 'frontline', wage: 20, onCost: 0.25 },
        ],
      },
    );
    expect(Math.abs(found['pay']!)).toBeLessThan(0.005);
  });

  it('are measured where somebody looks', () => {
    const models = [tinyModel(centre), tinyModel({ ...centre, name: 'variant' })];
    const study = tinyStudy(...models);
    const shard = tinyShard(study, 0, 64, (model) => tinyTotals(models[model]!, before));
    const kinds = (kpis: (id: string) => boolean) =>
      analyse(study, [shard], { kpis }).scenarios[1]!.versusBaseline!.savings.map(({ kpi }) => kpi.id);
    expect(kinds((id) => id === 'savings.cashable')).toEqual(['savings.cashable']);
    expect(kinds(() => false)).toEqual([]);
  });
});

/** Mean freed capacity, per week, of a locked roster that is cross-skilled and takes a fifth less time, at other wages too. */
function freedByCrossSkilled(changes: Readonly<Record<string, Json>>): number {
  const shorter = { 'contactTypes.service.handleTime.phone': '240 s', 'contactTypes.orders.handleTime.phone': '240 s' };
  const document = documentWith(
    {},
    {
      contactTypes: {
        service: { volume: 1000, handleTime: { phone: '300 s' } },
        orders: { volume: 1000, handleTime: { phone: '300 s' } },
      },
      agents: { team: { skills: ['service'], wage: '20 per h' }, others: { skills: ['orders'], wage: '30 per h' } },
      staffing: { plan: 'roster', roster: { team: { 'mon-fri': 10 }, others: { 'mon-fri': 10 } } },
      variants: [{ name: 'Cross-skilled', changes: { 'levers.routing.crossSkilled.share': '50%', ...shorter, ...changes } }],
    },
  );
  const study = studyOf(document);
  const { scenarios } = summarise(study, [createReplicator(study)(0, 64)]);
  return scenarios[1]!.versusBaseline!.savings['freedCapacity']!.mean!.value;
}

describe('savings of cross-skilled agents', () => {
  it('are at the wage that their group has in the baseline: a wage that rises frees nobody, and takes nothing back', () => {
    const freed = freedByCrossSkilled({});
    // 1000 contacts of each type x 60 s, at 20 x 1.28 and 30 x 1.28 an hour; some give up.
    expect(Math.abs(freed / ((1000 / 60) * 1.28 * (20 + 30)) - 1)).toBeLessThan(0.01);
    expect(freedByCrossSkilled({ 'agents.team.wage': '26 per h' })).toBeCloseTo(freed, 9);
  });
});
